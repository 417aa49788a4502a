package import ReportingModel

/// A report was issued: its place among the documents, and the digest of everything that it stands on.
package struct ReportEvent: EventPayload, PlainEvent {
  package var event: Event { .report(self) }

  /// A file of it, by name.
  package struct Output: Sendable, Hashable {
    package let name: String
    package let digest: Digest

    package init(name: String, digest: Digest) {
      self.name = name
      self.digest = digest
    }
  }

  package var id: String
  /// `half-year`, `semester` …
  package var kind: String
  package var key: String
  /// To whom it went: `ubnd-tinh`.
  package var recipient: String
  package var version: Int
  package var regime: String
  package var number: String
  package var date: CalendarDate
  package var signer: String
  package var capacity: [String]
  package var window: Window
  package var asOf: Int64
  package var regimeDigest: Digest
  package var registryDigest: Digest
  /// Sequence of the settings.
  package var settings: Int64
  package var templateDigest: Digest
  package var textsDigest: Digest
  package var exemplarsDigest: Digest?
  /// Of the canonical report.
  package var jsonDigest: Digest
  package var outputs: [Output]
  /// Periods that it tells of: what is accepted for them later is in none of its figures.
  package var periods: [PeriodKey]
  /// The report that it replaces, and why.
  package var replaces: String?
  package var reason: String?
  /// The version of the program that made it.
  package var program: String

  package init(
    id: String, kind: String, key: String, recipient: String, version: Int, regime: String, number: String,
    date: CalendarDate,
    signer: String, capacity: [String], window: Window, asOf: Int64, regimeDigest: Digest, registryDigest: Digest,
    settings: Int64, templateDigest: Digest, textsDigest: Digest, exemplarsDigest: Digest? = nil, jsonDigest: Digest,
    outputs: [Output], periods: [PeriodKey], replaces: String? = nil, reason: String? = nil, program: String
  ) {
    self.id = id
    self.kind = kind
    self.key = key
    self.recipient = recipient
    self.version = version
    self.regime = regime
    self.number = number
    self.date = date
    self.signer = signer
    self.capacity = capacity
    self.window = window
    self.asOf = asOf
    self.regimeDigest = regimeDigest
    self.registryDigest = registryDigest
    self.settings = settings
    self.templateDigest = templateDigest
    self.textsDigest = textsDigest
    self.exemplarsDigest = exemplarsDigest
    self.jsonDigest = jsonDigest
    self.outputs = outputs
    self.periods = periods
    self.replaces = replaces
    self.reason = reason
    self.program = program
  }

  var members: [String: JSONValue?] {
    [
      "id": .string(id), "kind": .string(kind), "key": .string(key), "to": .string(recipient), "version": .int(version),
      "regime": .string(regime), "number": .string(number), "date": .string(date.description),
      "signer": .string(signer), "capacity": .texts(capacity), "from": .string(window.from.description),
      "until": .string(window.to.description), "asOf": .int(asOf), "regimeSha256": .digest(regimeDigest),
      "registrySha256": .digest(registryDigest), "settings": .int(settings), "templateSha256": .digest(templateDigest),
      "textsSha256": .digest(textsDigest), "exemplarsSha256": .optionalDigest(exemplarsDigest),
      "jsonSha256": .digest(jsonDigest),
      "outputs": .array(outputs.map { .object(["name": .string($0.name), "sha256": .digest($0.digest)]) }),
      "periods": .texts(periods.map(\.description)), "replaces": .text(replaces), "reason": .text(reason),
      "program": .string(program),
    ]
  }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    id = try fields.string("id")
    kind = try fields.string("kind")
    key = try fields.string("key")
    recipient = try fields.string("to")
    version = try fields.int("version")
    regime = try fields.string("regime")
    number = try fields.string("number")
    date = try fields.date("date")
    signer = try fields.string("signer")
    capacity = try fields.strings("capacity")
    window = try fields.window("from", "until")
    asOf = try fields.sequence("asOf")
    regimeDigest = try fields.digest("regimeSha256")
    registryDigest = try fields.digest("registrySha256")
    settings = try fields.sequence("settings")
    templateDigest = try fields.digest("templateSha256")
    textsDigest = try fields.digest("textsSha256")
    exemplarsDigest = try fields.optionalDigest("exemplarsSha256")
    jsonDigest = try fields.digest("jsonSha256")
    outputs = try fields.list("outputs") { (node) throws(JSONFields.Malformed) in
      var output = try JSONFields(node, "outputs")
      let made = Output(name: try output.string("name"), digest: try output.digest("sha256"))
      try output.finish()
      return made
    }
    periods = try fields.list("periods") { (node) throws(JSONFields.Malformed) in
      guard case .string(let text) = node.value, let key = PeriodKey(text) else {
        throw JSONFields.Malformed("periods")
      }
      return key
    }
    replaces = try fields.optionalString("replaces")
    reason = try fields.optionalString("reason")
    program = try fields.string("program")
  }
}

/// A signed copy, or another document, was put beside an issued report; its bytes are a stored object.
package struct AttachmentEvent: EventPayload, PlainEvent {
  package var event: Event { .attachment(self) }

  package let report: String
  package let digest: Digest
  package let mediaType: String

  package init(report: String, digest: Digest, mediaType: String) {
    self.report = report
    self.digest = digest
    self.mediaType = mediaType
  }

  var members: [String: JSONValue?] {
    ["report": .string(report), "sha256": .digest(digest), "mediaType": .string(mediaType)]
  }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    report = try fields.string("report")
    digest = try fields.digest("sha256")
    mediaType = try fields.string("mediaType")
  }
}
