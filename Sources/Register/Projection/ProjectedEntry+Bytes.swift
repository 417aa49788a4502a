import Ledger
import ReportingModel

extension ProjectedEntry {
  private enum Tag {
    static let nothing = 0
    static let line = 1
    static let delivery = 2
    static let accepted = 3
    static let refused = 4
  }

  /// The sequence is not written: entries follow each other.
  func write(to encoder: inout CanonicalEncoder) {
    switch self {
    case .nothing: encoder.append(Tag.nothing)
    case .line(let line):
      encoder.append(Tag.line)
      encoder.append(line)
    case .delivery(let event):
      encoder.append(Tag.delivery)
      encoder.append(event)
    case .accepted(let version, let key, let regime, let summary):
      encoder.append(Tag.accepted)
      encoder.append(regime)
      encoder.append(key)
      encoder.append(version)
      encoder.append(summary != nil)
      if let summary { encoder.append(summary) }
    case .refused(let refusal, let key, let regime):
      encoder.append(Tag.refused)
      encoder.append(regime)
      encoder.append(key)
      encoder.append(refusal.receivedAt)
      encoder.append(refusal.delivery)
      encoder.append(refusal.path)
      encoder.append(refusal.isOvertaken)
    }
  }

  init(from decoder: inout CanonicalDecoder, at sequence: Int64) throws(CanonicalDecoder.Malformed) {
    switch try decoder.int() {
    case Tag.nothing: self = .nothing
    case Tag.line: self = .line(Array(try decoder.run()))
    case Tag.delivery: self = .delivery(try DeliveryEvent(from: &decoder))
    case Tag.accepted:
      let regime = try decoder.string()
      let key = try UnitPeriod(from: &decoder)
      let version = try SubmissionVersion(from: &decoder, at: sequence)
      self = .accepted(version, key, regime: regime, summary: try decoder.bool() ? Array(try decoder.run()) : nil)
    case Tag.refused:
      let regime = try decoder.string()
      let key = try UnitPeriod(from: &decoder)
      let refusal = Refusal(
        sequence: sequence, receivedAt: try decoder.instant(), delivery: Int64(try decoder.int()),
        path: try decoder.string(), isOvertaken: try decoder.bool())
      self = .refused(refusal, key, regime: regime)
    default: throw CanonicalDecoder.Malformed(offset: decoder.position)
    }
  }
}

extension CanonicalEncoder {
  fileprivate mutating func append(_ key: UnitPeriod) {
    append(key.unit)
    append(key.period.kind)
    append(key.period.which)
  }

  fileprivate mutating func append(_ event: DeliveryEvent) {
    append(event.receipt)
    append(event.file)
    append(event.folder)
    append(event.digest != nil)
    if let digest = event.digest { append(digest) }
    append(event.size)
    append(event.receivedAt)
    append(event.lateReason)
    append(event.status)
    append(event.sender)
    append(event.receiptDigest)
    append(event.program)
    append(event.setAside ?? -1)
  }

  fileprivate mutating func append(_ version: SubmissionVersion) {
    append(version.number)
    append(version.receivedAt)
    append(version.delivery)
    append(version.path)
    append(version.encoding)
    append(version.contentDigest)
    append(version.comparedDigest)
    append(list: version.explained) { $0.append($1) }
    append(list: version.medians.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      $0.append($1.key)
      $0.append($1.value)
    }
  }
}

extension UnitPeriod {
  fileprivate init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    self.init(
      unit: try decoder.string(), period: PeriodKey(kind: try decoder.string(), which: try decoder.string()))
  }
}

extension DeliveryEvent {
  fileprivate init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    self.init(
      receipt: try decoder.int(), file: try decoder.string(), folder: try decoder.optionalString(),
      digest: try decoder.bool() ? try decoder.digest() : nil, size: try decoder.int(),
      receivedAt: try decoder.instant(), lateReason: try decoder.optionalString(), status: try decoder.string(),
      sender: try decoder.optionalString(), receiptDigest: try decoder.digest(), program: try decoder.string(),
      setAside: try Optional(decoder.int()).flatMap { $0 < 0 ? nil : $0 })
  }
}

extension SubmissionVersion {
  fileprivate init(
    from decoder: inout CanonicalDecoder, at sequence: Int64
  ) throws(CanonicalDecoder.Malformed) {
    self.init(
      sequence: sequence, number: try decoder.int(), receivedAt: try decoder.instant(),
      delivery: Int64(try decoder.int()), path: try decoder.string(), encoding: try decoder.string(),
      contentDigest: try decoder.digest(), comparedDigest: try decoder.digest(),
      explained: try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.string() },
      medians: Dictionary(
        try decoder.list { (d) throws(CanonicalDecoder.Malformed) in (try d.string(), try d.amount()) },
        uniquingKeysWith: { first, _ in first }))
  }
}
