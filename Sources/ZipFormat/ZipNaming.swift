/// A name as the archive has it.
package struct ZipRawName: Sendable, Hashable {
  package let bytes: [UInt8]
  /// General-purpose bit 11.
  package let isUTF8Flagged: Bool
  /// The Info-ZIP Unicode Path extra field (0x7075): made for this raw name, and never another name than it.
  package let unicodePath: String?
}

/// How raw names become text and when two of them are one name; the caller knows encodings, this module does not.
package struct ZipNaming: Sendable {
  package let decode: @Sendable (ZipRawName) -> String
  /// Names with one fold are the same name (<doc:bundle#Names-of-entries>).
  package let fold: @Sendable (String) -> String

  package init(
    decode: @escaping @Sendable (ZipRawName) -> String, fold: @escaping @Sendable (String) -> String
  ) {
    self.decode = decode
    self.fold = fold
  }

  /// Valid UTF-8, else one scalar a byte.
  package static let plain = ZipNaming(
    decode: { name in
      name.unicodePath ?? String(validating: name.bytes, as: UTF8.self)
        ?? String(String.UnicodeScalarView(name.bytes.map { Unicode.Scalar($0) }))
    },
    fold: { $0.lowercased() })
}
