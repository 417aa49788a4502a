import Foundation
import TestSupport
import Testing

@testable import DurableFiles

/// What lies at a path, links not followed.
@Suite struct StatusTests {
  @Test func kindsAndSizes() throws {
    let folder = try Folder()
    try folder.write("a", "đủ")
    #expect(try Program.run("/usr/bin/env", ["mkfifo", folder.path + "/pipe"]).status == 0)
    for (name, target) in [("link", "/a"), ("dangling", "/none"), ("loop", "/loop")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: folder.path + target)
    }
    func kind(_ name: String) -> FileStatus.Kind? { DurableFiles.status(of: folder.path + name)?.kind }
    #expect(kind("/a") == .regular && kind("") == .folder && kind("/pipe") == .other)
    #expect(kind("/link") == .link && kind("/dangling") == .link && kind("/loop") == .link)
    #expect(kind("/none") == nil && kind("/a/b") == nil && kind("/loop/b") == nil)
    #expect(DurableFiles.exists(folder.path + "/dangling") && !DurableFiles.exists(folder.path + "/none"))
    #expect(DurableFiles.status(of: folder.path + "/a")?.size == 5)
  }

  @Test func twoNamesOfOneFile() throws {
    let folder = try Folder()
    try folder.write("a", "1")
    try folder.write("c", "1")
    try FileManager.default.linkItem(atPath: folder.path + "/a", toPath: folder.path + "/b")
    let (a, b, c) = (
      DurableFiles.status(of: folder.path + "/a"), DurableFiles.status(of: folder.path + "/b"),
      DurableFiles.status(of: folder.path + "/c")
    )
    #expect(a == b && a?.inode != c?.inode && a?.device == c?.device)
  }

  /// A client sets the time of modification as it likes; the time of change stays the server's.
  @Test func theTimeOfModificationCanBeSetBack() throws {
    let folder = try Folder()
    let path = folder.path + "/a"
    try folder.write("a", "1")
    let before = try #require(DurableFiles.status(of: path))
    for seconds in [0, 1, 1_800_000_000, -1] as [Int64] {
      try DurableFiles.setModified(path, seconds: seconds)
      let now = try #require(DurableFiles.status(of: path))
      #expect(now.modified == seconds * 1_000_000_000 && now.changed >= before.changed)
    }
    #expect(throws: FileFault(operation: "touch", path: path + "x", errorNumber: ENOENT)) {
      try DurableFiles.setModified(path + "x", seconds: 0)
    }
  }

  /// What is not known is taken for another machine's: then nobody relies on events.
  @Test func aFileSystemThatIsNotKnown() throws {
    let facts = try FileSystemFacts(of: "/proc")
    #expect(facts.name == "0x9fa0" && facts.isRemote)
    #expect(throws: FileFault(operation: "statfs", path: "/proc/none", errorNumber: ENOENT)) {
      try FileSystemFacts(of: "/proc/none")
    }
  }
}
