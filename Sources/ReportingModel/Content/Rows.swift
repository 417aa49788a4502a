package import Spooling

/// A row with one form in bytes: that in which the ledger keeps it, and in which it lies in a spool.
package protocol CanonicalRow: Hashable, Sendable {
  func write(to encoder: inout CanonicalEncoder)
  init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed)
}

/// The rows of a block, in memory or in a spool: they are gone through one after the other, and may be more than memory holds.
///
/// What comes out of a spool is read from the start of its chunk, so that going through all is cheap and a single one is not.
package struct Rows<Row: CanonicalRow>: Sequence, Sendable, ExpressibleByArrayLiteral {
  private enum Storage: Sendable {
    case list([Row])
    /// A few short rows are also held as they are: to decode those of an ordinary report at each of the looks that are taken at
    /// them was a tenth of the time of an `ingest`.
    case spooled([SpooledChunk], held: [Row])
  }

  private var storage: Storage
  package private(set) var count: Int

  package init(_ rows: [Row] = []) {
    storage = .list(rows)
    count = rows.count
  }

  package init(arrayLiteral rows: Row...) { self.init(rows) }

  /// - Parameter spool: where the rows go; without one they stay in memory.
  package init(_ rows: some Sequence<Row>, into spool: Spool?) {
    var writer = RowsWriter<Row>(into: spool)
    for row in rows { writer.append(row) }
    self = writer.finish()
  }

  /// - Parameter held: all of the rows, or none.
  fileprivate init(chunks: [SpooledChunk], held: [Row]) {
    storage = .spooled(chunks, held: held)
    count = chunks.reduce(0) { $0 + $1.count }
  }

  package var isEmpty: Bool { count == 0 }
  package var indices: Range<Int> { 0..<count }
  package var underestimatedCount: Int { count }
  package var first: Row? { first { _ in true } }

  /// The row with a number, from 0; `nil` where there is none or a fault of the disk keeps it.
  package func row(_ number: Int) -> Row? {
    switch storage {
    case .list(let rows): return rows.indices.contains(number) ? rows[number] : nil
    case .spooled(_, let held) where !held.isEmpty: return held.indices.contains(number) ? held[number] : nil
    case .spooled(let chunks, _):
      var number = number
      for chunk in chunks {
        if number < chunk.count { return RowIterator<Row>([chunk], listed: []).dropFirst(number).first { _ in true } }
        number -= chunk.count
      }
      return nil
    }
  }

  /// The row with a number, from 0, of rows made in memory; a change takes all of them there.
  package subscript(number: Int) -> Row {
    get { list[number] }
    set {
      var rows = list
      storage = .list([])
      rows[number] = newValue
      self = Rows(rows)
    }
  }

  package mutating func append(_ row: Row) {
    var rows = list
    storage = .list([])
    rows.append(row)
    self = Rows(rows)
  }

  package mutating func removeAll(where isOut: (Row) -> Bool) {
    guard contains(where: isOut) else { return }
    self = Rows(filter { !isOut($0) })
  }

  /// All of them in memory; no copy is made of what lies there.
  package var list: [Row] {
    switch storage {
    case .list(let rows): rows
    case .spooled(_, let held) where !held.isEmpty: held
    case .spooled: Array(self)
    }
  }

  package func makeIterator() -> RowIterator<Row> {
    switch storage {
    case .list(let rows): RowIterator([], listed: rows)
    case .spooled(let chunks, let held): held.isEmpty ? RowIterator(chunks, listed: []) : RowIterator([], listed: held)
    }
  }

  /// Hands over the rows as the ledger keeps them, their number before them, piece by piece.
  /// - Parameter encoder: what was written and not handed over yet.
  func eachPiece<Fault: Error>(
    after encoder: inout CanonicalEncoder, _ body: ([UInt8]) throws(Fault) -> Void
  ) throws(Fault) {
    encoder.append(count)
    switch storage {
    case .list(let rows):
      for row in rows {
        row.write(to: &encoder)
        if encoder.bytes.count >= RowsWriter<Row>.chunk { try body(encoder.take()) }
      }
    case .spooled(let chunks, _):
      try body(encoder.take())
      for chunk in chunks { try body(chunk.bytes.all) }
    }
  }
}

/// Some rows that lie in a spool.
struct SpooledChunk: Sendable {
  let bytes: SpooledBytes
  let count: Int
}

/// Goes through rows.
package struct RowIterator<Row: CanonicalRow>: IteratorProtocol, Sequence {
  private var listed: IndexingIterator<[Row]>
  private var chunks: ArraySlice<SpooledChunk>
  private var decoder = CanonicalDecoder([])
  private var left = 0

  init(_ chunks: [SpooledChunk], listed: [Row]) {
    self.chunks = chunks[...]
    self.listed = listed.makeIterator()
  }

  package mutating func next() -> Row? {
    if let row = listed.next() { return row }
    while left == 0 {
      guard let chunk = chunks.popFirst() else { return nil }
      decoder = CanonicalDecoder(chunk.bytes.all)
      left = chunk.count
    }
    left -= 1
    // What a spool could not give is a fault of the spool, which its owner asks for.
    return try? Row(from: &decoder)
  }
}

/// Writes rows: into a spool where there is one, else into memory.
package struct RowsWriter<Row: CanonicalRow>: Sendable {
  private let spool: Spool?
  private var encoder = CanonicalEncoder()
  private var pending = 0
  private var chunks: [SpooledChunk] = []
  private var listed: [Row] = []
  /// All rows so far, while they are few and short.
  private var held: [Row] = []
  package private(set) var count = 0

  /// Bytes that are written at a time.
  static var chunk: Int { 128 << 10 }
  /// Up to so many rows and bytes of theirs are also held as they are.
  private static var fewRows: Int { 128 }
  private static var shortBytes: Int { 48 << 10 }

  package init(into spool: Spool?) {
    self.spool = spool
  }

  /// Makes room for rows that will be listed.
  mutating func reserve(_ count: Int) {
    if spool == nil { listed.reserveCapacity(min(count, 1 << 12)) }
  }

  package mutating func append(_ row: Row) {
    count += 1
    guard spool != nil else { return listed.append(row) }
    row.write(to: &encoder)
    pending += 1
    if count <= Self.fewRows, encoder.bytes.count <= Self.shortBytes, held.count == count - 1 {
      held.append(row)
    } else {
      held = []
    }
    if encoder.bytes.count >= Self.chunk { flush() }
  }

  private mutating func flush() {
    guard let spool, pending > 0 else { return }
    chunks.append(SpooledChunk(bytes: spool.keep(encoder.take()), count: pending))
    pending = 0
  }

  package mutating func finish() -> Rows<Row> {
    guard spool != nil else { return Rows(listed) }
    flush()
    return Rows(chunks: chunks, held: held)
  }
}

extension Rows: Hashable {
  package static func == (left: Rows, right: Rows) -> Bool { left.count == right.count && left.elementsEqual(right) }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for row in self { hasher.combine(row) }
  }
}
