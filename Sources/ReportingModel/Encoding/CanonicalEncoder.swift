package import Spooling

/// Writes values as bytes in one way only: what is hashed into the ledger's chain, and how contents are stored.
///
/// Whole numbers are zigzag LEB128, texts and lists carry their length before them, an optional is 0 or 1 and its value. So two
/// different sequences of fields never give the same bytes, and there is nothing of JSON's freedom in them.
package struct CanonicalEncoder: Sendable {
  package private(set) var bytes: [UInt8] = []
  private let unifiesLineEnds: Bool

  /// - Parameter unifiesLineEnds: writes CR LF and CR inside a text as LF.
  package init(unifiesLineEnds: Bool = false) {
    self.unifiesLineEnds = unifiesLineEnds
  }

  /// What was written since the last time.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }

  package mutating func append(_ value: Int128) {
    var rest = UInt128(bitPattern: (value << 1) ^ (value >> 127))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func append(_ value: some FixedWidthInteger & SignedInteger) {
    let wide = Int64(value)
    var rest = UInt64(bitPattern: (wide << 1) ^ (wide >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func append(_ text: String) {
    let utf8 = text.utf8
    guard unifiesLineEnds, utf8.contains(UInt8(ascii: "\r")) else {
      append(utf8.count)
      bytes.append(contentsOf: utf8)
      return
    }
    append(CanonicalEncoder.withPlainLineEnds(utf8))
  }

  private static func withPlainLineEnds(_ utf8: String.UTF8View) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(utf8.count)
    var last: UInt8 = 0
    for byte in utf8 {
      if byte == UInt8(ascii: "\r") {
        plain.append(UInt8(ascii: "\n"))
      } else if !(byte == UInt8(ascii: "\n") && last == UInt8(ascii: "\r")) {
        plain.append(byte)
      }
      last = byte
    }
    return plain
  }

  package mutating func append(_ run: [UInt8]) {
    append(run.count)
    bytes.append(contentsOf: run)
  }

  package mutating func append(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func append(_ digest: Digest) { bytes.append(contentsOf: digest.bytes) }

  package mutating func append(_ date: CalendarDate) { append(date.dayNumber) }

  package mutating func append(_ instant: Instant) { append(instant.seconds) }

  package mutating func append(_ amount: Amount) { append(amount.thousandths) }

  package mutating func append(_ text: String?) {
    append(text != nil)
    if let text { append(text) }
  }

  package mutating func append<Element>(
    list: some Collection<Element>, _ write: (inout CanonicalEncoder, Element) -> Void
  ) {
    append(list.count)
    for element in list { write(&self, element) }
  }
}

/// Reads what `CanonicalEncoder` wrote. Bytes that it did not write end in an error, never in a trap.
package struct CanonicalDecoder: Sendable {
  /// The bytes do not have the form that was asked for.
  package struct Malformed: Error, Sendable {
    package let offset: Int

    package init(offset: Int) {
      self.offset = offset
    }
  }

  /// The bytes that are in memory; of a spool those that come next.
  private var bytes: [UInt8]
  /// Where reading goes on.
  package private(set) var position = 0
  private let spooled: SpooledBytes?
  /// Bytes of the spool that were taken into memory.
  private var loaded = 0

  /// - Parameter start: where reading begins.
  package init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    position = start
    spooled = nil
  }

  /// Reads bytes that may be more than memory holds.
  package init(_ spooled: SpooledBytes) {
    bytes = []
    self.spooled = spooled
  }

  /// Bytes that were not read yet.
  private var rest: Int { bytes.count - position + (spooled.map { $0.count - loaded } ?? 0) }

  private static let piece = 256 << 10

  /// Takes as much into memory as is asked for.
  private mutating func load(_ count: Int) throws(Malformed) {
    guard count > bytes.count - position else { return }
    guard let spooled, count <= rest else { throw Malformed(offset: position) }
    let piece = spooled.bytes(from: loaded, count: max(count, CanonicalDecoder.piece))
    bytes = Array(bytes[position...]) + piece
    position = 0
    loaded += piece.count
    guard count <= bytes.count else { throw Malformed(offset: position) }
  }

  /// Throws when something follows what was read.
  package func finish() throws(Malformed) {
    guard rest == 0 else { throw Malformed(offset: position) }
  }

  package mutating func int128() throws(Malformed) -> Int128 {
    var value: UInt128 = 0
    var shift = 0
    while true {
      let byte = try next()
      guard shift < 128 else { throw Malformed(offset: position) }
      value |= UInt128(byte & 0x7F) << UInt128(shift)
      if byte < 0x80 { break }
      shift += 7
    }
    return Int128(bitPattern: value >> 1) ^ -Int128(bitPattern: value & 1)
  }

  package mutating func int() throws(Malformed) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try next()
      guard shift < 64 else { throw Malformed(offset: position) }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  package mutating func string() throws(Malformed) -> String {
    String(decoding: try run(), as: UTF8.self)
  }

  package mutating func run() throws(Malformed) -> ArraySlice<UInt8> {
    let count = try int()
    guard count >= 0, count <= rest else { throw Malformed(offset: position) }
    try load(count)
    defer { position += count }
    return bytes[position..<position + count]
  }

  package mutating func bool() throws(Malformed) -> Bool { try next() == 1 }

  package mutating func digest() throws(Malformed) -> Digest {
    try load(32)
    defer { position += 32 }
    guard let digest = Digest(bytes: Array(bytes[position..<position + 32])) else {
      throw Malformed(offset: position)
    }
    return digest
  }

  package mutating func date() throws(Malformed) -> CalendarDate {
    CalendarDate(dayNumber: Int32(clamping: try int()))
  }

  package mutating func instant() throws(Malformed) -> Instant { Instant(seconds: Int64(try int())) }

  package mutating func amount() throws(Malformed) -> Amount { Amount(thousandths: try int128()) }

  package mutating func optionalString() throws(Malformed) -> String? { try bool() ? try string() : nil }

  /// The number of what follows: each has a byte at least.
  mutating func length() throws(Malformed) -> Int {
    let count = try int()
    guard count >= 0, count <= rest else { throw Malformed(offset: position) }
    return count
  }

  package mutating func list<Element>(
    _ read: (inout CanonicalDecoder) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    let count = try length()
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try read(&self)) }
    return result
  }

  private mutating func next() throws(Malformed) -> UInt8 {
    try load(1)
    defer { position += 1 }
    return bytes[position]
  }
}
