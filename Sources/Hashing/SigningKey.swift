private import CCrypto

/// A private key of Ed25519 (RFC 8032), computed by the system's libcrypto.
package struct SigningKey: Sendable {
  /// 32 bytes, from which everything follows.
  package let seed: [UInt8]
  package let publicKey: PublicKey

  /// - Returns: `nil` where the seed has not 32 bytes.
  package init?(seed: [UInt8]) {
    guard seed.count == 32 else { return nil }
    var key = [UInt8](repeating: 0, count: 32)
    guard unsafe ccrypto_ed25519_public(seed, &key) == 1, let publicKey = PublicKey(bytes: key) else { return nil }
    self.seed = seed
    self.publicKey = publicKey
  }

  /// A new key, of the system's randomness.
  package static func random() -> SigningKey {
    var seed = [UInt8](repeating: 0, count: 32)
    guard unsafe ccrypto_random(&seed, 32) == 1, let key = SigningKey(seed: seed) else {
      fatalError("the system has no randomness for a key")
    }
    return key
  }

  /// The signature of bytes, 64 bytes long; the same each time.
  package func sign(_ bytes: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: 64)
    guard unsafe ccrypto_ed25519_sign(seed, bytes, bytes.count, &signature) == 1 else {
      fatalError("libcrypto does not sign")
    }
    return signature
  }
}

/// A public key of Ed25519.
package struct PublicKey: Sendable, Hashable {
  package let bytes: [UInt8]

  /// - Returns: `nil` where there are not 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  package func verifies(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    guard signature.count == 64 else { return false }
    return unsafe ccrypto_ed25519_verify(self.bytes, bytes, bytes.count, signature) == 1
  }
}
