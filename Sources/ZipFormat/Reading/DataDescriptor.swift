import Spooling

/// CRC and sizes behind the data of an entry whose writer did not know them before.
enum DataDescriptor {
  /// Checks the descriptor that fills the space behind an entry's data.
  ///
  /// Its length tells its form, so none is guessed: 12 bytes, 4 more with a signature, 8 more with 64-bit sizes.
  static func check(
    _ reader: ByteReader, _ record: CentralRecord, name: String, at offset: Int, count: Int
  ) throws(ZipFault) {
    // A folder or an empty file may carry the bit and no descriptor.
    if count == 0, record.size == 0, record.compressedSize == 0 { return }
    let refused = ZipFault(.localMismatch, entry: name, at: offset)
    guard [12, 16, 20, 24].contains(count) else {
      throw count > 24 ? ZipFault(.junkBetween, entry: name, at: offset) : refused
    }
    let isWide = count >= 20
    let isSigned = count % 8 == 0
    if isSigned, try reader.u32(offset) != signature { throw refused }
    let start = isSigned ? offset + 4 : offset
    let compressed = try isWide ? reader.u64(start + 4) : reader.u32(start + 4)
    let size = try isWide ? reader.u64(start + 12) : reader.u32(start + 8)
    guard try reader.u32(start) == Int(record.crc32), compressed == record.compressedSize, size == record.size else {
      throw refused
    }
  }

  /// Whether stored data holds what a reader from front to back, who is told no size, would take for its end.
  static func mayLie(in data: Range<Int>, of reader: ByteReader) -> Bool {
    data.contains { place in
      guard reader.bytes[place] == 0x50, place + 12 <= data.upperBound, let found = try? reader.u32(place),
        found == signature, let told = try? reader.u32(place + 8)
      else {
        if place & 0xF_FFFF == 0 { reader.bytes.visit(place) }
        return false
      }
      return told == place - data.lowerBound
    }
  }

  private static let signature = 0x0807_4B50
}
