import DurableFiles
import Hashing
import Inbox
import Ledger
import Receipts
import Register
import ReportingModel
import Settings
import Spooling
import Workspaces

/// Deliveries that the ledger has and whose receipts a run that ended may not have written.
///
/// The receipt's JSON is kept in the ledger. Its page is made again by judging the stored bytes as of the entry before the
/// delivery's own: the same bytes judged by the same record give the same receipt.
struct Unfinished {
  private let writer: Writer
  private let recorded: [Int: (sequence: Int64, event: DeliveryEvent)]
  /// Claims follow each other as their entries do, so that mostly one register does for all of them.
  private var sitting: (court: Court, reader: DeliveryReader, register: Register)?

  init(_ writer: Writer) {
    self.writer = writer
    recorded = Dictionary(
      writer.register.deliveries.map { ($0.value.receipt, ($0.key, $0.value)) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// Whether a claim's delivery is in the ledger. The file is looked at as well, so that no file can be taken for another.
  func hasDelivery(of claim: ClaimFolder.Claim) throws -> Bool {
    guard let number = claim.receipt, let (_, event) = recorded[number] else { return false }
    guard let delivery = claim.delivery else { return true }
    guard delivery.fileName == event.file else { return false }
    guard let digest = event.digest else { return DurableFiles.status(of: delivery.path)?.size == Int64(event.size) }
    return try Digest(ofFile: delivery.path) == digest
  }

  mutating func writeReceipt(of claim: ClaimFolder.Claim, _ each: (Receipt) throws -> Void) async throws {
    guard let number = claim.receipt, let (sequence, event) = recorded[number] else { return }
    let entry = try await writer.ledger.entry(sequence)
    var sitting = try await sitting(before: sequence)
    var delivery = Delivery(path: "", fileName: event.file, folderUnit: event.folder, isInInbox: claim.delivery != nil)
    if let digest = event.digest { delivery.path = writer.workspace.objects.path(of: digest) }
    let occasion = Occasion(
      now: entry.recordedAt, receivedAt: event.lateReason == nil ? nil : event.receivedAt, reason: event.lateReason)
    let spool = Spool(folder: writer.workspace.passing)
    let opened = try Rejudging.open(delivery, event, sitting.reader, spool)
    let examined = try sitting.court.examine(delivery, opened, by: sitting.reader, occasion, into: spool)
    try await sitting.court.prepare(&sitting.register, for: examined, from: writer.ledger)
    let judged = try sitting.court.decide(examined, occasion, &sitting.register)
    self.sitting = sitting
    let json = try await writer.ledger.receipt(of: event, at: sequence)
    let paper = ReceiptFiles.Paper(
      receipt: judged.receipt, json: json, proof: try await writer.laterProof(of: sequence), file: claim.delivery?.path)
    let failures = try await ReceiptFiles(writer.workspace, sitting.register.settings).write([paper])
    if let fault = failures[0] { throw fault }
    try each(judged.receipt)
  }

  private func sitting(
    before sequence: Int64
  ) async throws -> (court: Court, reader: DeliveryReader, register: Register) {
    if let sitting, sitting.register.noted + 1 == sequence { return sitting }
    let register = try await Register(
      writer.ledger, asOf: sequence - 1, StoredPlan(writer.workspace.objects))
    return (
      try Court(register),
      try DeliveryReader(register.inForce, register.settings.limits, purged: Set(register.purges.keys)), register
    )
  }
}
