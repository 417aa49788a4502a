/// One entry of the central directory, with its 64-bit sizes and its name settled.
struct CentralRecord {
  let offset: Int
  let length: Int
  let flags: Int
  let method: Int
  let crc32: UInt32
  let compressedSize: Int
  let size: Int
  let localOffset: Int
  let rawName: ZipRawName
  let unixMode: Int

  var hasDescriptor: Bool { flags & 0x0008 != 0 }

  init(_ reader: ByteReader, at offset: Int, limits: ZipLimits) throws(ZipFault) {
    guard try reader.u32(offset) == 0x0201_4B50 else { throw ZipFault(.badHeader, at: offset) }
    self.offset = offset
    let madeBy = try reader.u16(offset + 4)
    flags = try reader.u16(offset + 8)
    method = try reader.u16(offset + 10)
    crc32 = UInt32(truncatingIfNeeded: try reader.u32(offset + 16))
    var compressed = try reader.u32(offset + 20)
    var inflated = try reader.u32(offset + 24)
    let nameLength = try reader.u16(offset + 28)
    let extraLength = try reader.u16(offset + 30)
    let commentLength = try reader.u16(offset + 32)
    let disk = try reader.u16(offset + 34)
    let attributes = try reader.u32(offset + 38)
    var local = try reader.u32(offset + 42)
    length = 46 + nameLength + extraLength + commentLength
    let name = try reader.slice(offset + 46, nameLength)
    guard nameLength <= limits.nameBytes else { throw ZipFault(.nameTooLong, at: offset, found: nameLength) }
    let extra = try ExtraFields(reader, at: offset + 46 + nameLength, count: extraLength)
    if let wide = extra.zip64 {
      var values = wide[...]
      func take() throws(ZipFault) -> Int {
        guard values.count >= 8 else { throw ZipFault(.badHeader, at: offset) }
        defer { values = values.dropFirst(8) }
        return try ByteReader(bytes: Array(values.prefix(8))).u64(0)
      }
      if inflated == 0xFFFF_FFFF { inflated = try take() }
      if compressed == 0xFFFF_FFFF { compressed = try take() }
      if local == 0xFFFF_FFFF { local = try take() }
    }
    guard disk == 0 || disk == 0xFFFF else { throw ZipFault(.multiDisk, at: offset) }
    compressedSize = compressed
    size = inflated
    localOffset = local
    unixMode = madeBy >> 8 == 3 || madeBy >> 8 == 19 ? attributes >> 16 : 0
    rawName = ZipRawName(
      bytes: name, isUTF8Flagged: flags & 0x0800 != 0, unicodePath: extra.unicodePath(of: name))
    guard reader.has(length, at: offset) else { throw ZipFault(.truncated, at: offset) }
  }
}

/// The extra fields that say something here.
struct ExtraFields {
  private(set) var zip64: [UInt8]?
  private var path: [UInt8]?

  init(_ reader: ByteReader, at start: Int, count: Int) throws(ZipFault) {
    var offset = start
    let end = start + count
    guard reader.has(count, at: start) else { throw ZipFault(.truncated, at: start) }
    while end - offset >= 4 {
      let id = try reader.u16(offset)
      let length = try reader.u16(offset + 2)
      guard length <= end - offset - 4 else { throw ZipFault(.badHeader, at: offset) }
      let data = try reader.slice(offset + 4, length)
      if id == 0x0001 {
        guard zip64 == nil else { throw ZipFault(.ambiguous, at: offset) }
        zip64 = data
      }
      if id == 0x7075 {
        guard path == nil else { throw ZipFault(.ambiguous, at: offset) }
        path = data
      }
      offset += 4 + length
    }
    // Some writers pad with a few zero bytes; anything else behind the last field is no field.
    guard reader.bytes[offset..<end].allSatisfy({ $0 == 0 }) else { throw ZipFault(.badHeader, at: offset) }
  }

  /// The Unicode path, when it was made for this raw name.
  func unicodePath(of name: [UInt8]) -> String? {
    guard let path, path.count > 5, path[0] == 1 else { return nil }
    let told = UInt32(path[1]) | UInt32(path[2]) << 8 | UInt32(path[3]) << 16 | UInt32(path[4]) << 24
    guard told == Checksum.crc32(name[...]) else { return nil }
    return String(validating: path[5...], as: UTF8.self)
  }
}
