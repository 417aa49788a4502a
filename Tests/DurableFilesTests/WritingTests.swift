import Foundation
import TestSupport
import Testing

@testable import DurableFiles

/// Files that are whole or not there.
@Suite struct WritingTests {
  private func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

  private static let content = (0..<(2 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }

  @Test(arguments: [0, 1, 4096, (1 << 20) - 1, 1 << 20, 2 << 20], [true, false])
  func whatIsWrittenIsThere(_ count: Int, _ sync: Bool) throws {
    let folder = try Folder()
    let path = folder.path + "/a"
    let content = Array(WritingTests.content.prefix(count))
    try DurableFiles.write(content, to: path, sync: sync)
    #expect(try bytes(path) == content)
    // A copy goes piece by piece and is the same.
    try DurableFiles.copy(path, to: folder.path + "/b", sync: sync)
    #expect(try bytes(folder.path + "/b") == content)
    #expect(try DurableFiles.names(in: folder.path) == ["a", "b"])
  }

  @Test func anOlderFileIsReplacedWhole() throws {
    let folder = try Folder()
    let path = folder.path + "/a"
    try folder.write("a", "what was there before, and longer")
    // Of a run that was cut off.
    try folder.write("a.tmp", "half of someth")
    try DurableFiles.write(Array("new".utf8), to: path)
    #expect(try bytes(path) == Array("new".utf8))
    #expect(try DurableFiles.names(in: folder.path) == ["a"])
  }

  /// Whoever has the old file open goes on reading the old one.
  @Test func theOldFileIsNotWrittenInto() throws {
    let folder = try Folder()
    try folder.write("a", "old")
    try FileManager.default.linkItem(atPath: folder.path + "/a", toPath: folder.path + "/other")
    try DurableFiles.write(Array("new".utf8), to: folder.path + "/a")
    #expect(try bytes(folder.path + "/other") == Array("old".utf8))
  }

  @Test func aFaultLeavesNothingBehind() throws {
    let folder = try Folder()
    try DurableFiles.makeFolder(folder.path + "/taken/full")
    #expect(throws: FileFault(operation: "rename", path: folder.path + "/taken", errorNumber: EISDIR)) {
      try DurableFiles.write([1], to: folder.path + "/taken")
    }
    #expect(throws: FileFault(operation: "open", path: folder.path + "/none", errorNumber: ENOENT)) {
      try DurableFiles.copy(folder.path + "/none", to: folder.path + "/a")
    }
    #expect(throws: FileFault(operation: "create", path: folder.path + "/none/a.tmp", errorNumber: ENOENT)) {
      try DurableFiles.write([1], to: folder.path + "/none/a")
    }
    #expect(try DurableFiles.names(in: folder.path) == ["taken"])
  }

  /// A copy that fails half-way does not touch what is there already.
  @Test func aFailedCopyKeepsTheOldFile() throws {
    let folder = try Folder()
    try folder.write("a", "old")
    #expect(throws: FileFault.self) { try DurableFiles.copy(folder.path, to: folder.path + "/a") }
    #expect(try bytes(folder.path + "/a") == Array("old".utf8))
    #expect(try DurableFiles.names(in: folder.path) == ["a"])
  }

  @Test func overwritingTakesNoSpaceThatIsThere() throws {
    let folder = try Folder()
    let path = folder.path + "/a"
    try folder.write("a", "0123456789")
    let inode = DurableFiles.status(of: path)?.inode
    try DurableFiles.overwrite(path, with: Array("abc".utf8))
    #expect(try bytes(path) == Array("abc3456789".utf8))
    try DurableFiles.overwrite(path, with: Array("0123456789AB".utf8))
    #expect(try bytes(path) == Array("0123456789AB".utf8))
    #expect(DurableFiles.status(of: path)?.inode == inode)
    try DurableFiles.overwrite(folder.path + "/new", with: [7])
    #expect(try bytes(folder.path + "/new") == [7])
  }

  @Test func whatCannotBeSyncedIsSaid() throws {
    let folder = try Folder()
    try folder.write("a", "")
    try DurableFiles.syncFolder(folder.path)
    try DurableFiles.syncAll(on: folder.path)
    for path in ["/a", "/none"].map({ folder.path + $0 }) {
      let number = path.hasSuffix("a") ? ENOTDIR : ENOENT
      let fault = FileFault(operation: "open", path: path, errorNumber: number)
      #expect(throws: fault) { try DurableFiles.syncFolder(path) }
      #expect(throws: fault) { try DurableFiles.syncAll(on: path) }
    }
  }
}
