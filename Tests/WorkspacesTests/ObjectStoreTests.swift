import Foundation
import Hashing
import Ledger
import ReportingModel
import TestSupport
import Testing

@testable import Workspaces

/// Objects are what their names say, or damage (<doc:record#Held-against-its-entry>).
@Suite struct ObjectStoreTests {
  private static let bytes = Array("gói báo cáo".utf8)
  private static let digest = Digest(of: bytes)

  private func store() throws -> (folder: Folder, store: ObjectStore) {
    let folder = try Folder()
    return (folder, ObjectStore(folder: folder.path))
  }

  @Test func bytesComeBackAndAreKeptOnce() throws {
    let (folder, store) = try store()
    try folder.write("tep", String(decoding: Self.bytes, as: UTF8.self))
    try store.put(Self.bytes, digest: Self.digest)
    #expect(try store.put(file: folder.path + "/tep") == Self.digest)
    try store.sync()
    #expect(try store.bytes(of: Self.digest) == Self.bytes)
    #expect(folder.files(below: "") == [Self.digest.description, "tep"].sorted())
  }

  @Test func whatIsMissingOrChangedIsDamage() throws {
    let (folder, store) = try store()
    for change in [nil, "", "gói báo cáó", "gói báo cáo "] {
      if let change { try folder.write(Self.digest.description, change) }
      let damage = #expect(throws: LedgerDamage.self) { _ = try store.bytes(of: Self.digest) }
      #expect(damage?.place == .object(Self.digest))
    }
  }

  /// A damaged object is set aside, not relied upon and not lost.
  @Test func aDamagedObjectIsSetAsideWhenItsBytesComeAgain() throws {
    let (folder, store) = try store()
    for number in 1...2 {
      try folder.write(Self.digest.description, "hỏng \(number)")
      try store.put(Self.bytes, digest: Self.digest)
      #expect(try store.bytes(of: Self.digest) == Self.bytes)
      let aside = try folder.data("\(Self.digest).hong-\(number)")
      #expect(String(decoding: aside, as: UTF8.self) == "hỏng \(number)")
    }
  }
}
