package import ReportingModel

/// What an entry says: every kind of change that the record knows (<doc:record#Kinds-of-entry>).
package enum Event: Sendable, Hashable {
  case settings(SettingsEvent)
  case regime(RegimeEvent)
  case template(TemplateEvent)
  case registry(RegistryEvent)
  case delivery(DeliveryEvent)
  case submission(SubmissionEvent)
  case withdrawal(WithdrawalEvent)
  case purge(PurgeEvent)
  case request(RequestEvent)
  case closing(ClosingEvent)
  case report(ReportEvent)
  case attachment(AttachmentEvent)
  case account(AccountEvent)
  case key(KeyEvent)
  case rollback(RollbackEvent)
}

/// The kinds, as an entry names them.
package enum EventKind: String, Sendable, CaseIterable {
  case settings, regime, template, registry, delivery, submission, withdrawal, purge, request, closing, report
  case attachment, account, key, rollback
}

/// The payload of one kind of entry, and its one form in JSON.
protocol EventPayload: Sendable, Hashable {
  /// Without the members that have no value.
  var members: [String: JSONValue?] { get }
  init(_ fields: inout JSONFields) throws(JSONFields.Malformed)
}

extension EventPayload {
  var json: JSONValue { .object(members.compactMapValues { $0 }) }
}

extension Event {
  package var kind: EventKind {
    switch self {
    case .settings: .settings
    case .regime: .regime
    case .template: .template
    case .registry: .registry
    case .delivery: .delivery
    case .submission: .submission
    case .withdrawal: .withdrawal
    case .purge: .purge
    case .request: .request
    case .closing: .closing
    case .report: .report
    case .attachment: .attachment
    case .account: .account
    case .key: .key
    case .rollback: .rollback
    }
  }

  private var payload: any EventPayload {
    switch self {
    case .settings(let payload): payload
    case .regime(let payload): payload
    case .template(let payload): payload
    case .registry(let payload): payload
    case .delivery(let payload): payload
    case .submission(let payload): payload
    case .withdrawal(let payload): payload
    case .purge(let payload): payload
    case .request(let payload): payload
    case .closing(let payload): payload
    case .report(let payload): payload
    case .attachment(let payload): payload
    case .account(let payload): payload
    case .key(let payload): payload
    case .rollback(let payload): payload
    }
  }

  /// The payload as it stands in the entry.
  package var json: JSONValue { payload.json }

  /// The event that a payload of a kind tells.
  /// - Throws: what is missing, of another type, or not asked for.
  init(_ kind: EventKind, _ node: JSONNode) throws(JSONFields.Malformed) {
    var fields = try JSONFields(node, "payload")
    switch kind {
    case .settings: self = .settings(try SettingsEvent(&fields))
    case .regime: self = .regime(try RegimeEvent(&fields))
    case .template: self = .template(try TemplateEvent(&fields))
    case .registry: self = .registry(try RegistryEvent(&fields))
    case .delivery: self = .delivery(try DeliveryEvent(&fields))
    case .submission: self = .submission(try SubmissionEvent(&fields))
    case .withdrawal: self = .withdrawal(try WithdrawalEvent(&fields))
    case .purge: self = .purge(try PurgeEvent(&fields))
    case .request: self = .request(try RequestEvent(&fields))
    case .closing: self = .closing(try ClosingEvent(&fields))
    case .report: self = .report(try ReportEvent(&fields))
    case .attachment: self = .attachment(try AttachmentEvent(&fields))
    case .account: self = .account(try AccountEvent(&fields))
    case .key: self = .key(try KeyEvent(&fields))
    case .rollback: self = .rollback(try RollbackEvent(&fields))
    }
    try fields.finish()
  }
}

extension JSONValue {
  static func digest(_ digest: Digest) -> JSONValue { .string(digest.description) }
  static func optionalDigest(_ digest: Digest?) -> JSONValue? { digest.map { .string($0.description) } }
  static func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }
  /// A list; left out where it is empty.
  static func texts(_ texts: [String]) -> JSONValue? { texts.isEmpty ? nil : .array(texts.map { .string($0) }) }
}
