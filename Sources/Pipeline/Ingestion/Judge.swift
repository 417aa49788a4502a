import Hashing
import Inbox
import Ledger
import Receipts
import Regimes
import ReportingModel
import Submissions
import Validation

/// A judged delivery with what goes into the ledger.
struct Judged {
  var receipt: Receipt
  var drafts: [EntryDraft]
  /// The receipt's JSON file; its digest is part of the delivery's record.
  var json: [UInt8]
}

/// Judges deliveries one after the other; each sees what was judged before it. Holds the projection of the ledger for the
/// length of a run, and writes nothing.
final class Judge {
  private let configuration: WorkspaceConfiguration
  private let regimes: [String: RegimeHistory]
  /// By the digest of a regime's version.
  private let validators: [Digest: SubmissionValidator]
  /// The regime that judges what names none, and whose words head the receipts.
  private let office: Regime
  private var indexes: [String: LedgerIndex] = [:]
  /// What the next entry will be.
  private(set) var nextSequence: Int64
  private var nextReceipt = 1
  /// The first delivery of the same bytes that had something accepted.
  private var originals: [Digest: Receipt.Original] = [:]
  private let operatorName: String

  /// - Parameter last: what came later is not seen; the end of the ledger without one.
  init(
    _ state: WorkspaceState, asOf last: Int64? = nil, ledger: any LedgerStore, configuration: WorkspaceConfiguration,
    operatorName: String
  ) throws {
    guard let registry = state.registry else { throw WorkspaceProblem.noRegistry }
    self.configuration = configuration
    self.operatorName = operatorName
    office = try state.regime(nil, configured: configuration.regime).latest
    regimes = Dictionary(state.regimes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    validators = Dictionary(
      state.regimes.flatMap { history in
        history.versions.map {
          (
            $0.digest,
            SubmissionValidator(
              regime: $0, registry: registry, requests: state.requests(of: history.id),
              closedPeriods: state.closedPeriods(of: history.id))
          )
        }
      }, uniquingKeysWith: { first, _ in first })
    let last = last ?? state.head.sequence
    nextSequence = last + 1
    try readBack(ledger, through: last)
  }

  /// Makes the projection from the entries.
  private func readBack(_ ledger: any LedgerStore, through last: Int64) throws {
    for id in regimes.keys {
      indexes[id] = LedgerIndex(
        regime: id, describe: { [weak self] unit, key in self?.validator(id, key)?.describe(unit, key) }
      ) { sequence in
        var found: SubmissionContent?
        try? ledger.contents(of: [sequence]) { found = $1 }
        return found
      }
    }
    let summaries = Dictionary(
      try ledger.summaries(from: 1, through: last).map { ($0.sequence, $0.summary) },
      uniquingKeysWith: { first, _ in first })
    for entry in try ledger.entries([.delivery, .submission], from: 1, through: last) {
      if entry.kind == .delivery {
        let record = try DeliveryRecord(payload: entry.payload)
        nextReceipt = max(nextReceipt, record.receiptNumber + 1)
        remember(record)
      } else {
        let record = try SubmissionRecord(payload: entry.payload)
        indexes[record.regime]?.add(record, sequence: entry.sequence, summary: summaries[entry.sequence])
      }
    }
  }

  /// What judges a regime's reports for a period: the version that applies to it, as recorded by a moment
  /// (<doc:regime#Versions>); the latest one without a period.
  private func validator(_ regime: String, _ period: PeriodKey?, asOf moment: Instant? = nil) -> SubmissionValidator? {
    guard let all = regimes[regime], let any = validators[all.latest.digest] else { return nil }
    guard all.versions.count > 1, let period else { return any }
    let history = moment.map { all.recorded(by: $0) } ?? all
    return validators[history.applying(to: period, requests: any.requests).digest]
  }

  private func remember(_ record: DeliveryRecord) {
    guard originals[record.digest] == nil, record.status == "accepted" || record.status == "partial" else { return }
    originals[record.digest] = Receipt.Original(number: record.receiptNumber, receivedAt: record.receivedAt)
  }

  /// The receipt that a delivery would get, as a check: it has no number, and nothing that comes later sees it.
  func receiptOfCheck(_ delivery: Delivery, _ read: ReadDelivery, _ occasion: Occasion) -> Receipt {
    let before = (indexes, nextSequence, nextReceipt, originals)
    indexes = indexes.mapValues { $0.copy() }
    defer { (indexes, nextSequence, nextReceipt, originals) = before }
    return judge(delivery, read, occasion).receipt.asCheck
  }

  /// Judges the submissions of a delivery in their order; each one sees those before it.
  func judge(_ delivery: Delivery, _ read: ReadDelivery, _ occasion: Occasion) -> Judged {
    let receivedAt = occasion.receivedAt ?? occasion.now
    let arrival = Arrival(
      receivedAt: receivedAt, isEnteredLater: occasion.receivedAt != nil, folderUnit: delivery.folderUnit,
      requiresFolder: delivery.isInInbox && (configuration.requireUnitFolder ?? false))
    let deliverySequence = nextSequence
    nextSequence += 1
    var drafts: [EntryDraft] = []
    var lines: [SubmissionReceipt] = []
    for var submission in read.submissions {
      let regime = submission.content?.header.regime ?? office.id
      guard let validator = validator(regime, submission.period, asOf: occasion.receivedAt), let index = indexes[regime]
      else { continue }
      let earlier = submission.unit.flatMap { unit in submission.period.flatMap { index.live(unit, $0) } }
      let verdict = validator.judge(&submission, arrival, history: index)
      var line = SubmissionReceipt(submission, verdict, validator, earlier: earlier)
      if var record = SubmissionRecord(verdict, submission, validator, arrival) {
        record.delivery = deliverySequence
        let content = verdict.content
        drafts.append(EntryDraft(record, recordedAt: occasion.now, operatorName: operatorName, content: content))
        index.add(record, sequence: nextSequence, summary: content.map(ContentSummary.init))
        line.sequence = nextSequence
        nextSequence += 1
      }
      lines.append(line)
    }
    var receipt = Receipt(
      regime: office, number: nextReceipt, fileName: delivery.fileName, folderUnit: delivery.folderUnit,
      digest: read.digest,
      receivedAt: receivedAt, lateReason: occasion.receivedAt == nil ? nil : occasion.reason,
      isReadable: read.isReadable, submissions: lines, findings: read.findings)
    if receipt.status == .duplicate { receipt.original = originals[read.digest] }
    // Receipts are for units: what is stored and hashed does not depend on whoever runs the program.
    let json = receipt.json(.vietnamese).fileBytes
    let record = DeliveryRecord(
      receiptNumber: nextReceipt, fileName: delivery.fileName, folderUnit: delivery.folderUnit,
      digest: read.digest, size: read.size, receivedAt: receivedAt, lateReason: receipt.lateReason,
      status: receipt.status.rawValue, receiptDigest: Digest(of: json))
    remember(record)
    drafts.insert(
      EntryDraft(record, recordedAt: occasion.now, operatorName: operatorName, receipt: json), at: 0)
    nextReceipt += 1
    return Judged(receipt: receipt, drafts: drafts, json: json)
  }
}
