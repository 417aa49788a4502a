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
    /// Objects whose bytes were removed on purpose: the contents of what came in them are not missed.
    fileprivate var purged: Set<Digest> = []
    /// Deliveries of those, by sequence.
    fileprivate var purgedDeliveries: Set<Int64> = []
    /// The sequence to look at next.
    fileprivate var next: Int64 = 1

    /// Nobody reads more lines than these.
    fileprivate var isFull: Bool { damages.count >= 1000 }
  }

  /// Looks at every row, content and receipt, and goes on after what is damaged.
  /// - Parameters:
  ///   - known: an entry that the ledger must have.
  ///   - watching: hears how far it has come.
  /// - Throws: `StoreFault`, except for what it cannot read any more: that is damage.
  package func examine(
    containing known: LedgerHead? = nil, purged: Set<Digest> = [], watching: ProgressNotice? = nil
  ) async throws -> Examination {
    var result = Examination()
    result.purged = purged
    do {
      try await lookAtRows(&result, watching)
      if let known, !(try await has(known)) {
        result.damages.append(
          LedgerDamage(
            .entry(known.sequence), "keys/head có mục này, sổ thì không: sổ đã bị lùi lại hoặc thay bằng sổ khác",
            "keys/head knows this entry, the ledger does not: it went back, or is another one"))
      }
      result.damages += try await store.damages()
    } catch let fault as StoreFault where fault.kind == .damaged {
      result.damages.append(LedgerDamage(.file, "tệp sổ: \(fault)", "the ledger's file: \(fault)"))
    }
    return result
  }

  private func lookAtRows(_ result: inout Examination, _ watching: ProgressNotice?) async throws {
    var named: Set<Digest> = []
    let end = try await head()
    while result.next <= end.sequence, !result.isFull {
      do {
        for row in try await rows(from: result.next, through: end.sequence) {
          try await look(at: row, &result, &named)
          watching?(Int(row.sequence), Int(end.sequence))
        }
      } catch let damage as LedgerDamage {
        result.damages.append(damage)
        result.next += 1
      }
    }
  }

  private func has(_ known: LedgerHead) async throws(StoreFault) -> Bool {
    guard known.sequence > 0 else { return true }
    return try await store.rows(RowQuery(known.sequence...known.sequence), limit: 1).first?.digest == known.digest
  }

  private func look(at row: LedgerRow, _ result: inout Examination, _ named: inout Set<Digest>) async throws {
    while result.next < row.sequence, !result.isFull {
      result.damages.append(LedgerDamage(.entry(result.next), "không có trong sổ", "is not in the ledger"))
      result.next += 1
    }
    let before = result.head
    result.entries += 1
    result.head = LedgerHead(sequence: row.sequence, digest: row.digest)
    result.next = row.sequence + 1
    let entry: LedgerEntry
    do throws(LedgerDamage) {
      entry = try Chain.entry(of: row)
    } catch {
      result.damages.append(error)
      return
    }
    // After a row that is not there or cannot be read, nothing can be said of the link.
    if row.sequence == before.sequence + 1, entry.previous != before.digest {
      result.damages.append(
        LedgerDamage(.entry(row.sequence), "không nối với mục trước", "does not follow the entry before"))
    }
    for digest in entry.event.objects where named.insert(digest).inserted {
      result.objects.append((digest, row.sequence))
    }
    if case .delivery(let delivery) = entry.event, let digest = delivery.digest, result.purged.contains(digest) {
      result.purgedDeliveries.insert(entry.sequence)
    }
    if case .submission(let submission) = entry.event, result.purgedDeliveries.contains(submission.delivery) { return }
    if let damage = try await beside(entry) { result.damages.append(damage) }
  }

  /// What is wrong with what is kept beside an entry.
  private func beside(_ entry: LedgerEntry) async throws -> LedgerDamage? {
    do {
      switch entry.event {
      case .submission(let submission):
        if let acceptance = submission.acceptance {
          _ = try await contents(of: [(entry.sequence, acceptance.contentDigest)])
        } else if try await !store.contents(of: [entry.sequence]).isEmpty {
          return LedgerDamage(
            .entry(entry.sequence), "có nội dung mà báo cáo bị trả lại", "has a content and was refused",
            about: .content)
        }
      case .delivery(let delivery): _ = try await receipt(of: delivery, at: entry.sequence)
      default: break
      }
      return nil
    } catch let damage as LedgerDamage {
      return damage
    }
  }
}

extension Event {
  /// The stored objects that it names.
  package var objects: [Digest] {
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
