import DurableFiles
import Hashing
import Inbox
import Ledger
import Receipts
import ReportingModel

/// Deliveries that the ledger has and whose receipts a run that ended may not have written.
///
/// The receipt's JSON is kept in the ledger. Its page is made again by judging the stored bytes as of the entry before the
/// delivery's own: the same bytes judged by the same record give the same receipt.
struct Unfinished {
  private let workspace: Workspace
  private var recorded: [Int: (entry: LedgerEntry, record: DeliveryRecord)] = [:]
  /// Claims follow each other as their entries do, so that mostly one judge does for all of them.
  private var court: (reader: DeliveryReader, judge: Judge)?

  init(_ workspace: Workspace) throws {
    self.workspace = workspace
    for entry in try workspace.ledger.entries([.delivery], from: 1, through: workspace.ledger.head().sequence) {
      let record = try DeliveryRecord(payload: entry.payload)
      recorded[record.receiptNumber] = (entry, record)
    }
  }

  /// Whether a claim's delivery is in the ledger. The file is looked at as well, so that no file can be taken for another.
  func hasDelivery(of claim: ClaimFolder.Claim) throws -> Bool {
    guard let number = claim.receipt, let (_, record) = recorded[number] else { return false }
    guard let delivery = claim.delivery else { return true }
    guard delivery.fileName == record.fileName else { return false }
    let digest = try Digest { (hash) throws(FileFault) in
      try DurableFiles.eachChunk(of: delivery.path) { (chunk) throws(FileFault) in hash(chunk) }
    }
    return digest == record.digest
  }

  mutating func writeReceipt(of claim: ClaimFolder.Claim, _ each: (Receipt) throws -> Void) throws {
    guard let number = claim.receipt, let (entry, record) = recorded[number] else { return }
    let (reader, judge) = try court(before: entry)
    let delivery = Delivery(
      path: workspace.objects.path(of: record.digest), fileName: record.fileName, folderUnit: record.folderUnit,
      isInInbox: claim.delivery != nil)
    let occasion = Occasion(
      now: entry.recordedAt, receivedAt: record.lateReason == nil ? nil : record.receivedAt, reason: record.lateReason)
    let judged = judge.judge(delivery, try reader.read(file: delivery.path, name: delivery.fileName), occasion)
    let json = try workspace.ledger.receipt(number) ?? judged.json
    try ReceiptFiles(workspace: workspace).write([(judged.receipt, json)])
    try each(judged.receipt)
  }

  private mutating func court(before entry: LedgerEntry) throws -> (reader: DeliveryReader, judge: Judge) {
    if let court, court.judge.nextSequence == entry.sequence { return court }
    let state = try workspace.state(asOf: entry.sequence - 1)
    let made = (
      reader: try DeliveryReader(state, workspace.configuration),
      judge: try Judge(
        state, asOf: entry.sequence - 1, ledger: workspace.ledger, configuration: workspace.configuration,
        operatorName: entry.operatorName)
    )
    court = made
    return made
  }
}
