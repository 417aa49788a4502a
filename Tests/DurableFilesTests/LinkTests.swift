import Foundation
import TestSupport
import Testing

@testable import DurableFiles

/// Whoever may write into a folder may lay links there; nothing is read or written through one.
@Suite struct LinkTests {
  private func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

  /// Somebody may lay a link where the program writes: what it points to stays as it is.
  @Test func linksAreNotWrittenThrough() throws {
    let folder = try Folder()
    let victim = folder.path + "/victim"
    try folder.write("victim", "precious")
    func link(_ name: String) throws {
      try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + name, withDestinationPath: victim)
    }
    try link("a.tmp")
    #expect(throws: FileFault(operation: "create", path: folder.path + "/a.tmp", errorNumber: ELOOP)) {
      try DurableFiles.write([1], to: folder.path + "/a")
    }
    try link("b")
    try DurableFiles.write([1], to: folder.path + "/b")
    #expect(DurableFiles.status(of: folder.path + "/b")?.kind == .regular)
    try link("c")
    #expect(throws: FileFault(operation: "create", path: folder.path + "/c", errorNumber: ELOOP)) {
      try DurableFiles.overwrite(folder.path + "/c", with: [1])
    }
    #expect(throws: FileFault(operation: "open", path: folder.path + "/c", errorNumber: ELOOP)) {
      try DurableFiles.copy(folder.path + "/c", to: folder.path + "/d")
    }
    #expect(try bytes(victim) == Array("precious".utf8))
  }
}
