import Foundation
import TestSupport
import Testing

@testable import DurableFiles

/// Regular files read whole, by their ends and piece by piece; nothing else is opened.
@Suite struct ReadingTests {
  private static let sizes = [0, 1, 5, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 2 << 20]
  private static let content = (0..<(2 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }

  private func write(_ count: Int, in folder: Folder) throws -> (path: String, bytes: [UInt8]) {
    let bytes = Array(ReadingTests.content.prefix(count))
    let path = folder.path + "/a"
    try Data(bytes).write(to: URL(filePath: path))
    return (path, bytes)
  }

  @Test(arguments: sizes) func wholeAndInPieces(_ count: Int) throws {
    let folder = try Folder()
    let (path, bytes) = try write(count, in: folder)
    #expect(try DurableFiles.read(path) == bytes)
    var pieces: [[UInt8]] = []
    try DurableFiles.eachChunk(of: path) { (chunk) throws(FileFault) in pieces.append(chunk) }
    #expect(pieces.allSatisfy { (1...(1 << 20)).contains($0.count) })
    #expect(Array(pieces.joined()) == bytes)
  }

  @Test(arguments: [(0, 0), (3, 2), (5, 5), (9, 9), (0, 100), (4, 0)], [0, 1, 5, 10])
  func theEnds(_ wanted: (head: Int, tail: Int), _ count: Int) throws {
    let folder = try Folder()
    let (path, bytes) = try write(count, in: folder)
    let ends = try DurableFiles.ends(of: path, head: wanted.head, tail: wanted.tail)
    #expect(ends.head == Array(bytes.prefix(wanted.head)) && ends.tail == Array(bytes.suffix(wanted.tail)))
  }

  /// What comes into an inbox may be anything: a link out of it, a folder, a pipe on which one would wait for ever.
  @Test func onlyRegularFilesAreOpened() throws {
    let folder = try Folder()
    try folder.write("a", "x")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: folder.path + "/a")
    #expect(try Program.run("/usr/bin/env", ["mkfifo", folder.path + "/pipe"]).status == 0)
    let faults = [
      FileFault(operation: "open", path: folder.path + "/link", errorNumber: ELOOP),
      FileFault(operation: "open", path: folder.path + "/none", errorNumber: ENOENT),
      FileFault(operation: "open", path: folder.path + "/a/b", errorNumber: ENOTDIR),
      FileFault(operation: "read", path: folder.path + "/pipe", errorNumber: EISDIR),
      FileFault(operation: "read", path: folder.path, errorNumber: EISDIR),
    ]
    for fault in faults {
      #expect(throws: fault) { try DurableFiles.read(fault.path) }
      #expect(throws: fault) { try DurableFiles.ends(of: fault.path, head: 1, tail: 1) }
      #expect(throws: fault) {
        try DurableFiles.eachChunk(of: fault.path) { (_) throws(FileFault) in Issue.record("read \(fault.path)") }
      }
    }
  }

  /// A file that somebody is still writing is no delivery yet.
  @Test func aFileThatGrowsWhileItIsRead() throws {
    let folder = try Folder()
    let (path, bytes) = try write(10, in: folder)
    var seen = 0
    #expect(throws: FileFault(operation: "read", path: path, errorNumber: EAGAIN)) {
      try DurableFiles.eachChunk(of: path) { (chunk) throws(FileFault) in
        if seen == 0 { try DurableFiles.overwrite(path, with: bytes + [1]) }
        seen += chunk.count
      }
    }
    #expect(seen == 11)
  }

  @Test func aFileThatIsTouchedWhileItIsRead() throws {
    let folder = try Folder()
    let (path, _) = try write(10, in: folder)
    #expect(throws: FileFault(operation: "read", path: path, errorNumber: EAGAIN)) {
      try DurableFiles.eachChunk(of: path) { (_) throws(FileFault) in try DurableFiles.setModified(path, seconds: 1) }
    }
    // One that is replaced by its name is read to its end as it was.
    try DurableFiles.eachChunk(of: path) { (chunk) throws(FileFault) in
      try DurableFiles.write([], to: path)
      #expect(chunk.count == 10)
    }
  }

  @Test func aFaultOfTheReaderEndsIt() throws {
    let folder = try Folder()
    let (path, _) = try write(2 << 20, in: folder)
    var pieces = 0
    let fault = FileFault(operation: "write", path: "elsewhere", errorNumber: ENOSPC)
    #expect(throws: fault) {
      try DurableFiles.eachChunk(of: path) { (_) throws(FileFault) in
        pieces += 1
        throw fault
      }
    }
    #expect(pieces == 1)
  }
}
