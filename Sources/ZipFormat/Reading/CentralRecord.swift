import Spooling

/// One entry of the central directory, with its 64-bit sizes and its name settled.
struct CentralRecord {
  let offset: Int
  let length: Int
  let version: Int
  let flags: Int
  let method: Int
  let crc32: UInt32
  let compressedSize: Int
  let size: Int
  let localOffset: Int
  let rawName: ZipRawName
  private let attributes: Int

  var hasDescriptor: Bool { flags & 0x0008 != 0 }
  var isDirectory: Bool { rawName.bytes.last == UInt8(ascii: "/") }

  /// The kind of file by Unix; zero where the writer knew none.
  ///
  /// Heeded whatever system the writer names, as some readers do; no attribute of Windows reaches that far.
  var fileType: Int { attributes >> 16 & 0xF000 }
  var isFolderByAttribute: Bool { attributes & 0x10 != 0 || fileType == 0x4000 }
  var isVolumeLabel: Bool { attributes & 0x08 != 0 }

  private init(_ reader: ByteReader, at offset: Int, limits: ZipLimits) throws(ZipFault) {
    guard try reader.u32(offset) == 0x0201_4B50 else { throw ZipFault(.badHeader, at: offset) }
    self.offset = offset
    version = try reader.u16(offset + 6) & 0xFF
    flags = try reader.u16(offset + 8)
    method = try reader.u16(offset + 10)
    crc32 = UInt32(truncatingIfNeeded: try reader.u32(offset + 16))
    let nameLength = try reader.u16(offset + 28)
    let extraLength = try reader.u16(offset + 30)
    let commentLength = try reader.u16(offset + 32)
    attributes = try reader.u32(offset + 38)
    length = 46 + nameLength + extraLength + commentLength
    guard reader.has(length, at: offset) else { throw ZipFault(.truncated, at: offset) }
    guard nameLength <= limits.nameBytes else { throw ZipFault(.nameTooLong, at: offset, found: nameLength) }
    let name = try reader.slice(offset + 46, nameLength)
    let extra = try ExtraFields(reader, at: offset + 46 + nameLength, count: extraLength)
    let wide = try WideNumbers(reader, record: offset, field: extra.zip64)
    (size, compressedSize, localOffset) = (wide.size, wide.compressedSize, wide.localOffset)
    let isFlagged = flags & 0x0800 != 0
    rawName = ZipRawName(
      bytes: name, isUTF8Flagged: isFlagged,
      unicodePath: try extra.unicodePath(of: name, isFlagged: isFlagged, at: offset))
  }

  /// The whole directory: as many records as the end record says, filling it exactly.
  static func all(_ reader: ByteReader, _ end: EndRecord, limits: ZipLimits) throws(ZipFault) -> [CentralRecord] {
    var records: [CentralRecord] = []
    var offset = end.directoryOffset
    for _ in 0..<end.entryCount {
      let record = try CentralRecord(reader, at: offset, limits: limits)
      guard record.length <= end.offset - offset else { throw ZipFault(.badHeader, at: offset) }
      records.append(record)
      offset += record.length
    }
    guard offset == end.offset else { throw ZipFault(.junkBetween, at: offset) }
    return records
  }
}
