import Ledger
private import Synchronization
import Testing

/// Contents and receipts are kept beside their rows.
extension StoreLaw {
  static let beside = [
    StoreLaw("contents are found by sequence, and only those that are there") { subject in
      let additions = SampleRows.additions(1...30)
      try await subject.append(additions)
      let expected = Dictionary(
        uniqueKeysWithValues: additions.compactMap { addition in
          addition.content.map { (addition.row.sequence, $0.bytes) }
        })
      #expect(expected.count == 10)
      for store in try await subject.both() {
        #expect(try await store.contents(of: Array(1...30)) == expected)
        #expect(try await store.contents(of: [5, 5, 0, -1, 31, .max, .min]) == expected.filter { $0.key == 5 })
        #expect(try await store.contents(of: []).isEmpty)
        #expect(try await store.contentSizes(of: Array(1...30)) == expected.mapValues(\.count))
        let pieces = Pieces()
        for sequence in 1...30 { try await store.eachContentPiece(of: Int64(sequence)) { pieces.add($0) } }
        #expect(pieces.all == expected.sorted { $0.key < $1.key }.flatMap(\.value))
      }
    },
    StoreLaw("receipts are found by number") { subject in
      let additions = SampleRows.additions(1...30)
      try await subject.append(additions)
      for store in try await subject.both() {
        for addition in additions {
          guard let number = addition.row.receipt else { continue }
          #expect(try await store.receipt(number) == addition.receipt)
        }
        for number in [0, -1, 11, Int.max] { #expect(try await store.receipt(number) == nil) }
      }
    },
    StoreLaw("a content is any bytes, none and many too") { subject in
      let contents: [[UInt8]] = [[], [0], Array(0...255), Array(repeating: 0, count: 4096), large]
      let additions = contents.enumerated().map { index, bytes in
        SampleRows.addition(2 + 3 * Int64(index)).changing(sequence: Int64(index) + 1, content: bytes)
      }
      try await subject.append(additions)
      for store in try await subject.both() {
        let found = try await store.contents(of: [1, 2, 3, 4, 5])
        for (index, bytes) in contents.enumerated() { #expect(found[Int64(index) + 1] == bytes, "\(index)") }
      }
    },
    StoreLaw("a receipt is any text, none and a long one too") { subject in
      let texts = [
        "", "{}", String(repeating: "Phiếu tiếp nhận số ", count: 200_000), "a\r\n\u{feff}ộ\u{6f}\u{302}\u{323}",
      ]
      let additions = texts.enumerated().map { index, text in
        LedgerAddition(
          row: SampleRows.addition(1 + 3 * Int64(index)).changing(sequence: Int64(index) + 1).row,
          receipt: Array(text.utf8))
      }
      try await subject.append(additions)
      for store in try await subject.both() {
        for (index, text) in texts.enumerated() { #expect(try await store.receipt(index + 1) == Array(text.utf8)) }
      }
    },
    StoreLaw("a line may be long and of any letters") { subject in
      let row = SampleRows.addition(3).row
      let text = String(repeating: "Kỳ báo cáo «Đợt xuất» \u{1F3EB} e\u{0302}\u{0323} ", count: 50_000)
      let long = LedgerRow(
        sequence: 1, kind: row.kind, unit: nil, period: nil, receipt: nil, line: Array(text.utf8), digest: row.digest)
      try await subject.append([LedgerAddition(row: long)])
      for store in try await subject.both() { #expect(try await store.last()?.line == long.line) }
    },
  ]

  /// Five megabytes without a pattern that a page could repeat.
  private static let large: [UInt8] = (0..<5_000_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }
}

/// What came piece by piece.
private final class Pieces: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  func add(_ piece: [UInt8]) { bytes.withLock { $0 += piece } }

  var all: [UInt8] { bytes.withLock { $0 } }
}
