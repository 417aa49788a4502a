import Spooling

/// The local header of an entry and what follows its data, held against the central directory.
struct LocalEntry {
  let dataOffset: Int

  /// - Parameter end: where the next thing in the file begins; the entry reaches exactly to it.
  init(_ reader: ByteReader, _ record: CentralRecord, name: String, end: Int) throws(ZipFault) {
    let offset = record.localOffset
    // An offset that points nowhere is a fault of the record that holds it.
    let origin = offset < reader.bytes.count ? offset : record.offset
    func refuse(_ kind: ZipFaultKind, _ place: Int? = nil) -> ZipFault {
      ZipFault(kind, entry: name, at: place ?? origin)
    }
    guard record.flags & 0x2041 == 0 else { throw refuse(.encrypted) }
    guard record.flags & 0x0020 == 0 else { throw refuse(.method) }
    guard record.method == 0 || record.method == 8 else {
      throw ZipFault(.method, entry: name, at: origin, found: record.method)
    }
    guard reader.has(30, at: offset), try reader.u32(offset) == 0x0403_4B50 else { throw refuse(.localMismatch) }
    // The lower byte is the version of the format; 6.3 is the last that anybody writes.
    let version = max(try reader.u16(offset + 4) & 0xFF, record.version)
    guard version <= 63 else { throw ZipFault(.method, entry: name, at: origin, found: version) }
    let flags = try reader.u16(offset + 6)
    let method = try reader.u16(offset + 8)
    let nameLength = try reader.u16(offset + 26)
    let extraLength = try reader.u16(offset + 28)
    let rawName = try reader.slice(offset + 30, nameLength)
    // Bits 1 and 2 only say how hard the writer tried; some writers set them on one side only.
    guard flags & ~0x0006 == record.flags & ~0x0006, method == record.method, rawName == record.rawName.bytes else {
      throw refuse(.localMismatch)
    }
    let extra = try ExtraFields(reader, at: offset + 30 + nameLength, count: extraLength)
    let path = try extra.unicodePath(of: rawName, isFlagged: record.rawName.isUTF8Flagged, at: offset)
    guard path == nil || path == record.rawName.unicodePath else { throw refuse(.localMismatch) }
    let numbers = try LocalNumbers(reader, at: offset, wide: extra.zip64)
    guard numbers.agree(with: record) else { throw refuse(.localMismatch) }
    dataOffset = offset + 30 + nameLength + extraLength
    guard dataOffset <= end, record.compressedSize <= end - dataOffset else { throw refuse(.overlap) }
    let dataEnd = dataOffset + record.compressedSize
    if record.method == 0, record.compressedSize != record.size { throw refuse(.sizeMismatch) }
    if record.isDirectory, record.size != 0 || record.crc32 != 0 { throw refuse(.badHeader) }
    if record.hasDescriptor {
      try DataDescriptor.check(reader, record, name: name, at: dataEnd, count: end - dataEnd)
      if numbers.compressed == 0, record.method == 0 {
        guard !DataDescriptor.mayLie(in: dataOffset..<dataEnd, of: reader) else { throw refuse(.ambiguous) }
      }
    } else if dataEnd < end {
      throw refuse(.junkBetween, dataEnd)
    }
  }
}

/// CRC and sizes of a local header.
///
/// With a descriptor behind the data each may be blank: Info-ZIP tells the size, which it knows before, others nothing.
private struct LocalNumbers {
  let crc: Int
  let compressed: Int
  let size: Int
  private let wide: [Int]?

  /// - Parameter wide: the ZIP64 extra field; in a local header it has both sizes.
  init(_ reader: ByteReader, at offset: Int, wide: [UInt8]?) throws(ZipFault) {
    crc = try reader.u32(offset + 14)
    let narrow = (size: try reader.u32(offset + 22), compressed: try reader.u32(offset + 18))
    guard let wide else {
      (size, compressed) = narrow
      self.wide = nil
      return
    }
    guard wide.count == 16 else { throw ZipFault(.badHeader, at: offset) }
    let values = ByteReader(bytes: wide)
    let both = [try values.u64(0), try values.u64(8)]
    size = narrow.size == 0xFFFF_FFFF ? both[0] : narrow.size
    compressed = narrow.compressed == 0xFFFF_FFFF ? both[1] : narrow.compressed
    self.wide = both
  }

  func agree(with record: CentralRecord) -> Bool {
    func fits(_ value: Int, _ told: Int) -> Bool { value == told || (record.hasDescriptor && value == 0) }
    return fits(crc, Int(record.crc32)) && fits(compressed, record.compressedSize) && fits(size, record.size)
      && (wide.map { fits($0[0], record.size) && fits($0[1], record.compressedSize) } ?? true)
  }
}
