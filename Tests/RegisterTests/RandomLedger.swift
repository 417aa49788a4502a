import Ledger
import Register
import ReportingModel
import Settings
import TestSupport

extension Book {
  /// A ledger of random entries that could have come about: resubmissions, refusals, withdrawals, settings and all the rest.
  static func random(seed: UInt64, entries: Int) async throws -> Book {
    var random = SplitMix64(seed: seed)
    let book = Book()
    try await book.begin()
    while book.events.count < entries { try await book.appendAny(&random) }
    return book
  }

  private func appendAny(_ random: inout SplitMix64) async throws {
    let unit = "T-\(Int.random(in: 1...4, using: &random))"
    let period = Bool.random(using: &random) ? Book.hk1 : Book.hk2
    let moment = Instant(seconds: Book.beginning.seconds - Int64.random(in: 0...900_000, using: &random))
    switch Int.random(in: 0..<16, using: &random) {
    case 0...5:
      let told = Int64.random(in: 0...99, using: &random)
      try await accept(unit, period, number: Int.random(in: 1...9, using: &random), told: ["CT02": told], at: moment)
    case 6, 7: try await refuse(unit, period, at: moment, isOvertaken: Bool.random(using: &random))
    case 8, 9, 10:
      let accepted = events.indices.filter {
        if case .submission(let event) = events[$0] { event.acceptance != nil } else { false }
      }
      if let index = accepted.randomElement(using: &random) { try await withdraw(Int64(index + 1)) }
    case 11:
      let status = ["accepted", "partial", "rejected", "duplicate"].randomElement(using: &random) ?? "accepted"
      let receipts = events.reduce(0) { if case .delivery(let event) = $1 { max($0, event.receipt) } else { $0 } }
      try await deliver(receipts + 1, status: status, digest: UInt8.random(in: 0..<4, using: &random))
    case 12: try await append(EntryDraft(SettingsEvent(office: Book.settings(&random).json)))
    case 13:
      let name = "quarter.\(Int.random(in: 1...2, using: &random))"
      try await append(EntryDraft(TemplateEvent(regime: Book.regime, name: name, digest: Book.digest(&random))))
    case 14:
      try await append(
        Bool.random(using: &random)
          ? EntryDraft(RegistryEvent(digest: Book.digest(&random)))
          : EntryDraft(RegimeEvent(id: Book.regime, digest: Book.digest(&random))))
    default:
      let code = "R\(Int.random(in: 1...3, using: &random))"
      let isOpen = events.contains { if case .request(let event) = $0 { event.code == code } else { false } }
      try await append(
        isOpen ? EntryDraft(ClosingEvent(regime: Book.regime, code: code)) : EntryDraft(Book.request(code)))
    }
  }

  private static func digest(_ random: inout SplitMix64) -> Digest {
    Digest(first32: [UInt8.random(in: 9...200, using: &random)])
  }

  private static func settings(_ random: inout SplitMix64) -> OfficeSettings {
    var settings = OfficeSettings()
    settings.requireUnitFolder = Bool.random(using: &random)
    settings.limits.rows = Int.random(in: 1...9, using: &random)
    settings.daysOff = [CalendarDate(dayNumber: Int32.random(in: 20_800...20_900, using: &random))]
    return settings
  }

  static func request(_ code: String) -> RequestEvent {
    let day = CalendarDate(dayNumber: 20_720)
    guard let window = Window(from: day, to: day.adding(days: 30)) else {
      fatalError("the window ends before it begins")
    }
    return RequestEvent(
      regime: regime, code: code, title: code, window: window, due: day.adding(days: 40), partOf: nil, kinds: [],
      levels: [], units: [])
  }
}
