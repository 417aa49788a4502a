package import DurableFiles
import Hashing
package import Ledger
import ReportingModel

/// The keys that a ledger is signed with: the private one, and the public halves of it and of those before, newest first
/// (<doc:record#Keys>).
package struct KeyFolder: Sendable {
  let folder: String

  private var privateFile: String { folder + "/ledger.key" }
  /// A key that an entry is about to name: whether it counts, the ledger says.
  private var nextFile: String { folder + "/ledger.key.moi" }
  private var publicFile: String { folder + "/ledger.pub" }

  /// One line a key.
  /// - Throws: `FileFault`; a line that is no key is left out.
  package func publicKeys() throws(FileFault) -> [VerifierKey] {
    guard DurableFiles.exists(publicFile) else { return [] }
    return String(decoding: try DurableFiles.read(publicFile), as: UTF8.self).split(separator: "\n").compactMap {
      VerifierKey($0)
    }
  }

  /// The private key; `nil` where it is lost, or is no key.
  func signer() -> NoteSigner? { KeyFolder.signer(privateFile) }

  private static func signer(_ path: String) -> NoteSigner? {
    guard let bytes = try? DurableFiles.read(path) else { return nil }
    return NoteSigner(String(decoding: bytes, as: UTF8.self).trimmingSuffix())
  }

  /// Makes the first key of a ledger, or of what begins anew after it went back: its name follows from it.
  func makeFirst() throws(FileFault) -> NoteSigner {
    let key = SigningKey.random()
    let signer = NoteSigner(name: VerifierKey.origin(of: key.publicKey), key: key)
    try put(signer)
    return signer
  }

  /// Lays a new key of a name aside until the ledger names it.
  func makeNext(named name: String) throws(FileFault) -> NoteSigner {
    let signer = NoteSigner(name: name, key: SigningKey.random())
    try DurableFiles.write(Array((signer.line + "\n").utf8), to: nextFile, .own)
    return signer
  }

  /// Takes the key that the ledger names last for the one to sign with; a next one that it does not name is forgotten.
  func settle(_ latest: VerifierKey?) throws(FileFault) {
    guard DurableFiles.exists(nextFile) else { return }
    if let next = KeyFolder.signer(nextFile), next.verifier == latest { try put(next) }
    try DurableFiles.remove(nextFile)
  }

  /// The public half first: whoever finds a signature can hold it against its key.
  private func put(_ signer: NoteSigner) throws(FileFault) {
    let known = try publicKeys().filter { $0 != signer.verifier }
    let lines = ([signer.verifier] + known).map { $0.description + "\n" }.joined()
    try DurableFiles.write(Array(lines.utf8), to: publicFile)
    try DurableFiles.write(Array((signer.line + "\n").utf8), to: privateFile, .own)
    try DurableFiles.syncFolder(folder)
  }
}

extension String {
  fileprivate func trimmingSuffix() -> Substring { self[...].hasSuffix("\n") ? self[...].dropLast() : self[...] }
}

/// Why the ledger cannot be signed (<doc:record#Keys>).
package enum KeyProblem: Error, Sendable, Hashable {
  /// There is no private key.
  case noKey
  /// The private key is there: what is lost need not be renewed.
  case notLost
  /// The ledger is not the one that was signed before: its tree is another at that size.
  case forked(size: Int64)
  /// `keys/head` is signed with a key that is none of this ledger's.
  case foreign
}
