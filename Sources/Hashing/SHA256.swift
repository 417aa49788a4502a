private import CCrypto

/// A SHA-256 that is fed piece by piece, computed by the system's libcrypto: the only place that knows which library does it.
@safe struct SHA256: ~Copyable {
  private let context: OpaquePointer

  init() { unsafe context = ccrypto_sha256_begin() }

  deinit { unsafe EVP_MD_CTX_free(context) }

  func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
  }

  /// The 32 bytes of everything that was fed.
  consuming func finish() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      _ = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
      count = 32
    }
  }
}
