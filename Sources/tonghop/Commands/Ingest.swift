import ArgumentParser
import DurableFiles
import Inbox
import Intake
import Receipts
import ReportingModel
import Workspaces

/// `ingest`: takes in the inbox, or named files, once.
struct Ingest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Tiếp nhận các gói trong inbox (hoặc các tệp nêu tên).", "Takes in the inbox, or the named files."))

  @Argument(
    help: ArgumentHelp(say("Các tệp; không có thì lấy cả inbox.", "Files; the inbox without any."), valueName: "file"))
  var files: [String] = []

  @Option(
    name: .customLong("received-at"),
    help: ArgumentHelp(say("Thời điểm nhận thật.", "When it was really received."), valueName: "time"))
  var receivedAt: String?

  @Option(help: ArgumentHelp(say("Lý do nhập sau.", "Why it is entered afterwards."), valueName: "text"))
  var reason: String?

  @Flag(help: ArgumentHelp(say("In phiếu dạng JSON.", "Print receipts as JSON.")))
  var json = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let receivedAt, Instant(iso: receivedAt) == nil {
      throw ValidationError(
        say("--received-at: «\(receivedAt)» không phải thời điểm.", "--received-at: «\(receivedAt)» is no moment."))
    }
    if (receivedAt == nil) != (reason == nil) {
      throw ValidationError(say("--received-at và --reason đi cùng nhau.", "--received-at and --reason go together."))
    }
    if let reason, reason.allSatisfy(\.isWhitespace) {
      throw ValidationError(say("--reason không được để trống.", "--reason must not be empty."))
    }
  }

  func run() async throws {
    if let claimed = receivedAt.flatMap({ Instant(iso: $0) }), claimed > common.moment {
      throw ValidationError(
        say("--received-at nằm sau thời điểm hiện tại.", "--received-at lies in the future."))
    }
    let outcome = try await common.write { try await take($0) }
    Terminal.endProgress()
    if outcome.hasFaults { throw ExitStatus.inputOutput }
    if !outcome.isWhole { throw ExitStatus.findings }
  }

  /// What a run came to.
  private struct Outcome {
    var count = 0
    var isWhole = true
    var hasFaults = false
  }

  private func take(_ writer: Writer) async throws -> Outcome {
    let workspace = writer.workspace
    let handed = try files.map { try named($0, workspace) }
    let ingestion = try Ingestion(writer)
    let occasion = Occasion(
      now: common.moment, receivedAt: receivedAt.flatMap { Instant(iso: $0) }, reason: reason)
    var outcome = Outcome()
    func refused(_ delivery: Delivery, _ fault: FileFault) {
      outcome.hasFaults = true
      Terminal.remark(
        say(
          "Chưa nhận được \(delivery.fileName), tệp vẫn còn nguyên: \(fault)",
          "Could not take \(delivery.fileName), which is where it was: \(fault)"))
    }
    var list = ReceiptList()
    defer { if json { list.end() } }
    func show(_ receipt: Receipt) {
      outcome.count += 1
      outcome.isWhole = outcome.isWhole && (receipt.status == .accepted || receipt.status == .duplicate)
      if json { list.add(receipt) } else { Terminal.out(ReceiptText.text(receipt)) }
      Terminal.progress("\(outcome.count)")
    }
    try await ingestion.resume(Occasion(now: common.moment), refused: refused, each: show)
    if files.isEmpty {
      let scan = try InboxScan(of: workspace.inbox, checkFolder: Workspace.checkFolder)
      try await ingestion.ingest(scan.deliveries, occasion, refused: refused, each: show)
      try await ingestion.check(scan.checks.map(\.delivery), Occasion(now: common.moment), refused: refused) {
        receipt in
        if !json { Terminal.out(ReceiptText.text(receipt)) }
      }
    } else {
      try await ingestion.ingest(handed, occasion, refused: refused, each: show)
    }
    return outcome
  }

  /// A named file; one that lies in the inbox is bound and removed as the inbox's files are.
  private func named(_ path: String, _ workspace: Workspace) throws -> Delivery {
    guard let status = DurableFiles.status(of: path), status.kind == .regular else {
      throw Failure(say("Không có tệp \(path).", "There is no file \(path)."), ExitStatus.noInput)
    }
    let known = try InboxScan(of: workspace.inbox, checkFolder: Workspace.checkFolder).deliveries
    return known.first { DurableFiles.status(of: $0.path)?.inode == status.inode }
      ?? Delivery(path: path, fileName: DurableFiles.name(of: path), folderUnit: nil, isInInbox: false)
  }
}
