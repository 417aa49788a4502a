import ReportingModel
import Testing

@testable import Ledger

/// An entry is one line of canonical JSON (<doc:record#An-entry>).
@Suite struct EntryLineTests {
  /// Digests as `sha256sum` gives them.
  @Test func theLineIsWrittenInOneWay() {
    var chain = Chain()
    let moment = Instant(CalendarDate(dayNumber: 20_838), hour: 8)
    let first = chain.link(
      .withdrawal(WithdrawalEvent(submission: 9, reason: "Gửi nhầm «HK1»")), clock: moment, operatorName: "vp01")
    #expect(
      String(decoding: first.line, as: UTF8.self) == """
        {"kind":"withdrawal","operator":"vp01","payload":{"reason":"Gửi nhầm «HK1»","submission":9},"previous":"\
        \(String(repeating: "0", count: 64))","recordedAt":"2027-01-20T08:00:00+07:00","schema":"tonghop.entry/1",\
        "sequence":1}
        """)
    #expect(first.digest.description == "62c319679e8f0f483248c7b42ea45299ce324265d3255f60550ac9b67d196327")
    let second = chain.link(
      .account(AccountEvent(name: "a\"b", role: "office", unit: nil, state: "open")), clock: moment, operatorName: "a\n"
    )
    #expect(
      String(decoding: second.line, as: UTF8.self) == """
        {"kind":"account","operator":"a\\n","payload":{"name":"a\\"b","role":"office","state":"open"},"previous":"\
        62c319679e8f0f483248c7b42ea45299ce324265d3255f60550ac9b67d196327","recordedAt":"2027-01-20T08:00:00+07:00",\
        "schema":"tonghop.entry/1","sequence":2}
        """)
    #expect(second.digest.description == "8b279524376a6e86225420c32f667b9b0c262a797eed063538bb651d47477494")
  }

  @Test(arguments: EventKind.allCases) func everyEventComesBack(_ kind: EventKind) throws {
    var random = RandomEvents(seed: UInt64(kind.rawValue.utf8.reduce(7) { $0 * 31 + Int($1) }))
    var (written, read) = (Chain(), Chain())
    for _ in 0..<150 {
      let event = try random.event(kind)
      #expect(event.kind == kind)
      let entry = written.link(event, clock: random.moment(), operatorName: random.text())
      #expect(entry.event == event)
      let row = LedgerRow(entry)
      let found = try read.follow(row)
      #expect(found.event == event && found.operatorName == entry.operatorName)
      #expect(found.head == entry.head && found.previous == entry.previous && found.recordedAt == entry.recordedAt)
      #expect(read == written)
      // What was read makes the same bytes again: no letter was taken for one that looks the same.
      let again = LedgerEntry(
        found.event, after: LedgerHead(sequence: found.sequence - 1, digest: found.previous),
        recordedAt: found.recordedAt, operatorName: found.operatorName)
      #expect(again.line == entry.line && again.digest == entry.digest)
      #expect(row.line == entry.line && row.kind == kind.rawValue)
    }
  }

  @Test func whatIsFoundByIsWhatTheEntrySays() throws {
    var random = RandomEvents(seed: 3)
    var chain = Chain()
    for kind in EventKind.allCases {
      for _ in 0..<20 {
        let event = try random.event(kind)
        let row = LedgerRow(chain.link(event, clock: random.moment(), operatorName: ""))
        switch event {
        case .delivery(let delivery):
          #expect(row.unit == delivery.sender && row.receipt == delivery.receipt && row.period == nil)
        case .submission(let submission):
          #expect(row.unit == submission.unit && row.period == submission.period?.description && row.receipt == nil)
        default: #expect(row.unit == nil && row.period == nil && row.receipt == nil)
        }
      }
    }
  }
}
