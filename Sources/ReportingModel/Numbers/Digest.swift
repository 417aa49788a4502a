/// A SHA-256 digest: the name of stored bytes and the links of the ledger's chain.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// Always 32 bytes.
  package let bytes: [UInt8]

  /// The digest with these bytes, or `nil` when they are not 32.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The first 32 of these bytes, filled up with zeros: for the output of a hash function, which is never shorter.
  package init(first32 bytes: [UInt8]) {
    self.bytes = Array((bytes + [UInt8](repeating: 0, count: 32)).prefix(32))
  }

  /// 32 zero bytes: the link before the first entry of a chain.
  package static let zero = Digest(first32: [])

  /// The digest that 64 hexadecimal digits write.
  package init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 64, by: 2) {
      guard let high = Digest.value(of: digits[index]), let low = Digest.value(of: digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    self.bytes = bytes
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit - 48
    case 97...102: digit - 87
    case 65...70: digit - 55
    default: nil
    }
  }

  /// 64 lower-case hexadecimal digits.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
