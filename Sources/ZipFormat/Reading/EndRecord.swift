import Spooling

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
      func agrees(_ narrow: Int, _ value: Int, blank: Int) -> Bool { narrow == blank || narrow == value }
      guard agrees(disk, 0, blank: 0xFFFF), agrees(directoryDisk, 0, blank: 0xFFFF) else {
        throw ZipFault(.multiDisk, at: end)
      }
      guard agrees(here, wide.entryCount, blank: 0xFFFF), agrees(total, wide.entryCount, blank: 0xFFFF),
        agrees(size, wide.directorySize, blank: 0xFFFF_FFFF), agrees(start, wide.directoryOffset, blank: 0xFFFF_FFFF)
      else { throw ZipFault(.ambiguous, at: end) }
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

  /// The end record: the only one in the file whose comment reaches exactly to the file's end.
  ///
  /// Signatures before it are harmless, they lie in the data of entries, such as a stored zip; unless that one
  /// would reach to the end as well. A comment is plain: with a signature inside, some readers see another archive.
  private static func find(_ reader: ByteReader) throws(ZipFault) -> Int {
    let count = reader.bytes.count
    guard count >= 22 else { throw ZipFault(reader.bytes.starts(with: [0x50, 0x4B]) ? .truncated : .notZip) }
    var found: Int?
    var unfinished: (offset: Int, end: Int)?
    let lowest = max(0, count - 22 - 0xFFFF)
    for offset in stride(from: count - 22, through: lowest, by: -1) where reader.bytes[offset] == 0x50 {
      guard try reader.u32(offset) == signature else { continue }
      let end = try offset + 22 + reader.u16(offset + 20)
      if end != count {
        unfinished = unfinished ?? (offset, end)
      } else if let found {
        throw ZipFault(.ambiguous, at: found)
      } else {
        found = offset
      }
    }
    if let found {
      guard isPlain(reader.bytes[(found + 22)...]) else { throw ZipFault(.ambiguous, at: found) }
      return found
    }
    if let unfinished { throw ZipFault(unfinished.end > count ? .truncated : .junkAfter, at: unfinished.offset) }
    throw ZipFault(reader.bytes.starts(with: [0x50, 0x4B, 3, 4]) ? .truncated : .notZip)
  }

  /// No signature: `PK` and a control character.
  private static func isPlain(_ comment: some Collection<UInt8>) -> Bool {
    !zip(comment, zip(comment.dropFirst(), comment.dropFirst(2))).contains { $0 == 0x50 && $1.0 == 0x4B && $1.1 < 0x20 }
  }

  private static func read64(_ reader: ByteReader, locator: Int) throws(ZipFault) -> EndRecord {
    let offset = try reader.u64(locator + 8)
    guard try reader.u32(locator + 4) == 0, try reader.u32(locator + 16) <= 1 else {
      throw ZipFault(.multiDisk, at: locator)
    }
    guard offset <= locator - 56, try reader.u32(offset) == signature64 else { throw ZipFault(.badHeader, at: locator) }
    // 44 bytes follow the size; more would be an extensible sector, where anything can hide.
    guard offset + 56 == locator, try reader.u64(offset + 4) == 44 else { throw ZipFault(.junkBetween, at: offset) }
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
