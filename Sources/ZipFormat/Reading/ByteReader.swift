import Spooling

/// Little-endian numbers at offsets of an untrusted file; every read is checked.
struct ByteReader {
  let bytes: ByteView

  init(_ bytes: ByteView) {
    self.bytes = bytes
  }

  init(bytes: [UInt8]) {
    self.bytes = ByteView(bytes)
  }

  func has(_ count: Int, at offset: Int) -> Bool { offset >= 0 && count >= 0 && offset <= bytes.count - count }

  func u16(_ offset: Int) throws(ZipFault) -> Int {
    guard has(2, at: offset) else { throw missing(at: offset) }
    return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  func u32(_ offset: Int) throws(ZipFault) -> Int {
    try u16(offset) | (try u16(offset + 2)) << 16
  }

  /// A 64-bit number; one beyond what can be addressed is refused.
  func u64(_ offset: Int) throws(ZipFault) -> Int {
    let low = try u32(offset)
    let high = try u32(offset + 4)
    guard high < 0x4000_0000 else { throw ZipFault(.badHeader, at: offset) }
    return low | high << 32
  }

  func slice(_ offset: Int, _ count: Int) throws(ZipFault) -> [UInt8] {
    guard has(count, at: offset) else { throw missing(at: offset) }
    bytes.visit(offset)
    return bytes.array(offset..<offset + count)
  }

  /// What was asked for lies beyond the last byte, which is then the place.
  private func missing(at offset: Int) -> ZipFault { ZipFault(.truncated, at: min(max(offset, 0), bytes.count)) }
}
