import DurableFiles
import Hashing
package import ReportingModel

/// Unchanged bytes by their SHA-256 digest, one file an object (<doc:commands#Workspace>).
package struct ObjectStore: Sendable {
  private let folder: String

  package init(folder: String) {
    self.folder = folder
  }

  /// Keeps bytes; those already there are left as they are. Durable once `sync` has returned.
  package func put(_ bytes: [UInt8], digest: Digest) throws {
    let path = path(of: digest)
    if let status = DurableFiles.status(of: path), status.size == bytes.count { return }
    try DurableFiles.write(bytes, to: path, sync: false)
  }

  /// Keeps a copy of a file that is too large to be held in memory.
  package func put(file: String, digest: Digest) throws {
    let path = path(of: digest)
    guard !DurableFiles.exists(path) else { return }
    try DurableFiles.copy(file, to: path, sync: false)
  }

  /// Makes every object put so far durable.
  package func sync() throws { try DurableFiles.syncAll(on: folder) }

  /// The bytes with a digest.
  /// - Throws: `ObjectDamaged` when what lies there has another digest.
  package func bytes(of digest: Digest) throws -> [UInt8] {
    let bytes = try DurableFiles.read(path(of: digest))
    guard Digest(of: bytes) == digest else { throw ObjectDamaged(digest: digest) }
    return bytes
  }

  package func path(of digest: Digest) -> String { folder + "/" + digest.description }
}

/// A stored object is no longer what its name says.
package struct ObjectDamaged: Error, Sendable, CustomStringConvertible {
  package let digest: Digest
  package var description: String { "stored object \(digest) is damaged" }
}
