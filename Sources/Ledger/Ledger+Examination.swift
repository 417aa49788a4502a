package import ReportingModel

extension Ledger {
  /// What a look at everything came to.
  package struct Examination: Sendable {
    package var entries = 0
    package var head = LedgerHead.empty
    /// In the order of the entries.
    package var damages: [LedgerDamage] = []
    /// Every stored object that an entry names, with the entry that names it first.
    package var objects: [(digest: Digest, entry: Int64)] = []
  }

  /// Looks at every row, content and receipt, and goes on after what is damaged.
  /// - Parameter known: an entry that the ledger must have.
  /// - Throws: `StoreFault`.
  package func examine(containing known: LedgerHead? = nil) async throws(StoreFault) -> Examination {
    var result = Examination()
    var named: Set<Digest> = []
    let end = try await head()
    while result.head.sequence < end.sequence {
      let first = result.head.sequence + 1
      let rows = try await store.rows(RowQuery(first...end.sequence), limit: Ledger.page)
      guard !rows.isEmpty else {
        result.damages.append(LedgerDamage(.entry(first), "không có trong sổ", "is not in the ledger"))
        break
      }
      for row in rows { try await look(at: row, &result, &named) }
    }
    if let known, !(try await has(known)) {
      result.damages.append(
        LedgerDamage(
          .entry(known.sequence), "keys/head có mục này, sổ thì không: sổ đã bị lùi lại hoặc thay bằng sổ khác",
          "keys/head knows this entry, the ledger does not: it went back, or is another one"))
    }
    return result
  }

  private func has(_ known: LedgerHead) async throws(StoreFault) -> Bool {
    guard known.sequence > 0 else { return true }
    return try await store.rows(RowQuery(known.sequence...known.sequence), limit: 1).first?.digest == known.digest
  }

  private func look(
    at row: LedgerRow, _ result: inout Examination, _ named: inout Set<Digest>
  ) async throws(StoreFault) {
    var missing = result.head.sequence + 1
    while missing < row.sequence, result.damages.count < 1000 {
      result.damages.append(LedgerDamage(.entry(missing), "không có trong sổ", "is not in the ledger"))
      missing += 1
    }
    let isNext = row.sequence == result.head.sequence + 1
    let before = result.head
    result.entries += 1
    result.head = LedgerHead(sequence: row.sequence, digest: row.digest)
    let entry: LedgerEntry
    do throws(LedgerDamage) {
      entry = try Chain.entry(of: row)
    } catch {
      result.damages.append(error)
      return
    }
    if isNext, entry.previous != before.digest {
      result.damages.append(
        LedgerDamage(.entry(row.sequence), "không nối với mục trước", "does not follow the entry before"))
    }
    for digest in entry.event.objects where named.insert(digest).inserted {
      result.objects.append((digest, row.sequence))
    }
    if let damage = try await beside(entry) { result.damages.append(damage) }
  }

  /// What is wrong with what is kept beside an entry.
  private func beside(_ entry: LedgerEntry) async throws(StoreFault) -> LedgerDamage? {
    do {
      switch entry.event {
      case .submission(let submission):
        guard let acceptance = submission.acceptance else { return nil }
        _ = try await contents(of: [(entry.sequence, acceptance.contentDigest)])
      case .delivery(let delivery): _ = try await receipt(of: delivery, at: entry.sequence)
      default: break
      }
      return nil
    } catch let damage as LedgerDamage {
      return damage
    } catch let fault as StoreFault {
      throw fault
    } catch {
      return nil
    }
  }
}

extension Event {
  /// The stored objects that it names.
  fileprivate var objects: [Digest] {
    switch self {
    case .regime(let event): [event.digest]
    case .template(let event): [event.digest]
    case .registry(let event): [event.digest]
    case .delivery(let event): event.digest.map { [$0] } ?? []
    case .report(let event): event.outputs.map(\.digest)
    case .attachment(let event): [event.digest]
    default: []
    }
  }
}
