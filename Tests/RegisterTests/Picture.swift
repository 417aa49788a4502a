import Ledger
import Regimes
import Register
import ReportingModel
import Settings

/// Everything that a register answers, so that two of them can be compared.
struct Picture: Hashable {
  private struct Version: Hashable {
    let key: UnitPeriod
    let history: UnitPeriodHistory
  }

  private let head: LedgerHead
  private let settings: OfficeSettings
  private let settingsSequence: Int64
  private let templates: [String: Digest]
  private let issued: [Register.IssuedReport]
  private let deliveries: [Int64: DeliveryEvent]
  private let nextReceipt: Int
  private let versions: Set<Version>
  private let live: [Int64]
  private let requests: [[String]]
  private let registry: Digest?
  private let regimes: [Int]
  private let originals: [Digest: Int]
  private let today: CalendarDate?

  init(_ register: Register) {
    let book = register.book(of: Book.regime)
    head = register.head
    settings = register.settings
    settingsSequence = register.settingsSequence
    templates = register.templates
    issued = register.issued
    deliveries = register.deliveries
    nextReceipt = register.nextReceipt
    versions = Set(book.keys.compactMap { key in book.history(key).map { Version(key: key, history: $0) } })
    live = book.live.map(\.version.sequence)
    requests = register.inForce.requests.map { [$0.code, $0.closedAt?.description ?? "open"] }
    registry = register.inForce.registry?.digest
    regimes = register.inForce.regimes.map(\.versions.count)
    originals = Dictionary(
      [0, 1, 2, 3].compactMap { (number: UInt8) in
        let digest = Digest(first32: [number])
        return register.original(of: digest).map { (digest, $0.receipt) }
      }, uniquingKeysWith: { first, _ in first })
    today = register.today
  }
}
