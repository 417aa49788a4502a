import ReportingModel
import Testing

@testable import Ledger

/// A row counts when it is the entry that follows, and nothing else passes for it.
@Suite struct ChainTests {
  private static let moment = Instant(seconds: 1_800_000_000)

  /// Rows of one chain, one of each kind, some twice.
  static func rows(seed: UInt64 = 1, count: Int = 24) throws -> [LedgerRow] {
    var random = RandomEvents(seed: seed)
    var chain = Chain()
    return try (0..<count).map { index in
      let event = try random.event(EventKind.allCases[index % EventKind.allCases.count])
      return LedgerRow(chain.link(event, clock: moment, operatorName: "vp01"))
    }
  }

  /// The damage that following rows from the first one ends with; `nil` where all follow.
  private func damage(_ rows: [LedgerRow]) -> LedgerDamage? {
    var chain = Chain()
    for row in rows {
      do throws(LedgerDamage) { _ = try chain.follow(row) } catch { return error }
    }
    return nil
  }

  @Test func aWholeChainIsFollowed() throws {
    let rows = try Self.rows()
    #expect(damage(rows) == nil)
    for count in 0...rows.count { #expect(damage(Array(rows.prefix(count))) == nil) }
  }

  @Test func everyLineThatIsCutOffIsRefused() throws {
    let rows = try Self.rows()
    for row in rows.prefix(15) {
      let before = rows.prefix(Int(row.sequence) - 1)
      for length in 0..<row.line.count {
        let cut = Array(row.line.prefix(length))
        #expect((try? LedgerEntry(line: cut)) == nil, "\(row.sequence): \(length)")
        #expect(damage(before + [row.changing(line: cut)])?.place == .entry(row.sequence))
      }
    }
  }

  /// With its digest made again too, the row is refused, or the one after it.
  @Test func everyByteThatIsAnotherIsRefused() throws {
    var random = RandomEvents(seed: 5)
    var chain = Chain()
    let first = LedgerRow(chain.link(try random.event(.delivery), clock: Self.moment, operatorName: "vp01"))
    let second = LedgerRow(chain.link(try random.event(.key), clock: Self.moment, operatorName: "vp01"))
    var stillEntries = 0
    for index in first.line.indices {
      for flip: UInt8 in [0x01, 0x02, 0x20, 0x80, 0xFF] {
        var line = first.line
        line[index] ^= flip
        #expect(damage([first.changing(line: line)])?.place == .entry(1), "\(index) \(flip)")
        guard let entry = try? LedgerEntry(line: line) else { continue }
        stillEntries += 1
        let forged = LedgerRow(entry)
        #expect(forged.digest != first.digest)
        #expect(damage([forged, second]) != nil, "\(index) \(flip)")
      }
    }
    #expect(stillEntries > 50)
  }

  @Test func columnsMustSayWhatTheLineSays() throws {
    let rows = try Self.rows()
    for row in rows {
      let before = rows.prefix(Int(row.sequence) - 1)
      let others = [
        row.changing(kind: row.kind == "key" ? "purge" : "key"), row.changing(unit: .some("XA-99")),
        row.changing(period: .some("HK1/1999-2000")), row.changing(receipt: .some(999_999_999_999_999)),
        row.changing(digest: .zero), row.changing(kind: row.kind.uppercased()), row.changing(kind: ""),
      ]
      for other in others { #expect(damage(before + [other])?.place == .entry(row.sequence), "\(other)") }
      for other in [
        row.changing(unit: .some(nil)), row.changing(receipt: .some(nil)), row.changing(period: .some(nil)),
      ]
      where other != row {
        #expect(damage(before + [other])?.place == .entry(row.sequence), "\(other)")
      }
    }
  }

  @Test func rowsKeepTheirOrder() throws {
    let rows = try Self.rows()
    for index in rows.indices.dropLast() {
      let sequence = Int64(index + 1)
      var swapped = rows
      swapped.swapAt(index, index + 1)
      #expect(damage(swapped)?.place == .entry(sequence))
      var dropped = rows
      dropped.remove(at: index)
      #expect(damage(dropped)?.place == .entry(sequence))
      var twice = rows
      twice.insert(rows[index], at: index)
      #expect(damage(twice)?.place == .entry(sequence + 1))
      // The swapped rows under each other's sequence: line and column differ.
      var renumbered = rows
      renumbered[index] = rows[index + 1].changing(sequence: sequence)
      renumbered[index + 1] = rows[index].changing(sequence: sequence + 1)
      #expect(damage(renumbered)?.place == .entry(sequence))
    }
  }

  /// A row of another chain is no link of this one, and another beginning is no beginning of the rest.
  @Test func chainsAreNotMixed() throws {
    let (one, other) = (try Self.rows(seed: 1), try Self.rows(seed: 2))
    for index in 1..<one.count {
      #expect(damage(Array(one.prefix(index) + other.dropFirst(index)))?.place == .entry(Int64(index + 1)))
    }
  }

  @Test func unknownFormsAreRefused() throws {
    let row = try Self.rows()[0]
    let text = String(decoding: row.line, as: UTF8.self)
    let open = String(text.dropLast())
    var forms = [#","extra":1}"#, #","schema":"tonghop.entry/1"}"#].map { open + $0 }
    let replacements = [
      ("tonghop.entry/1", "tonghop.entry/2"), ("\"sequence\":1", "\"sequence\":\"1\""),
      ("\"sequence\":1", "\"sequence\":1.0"), ("\"settings\"", "\"setting\""), ("+07:00", "Z"),
      ("\"payload\"", "\"Payload\""),
    ]
    for (from, to) in replacements {
      #expect(text.contains(from))
      forms.append(text.replacing(from, with: to))
    }
    forms += ["[" + text + "]", text + text, "null", "{}", ""]
    for form in forms {
      #expect(throws: EntryFault.self, "\(form)") { try LedgerEntry(line: Array(form.utf8)) }
    }
  }
}

extension LedgerRow {
  /// The same with some columns changed; `.some(nil)` takes one away.
  func changing(
    sequence: Int64? = nil, kind: String? = nil, unit: String?? = nil, period: String?? = nil, receipt: Int?? = nil,
    line: [UInt8]? = nil, digest: Digest? = nil
  ) -> LedgerRow {
    LedgerRow(
      sequence: sequence ?? self.sequence, kind: kind ?? self.kind, unit: unit ?? self.unit,
      period: period ?? self.period, receipt: receipt ?? self.receipt, line: line ?? self.line,
      digest: digest ?? self.digest)
  }
}
