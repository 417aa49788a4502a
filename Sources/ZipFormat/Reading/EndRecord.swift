/// The end of central directory, 32 or 64 bit: where the directory lies and how many entries it has.
struct EndRecord {
  let entryCount: Int
  let directoryOffset: Int
  let directorySize: Int
  /// Where the directory must end: at the first end record.
  let offset: Int

  private static let signature = 0x0605_4B50
  private static let signature64 = 0x0606_4B50
  private static let locator64 = 0x0706_4B50

  init(_ reader: ByteReader) throws(ZipFault) {
    let end = try EndRecord.find(reader)
    let disk = try reader.u16(end + 4)
    let directoryDisk = try reader.u16(end + 6)
    let here = try reader.u16(end + 8)
    let total = try reader.u16(end + 10)
    let size = try reader.u32(end + 12)
    let start = try reader.u32(end + 16)
    if end >= 20, try reader.u32(end - 20) == EndRecord.locator64 {
      let wide = try EndRecord.read64(reader, locator: end - 20)
      guard total == 0xFFFF || total == wide.entryCount, size == 0xFFFF_FFFF || size == wide.directorySize,
        start == 0xFFFF_FFFF || start == wide.directoryOffset, disk == 0 || disk == 0xFFFF
      else { throw ZipFault(.badHeader, at: end) }
      self = wide
      return
    }
    guard disk == 0, directoryDisk == 0, here == total else { throw ZipFault(.multiDisk, at: end) }
    self.init(entryCount: total, directoryOffset: start, directorySize: size, offset: end)
  }

  private init(entryCount: Int, directoryOffset: Int, directorySize: Int, offset: Int) {
    self.entryCount = entryCount
    self.directoryOffset = directoryOffset
    self.directorySize = directorySize
    self.offset = offset
  }

  /// The end record: the last one in the file, whose comment reaches exactly to the file's end.
  ///
  /// Signatures before it are harmless, they lie in the data of entries, such as a stored zip; one inside its comment would make
  /// some readers see another archive.
  private static func find(_ reader: ByteReader) throws(ZipFault) -> Int {
    let count = reader.bytes.count
    guard count >= 22 else { throw ZipFault(reader.bytes.starts(with: [0x50, 0x4B]) ? .truncated : .notZip) }
    var last: Int?
    var offset = count - 22
    let lowest = max(0, count - 22 - 0xFFFF)
    while offset >= lowest {
      if reader.bytes[offset] == 0x50, try reader.u32(offset) == signature {
        let reachesEnd = try offset + 22 + reader.u16(offset + 20) == count
        if reachesEnd {
          if let last { throw ZipFault(.ambiguous, at: last) }
          return offset
        }
        last = last ?? offset
      }
      offset -= 1
    }
    if let last { throw ZipFault(.junkAfter, at: last) }
    throw ZipFault(reader.bytes.starts(with: [0x50, 0x4B, 3, 4]) ? .truncated : .notZip)
  }

  private static func read64(_ reader: ByteReader, locator: Int) throws(ZipFault) -> EndRecord {
    let offset = try reader.u64(locator + 8)
    guard try reader.u32(locator + 4) == 0, try reader.u32(locator + 16) <= 1 else {
      throw ZipFault(.multiDisk, at: locator)
    }
    guard offset <= locator - 56, try reader.u32(offset) == signature64 else { throw ZipFault(.badHeader, at: locator) }
    guard offset + 12 + (try reader.u64(offset + 4)) == locator else { throw ZipFault(.junkBetween, at: offset) }
    let here = try reader.u64(offset + 24)
    let total = try reader.u64(offset + 32)
    guard try reader.u32(offset + 16) == 0, try reader.u32(offset + 20) == 0, here == total else {
      throw ZipFault(.multiDisk, at: offset)
    }
    return EndRecord(
      entryCount: total, directoryOffset: try reader.u64(offset + 48), directorySize: try reader.u64(offset + 40),
      offset: offset)
  }
}
