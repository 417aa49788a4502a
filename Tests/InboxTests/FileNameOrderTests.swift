import DurableFiles
import Foundation
import Inbox
import TestSupport
import Testing

/// In which order files that came together are read: what was made last is read last.
@Suite struct FileNameOrderTests {
  @Test(
    arguments: [
      ["hk1.zip", "hk1 (1).zip", "hk1 (2).zip", "hk1 (10).zip", "hk1 - Copy.zip", "hk1 - Copy (2).zip"],
      ["hk1.zip", "hk1(1).zip", "hk1(2).zip", "hk1(10).zip"],
      ["bao cao 2.zip", "bao cao 10.zip", "bao cao 100.zip"],
      ["bao-cao-2027-01-09.zip", "bao-cao-2027-01-9.zip", "bao-cao-2027-01-10.zip"],
      ["goi 007.zip", "goi 7.zip", "goi 08.zip", "goi 99999999999999999999998.zip", "goi 99999999999999999999999.zip"],
      ["Báo cáo HKI.zip", "Báo cáo HKI (1).zip", "Báo cáo HKI (1) (1).zip", "Báo cáo HKI (2).zip"],
      ["a", "a.zip", "a (1)", "a (1).zip"], [".a", ".b", "a.", "a.b.zip"], ["0", "00", "1"],
    ]) func namesGoOnAsTheyWereMade(_ names: [String])
  {
    for (index, name) in names.enumerated() {
      #expect(!FileNameOrder.precedes(name, name), "\(name)")
      for later in names[(index + 1)...] {
        #expect(FileNameOrder.precedes(name, later) && !FileNameOrder.precedes(later, name), "\(name) \(later)")
      }
    }
  }

  /// Of any two names one comes first, and never in a circle.
  @Test func itIsAnOrder() {
    var random = SplitMix64(seed: 15)
    let letters = Array("01 a.(")
    let names = (0..<400).map { _ in
      String((0..<Int.random(in: 0...6, using: &random)).map { _ in letters[Int.random(in: 0..<6, using: &random)] })
    }
    let sorted = names.sorted(by: FileNameOrder.precedes)
    for (index, name) in sorted.enumerated() {
      for later in sorted[index...] { #expect(!FileNameOrder.precedes(later, name), "\(name) \(later)") }
    }
  }

  /// Some file systems keep whole seconds only; of files of one second the names decide.
  @Test func timesCountInWholeSeconds() throws {
    let folder = try Folder()
    for (name, nanoseconds) in [
      ("hk1 (2).zip", 100), ("hk1 (10).zip", 5), ("hk1 (1).zip", 900_000_000), ("hk1.zip", 999_999_999),
    ] as [(String, Int)] {
      try folder.write(name, name)
      let times = [timespec(tv_sec: 20, tv_nsec: nanoseconds), timespec(tv_sec: 20, tv_nsec: nanoseconds)]
      #expect(unsafe utimensat(AT_FDCWD, folder.path + "/" + name, times, 0) == 0)
    }
    try folder.write("a.zip", "a")
    try DurableFiles.setModified(folder.path + "/a.zip", seconds: 21)
    let names = try InboxScan(of: InboxFolder(folder.path), checkFolder: "kiem-tra", now: DurableFiles.realTime())
      .deliveries.map(\.fileName)
    #expect(names == ["hk1.zip", "hk1 (1).zip", "hk1 (2).zip", "hk1 (10).zip", "a.zip"])
  }
}
