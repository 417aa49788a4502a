package import DurableFiles
import Hashing
import Ledger
package import ReportingModel
package import Spooling

/// Unchanged bytes by their SHA-256 digest, one file an object (<doc:commands#Workspace>).
package struct ObjectStore: Sendable {
  private let folder: String

  package init(folder: String) {
    self.folder = folder
  }

  /// Keeps bytes. An object that is there already is hashed before it is relied upon: one that is not what its name says is set
  /// aside and written anew. Durable once `sync` has returned.
  package func put(_ bytes: [UInt8], digest: Digest) throws {
    guard try !holds(digest) else { return }
    try DurableFiles.write(bytes, to: path(of: digest), sync: false)
  }

  /// Keeps bytes that may lie in a spool.
  package func put(_ bytes: SpooledBytes, digest: Digest) throws {
    guard try !holds(digest) else { return }
    try DurableFiles.write(to: path(of: digest), sync: false) { (write) throws(FileFault) in
      try bytes.eachPiece(write)
    }
  }

  /// Keeps a copy of a file of any size, hashed as it is copied: what is kept is what the digest says, whoever may still write to
  /// the file.
  package func put(file path: String) throws -> Digest {
    let temporary = folder + "/.chep"
    let source = try OpenFile(path)
    try DurableFiles.copy(source, to: temporary, through: temporary + ".tmp")
    let digest = try Digest(ofFile: temporary)
    if try holds(digest) {
      try DurableFiles.remove(temporary)
    } else {
      try DurableFiles.move(temporary, to: self.path(of: digest))
    }
    return digest
  }

  /// Whether the object is there, whole; what lies in its place and is not it is moved aside.
  private func holds(_ digest: Digest) throws -> Bool {
    let path = path(of: digest)
    guard DurableFiles.exists(path) else { return false }
    if try Digest(ofFile: path) == digest { return true }
    var number = 1
    while DurableFiles.exists("\(path).hong-\(number)") { number += 1 }
    try DurableFiles.move(path, to: "\(path).hong-\(number)")
    return false
  }

  /// Makes every object put so far durable.
  package func sync() throws { try DurableFiles.syncAll(on: folder) }

  /// The bytes with a digest.
  /// - Throws: `LedgerDamage` when the object is not there or is not what its name says.
  package func bytes(of digest: Digest) throws -> [UInt8] {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try DurableFiles.read(path(of: digest))
    } catch {
      guard error.isMissing else { throw error }
      throw LedgerDamage(.object(digest), "không có trong store/", "is not in store/")
    }
    guard Digest(of: bytes) == digest else {
      throw LedgerDamage(.object(digest), "khác với dấu kiểm tra của nó", "differs from its digest")
    }
    return bytes
  }

  package func path(of digest: Digest) -> String { folder + "/" + digest.description }
}

extension Digest {
  /// The digest of a file of any size.
  package init(ofFile path: String) throws(FileFault) {
    try self.init(ofChunks: { (hash) throws(FileFault) in
      try DurableFiles.eachChunk(of: path) { (chunk) throws(FileFault) in hash(chunk) }
    })
  }
}
