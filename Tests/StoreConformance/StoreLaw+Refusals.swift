import Ledger
import ReportingModel
import Testing

/// What is refused leaves nothing behind.
extension StoreLaw {
  static let refusals = [
    StoreLaw("who does not know the end is overtaken") { subject in
      try await subject.append(SampleRows.additions(1...6))
      let wrong = [
        LedgerHead.empty, LedgerHead(sequence: 5, digest: SampleRows.digest(5)),
        LedgerHead(sequence: 6, digest: SampleRows.digest(6, 1)), LedgerHead(sequence: 6, digest: .zero),
        LedgerHead(sequence: 7, digest: SampleRows.digest(6)), LedgerHead(sequence: 7, digest: SampleRows.digest(7)),
      ]
      for head in wrong {
        try await refuses(subject, SampleRows.additions(7...9), after: head, .overtaken)
        try await refuses(
          subject, SampleRows.additions((head.sequence + 1)...(head.sequence + 2)), after: head, .overtaken)
      }
    },
    StoreLaw("an empty store follows nothing but nothing") { subject in
      for head in [LedgerHead(sequence: 0, digest: SampleRows.digest(0)), LedgerHead(sequence: 1, digest: .zero)] {
        try await refuses(subject, SampleRows.additions(1...2), after: head, .overtaken)
      }
    },
    StoreLaw("a batch is kept whole or not at all") { subject in
      try await subject.append(SampleRows.additions(1...6))
      let sound = SampleRows.additions(7...8)
      let head = LedgerHead(sequence: 6, digest: SampleRows.digest(6))
      let wrong = [
        "a gap": SampleRows.addition(9).changing(sequence: 10),
        "a sequence twice": SampleRows.addition(9).changing(sequence: 8),
        "a sequence of before": SampleRows.addition(9).changing(sequence: 3),
        "a sequence below one": SampleRows.addition(9).changing(sequence: -9),
        "a digest of before": SampleRows.addition(9).changing(digest: SampleRows.digest(2)),
        "a digest of the batch": SampleRows.addition(9).changing(digest: SampleRows.digest(7)),
        "a receipt of before": SampleRows.addition(13).changing(sequence: 9, receipt: 1),
        "a receipt of the batch": SampleRows.addition(13).changing(sequence: 9, receipt: 3),
        "a receipt number of no receipt": SampleRows.addition(13).changing(sequence: 9, receipt: 0),
        "a content of no submission": SampleRows.addition(9).changing(content: [1]),
        "a receipt of no delivery": LedgerAddition(row: SampleRows.addition(9).row, receipt: [0x7B, 0x7D]),
      ]
      for (name, addition) in wrong {
        try await refuses(subject, sound + [addition], after: head, nil, "\(name)")
        try await refuses(subject, sound + [addition] + SampleRows.additions(10...12), after: head, nil, "\(name)")
      }
      // The store goes on afterwards.
      try await subject.append(sound)
      #expect(try await subject.store.everything() == SampleRows.additions(1...8).map(\.row))
    },
  ]

  /// Expects that a batch is refused, for a reason if one is given, and that nothing of it is kept.
  private static func refuses(
    _ subject: StoreSubject, _ additions: [LedgerAddition], after head: LedgerHead, _ kind: StoreFault.Kind?,
    _ comment: Comment? = nil
  ) async throws {
    let before = try await subject.store.everything()
    let kept = before.map(\.sequence)
    let contents = try await subject.store.contents(of: Array(1...20))
    let fault = await #expect(throws: StoreFault.self, comment) {
      try await subject.store.append(additions, after: head)
    }
    #expect(kind == nil || fault?.kind == kind, comment)
    #expect(kind != nil || fault?.kind != .overtaken, comment)
    for store in try await subject.both() {
      #expect(try await store.everything() == before, comment)
      #expect(try await store.contents(of: Array(1...20)) == contents, comment)
      for number in additions.compactMap(\.row.receipt) where !before.contains(where: { $0.receipt == number }) {
        #expect(try await store.receipt(number) == nil, comment)
      }
    }
    #expect(kept == Array(1..<Int64(kept.count + 1)), comment)
  }
}
