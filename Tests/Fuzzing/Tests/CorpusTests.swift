import Foundation
import FuzzHarness
import Testing

/// The fuzzer's laws on what is kept of its inputs, so that they hold in every run of the tests.
@Suite struct CorpusTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path

  static func files(below folder: String) -> [String] {
    (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).sorted()
      .map { folder + "/" + $0 }.filter { FileManager.default.contents(atPath: $0) != nil }
  }

  static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

  @Test(arguments: FuzzTarget.allCases)
  func keptInputsBreakNoLaw(_ target: FuzzTarget) throws {
    var files = Self.files(below: Self.root + "/corpus/" + target.rawValue)
    #expect(files.count >= 3)
    files += Self.files(below: Self.root + "/regressions/" + target.rawValue)
    if target == .zip || target == .check {
      let gallery =
        URL(filePath: Self.root).deletingLastPathComponent().deletingLastPathComponent().path
        + "/Samples/gallery"
      files += Self.files(below: gallery).filter { $0.hasSuffix(".zip") }
    }
    for file in files { #expect(target.brokenLaw(try Self.bytes(file)) == nil, "\(file)") }
  }

  /// What a file of each kind becomes when it is cut off or one of its bytes is another one: findings or acceptance, never
  /// a trap. Every place of the tables and documents; of archives, every place that is not inside a file.
  @Test(arguments: [FuzzTarget.csv, .xml, .rule])
  func cutAndChangedFilesBreakNoLaw(_ target: FuzzTarget) throws {
    for file in Self.files(below: Self.root + "/corpus/" + target.rawValue) {
      let bytes = try Self.bytes(file)
      for index in bytes.indices {
        #expect(target.brokenLaw(Array(bytes[..<index])) == nil, "\(file) cut at \(index)")
        for change in [0x01, 0x80, 0xFF] as [UInt8] {
          var copy = bytes
          copy[index] ^= change
          #expect(target.brokenLaw(copy) == nil, "\(file) \(index) ^ \(change)")
        }
      }
    }
  }

  @Test func cutAndChangedArchivesBreakNoLaw() throws {
    for file in Self.files(below: Self.root + "/corpus/zip") {
      let bytes = try Self.bytes(file)
      for index in bytes.indices {
        #expect(FuzzTarget.zip.brokenLaw(Array(bytes[..<index])) == nil, "\(file) cut at \(index)")
        for change in [0x01, 0xFF] as [UInt8] {
          var copy = bytes
          copy[index] ^= change
          #expect(FuzzTarget.zip.brokenLaw(copy) == nil, "\(file) \(index) ^ \(change)")
        }
      }
    }
  }

  /// The whole road on the smallest bundle of each encoding, every seventh place; `Tests/Fuzzing/run` goes to all of them.
  @Test func cutAndChangedBundlesBreakNoLaw() throws {
    let before = peakMemory()
    for file in Self.files(below: Self.root + "/corpus/check") {
      let bytes = try Self.bytes(file)
      for index in stride(from: 0, to: bytes.count, by: 7) {
        #expect(FuzzTarget.check.brokenLaw(Array(bytes[..<index])) == nil, "\(file) cut at \(index)")
        var copy = bytes
        copy[index] ^= 0xFF
        #expect(FuzzTarget.check.brokenLaw(copy) == nil, "\(file) \(index)")
      }
    }
    // Other tests run beside this one, so the bound is theirs as well.
    #expect(peakMemory() - before < 512 << 20)
  }

  private func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) << 10
  }

  @Test func theCorpusIsThatOfTheScript() throws {
    let folder = NSTemporaryDirectory() + "corpus-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Self.root + "/corpus.py", folder]
    try process.run()
    process.waitUntilExit()
    let made = Self.files(below: folder).map { String($0.dropFirst(folder.count)) }
    let kept = Self.files(below: Self.root + "/corpus").map { String($0.dropFirst(Self.root.count + 7)) }
    #expect(made == kept)
    for name in made where !name.contains("deflate") && !name.contains("descriptor") {
      #expect(try Self.bytes(folder + name) == Self.bytes(Self.root + "/corpus" + name), "\(name)")
    }
  }
}
