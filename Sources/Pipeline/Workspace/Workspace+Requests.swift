import Ledger
package import Regimes
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

extension Workspace {
  /// The regime that `--regime` names; without it the configured, else the first.
  package func regimeID(_ named: String?) throws -> String {
    try state().regime(named, configured: configuration.regime).id
  }

  /// Opens a collection on request (<doc:regime#Requests>).
  /// - Throws: `RequestProblem`.
  package func open(_ request: CollectionRequest, now: Instant, operatorName: String) throws {
    let state = try state()
    guard let registry = state.registry else { throw WorkspaceProblem.noRegistry }
    let history = try state.regime(request.regime, configured: nil)
    let others = state.requests(of: history.id)
    let regime =
      request.partOf.map { history.applying(to: $0, requests: others) } ?? history.applying(on: request.window.to)
    try RequestRules(regime: regime, registry: registry, others: others).check(request)
    let record = RequestRecord(
      regime: request.regime, code: request.code, title: request.title, from: request.window.from,
      to: request.window.to, due: request.due,
      partOf: request.partOf?.description, kinds: request.kinds, levels: request.levels, units: request.units)
    _ = try ledger.append([EntryDraft(record, recordedAt: now, operatorName: operatorName)], after: state.head)
  }

  /// Closes a collection: what is sent to it later is refused.
  /// - Throws: `RequestProblem` when there is none of that code or it is closed.
  package func closeRequest(_ code: String, regime: String?, now: Instant, operatorName: String) throws {
    let state = try state()
    let id = try state.regime(regime, configured: configuration.regime).id
    guard let request = state.requests(of: id).first(where: { $0.code == code }) else {
      throw RequestProblem.unknown(code)
    }
    guard !request.isClosed else { throw RequestProblem.closed(code) }
    _ = try ledger.append(
      [EntryDraft(ClosingRecord(regime: id, code: code), recordedAt: now, operatorName: operatorName)],
      after: state.head)
  }

  /// The requests opened up to a sequence, in their order, closed ones marked.
  func requests(through last: Int64) throws -> [CollectionRequest] {
    var requests: [CollectionRequest] = []
    for entry in try ledger.entries([.request, .closing], from: 1, through: last) {
      if entry.kind == .request {
        let record = try RequestRecord(payload: entry.payload)
        guard let window = Window(from: record.from, to: record.to) else { continue }
        requests.append(
          CollectionRequest(
            regime: record.regime, code: record.code, title: record.title, window: window, due: record.due,
            partOf: record.partOf.flatMap { PeriodKey($0) }, kinds: record.kinds, levels: record.levels,
            units: record.units))
      } else {
        let closed = try ClosingRecord(payload: entry.payload)
        for index in requests.indices
        where requests[index].regime == closed.regime && requests[index].code == closed.code {
          requests[index].closedAt = entry.recordedAt
        }
      }
    }
    return requests
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
