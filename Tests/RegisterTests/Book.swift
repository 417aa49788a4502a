import Ledger
import Regimes
import Register
import ReportingModel
import Schemas
import Settings
import TestSupport
import Testing

@testable import Validation

/// A ledger in memory that a test writes entry by entry, and the plan that its entries name.
final class Book {
  let store = MemoryStore()
  var ledger: Ledger { Ledger(store) }
  private(set) var chain = Chain()
  /// What was appended, in order.
  private(set) var events: [Event] = []
  private(set) var moments: [Instant] = []
  private var hour: Int64 = 0

  static let regime = "KH-NHO"
  static let hk1 = PeriodKey(kind: "HK1", which: "2026-2027")
  static let hk2 = PeriodKey(kind: "HK2", which: "2026-2027")
  static let beginning = Instant(CalendarDate(iso: "2027-01-10") ?? CalendarDate(dayNumber: 0), hour: 8)

  /// An entry an hour.
  @discardableResult
  func append(_ draft: EntryDraft) async throws -> Int64 {
    let moment = Instant(seconds: Book.beginning.seconds + 3600 * hour)
    hour += 1
    let steps = try await ledger.append([draft], to: chain, clock: moment, operatorName: "thử")
    let last = try #require(steps.last)
    chain = last.chain
    events.append(last.entry.event)
    moments.append(last.entry.recordedAt)
    return last.entry.sequence
  }

  /// Settings, the small plan and a registry: what every ledger begins with.
  func begin() async throws {
    try await append(EntryDraft(SettingsEvent(office: OfficeSettings().json)))
    try await append(EntryDraft(RegimeEvent(id: Book.regime, digest: Digest(first32: [1]))))
    try await append(EntryDraft(RegistryEvent(digest: Digest(first32: [2]))))
  }

  @discardableResult
  func deliver(_ receipt: Int, status: String = "accepted", digest: UInt8 = 7, late: String? = nil) async throws
    -> Int64
  {
    try await append(
      EntryDraft(
        DeliveryEvent(
          receipt: receipt, file: "goi.zip", folder: nil, digest: Digest(first32: [digest]), size: 9,
          receivedAt: Book.beginning, lateReason: late, status: status, sender: nil, receiptDigest: .zero,
          program: "thử"), receipt: [1]))
  }

  @discardableResult
  func accept(
    _ unit: String, _ period: PeriodKey = Book.hk1, number: Int = 1, told: [String: Int64] = [:],
    days: [String] = [], delivery: Int64 = 1, at receivedAt: Instant = Book.beginning
  ) async throws -> Int64 {
    let content = Book.content(unit, period, told: told, days: days)
    return try await append(
      EntryDraft(
        accepting: ValidatedSubmission(
          content: content, number: number, comparedDigest: Digest(first32: [UInt8(number)])),
        Book.circumstances(delivery, receivedAt)))
  }

  @discardableResult
  func refuse(
    _ unit: String?, _ period: PeriodKey? = Book.hk1, delivery: Int64 = 1, at receivedAt: Instant = Book.beginning,
    isOvertaken: Bool = false
  ) async throws -> Int64 {
    try await append(
      EntryDraft(refusing: unit, period, Book.circumstances(delivery, receivedAt), isOvertaken: isOvertaken))
  }

  @discardableResult
  func withdraw(_ sequence: Int64) async throws -> Int64 {
    try await append(EntryDraft(WithdrawalEvent(submission: sequence, reason: "nhầm")))
  }

  func register(
    asOf sequence: Int64? = nil, containing known: LedgerHead? = nil, from projection: RegisterProjection? = nil
  ) async throws -> Register {
    try await Register(ledger, asOf: sequence, containing: known, from: projection, SmallSource())
  }

  /// What a writer that wrote its entries so many at a time leaves of the first ones.
  func projection(of last: Int64, by step: Int64) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    var before = LedgerHead.empty
    while before.sequence < last {
      let lines = try await ledger.lines(from: before.sequence + 1, through: min(last, before.sequence + step))
      let entries = try lines.prefix(Int(min(step, last - before.sequence))).map { try LedgerEntry(stored: $0) }
      bytes += RegisterProjection.segment(of: entries, after: before)
      before = try #require(entries.last).head
    }
    return bytes
  }

  /// Sequence and digest of an entry.
  func head(at sequence: Int64) async throws -> LedgerHead {
    LedgerHead(sequence: sequence, digest: try await ledger.entry(sequence).digest)
  }

  static func content(
    _ unit: String, _ period: PeriodKey, told: [String: Int64] = [:], days: [String] = []
  ) -> SubmissionContent {
    SubmissionContent(
      header: SubmissionHeader(
        regime: regime, unit: unit, period: period, date: CalendarDate(iso: "2027-01-18") ?? CalendarDate(dayNumber: 0)),
      activities: days.compactMap { CalendarDate(iso: $0) }.map {
        Activity(date: $0, task: "NV02", area: "ND1", channel: "HT1", product: "TIN", title: "Tin")
      },
      indicators: told.sorted { $0.key < $1.key }.map { IndicatorValue(code: $0.key, value: Amount($0.value)) })
  }

  private static func circumstances(_ delivery: Int64, _ receivedAt: Instant) -> SubmissionEvent.Circumstances {
    SubmissionEvent.Circumstances(
      delivery: delivery, path: "thong-tin.csv", encoding: "UTF-8", regime: regime, receivedAt: receivedAt,
      ground: SubmissionEvent.Ground(regimeDigest: .zero, registryDigest: .zero, settings: 1), errors: 0, warnings: 0,
      medians: [:], explained: [])
  }
}
