import ReportingModel
import TestSupport

@testable import Ledger

/// Events of any kind with random values, seeded.
struct RandomEvents {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  private static let letters = [
    "a", "Đ", "ộ", "o\u{302}\u{323}", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}", "{", "}", " ",
    "\u{2028}", "\u{FEFF}", "🏫", "\u{10FFFF}", "7",
  ]

  mutating func text() -> String {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in Self.letters.randomElement(using: &random) ?? "" }.joined()
  }

  mutating func digest() -> Digest { Digest(first32: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }) }
  mutating func number() -> Int { Int.random(in: 1...(1 << Int.random(in: 1...52, using: &random)), using: &random) }
  mutating func moment() -> Instant { Instant(seconds: Int64.random(in: 0...3_000_000_000, using: &random)) }
  private mutating func sequence() -> Int64 { Int64(number()) }
  private mutating func date() -> CalendarDate { moment().date }
  private mutating func texts() -> [String] { (0..<Int.random(in: 0...3, using: &random)).map { _ in text() } }
  private mutating func isTold() -> Bool { Bool.random(using: &random) }
  private mutating func perhaps<Value>(_ make: (inout RandomEvents) -> Value) -> Value? {
    isTold() ? make(&self) : nil
  }
  private mutating func period() -> PeriodKey {
    PeriodKey(kind: "K" + text().filter { $0 != "/" }, which: "W" + text())
  }

  private mutating func window() -> Window {
    let (one, other) = (date(), date())
    guard let window = Window(from: min(one, other), to: max(one, other)) else { preconditionFailure() }
    return window
  }

  mutating func event(_ kind: EventKind) throws -> Event {
    switch kind {
    case .settings: .settings(SettingsEvent(office: office()))
    case .regime: .regime(RegimeEvent(id: text(), digest: digest()))
    case .template: .template(TemplateEvent(regime: text(), name: text(), digest: digest()))
    case .registry: .registry(RegistryEvent(digest: digest()))
    case .delivery: .delivery(delivery())
    case .submission: try submission()
    case .withdrawal: .withdrawal(WithdrawalEvent(submission: sequence(), reason: text()))
    case .purge: .purge(PurgeEvent(digest: digest(), reason: text()))
    case .request: .request(request())
    case .closing: .closing(ClosingEvent(regime: text(), code: text()))
    case .report: .report(report())
    case .attachment: .attachment(AttachmentEvent(report: text(), digest: digest(), mediaType: text()))
    case .account: .account(AccountEvent(name: text(), role: text(), unit: perhaps { $0.text() }, state: text()))
    case .key: .key(key())
    case .rollback: .rollback(rollback())
    }
  }

  private mutating func office() -> JSONValue {
    .object([
      text(): .bool(isTold()), "a" + text(): .null, "b": .integer(-Int128(number())),
      "c": .array(texts().map { .string($0) }), "d": .object([text(): .object([:])]),
    ])
  }

  private mutating func delivery() -> DeliveryEvent {
    DeliveryEvent(
      receipt: number(), file: text(), folder: perhaps { $0.text() }, digest: perhaps { $0.digest() }, size: number(),
      receivedAt: moment(), lateReason: perhaps { $0.text() }, status: text(), sender: perhaps { $0.text() },
      receiptDigest: digest(), program: text(), setAside: perhaps { $0.number() })
  }

  /// An accepted one is made by validation alone; here the members say it.
  private mutating func submission() throws -> Event {
    let ground = SubmissionEvent.Ground(regimeDigest: digest(), registryDigest: digest(), settings: sequence())
    var medians: [String: Amount] = [:]
    for code in texts() { medians[code] = Amount(thousandths: Int128(number()) - 1_000_000) }
    let circumstances = SubmissionEvent.Circumstances(
      delivery: sequence(), path: text(), encoding: text(), regime: text(), receivedAt: moment(), ground: ground,
      errors: number(), warnings: number(), medians: medians, explained: texts())
    let isAccepted = isTold(), isOvertaken = !isAccepted && isTold()
    let isKnown = isAccepted || isOvertaken
    let refused = SubmissionEvent(
      refusing: isKnown ? text() : perhaps { $0.text() }, isKnown ? period() : perhaps { $0.period() }, circumstances,
      isOvertaken: isOvertaken)
    guard isAccepted, case .object(var members) = refused.json else { return .submission(refused) }
    members["accepted"] = .bool(true)
    members["number"] = .int(number())
    members["contentSha256"] = .digest(digest())
    members["comparedSha256"] = .digest(digest())
    return try Event(.submission, JSONNode(parsing: JSONValue.object(members).canonicalBytes))
  }

  private mutating func request() -> RequestEvent {
    RequestEvent(
      regime: text(), code: text(), title: text(), window: window(), due: date(), partOf: perhaps { $0.period() },
      kinds: texts(), levels: texts(), units: texts())
  }

  private mutating func report() -> ReportEvent {
    ReportEvent(
      id: text(), kind: text(), key: text(), recipient: text(), version: number(), regime: text(), number: text(),
      date: date(), signer: text(), capacity: texts(), window: window(), asOf: sequence(), regimeDigest: digest(),
      registryDigest: digest(), settings: sequence(), templateDigest: digest(), textsDigest: digest(),
      exemplarsDigest: perhaps { $0.digest() }, jsonDigest: digest(),
      outputs: texts().map { ReportEvent.Output(name: $0, digest: digest()) }, periods: texts().map { _ in period() },
      replaces: perhaps { $0.text() }, reason: perhaps { $0.text() }, program: text())
  }

  private mutating func key() -> KeyEvent {
    isTold()
      ? KeyEvent(verifierKey: text(), note: text(), lost: nil) : KeyEvent(verifierKey: text(), note: nil, lost: text())
  }

  private mutating func rollback() -> RollbackEvent {
    RollbackEvent(
      known: LedgerHead(sequence: sequence(), digest: digest()), signedSize: perhaps { $0.sequence() },
      signedRoot: perhaps { $0.text() }, reason: text(), nextReceipt: number())
  }
}
