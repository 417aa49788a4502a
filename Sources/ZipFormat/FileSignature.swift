/// What a file is by its first bytes, whatever its name says.
package enum FileSignature: String, CaseIterable, Sendable {
  case zip
  /// Old Excel, Word and the like.
  case ole
  case rar
  case sevenZip
  case gzip
  case pdf
  case other

  package static func of(_ bytes: [UInt8]) -> FileSignature {
    func begins(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
    if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) { return .zip }
    if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .ole }
    if begins([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]) { return .rar }
    if begins([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) { return .sevenZip }
    if begins([0x1F, 0x8B]) { return .gzip }
    if begins([0x25, 0x50, 0x44, 0x46, 0x2D]) { return .pdf }
    return .other
  }
}
