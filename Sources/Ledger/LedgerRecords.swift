package import ReportingModel

/// What an entry says, typed; its canonical bytes are the entry's payload.
package protocol LedgerRecord: Sendable {
  static var kind: EntryKind { get }
  func encode(into encoder: inout CanonicalEncoder)
  init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed)
}

extension LedgerRecord {
  package var payload: [UInt8] {
    var encoder = CanonicalEncoder()
    encode(into: &encoder)
    return encoder.bytes
  }

  package init(payload: [UInt8]) throws(CanonicalDecoder.Malformed) {
    var decoder = CanonicalDecoder(payload)
    try self.init(from: &decoder)
    try decoder.finish()
  }
}

/// A regime file is in force from here on; its bytes are a stored object.
package struct RegimeRecord: LedgerRecord, Hashable {
  package static let kind = EntryKind.regime
  package var id: String
  package var digest: Digest

  package init(id: String, digest: Digest) {
    self.id = id
    self.digest = digest
  }

  package func encode(into encoder: inout CanonicalEncoder) {
    encoder.append(id)
    encoder.append(digest)
  }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    id = try decoder.string()
    digest = try decoder.digest()
  }
}

/// A template of a regime's reports and letters is in force from here on; its bytes are a stored object.
package struct TemplateRecord: LedgerRecord, Hashable {
  package static let kind = EntryKind.template
  package var regime: String
  /// `quarter.ubnd-tinh`: the kind of report or letter, with the copy where it is for one alone.
  package var name: String
  package var digest: Digest

  package init(regime: String, name: String, digest: Digest) {
    self.regime = regime
    self.name = name
    self.digest = digest
  }

  package func encode(into encoder: inout CanonicalEncoder) {
    encoder.append(regime)
    encoder.append(name)
    encoder.append(digest)
  }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    regime = try decoder.string()
    name = try decoder.string()
    digest = try decoder.digest()
  }
}

/// A registry file is in force from here on; its bytes are a stored object.
package struct RegistryRecord: LedgerRecord, Hashable {
  package static let kind = EntryKind.registry
  package var digest: Digest

  package init(digest: Digest) {
    self.digest = digest
  }

  package func encode(into encoder: inout CanonicalEncoder) { encoder.append(digest) }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    digest = try decoder.digest()
  }
}

/// A bundle as it arrived: its bytes are a stored object, its receipt is kept by number.
package struct DeliveryRecord: LedgerRecord, Hashable {
  package static let kind = EntryKind.delivery
  /// Receipts count from 1; printed `BN-000001`.
  package var receiptNumber: Int
  package var fileName: String
  /// The unit whose inbox folder it lay in.
  package var folderUnit: String?
  package var digest: Digest
  package var size: Int
  /// When it came, which may lie before its entry was recorded (<doc:commands#ingest>).
  package var receivedAt: Instant
  /// Why it is entered with another time than now.
  package var lateReason: String?
  package var status: String
  /// Digest of the receipt's JSON file.
  package var receiptDigest: Digest

  package init(
    receiptNumber: Int, fileName: String, folderUnit: String?, digest: Digest, size: Int, receivedAt: Instant,
    lateReason: String?, status: String, receiptDigest: Digest
  ) {
    self.receiptNumber = receiptNumber
    self.fileName = fileName
    self.folderUnit = folderUnit
    self.digest = digest
    self.size = size
    self.receivedAt = receivedAt
    self.lateReason = lateReason
    self.status = status
    self.receiptDigest = receiptDigest
  }

  package func encode(into encoder: inout CanonicalEncoder) {
    encoder.append(receiptNumber)
    encoder.append(fileName)
    encoder.append(folderUnit)
    encoder.append(digest)
    encoder.append(size)
    encoder.append(receivedAt)
    encoder.append(lateReason)
    encoder.append(status)
    encoder.append(receiptDigest)
  }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    receiptNumber = try decoder.int()
    fileName = try decoder.string()
    folderUnit = try decoder.optionalString()
    digest = try decoder.digest()
    size = try decoder.int()
    receivedAt = try decoder.instant()
    lateReason = try decoder.optionalString()
    status = try decoder.string()
    receiptDigest = try decoder.digest()
  }
}

/// A submission of a delivery and its verdict, with the digests of everything it was judged by.
package struct SubmissionRecord: LedgerRecord, Hashable {
  package static let kind = EntryKind.submission
  /// Sequence of the delivery it came in.
  package var delivery: Int64
  package var path: String
  package var encoding: String
  package var isAccepted: Bool
  package var regime: String
  /// Empty where a refused submission does not tell it.
  package var unit: String
  /// `KIND/WHICH`; empty where a refused submission does not tell it.
  package var period: String
  /// Submission number; 0 for a refused one.
  package var number: Int
  package var receivedAt: Instant
  package var regimeDigest: Digest
  package var registryDigest: Digest
  /// Of the canonical content; zero for a refused one.
  package var contentDigest: Digest
  package var errorCount: Int
  package var warningCount: Int
  /// Medians of its peers that rules compared it with, by indicator, as they were when it was judged
  /// (<doc:regime#Outlier-rule>).
  package var medians: [String: Amount]
  /// Codes of the warnings that arose and that the unit explained, in bytewise order.
  package var explained: [String]

  package init(
    delivery: Int64, path: String, encoding: String, isAccepted: Bool, regime: String, unit: String,
    period: String, number: Int, receivedAt: Instant, regimeDigest: Digest, registryDigest: Digest,
    contentDigest: Digest, errorCount: Int, warningCount: Int, medians: [String: Amount] = [:],
    explained: [String] = []
  ) {
    self.delivery = delivery
    self.path = path
    self.encoding = encoding
    self.isAccepted = isAccepted
    self.regime = regime
    self.unit = unit
    self.period = period
    self.number = number
    self.receivedAt = receivedAt
    self.regimeDigest = regimeDigest
    self.registryDigest = registryDigest
    self.contentDigest = contentDigest
    self.errorCount = errorCount
    self.warningCount = warningCount
    self.medians = medians
    self.explained = explained
  }

  package func encode(into encoder: inout CanonicalEncoder) {
    encoder.append(delivery)
    encoder.append(path)
    encoder.append(encoding)
    encoder.append(isAccepted)
    encoder.append(regime)
    encoder.append(unit)
    encoder.append(period)
    encoder.append(number)
    encoder.append(receivedAt)
    encoder.append(regimeDigest)
    encoder.append(registryDigest)
    encoder.append(contentDigest)
    encoder.append(errorCount)
    encoder.append(warningCount)
    encoder.append(list: medians.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      $0.append($1.key)
      $0.append($1.value)
    }
    encoder.append(list: explained) { $0.append($1) }
  }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    delivery = Int64(try decoder.int())
    path = try decoder.string()
    encoding = try decoder.string()
    isAccepted = try decoder.bool()
    regime = try decoder.string()
    unit = try decoder.string()
    period = try decoder.string()
    number = try decoder.int()
    receivedAt = try decoder.instant()
    regimeDigest = try decoder.digest()
    registryDigest = try decoder.digest()
    contentDigest = try decoder.digest()
    errorCount = try decoder.int()
    warningCount = try decoder.int()
    let pairs = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in (try d.string(), try d.amount()) }
    medians = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    explained = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.string() }
  }
}
