package import ReportingModel

/// A report was issued: what it says is frozen here (<doc:counting#Issuing>).
package struct ReportRecord: LedgerRecord, Hashable {
  package static let kind = EntryKind.report

  /// A file of the report, kept as a stored object.
  package struct Output: Sendable, Hashable {
    /// `half-year-2027-1-ubnd-tinh-v1.docx`.
    package var name: String
    package var digest: Digest

    package init(name: String, digest: Digest) {
      self.name = name
      self.digest = digest
    }
  }

  /// `half-year-2027-1-ubnd-tinh-v1`.
  package var id: String
  /// `half-year`, `2027-1`, `ubnd-tinh`.
  package var verb: String
  package var key: String
  package var recipient: String
  /// From 1.
  package var version: Int
  package var regime: String
  /// `05/BC-SGDĐT`, as the agency's document system gave it.
  package var number: String
  package var date: CalendarDate
  package var signer: String
  package var capacity: [String]
  package var from: CalendarDate
  package var to: CalendarDate
  /// Sequence N that its figures stand on, and the chain's head there.
  package var asOf: Int64
  package var ledgerHead: Digest
  package var regimeDigest: Digest
  package var registryDigest: Digest
  /// Of the outline that its document was made from.
  package var templateDigest: Digest
  /// Of the canonical report's file.
  package var digest: Digest
  package var outputs: [Output]
  /// `KIND/WHICH` of the periods that it tells of: what comes for them later came after closing.
  package var periods: [String]

  package init(
    id: String, verb: String, key: String, recipient: String, version: Int, regime: String, number: String,
    date: CalendarDate, signer: String, capacity: [String], from: CalendarDate, to: CalendarDate, asOf: Int64,
    ledgerHead: Digest, regimeDigest: Digest, registryDigest: Digest, templateDigest: Digest, digest: Digest,
    outputs: [Output],
    periods: [String]
  ) {
    self.id = id
    self.verb = verb
    self.key = key
    self.recipient = recipient
    self.version = version
    self.regime = regime
    self.number = number
    self.date = date
    self.signer = signer
    self.capacity = capacity
    self.from = from
    self.to = to
    self.asOf = asOf
    self.ledgerHead = ledgerHead
    self.regimeDigest = regimeDigest
    self.registryDigest = registryDigest
    self.templateDigest = templateDigest
    self.digest = digest
    self.outputs = outputs
    self.periods = periods
  }

  package func encode(into encoder: inout CanonicalEncoder) {
    for text in [id, verb, key, recipient] { encoder.append(text) }
    encoder.append(version)
    encoder.append(regime)
    encoder.append(number)
    encoder.append(date)
    encoder.append(signer)
    encoder.append(list: capacity) { $0.append($1) }
    encoder.append(from)
    encoder.append(to)
    encoder.append(Int(asOf))
    for digest in [ledgerHead, regimeDigest, registryDigest, templateDigest, digest] { encoder.append(digest) }
    encoder.append(list: outputs) {
      $0.append($1.name)
      $0.append($1.digest)
    }
    encoder.append(list: periods) { $0.append($1) }
  }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    id = try decoder.string()
    verb = try decoder.string()
    key = try decoder.string()
    recipient = try decoder.string()
    version = try decoder.int()
    regime = try decoder.string()
    number = try decoder.string()
    date = try decoder.date()
    signer = try decoder.string()
    capacity = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.string() }
    from = try decoder.date()
    to = try decoder.date()
    asOf = Int64(try decoder.int())
    ledgerHead = try decoder.digest()
    regimeDigest = try decoder.digest()
    registryDigest = try decoder.digest()
    templateDigest = try decoder.digest()
    digest = try decoder.digest()
    outputs = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in
      Output(name: try d.string(), digest: try d.digest())
    }
    periods = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.string() }
  }
}
