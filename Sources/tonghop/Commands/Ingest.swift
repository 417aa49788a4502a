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
    help: ArgumentHelp(
      say("Các tệp; không có thì lấy cả inbox.", "Files; the inbox without any."), valueName: ValueName.file),
    completion: .file())
  var files: [String] = []

  @Option(
    name: .customLong("received-at"),
    help: ArgumentHelp(say("Thời điểm nhận thật.", "When it was really received."), valueName: ValueName.time))
  var receivedAt: String?

  @Option(help: ArgumentHelp(say("Lý do nhập sau.", "Why it is entered afterwards."), valueName: ValueName.text))
  var reason: String?

  @Flag(help: ArgumentHelp(say("In phiếu dạng JSON.", "Print receipts as JSON.")))
  var json = false

  @OptionGroup var wait: WaitOption
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
    let outcome = try await common.write("ingest", wait: wait.seconds()) { try await take($0) }
    Terminal.endProgress()
    for trouble in outcome.troubles where trouble.kind != .fault {
      Terminal.remark("\(trouble.path): \(trouble.message[Speech.language])")
    }
    for (_, (name, fault)) in outcome.faults.sorted(by: { $0.key < $1.key }) {
      Terminal.remark(
        say(
          "Chưa nhận được \(name), tệp vẫn còn nguyên: \(fault.words.vietnamese)",
          "Could not take \(name), which is where it was: \(fault.words.english)"))
    }
    if !outcome.faults.isEmpty { throw ExitStatus.inputOutput }
    if !outcome.isWhole || !outcome.troubles.isEmpty { throw ExitStatus.findings }
  }

  /// What a run came to. Several rounds may refuse one file.
  private struct Outcome {
    var count = 0
    var isWhole = true
    var faults: [String: (name: String, fault: FileFault)] = [:]
    /// What was left in the inbox.
    var troubles: [InboxTrouble] = []
  }

  private func take(_ writer: Writer) async throws -> Outcome {
    let scan = try InboxScan(
      of: InboxFolder(writer.workspace.inbox), checkFolder: Workspace.checkFolder, now: DurableFiles.realTime())
    let handed = try files.map { try named($0, among: scan.files) }
    let now = writer.moment(common.moment)
    let occasion = Occasion(
      now: now, receivedAt: receivedAt.flatMap { Instant(iso: $0) }, reason: reason)
    var outcome = Outcome()
    let progress = Progress(LocalizedText("Tiếp nhận", "Taking in"))
    let total = handed.isEmpty ? scan.files.count : handed.count
    var list = ReceiptList()
    func show(_ receipt: Receipt) {
      if !json { Terminal.out(receipt.lines(Speech.language).joined(separator: "\n")) }
      if receipt.isCheck { return }
      if json { list.add(receipt) }
      outcome.count += 1
      outcome.isWhole = outcome.isWhole && (receipt.status == .accepted || receipt.status == .duplicate)
      progress.advance(outcome.count, of: max(total, outcome.count))
    }
    func note(_ delivery: Delivery, _ fault: FileFault) {
      outcome.faults[delivery.fileName] = (delivery.fileName, fault)
    }
    do {
      if handed.isEmpty {
        outcome.troubles = try await takeInbox(writer, occasion, refused: note, each: show)
      } else {
        let ingestion = try Ingestion(writer)
        try await ingestion.resume(Occasion(now: now), refused: note, each: show)
        try await ingestion.ingest(handed, occasion, refused: note, each: show)
      }
    } catch {
      if json { list.breakOff() }
      throw error
    }
    if json { list.end() }
    return outcome
  }

  /// Waits until the inbox's files stand still, as `watch` does, but not for ever.
  /// - Returns: what is left in the inbox.
  private func takeInbox(
    _ writer: Writer, _ occasion: Occasion, refused: (Delivery, FileFault) -> Void, each: (Receipt) -> Void
  ) async throws -> [InboxTrouble] {
    let rounds = InboxRounds(writer)
    let start = ContinuousClock.now
    while true {
      let now = Int64((ContinuousClock.now - start) / .milliseconds(1))
      let round = try await rounds.round(occasion, now: now, each: each)
      let left = rounds.longestWait - now
      guard left > 0, round.waiting.contains(where: { !$0.isStill }) else {
        for (delivery, fault) in round.refusals { refused(delivery, fault) }
        return InboxTrouble.all(in: round, isEnding: true)
      }
      try await Task.sleep(for: .milliseconds(max(10, min(left, round.nextChange ?? left))))
    }
  }

  /// A named file; one that lies in the inbox is bound and removed as the inbox's files are.
  private func named(_ path: String, among known: [InboxScan.File]) throws -> Delivery {
    guard let status = DurableFiles.status(of: path), status.kind == .regular else {
      throw Failure(say("Không có tệp \(path).", "There is no file \(path)."), ExitStatus.noInput)
    }
    return known.first { $0.status.inode == status.inode && $0.status.device == status.device }?.delivery
      ?? Delivery(path: path, fileName: DurableFiles.name(of: path), folderUnit: nil, isInInbox: false)
  }
}
