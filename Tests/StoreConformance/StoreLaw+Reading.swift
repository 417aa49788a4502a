import Ledger
import Testing

/// Rows come back as they went in.
extension StoreLaw {
  static let reading = [
    StoreLaw("an empty store has nothing") { subject in
      for store in try await subject.both() {
        #expect(try await store.last() == nil)
        #expect(try await store.everything().isEmpty)
        #expect(try await store.contents(of: [0, 1, .max]).isEmpty)
        #expect(try await store.receipt(1) == nil)
      }
    },
    StoreLaw("to append nothing changes nothing") { subject in
      try await subject.append([])
      #expect(try await subject.store.last() == nil)
      try await subject.append(SampleRows.additions(1...2))
      try await subject.append([])
      #expect(try await subject.store.everything().count == 2)
    },
    StoreLaw("rows come back byte by byte, batch after batch") { subject in
      var expected: [LedgerRow] = []
      for range: ClosedRange<Int64> in [1...1, 2...9, 10...11, 12...40] {
        let additions = SampleRows.additions(range)
        try await subject.append(additions)
        expected += additions.map(\.row)
        for store in try await subject.both() {
          #expect(try await store.last() == expected.last)
          #expect(try await store.everything() == expected)
        }
      }
      // Equal texts may still be other bytes.
      let lines = try await subject.store.everything().map(\.line)
      #expect(lines == expected.map(\.line))
    },
    StoreLaw("a query gives the rows it asks for, in order, the first ones") { subject in
      let additions = SampleRows.additions(1...60)
      try await subject.append(additions)
      let stores = try await subject.both()
      for query in queries {
        let expected = additions.map(\.row).filter { matches($0, query) }
        for limit in [0, 1, 7, 60, 1000] {
          for store in stores {
            #expect(try await store.rows(query, limit: limit) == Array(expected.prefix(limit)), "\(query) \(limit)")
          }
        }
      }
    },
    StoreLaw("pages follow each other without a gap") { subject in
      try await subject.append(SampleRows.additions(1...100))
      for store in try await subject.both() {
        var next: Int64 = 1
        while case let page = try await store.rows(RowQuery(next...Int64.max), limit: 7), let last = page.last {
          #expect(page.map(\.sequence) == Array(next...last.sequence))
          #expect(page.count == 7 || last.sequence == 100)
          next = last.sequence + 1
        }
        #expect(next == 101)
      }
    },
    StoreLaw("ten thousand rows in one batch") { subject in
      let additions = SampleRows.additions(1...10_000)
      try await subject.append(additions)
      for store in try await subject.both() {
        #expect(try await store.everything() == additions.map(\.row))
        #expect(try await store.rows(RowQuery(9_999...20_000), limit: 5).map(\.sequence) == [9_999, 10_000])
        let sequences = additions.filter { $0.content != nil }.map(\.row.sequence)
        #expect(try await store.contents(of: sequences).count == sequences.count)
      }
    },
  ]

  /// Every way to ask, alone and with every other.
  private static var queries: [RowQuery] {
    let ranges: [ClosedRange<Int64>] = [Int64.min...Int64.max, 1...60, 20...29, 60...60, 61...90, -5...0]
    let kinds: [Set<String>?] = [nil, [], ["delivery"], ["submission", "settings"], ["key"]]
    var queries: [RowQuery] = []
    for range in ranges {
      for kinds in kinds {
        for unit in [nil, "SO-THPT-001", "so-thpt-001", ""] as [String?] {
          for (period, receipt) in [(nil, nil), ("CD/ĐỘT-XUẤT", nil), (nil, 7), ("HK1/2026-2027", 7)]
            as [(String?, Int?)]
          {
            queries.append(RowQuery(range, kinds: kinds, unit: unit, period: period, receipt: receipt))
          }
        }
      }
    }
    return queries
  }

  private static func matches(_ row: LedgerRow, _ query: RowQuery) -> Bool {
    if let kinds = query.kinds, !kinds.contains(row.kind) { return false }
    if let unit = query.unit, row.unit != unit { return false }
    if let period = query.period, row.period != period { return false }
    if let receipt = query.receipt, row.receipt != receipt { return false }
    return query.range.contains(row.sequence)
  }
}
