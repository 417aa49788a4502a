import Spooling

/// Sorts rows of bytes bytewise, of which there may be more than memory holds: runs that fit are sorted and put into a spool, and
/// merged at the end.
struct SortedRuns {
  private let spool: Spool?
  private var rows: [[UInt8]] = []
  private var size = 0
  private var runs: [SpooledBytes] = []

  /// Bytes that are sorted in memory at a time.
  private static let most = 8 << 20

  init(in spool: Spool?) {
    self.spool = spool
  }

  mutating func add(_ row: [UInt8]) {
    rows.append(row)
    size += row.count + 32
    if spool != nil, size >= SortedRuns.most { flush() }
  }

  private mutating func flush() {
    guard let spool else { return }
    rows.sort { $0.lexicographicallyPrecedes($1) }
    var encoder = CanonicalEncoder()
    for row in rows { encoder.append(row) }
    runs.append(spool.keep(encoder.take()))
    rows = []
    size = 0
  }

  /// Hands over the rows in order.
  consuming func eachInOrder(_ body: ([UInt8]) -> Void) {
    guard !runs.isEmpty else {
      rows.sort { $0.lexicographicallyPrecedes($1) }
      for row in rows { body(row) }
      return
    }
    flush()
    var heads = runs.map { RunReader($0) }.filter { $0.row != nil }
    while let least = heads.indices.min(by: { heads[$0].precedes(heads[$1]) }) {
      if let row = heads[least].row { body(row) }
      heads[least].advance()
      if heads[least].row == nil { heads.remove(at: least) }
    }
  }
}

/// Reads a sorted run row by row.
private struct RunReader {
  private let run: SpooledBytes
  private var next = 0
  private var window: [UInt8] = []
  private var start = 0
  private(set) var row: [UInt8]?

  private static let size = 64 << 10

  init(_ run: SpooledBytes) {
    self.run = run
    advance()
  }

  func precedes(_ other: RunReader) -> Bool {
    guard let row, let otherRow = other.row else { return other.row == nil && row != nil }
    return row.lexicographicallyPrecedes(otherRow)
  }

  /// Goes on to the next row; to none at the end.
  mutating func advance() {
    row = nil
    guard next < run.count else { return }
    var wanted = RunReader.size
    // The length of a row stands before it, so that a second window has all of it.
    for _ in 0..<3 {
      if next < start + window.count {
        var decoder = CanonicalDecoder(window, from: next - start)
        if let found = try? decoder.run() {
          row = Array(found)
          next = start + found.endIndex
          return
        }
        var length = CanonicalDecoder(window, from: next - start)
        wanted = max(wanted, ((try? length.int()) ?? 0) + 16)
      }
      start = next
      window = run.bytes(from: next, count: wanted)
    }
    next = run.count
  }
}
