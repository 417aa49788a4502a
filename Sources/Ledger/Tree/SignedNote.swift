package import Hashing
import ReportingModel

/// The public half of a key that signs notes: `name+hash+base64` (C2SP signed-note, Ed25519).
package struct VerifierKey: Sendable, Hashable, CustomStringConvertible {
  package let name: String
  package let key: PublicKey

  private static let algorithm: UInt8 = 1

  package init(name: String, key: PublicKey) {
    self.name = name
    self.key = key
  }

  /// - Returns: `nil` for a line that is no key, or whose hash is not the key's.
  package init?(_ line: some StringProtocol) {
    let parts = line.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, let bytes = Base64.decode(parts[2]),
      bytes.first == VerifierKey.algorithm,
      let key = PublicKey(bytes: Array(bytes.dropFirst()))
    else { return nil }
    self.init(name: String(parts[0]), key: key)
    guard parts[1] == VerifierKey.hexadecimal(hash) else { return nil }
  }

  package var description: String {
    "\(name)+\(VerifierKey.hexadecimal(hash))+\(Base64.encode([VerifierKey.algorithm] + key.bytes))"
  }

  /// Four bytes that tell keys of one name apart.
  var hash: [UInt8] {
    Array(Digest(of: [Array(name.utf8), [0x0A, VerifierKey.algorithm], key.bytes]).bytes.prefix(4))
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }

  /// What a key's notes and the tree's checkpoints are called by: fixed by the first key.
  package static func origin(of first: PublicKey) -> String {
    "tonghop/" + hexadecimal(Array(Digest(of: first.bytes).bytes.prefix(4)))
  }
}

/// A key that signs notes.
package struct NoteSigner: Sendable {
  package let verifier: VerifierKey
  private let key: SigningKey

  private static let opening = "PRIVATE+KEY+"

  package init(name: String, key: SigningKey) {
    verifier = VerifierKey(name: name, key: key.publicKey)
    self.key = key
  }

  /// A key as its file holds it: `PRIVATE+KEY+name+hash+base64`.
  package init?(_ line: some StringProtocol) {
    guard line.hasPrefix(NoteSigner.opening) else { return nil }
    let parts = line.dropFirst(NoteSigner.opening.count).split(separator: "+", maxSplits: 2)
    guard parts.count == 3, let bytes = Base64.decode(parts[2]), bytes.first == 1,
      let key = SigningKey(seed: Array(bytes.dropFirst()))
    else { return nil }
    self.init(name: String(parts[0]), key: key)
    guard parts[1] == VerifierKey.hexadecimal(verifier.hash) else { return nil }
  }

  package var line: String {
    "\(NoteSigner.opening)\(verifier.name)+\(VerifierKey.hexadecimal(verifier.hash))+\(Base64.encode([1] + key.seed))"
  }

  /// The text as a signed note; it ends with a line feed.
  package func sign(_ text: String) -> String {
    let signature = verifier.hash + key.sign(Array(text.utf8))
    return "\(text)\n— \(verifier.name) \(Base64.encode(signature))\n"
  }
}

/// A text with signatures below it (C2SP signed-note).
package struct SignedNote: Sendable, Hashable {
  /// Ends with a line feed.
  package let text: String
  private let signatures: [(name: String, bytes: [UInt8])]

  package static func == (left: SignedNote, right: SignedNote) -> Bool {
    left.text == right.text
      && left.signatures.elementsEqual(right.signatures) { $0.name == $1.name && $0.bytes == $1.bytes }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// - Returns: `nil` for what is no signed note.
  package init?(_ note: some StringProtocol) {
    guard let gap = note.ranges(of: "\n\n").last else { return nil }
    text = String(note[..<note.index(after: gap.lowerBound)])
    let lines = note[gap.upperBound...]
    guard lines.hasSuffix("\n"), !text.isEmpty else { return nil }
    var signatures: [(String, [UInt8])] = []
    for line in lines.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == "—", !parts[1].isEmpty, let bytes = Base64.decode(parts[2]), bytes.count >= 5
      else { return nil }
      signatures.append((String(parts[1]), bytes))
    }
    guard !signatures.isEmpty, signatures.count <= 100 else { return nil }
    self.signatures = signatures
  }

  /// Whether a key signed it.
  package func isSigned(by verifier: VerifierKey) -> Bool {
    signatures.contains { name, bytes in
      name == verifier.name && Array(bytes.prefix(4)) == verifier.hash
        && verifier.key.verifies(Array(bytes.dropFirst(4)), of: Array(text.utf8))
    }
  }
}
