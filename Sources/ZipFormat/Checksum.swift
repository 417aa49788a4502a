import CZlib

/// CRC-32 as ZIP uses it.
package struct Checksum: Sendable {
  private var value = CZlib.crc32(0, nil, 0)

  /// Of what was added so far.
  var crc32: UInt32 { UInt32(truncatingIfNeeded: value) }

  init() {}

  mutating func add(_ bytes: [UInt8]) {
    value = unsafe bytes.withUnsafeBufferPointer { unsafe CZlib.crc32(value, $0.baseAddress, UInt32($0.count)) }
  }

  package static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var value = CZlib.crc32(0, nil, 0)
    var rest = bytes
    while !rest.isEmpty {
      let part = rest.prefix(1 << 30)
      value = unsafe part.withUnsafeBufferPointer { unsafe CZlib.crc32(value, $0.baseAddress, UInt32(part.count)) }
      rest = rest.dropFirst(part.count)
    }
    return UInt32(truncatingIfNeeded: value)
  }
}
