import Aggregation
import ArgumentParser
import DurableFiles
import Foundation
import Inbox
import Intake
import Office
import Receipts
import Regimes
import Register
import ReportingModel
import Reports
import Workspaces

/// `demo`: a whole year on the sample data with a fixed clock.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "Đi hết một năm trên dữ liệu mẫu: yêu cầu, nhận, đôn đốc, tình hình, báo cáo, phát hành, đối soát.",
      "A whole year on the sample data: request, ingest, remind, status, reports, issue, audit."))

  @Argument(
    help: ArgumentHelp(say("Thư mục tạo ra.", "The folder to make."), valueName: ValueName.folder),
    completion: .directory)
  var folder = "demo"

  @Option(
    help: ArgumentHelp(say("Thư mục dữ liệu mẫu.", "The sample data."), valueName: ValueName.folder),
    completion: .directory)
  var samples: String?

  @Flag(help: ArgumentHelp(say("Dừng ở dự thảo, để tự phát hành.", "Stop at the drafts, to issue one yourself.")))
  var drafts = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let samples = try SampleData.folder(samples)
    let story = try DemoStory(DurableFiles.read(samples + "/demo.json"))
    _ = try await Workspace.create(
      at: folder, regime: .builtIn, registry: DurableFiles.read(samples + "/units.csv"), now: story.begun,
      operatorName: "demo")
    let year = DemoYear(workspace: try Workspace(at: folder), bundles: samples + "/bundles")
    Terminal.out(say("Không gian làm việc: \(folder)", "Workspace: \(folder)"))
    // No school period ends between 15 June and 14 December: the first report stands on a request, a part of a semester.
    try await year.call(story.request, on: story.requestedAt)
    var made: [ReportDraft] = []
    for step in story.steps {
      try await year.ingest(step.from, through: step.through)
      try await year.status(step.period, on: step.moment)
      if let until = step.remindUntil { try await year.remind(step.period, until: until, on: step.moment) }
      if let key = step.halfYear { made.append(try await year.draft(key)) }
    }
    try await year.compare(story.indicator, made, story.schoolYear)
    Terminal.out(
      say("Phiếu tiếp nhận: \(folder)/outbox", "Receipts: \(folder)/outbox"))
    if !drafts { try await DemoAudit(workspace: try Workspace(at: folder), story: story.issue).run() }
  }
}

/// What the office does in the year of the sample data; every step says what came of it.
private struct DemoYear {
  let workspace: Workspace
  /// A folder for each day on which something comes.
  let bundles: String

  private func write<Value>(_ body: (Writer) async throws -> Value) async throws -> Value {
    try await workspace.write(operatorName: "demo", body)
  }

  /// Opens a request, and writes the letter that asks for it.
  func call(_ asked: CollectionRequest, on moment: Instant) async throws {
    var request = asked
    request.regime = try await workspace.read().register.inForce.regime(nil).id
    try await write { try await $0.open(request, clock: moment) }
    let path = "\(workspace.reports)/request-\(request.code).docx"
    try DurableFiles.write(await workspace.read().letter(forRequest: request.code, regime: nil), to: path)
    let whole = request.partOf?.description ?? "-"
    step(
      moment,
      say(
        "mở yêu cầu \(request.code), là một phần của \(whole); công văn:", "opened \(request.code), a part of \(whole):"
      ),
      [path])
  }

  /// Drops each day's bundles into the inbox, and takes them in at 08:00.
  func ingest(_ first: String, through last: String) async throws {
    var counts: [Receipt.Status: Int] = [:]
    var until: CalendarDate?
    for day in try DurableFiles.names(in: bundles) where first <= day && day <= last {
      guard let date = CalendarDate(iso: day) else { continue }
      try drop(bundles + "/" + day)
      let inbox = try InboxFolder(workspace.inbox)
      let scan = try InboxScan(of: inbox, checkFolder: Workspace.checkFolder, now: DurableFiles.realTime())
      try await write { writer in
        try await Ingestion(writer).ingest(
          scan.files, in: inbox, Occasion(now: Instant(date, hour: 8)), refused: { throw $1 }
        ) { counts[$0.status, default: 0] += 1 }
      }
      until = date
    }
    guard let until else { return }
    let words = [Receipt.Status.accepted, .partial, .rejected, .duplicate, .quarantined]
      .compactMap { status in counts[status].map { "\(word(status)) \($0)" } }.joined(separator: ", ")
    let total = counts.values.reduce(0, +)
    step(
      Instant(until, hour: 8), say("đã nhận \(total) gói: \(words)", "took in \(counted(total, "bundle")): \(words)"))
  }

