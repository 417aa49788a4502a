package import Spooling
import VietnameseText

extension CSVTable {
  /// The header is looked for in so many rows: exports set a few title rows above it.
  package static let headerRows = 41

  /// Reads a file whose encoding has been told. Whatever the bytes are, it gives a table; what is wrong are its faults.
  ///
  /// The delimiter is the one that a first line `sep=` names, else the one that makes the header show most known
  /// columns, else the one that cuts the first row it cuts at all into most cells.
  /// - Parameters:
  ///   - encoding: what an `EncodingDetector` decided.
  ///   - spool: where the text of another encoding goes; without one it stays in memory.
  ///   - isHeader: the number of known columns that the cells of a row name.
  package init(
    reading bytes: ByteView, encoding: CSVEncoding, limits: CSVLimits = CSVLimits(), into spool: Spool? = nil,
    isHeader: ([String]) -> Int
  ) {
    guard bytes.count <= Int(Int32.max) else {
      self.init(unreadable: .tooLarge, at: 0, encoding)
      return
    }
    do {
      let source = try CSVSource(bytes, encoding, into: spool)
      let named = CSVDelimiter.named(in: source.bytes, from: source.start)
      let start = named?.next ?? source.start
      let best = DelimiterTrial.best(
        of: named.map { [$0.delimiter] } ?? CSVDelimiter.searched, source, from: start, limits, isHeader)
      let delimiter = best?.delimiter ?? .semicolon
      var scanner = RecordScanner(source.bytes, delimiter: delimiter, limits: limits, isBlank: source.isBlank)
      scanner.scan(from: start, maximum: limits.rows + (best?.headerIndex ?? -1) + 1)
      self.init(
        encoding: encoding, delimiter: delimiter, records: scanner.records, headerIndex: best?.headerIndex,
        faults: source.placedInFile(scanner.faults.kept), faultCount: scanner.faults.count, source: source)
    } catch {
      self.init(unreadable: .undecodable, at: error.offset, encoding)
    }
  }

  /// Reads a file that is in memory; see the one for views.
  package init(
    reading bytes: [UInt8], encoding: CSVEncoding, limits: CSVLimits = CSVLimits(), isHeader: ([String]) -> Int
  ) {
    self.init(reading: ByteView(bytes), encoding: encoding, limits: limits, isHeader: isHeader)
  }

  private init(unreadable kind: CSVFault.Kind, at place: Int, _ encoding: CSVEncoding) {
    self.init(
      encoding: encoding, delimiter: .comma, records: [], headerIndex: nil,
      faults: [CSVFault(kind: kind, row: 1, column: 1, byteOffset: place)], faultCount: 1, source: CSVSource())
  }

  /// The index of the row that names most known columns, among the first rows, and how many it names; the first of equals, or
  /// nothing where no row names any.
  /// - Parameter floor: rows of fewer cells are not looked at; they name no more columns than they have cells.
  fileprivate func scoredHeader(from floor: Int, isHeader: ([String]) -> Int) -> (index: Int, score: Int)? {
    var best: (index: Int, score: Int)?
    for (index, record) in records.prefix(while: { $0.row <= Self.headerRows }).enumerated() {
      // Below a whole header nothing is looked at.
      guard record.cellCount > best?.score ?? 0, record.cellCount >= floor else { continue }
      let score = isHeader(cells(record))
      if score > best?.score ?? 0 { best = (index, score) }
    }
    return best
  }
}

/// The first rows as one delimiter cuts them.
private struct DelimiterTrial {
  let delimiter: CSVDelimiter
  private let head: CSVTable
  private(set) var headerIndex: Int?
  private var score = 0

  private init(_ source: CSVSource, from start: Int, _ delimiter: CSVDelimiter, _ limits: CSVLimits) {
    var scanner = RecordScanner(source.bytes, delimiter: delimiter, limits: limits, isBlank: source.isBlank)
    scanner.scan(from: start, firstRows: CSVTable.headerRows)
    self.delimiter = delimiter
    head = CSVTable(
      encoding: .utf8, delimiter: delimiter, records: scanner.records, headerIndex: nil, faults: [], faultCount: 0,
      source: source)
  }

  private var mostCells: Int { head.records.map(\.cellCount).max() ?? 0 }

  /// Compared in order; greater is better.
  private var merits: [Int] {
    let cut = headerIndex.map { head.records[$0] } ?? head.records.first { $0.width > 1 }
    return [score, headerIndex == nil ? -(cut?.row ?? Int.max) : 0, cut?.width ?? 0]
  }

  /// The best trial, the first of equals.
  static func best(
    of delimiters: [CSVDelimiter], _ source: CSVSource, from start: Int, _ limits: CSVLimits,
    _ isHeader: ([String]) -> Int
  ) -> DelimiterTrial? {
    var trials = delimiters.map { DelimiterTrial(source, from: start, $0, limits) }
    // The one that cuts most cells comes first, so that of the others next to nothing needs to be looked at.
    var floor = 0
    for index in trials.indices.sorted(by: { trials[$0].mostCells > trials[$1].mostCells }) {
      guard let header = trials[index].head.scoredHeader(from: floor, isHeader: isHeader) else { continue }
      (trials[index].headerIndex, trials[index].score) = (header.index, header.score)
      floor = max(floor, header.score)
    }
    return trials.reduce(nil) { best, trial in
      guard let best else { return trial }
      return best.merits.lexicographicallyPrecedes(trial.merits) ? trial : best
    }
  }
}
