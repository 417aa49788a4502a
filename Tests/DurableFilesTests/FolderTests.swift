import Foundation
import TestSupport
import Testing

@testable import DurableFiles

/// Folders, names and paths.
@Suite struct FolderTests {
  @Test func foldersAreMadeWithThoseAbove() throws {
    let folder = try Folder()
    let deep = folder.path + "/a/b/c"
    try DurableFiles.makeFolder(deep)
    #expect(DurableFiles.status(of: deep)?.kind == .folder)
    try folder.write("a/b/c/x", "")
    try DurableFiles.makeFolder(deep)
    #expect(try DurableFiles.names(in: deep) == ["x"])
    // A file is no folder, and neither is a link to one: it may be laid by somebody else.
    #expect(throws: FileFault(operation: "create", path: deep + "/x", errorNumber: EEXIST)) {
      try DurableFiles.makeFolder(deep + "/x")
    }
    #expect(throws: FileFault(operation: "create", path: deep + "/x/y", errorNumber: ENOTDIR)) {
      try DurableFiles.makeFolder(deep + "/x/y")
    }
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: deep)
    #expect(throws: FileFault(operation: "create", path: folder.path + "/link", errorNumber: EEXIST)) {
      try DurableFiles.makeFolder(folder.path + "/link")
    }
  }

  @Test func namesAreSortedBytewise() throws {
    let folder = try Folder()
    let names = ["a", "B", ".ẩn", "á", "a b", "10", "9", "đ", "Z", "a.zip", "..."]
    for name in names { try folder.write(name, "") }
    try DurableFiles.makeFolder(folder.path + "/thư mục")
    let sorted = ["...", ".ẩn", "10", "9", "B", "Z", "a", "a b", "a.zip", "thư mục", "á", "đ"]
    #expect(try DurableFiles.names(in: folder.path) == sorted)
    #expect(try DurableFiles.names(in: folder.path + "/thư mục") == [])
    for (path, number) in [("/none", ENOENT), ("/a", ENOTDIR)] {
      #expect(throws: FileFault(operation: "open", path: folder.path + path, errorNumber: number)) {
        try DurableFiles.names(in: folder.path + path)
      }
    }
  }

  @Test func aLongNameIsWhole() throws {
    let folder = try Folder()
    let name = String(repeating: "đ", count: 127) + "x"
    try folder.write(name, "")
    #expect(try DurableFiles.names(in: folder.path) == [name])
  }

  @Test func movingAndRemoving() throws {
    let folder = try Folder()
    let (from, to) = (folder.path + "/a", folder.path + "/b")
    try folder.write("a", "1")
    try folder.write("b", "2")
    try DurableFiles.move(from, to: to)
    #expect(!DurableFiles.exists(from))
    #expect(try DurableFiles.read(to) == Array("1".utf8))
    #expect(throws: FileFault(operation: "rename", path: from, errorNumber: ENOENT)) {
      try DurableFiles.move(from, to: to)
    }
    #expect(throws: FileFault(operation: "remove", path: folder.path, errorNumber: EISDIR)) {
      try DurableFiles.remove(folder.path)
    }
    #expect(throws: FileFault(operation: "remove", path: folder.path, errorNumber: ENOTEMPTY)) {
      try DurableFiles.removeFolder(folder.path)
    }
    try DurableFiles.remove(to)
    #expect(throws: FileFault(operation: "remove", path: to, errorNumber: ENOENT)) { try DurableFiles.remove(to) }
    try DurableFiles.makeFolder(folder.path + "/c")
    try DurableFiles.removeFolder(folder.path + "/c")
    #expect(try DurableFiles.names(in: folder.path) == [])
  }

  /// A link is removed, not what it points to.
  @Test func removingALink() throws {
    let folder = try Folder()
    try folder.write("a", "1")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/b", withDestinationPath: folder.path + "/a")
    try DurableFiles.remove(folder.path + "/b")
    #expect(try DurableFiles.names(in: folder.path) == ["a"])
  }

  @Test(arguments: [
    ("a", ".", "a"), ("/a", "/", "a"), ("/a/b", "/a", "b"), ("a/b/c.zip", "a/b", "c.zip"), ("a/", "a", ""),
    ("/", "/", ""),
    ("./a", ".", "a"), ("", ".", ""), ("đ/ế", "đ", "ế"), ("a//b", "a/", "b"),
    // A combining mark after a slash does not hide it.
    ("a/\u{301}b", "a", "\u{301}b"), ("\u{301}/b", "\u{301}", "b"),
  ])
  func pathsAreTakenApart(_ path: String, _ folder: String, _ name: String) {
    #expect(DurableFiles.folder(of: path) == folder && DurableFiles.name(of: path) == name)
  }
}
