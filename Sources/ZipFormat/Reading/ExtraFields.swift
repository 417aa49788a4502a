import Spooling

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
      if id == 0x0001 {
        guard zip64 == nil else { throw ZipFault(.ambiguous, at: offset) }
        zip64 = try reader.slice(offset + 4, length)
      }
      if id == 0x7075 {
        guard path == nil else { throw ZipFault(.ambiguous, at: offset) }
        path = try reader.slice(offset + 4, length)
      }
      offset += 4 + length
    }
    // Some writers pad with a few zero bytes; anything else behind the last field is no field.
    guard reader.bytes[offset..<end].allSatisfy({ $0 == 0 }) else { throw ZipFault(.badHeader, at: offset) }
  }

  /// The Unicode path, when there is one.
  ///
  /// It says in full what the raw name says in a code page. One that was made for another name, or says another name,
  /// is refused: readers differ over whether to heed it.
  func unicodePath(of name: [UInt8], isFlagged: Bool, at offset: Int) throws(ZipFault) -> String? {
    let raw = String(validating: name, as: UTF8.self)
    guard raw != nil || !isFlagged else { throw ZipFault(.badHeader, at: offset) }
    guard let path else { return nil }
    let refused = ZipFault(.ambiguous, at: offset)
    guard path.count > 5, path[0] == 1 else { throw refused }
    let told = try ByteReader(bytes: path).u32(1)
    // Some writers of Windows set a backslash here where the name itself has a slash.
    let slashed = name.contains(UInt8(ascii: "\\")) ? path[5...] : ExtraFields.withSlashes(path[5...])
    guard told == Int(Checksum.crc32(name[...])), let text = String(validating: slashed, as: UTF8.self) else {
      throw refused
    }
    let isASCII = name.allSatisfy { $0 < 0x80 }
    if isFlagged || (raw != nil && !isASCII) {
      guard text == raw else { throw refused }
    } else {
      guard ExtraFields.isLossy(name, of: slashed) else { throw refused }
    }
    return text
  }

  private static func withSlashes(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    path.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }[...]
  }

  /// Whether a raw name may be what a code page made of a path: what is ASCII stands in both, what is not was replaced.
  private static func isLossy(_ name: [UInt8], of path: ArraySlice<UInt8>) -> Bool {
    let kept = path.split { $0 >= 0x80 }
    guard let first = kept.first, let last = kept.last else { return !name.contains(UInt8(ascii: "/")) }
    guard first.count < path.count else { return name[...] == path }
    let beginsWell = path.starts(with: first) ? name.starts(with: first) : true
    let endsWell = path.suffix(last.count) == last ? name.suffix(last.count) == last : true
    var rest = name[...]
    for part in kept {
      guard let place = rest.firstRange(of: part) else { return false }
      rest = rest[place.upperBound...]
    }
    func folders(_ bytes: some Collection<UInt8>) -> Int { bytes.count { $0 == UInt8(ascii: "/") } }
    return beginsWell && endsWell && folders(name) == folders(path)
  }
}
