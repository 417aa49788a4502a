/// The local header of an entry and what follows its data, held against the central directory.
struct LocalEntry {
  let dataOffset: Int
  /// One past the last byte that belongs to the entry.
  let end: Int

  init(_ reader: ByteReader, _ record: CentralRecord, name: String, directory: Int) throws(ZipFault) {
    let offset = record.localOffset
    func refuse(_ kind: ZipFaultKind) -> ZipFault { ZipFault(kind, entry: name, at: offset) }
    guard record.flags & 0x2041 == 0 else { throw refuse(.encrypted) }
    guard record.flags & 0x0020 == 0 else { throw refuse(.method) }
    guard record.method == 0 || record.method == 8 else {
      throw ZipFault(.method, entry: name, at: offset, found: record.method)
    }
    guard offset <= directory - 30, try reader.u32(offset) == 0x0403_4B50 else { throw refuse(.localMismatch) }
    let flags = try reader.u16(offset + 6)
    let method = try reader.u16(offset + 8)
    let crc = try reader.u32(offset + 14)
    var compressed = try reader.u32(offset + 18)
    var size = try reader.u32(offset + 22)
    let nameLength = try reader.u16(offset + 26)
    let extraLength = try reader.u16(offset + 28)
    let rawName = try reader.slice(offset + 30, nameLength)
    let extra = try ExtraFields(reader, at: offset + 30 + nameLength, count: extraLength)
    // Bits 1 and 2 only say how hard the writer tried; some writers set them on one side only.
    guard flags & ~0x0006 == record.flags & ~0x0006, method == record.method, rawName == record.rawName.bytes else {
      throw refuse(.localMismatch)
    }
    if let wide = extra.zip64, size == 0xFFFF_FFFF || compressed == 0xFFFF_FFFF {
      guard wide.count >= 16 else { throw refuse(.badHeader) }
      let values = ByteReader(bytes: wide)
      if size == 0xFFFF_FFFF { size = try values.u64(0) }
      if compressed == 0xFFFF_FFFF { compressed = try values.u64(8) }
    }
    dataOffset = offset + 30 + nameLength + extraLength
    guard dataOffset <= directory, record.compressedSize <= directory - dataOffset else { throw refuse(.overlap) }
    let dataEnd = dataOffset + record.compressedSize
    if record.method == 0, record.compressedSize != record.size { throw refuse(.sizeMismatch) }
    if name.hasSuffix("/"), record.size != 0 { throw refuse(.badHeader) }
    if record.hasDescriptor {
      let isBlank = crc == 0 && compressed == 0 && size == 0
      let isTold = crc == Int(record.crc32) && compressed == record.compressedSize && size == record.size
      guard isBlank || isTold else { throw refuse(.localMismatch) }
      end = try LocalEntry.descriptorEnd(
        reader, record, at: dataEnd, isWide: extra.zip64 != nil, name: name, isBlank: isBlank)
    } else {
      guard crc == Int(record.crc32), compressed == record.compressedSize, size == record.size else {
        throw refuse(.localMismatch)
      }
      end = dataEnd
    }
  }

  /// The end of the data descriptor: with or without signature, 32 or 64 bit, saying what the directory says.
  private static func descriptorEnd(
    _ reader: ByteReader, _ record: CentralRecord, at offset: Int, isWide: Bool, name: String, isBlank: Bool
  ) throws(ZipFault) -> Int {
    for hasSignature in [true, false] {
      for wide in isWide ? [true, false] : [false, true] {
        let start = offset + (hasSignature ? 4 : 0)
        let length = wide ? 20 : 12
        guard reader.has(length, at: start) else { continue }
        if hasSignature, try reader.u32(offset) != 0x0807_4B50 { continue }
        let crc = try reader.u32(start)
        guard let compressed = try? wide ? reader.u64(start + 4) : reader.u32(start + 4),
          let size = try? wide ? reader.u64(start + 12) : reader.u32(start + 8)
        else { continue }
        if crc == Int(record.crc32), compressed == record.compressedSize, size == record.size { return start + length }
      }
    }
    // A folder or an empty stored file may carry the bit and no descriptor.
    if record.size == 0, record.compressedSize == 0 { return offset }
    throw ZipFault(.localMismatch, entry: name, at: offset)
  }
}
