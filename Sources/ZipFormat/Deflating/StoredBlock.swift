/// Bytes as they are (RFC 1951, 3.2.4), in as many blocks as their two bytes of length ask for.
enum StoredBlock {
  private static let most = 0xFFFF

  /// Bits, all but the first three, that these many bytes take.
  static func size(of count: Int, in writer: BitWriter) -> Int {
    let further = max(0, count - 1) / most
    return (writer.padding + 5) % 8 + 32 + further * 40 + count * 8
  }

  static func write(_ bytes: Span<UInt8>, isLast: Bool, to writer: inout BitWriter) {
    var start = 0
    repeat {
      let end = min(start + most, bytes.count)
      writer.write(isLast && end == bytes.count ? 1 : 0, 3)
      writer.pad()
      writer.write(UInt32(end - start), 16)
      writer.write(UInt32(end - start) ^ 0xFFFF, 16)
      writer.writeBytes(bytes.extracting(start..<end))
      start = end
    } while start < bytes.count
  }
}
