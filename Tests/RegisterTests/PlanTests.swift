import Ledger
import Regimes
import Register
import ReportingModel
import Settings
import Testing

/// What is in force as of N: settings, templates, requests, the numbers of receipts.
@Suite struct PlanTests {
  private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  /// The due day of semester I falls on Sunday, 31 January 2027; each day off after it moves it on.
  @Test func settingsAsOfNMoveDaysOffAndLimits() async throws {
    let book = Book()
    try await book.begin()
    var settings = OfficeSettings()
    settings.daysOff = [try Self.day("2027-02-01"), try Self.day("2027-02-02")]
    settings.limits.rows = 12
    settings.regime = Book.regime
    let changed = try await book.append(EntryDraft(SettingsEvent(office: settings.json)))
    func due(_ register: Register) throws -> CalendarDate {
      let period = try register.inForce.regime(nil).latest.resolve(Book.hk1, requests: [])
      return try #require(period).due
    }
    let (before, after) = (try await book.register(asOf: changed - 1), try await book.register())
    #expect(try due(before) == Self.day("2027-02-01") && due(after) == Self.day("2027-02-03"))
    #expect(before.settings == OfficeSettings() && before.settingsSequence == 1)
    #expect(after.settings == settings && after.settingsSequence == changed && after.settings.limits.rows == 12)
    let unknown = #expect(throws: InForce.UnknownRegime.self) { try after.inForce.regime("KHAC") }
    #expect(unknown?.id == "KHAC")
  }

  @Test func aRequestIsClosedWhenItsEntrySaysSo() async throws {
    let book = Book()
    try await book.begin()
    let opened = try await book.append(EntryDraft(Book.request("R1")))
    try await book.append(EntryDraft(Book.request("R2")))
    let closed = try await book.append(EntryDraft(ClosingEvent(regime: Book.regime, code: "R1")))
    try await book.append(EntryDraft(ClosingEvent(regime: "KHAC", code: "R2")))
    let register = try await book.register()
    #expect(register.inForce.requests(of: Book.regime).map(\.code) == ["R1", "R2"])
    #expect(register.inForce.requests.map(\.closedAt) == [book.moments[Int(closed) - 1], nil])
    #expect(try await book.register(asOf: closed - 1).inForce.requests.allSatisfy { !$0.isClosed })
    #expect(try await book.register(asOf: opened - 1).inForce.requests.isEmpty)
  }

  @Test func theLastTemplateOfANameCounts() async throws {
    let book = Book()
    try await book.begin()
    for (name, byte) in [("quarter", 1), ("remind", 2), ("quarter", 3)] as [(String, UInt8)] {
      try await book.append(
        EntryDraft(TemplateEvent(regime: Book.regime, name: name, digest: Digest(first32: [byte]))))
    }
    let expected = ["KH-NHO/quarter": Digest(first32: [3]), "KH-NHO/remind": Digest(first32: [2])]
    #expect(try await book.register().templates == expected)
    #expect(try await book.register(asOf: 5).templates["KH-NHO/quarter"] == Digest(first32: [1]))
  }

  /// Receipts are counted on from the highest number, and from where a ledger that went back says.
  @Test func receiptNumbersGoOn() async throws {
    let book = Book()
    try await book.begin()
    #expect(try await book.register().nextReceipt == 1)
    try await book.deliver(1)
    try await book.deliver(2)
    #expect(try await book.register().nextReceipt == 3)
    let known = LedgerHead(sequence: 9, digest: .zero)
    try await book.append(EntryDraft(RollbackEvent(known: known, reason: "bản cũ", nextReceipt: 1003)))
    #expect(try await book.register().nextReceipt == 1003)
    try await book.deliver(1003)
    // An accepted rollback never takes a number back.
    try await book.append(EntryDraft(RollbackEvent(known: known, reason: "lại bản cũ", nextReceipt: 17)))
    #expect(try await book.register().nextReceipt == 1004)
  }

  /// The first delivery of the same bytes that had something accepted is the one that later ones repeat.
  @Test func theOriginalOfADelivery() async throws {
    let book = Book()
    try await book.begin()
    try await book.deliver(1, status: "rejected")
    try await book.deliver(2, status: "partial", late: "gửi giấy")
    try await book.deliver(3, status: "accepted")
    let register = try await book.register()
    #expect(register.original(of: Digest(first32: [7]))?.receipt == 2)
    #expect(register.original(of: Digest(first32: [8])) == nil)
    let sequence = try await book.accept("T-1", delivery: 5)
    let version = try await book.register().book(of: Book.regime).live.first?.version
    #expect(try await book.register().lateReason(of: #require(version)) == "gửi giấy" && version?.sequence == sequence)
  }
}