  private func word(_ status: Receipt.Status) -> String {
    switch status {
    case .accepted: say("tiếp nhận", "accepted")
    case .partial: say("tiếp nhận một phần", "partial")
    case .rejected: say("chưa tiếp nhận", "rejected")
    case .duplicate: say("nhận trước đó", "duplicate")
    case .quarantined: say("không mở được", "quarantined")
    }
  }

  func status(_ period: PeriodKey, on moment: Instant) async throws {
    guard
      let status = try await workspace.read().reporting(regime: nil, for: period).status(of: period, clock: moment)
    else { return }
    let counts = status.completeness.counts
    step(
      moment,
      say(
        "kỳ \(period): \(counts.reported)/\(counts.required) đơn vị phải báo cáo đã gửi; đúng hạn \(counts.onTime), sau hạn \(counts.late), chưa đạt \(counts.rejected), chưa gửi \(counts.missing); phối hợp \(counts.invitedReported)",
        "\(period): \(counts.reported) of \(counts.required) required units reported; in time \(counts.onTime), late \(counts.late), rejected \(counts.rejected), missing \(counts.missing); invited \(counts.invitedReported)"
      ))
  }

  func remind(_ period: PeriodKey, until: CalendarDate, on moment: Instant) async throws {
    guard let files = try await workspace.read().reminder(period, until: until, clock: moment, regime: nil) else {
      return
    }
    step(
      moment,
      say("đôn đốc \(files.reminder.lines.count) đơn vị:", "reminded \(counted(files.reminder.lines.count, "unit")):"),
      try files.write(period, to: workspace.reports, .office))
  }

  /// Makes a half-year's draft for the committee.
  func draft(_ key: String) async throws -> ReportDraft {
    let record = try await workspace.read()
    let draft = try await record.draft(ReportRequest(.outgoing(.halfYear, key: key), to: .province))
    let name =
      try record.register.inForce.regime(nil).latest.outgoingWindow(.halfYear, key)?.name[Speech.language] ?? key
    let paths = try workspace.write(
      draft, [.docx, .html, .json], to: workspace.reports, .office, language: Speech.language)
    step(nil, say("Dự thảo báo cáo \(name) gửi UBND tỉnh:", "Draft of the report for \(name):"), paths)
    return draft
  }

  /// Half-years make what the units said of the school year in the end: nothing is counted twice, nothing is lost.
  func compare(_ code: String, _ drafts: [ReportDraft], _ year: SchoolYear) async throws {
    let whole = try await workspace.read().draft(ReportRequest(.schoolYear(year), to: .department))
    func value(_ draft: ReportDraft) -> String { draft.value(of: code).map(Figure.text) ?? "…" }
    let sum = drafts.map(value).joined(separator: " + ")
    step(
      nil,
      say(
        "\(code) của hai báo cáo: \(sum); năm học \(year) như đơn vị báo sau cùng: \(value(whole)).",
        "\(code) of the two reports: \(sum); the school year \(year): \(value(whole))."))
  }

  private func step(_ moment: Instant?, _ text: String, _ paths: [String] = []) {
    Terminal.out((moment.map { "\($0.date.vietnamese): " } ?? "") + text)
    for path in paths { Terminal.out("   \(path)") }
  }

  /// Copies a day's files, those of a unit's folder into that unit's folder, with modification times in their order.
  private func drop(_ source: String) throws {
    var second: Int64 = 0
    func copy(_ source: String, _ target: String) throws {
      try DurableFiles.write(try DurableFiles.read(source), to: target, sync: false)
      try DurableFiles.setModified(target, seconds: 1_800_000_000 + second)
      second += 1
    }
    for name in try DurableFiles.names(in: source) {
      let path = source + "/" + name
      if DurableFiles.status(of: path)?.kind == .folder {
        try DurableFiles.makeFolder(workspace.inbox + "/" + name, .mailbox, groupOf: workspace.inbox)
        for inner in try DurableFiles.names(in: path) {
          try copy(path + "/" + inner, workspace.inbox + "/" + name + "/" + inner)
        }
      } else {
        try copy(path, workspace.inbox + "/" + name)
      }
    }
  }
}
