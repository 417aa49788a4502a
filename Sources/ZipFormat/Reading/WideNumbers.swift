/// The ZIP64 extra field of the central directory: one number for each field that is all ones, in order, and no more.
///
/// A number for a field that tells its value itself would be a second value, which some readers take.
struct WideNumbers {
  private var rest: ArraySlice<UInt8>
  private let offset: Int

  init(_ field: [UInt8]?, at offset: Int) {
    rest = field?[...] ?? []
    self.offset = offset
  }

  mutating func settle(_ narrow: Int) throws(ZipFault) -> Int {
    guard narrow == 0xFFFF_FFFF else { return narrow }
    return try ByteReader(bytes: take(8)).u64(0)
  }

  mutating func settleDisk(_ narrow: Int) throws(ZipFault) -> Int {
    guard narrow == 0xFFFF else { return narrow }
    return try ByteReader(bytes: take(4)).u32(0)
  }

  func finish() throws(ZipFault) {
    guard rest.isEmpty else { throw ZipFault(.ambiguous, at: offset) }
  }

  private mutating func take(_ count: Int) throws(ZipFault) -> [UInt8] {
    guard rest.count >= count else { throw ZipFault(.badHeader, at: offset) }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
}
