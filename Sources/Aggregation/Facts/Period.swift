import Regimes
package import ReportingModel

/// One period as aggregation sees it: its days, its due day, what it is made of.
package struct Period: Sendable, Hashable {
  package let key: PeriodKey
  package let window: Window
  /// Last day on which a report is on time, moved to a working day.
  package let due: CalendarDate
  /// Periods whose figures are contained in this one's: kinds of the regime, and requests opened as part of it.
  package let parts: [PeriodKey]
  /// The request that names the period, if one does.
  let request: CollectionRequest?

  /// Its days are those of a request.
  package var isRequest: Bool { request != nil }

  /// The title of the request that names the period.
  package var title: String? { request?.title }

  /// Whether its told values enter the windows: not those of a request that is part of no period
  /// (<doc:counting#Flows>).
  var entersWindows: Bool { request.map { $0.partOf != nil } ?? true }

  /// Whether a unit is asked.
  func asks(_ row: UnitRow) -> Bool { request?.asks(row) ?? true }
}

/// The periods of one regime, its requests among them; each has the days, the parts and the duties that the version of the
/// regime which applies to it gives it.
struct PeriodBook: Sendable {
  private let history: RegimeHistory
  private let requests: [CollectionRequest]
  private var known: [PeriodKey: Period] = [:]

  /// - Parameter keys: periods that will be looked up often; their parts are resolved with them.
  init(history: RegimeHistory, requests: [CollectionRequest], keys: some Sequence<PeriodKey>) {
    self.history = history
    self.requests = requests
    var waiting = Array(keys)
    while let key = waiting.popLast() {
      guard known[key] == nil, let period = resolve(key) else { continue }
      known[key] = period
      waiting += period.parts
    }
  }

  /// The period that a key names, or `nil` when the regime and the requests know none.
  func period(_ key: PeriodKey) -> Period? { known[key] ?? resolve(key) }

  /// Whether the regime asks for a period at all: not for one that ended before its first version applies.
  func isAsked(_ period: Period) -> Bool { period.window.to >= history.beginning }

  /// The version that applies to a period.
  func regime(of key: PeriodKey) -> Regime { history.applying(to: key, requests: requests) }

  /// Periods whose last day lies in a window, in bytewise order of their keys.
  func ending(in window: Window) -> [Period] {
    history.periods(endingIn: window, requests: requests).compactMap { period($0.key) }
  }

  /// The period of the regime's own kinds that opened last on or before a day.
  func latestOpen(on day: CalendarDate) -> Period? { history.latestOpen(on: day).flatMap { period($0.key) } }

  /// The periods of a school year and the requests that are parts of them, in bytewise order of their keys.
  func periods(of year: SchoolYear) -> [Period] {
    let own = history.periods(of: year, requests: requests).compactMap { period($0.key) }
    let asked = requests.compactMap { request in
      own.first { $0.key == request.partOf }.flatMap { regime(of: $0.key).requestKey(request) }.flatMap { period($0) }
    }
    return (own + asked).sorted { $0.key < $1.key }
  }

  private func resolve(_ key: PeriodKey) -> Period? {
    guard let resolved = history.resolve(key, requests: requests) else { return nil }
    return Period(
      key: key, window: resolved.window, due: resolved.due, parts: resolved.parts,
      request: resolved.isRequest ? requests.first { $0.code == key.which } : nil)
  }
}
