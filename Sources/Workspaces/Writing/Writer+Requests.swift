import Ledger
package import Regimes
import Register
package import ReportingModel

/// Why a request cannot be opened or closed.
package enum RequestProblem: Error, Sendable, Hashable {
  /// 1 to 35 of `A-Z 0-9 . -`, as every identifier in a header.
  case code(String)
  case exists(String)
  case unknown(String)
  case closed(String)
  /// It ends before it begins, or is due before it ends.
  case days
  case unknownKind(String)
  case unknownLevel(String)
  case unknownUnit(String)
  case unknownPeriod(String)
  /// It would be part of a request, which has no figures of its own for the windows.
  case partOfRequest(PeriodKey)
  /// Its last day lies outside the period it is part of.
  case outside(PeriodKey)
  /// Another part of the same period has some of its days: a request, or a period of the regime.
  case overlaps(String)
  /// The regime has no kind of period for requests.
  case noKind
}

extension Writer {
  /// Opens a collection on request (<doc:regime#Requests>).
  /// - Throws: `RequestProblem`.
  package func open(_ request: CollectionRequest, clock: Instant) async throws {
    let inForce = register.inForce
    guard let registry = inForce.registry else { throw WorkspaceProblem.noRegistry }
    let history = try inForce.regime(request.regime)
    let others = inForce.requests(of: history.id)
    let regime =
      request.partOf.map { history.applying(to: $0, requests: others) } ?? history.applying(on: request.window.to)
    try RequestRules(regime: regime, registry: registry, others: others).check(request)
    let event = RequestEvent(
      regime: request.regime, code: request.code, title: request.title, window: request.window, due: request.due,
      partOf: request.partOf, kinds: request.kinds, levels: request.levels, units: request.units)
    try await append([EntryDraft(event)], clock: clock)
  }

  /// Closes a collection: what is sent to it later is refused.
  /// - Throws: `RequestProblem` when there is none of that code or it is closed.
  package func closeRequest(_ code: String, regime: String?, clock: Instant) async throws {
    let id = try register.inForce.regime(regime).id
    guard let request = register.inForce.requests(of: id).first(where: { $0.code == code }) else {
      throw RequestProblem.unknown(code)
    }
    guard !request.isClosed else { throw RequestProblem.closed(code) }
    try await append([EntryDraft(ClosingEvent(regime: id, code: code))], clock: clock)
  }
}

/// What a request must be before it is opened.
struct RequestRules {
  let regime: Regime
  let registry: Registry
  let others: [CollectionRequest]

  func check(_ request: CollectionRequest) throws(RequestProblem) {
    let code = request.code
    guard (1...35).contains(code.utf8.count), code.utf8.allSatisfy(RequestRules.isAllowed) else {
      throw .code(code)
    }
    guard regime.requestKind != nil else { throw .noKind }
    guard !others.contains(where: { $0.code == code }) else { throw .exists(code) }
    guard request.due >= request.window.from else { throw .days }
    let levels = Set(registry.rows.map(\.level))
    for kind in request.kinds where regime.unitKind(kind) == nil { throw .unknownKind(kind) }
    for level in request.levels where !levels.contains(level) { throw .unknownLevel(level) }
    for unit in request.units where registry.rows(of: unit).isEmpty { throw .unknownUnit(unit) }
    guard let whole = request.partOf else { return }
    guard let period = regime.resolve(whole, requests: others) else { throw .unknownPeriod(whole.description) }
    guard !period.isRequest else { throw .partOfRequest(whole) }
    guard period.window.contains(request.window.to) else { throw .outside(whole) }
    // What two parts told of the same days would be counted twice in the whole.
    for part in period.parts.compactMap({ regime.resolve($0, requests: others) })
    where part.window.overlaps(request.window) {
      throw .overlaps(part.isRequest ? part.key.which : part.key.description)
    }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
