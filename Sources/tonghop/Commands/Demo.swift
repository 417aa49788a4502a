import Aggregation
import ArgumentParser
import DurableFiles
import Foundation
import Inbox
import Pipeline
import Receipts
import Regimes
import ReportingModel
import Reports

/// `demo`: a whole year on the sample data with a fixed clock.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "Đi hết một năm trên dữ liệu mẫu: yêu cầu, nhận, đôn đốc, tình hình, dự thảo báo cáo.",
      "A whole year on the sample data: request, ingest, remind, status, drafts."))

  @Argument(help: ArgumentHelp(say("Thư mục tạo ra.", "The folder to make."), valueName: "dir"))
  var folder = "demo"

  @Option(help: ArgumentHelp(say("Thư mục dữ liệu mẫu.", "The sample data."), valueName: "dir"))
  var samples: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let samples = try SampleData.folder(samples)
    _ = try Workspace.create(
      at: folder, regime: .builtIn, registry: DurableFiles.read(samples + "/units.csv"), now: moment("2026-09-01"),
      operatorName: "demo")
    let year = DemoYear(workspace: try Workspace(at: folder), bundles: samples + "/bundles")
    Terminal.out(say("Không gian làm việc: \(folder)", "Workspace: \(folder)"))
    // No school period ends between 15 June and 14 December: the first report stands on a request, a part of semester I.
    try year.call("BC12-2026", on: moment("2026-12-01"))
    try await year.ingest("2026-12-01", through: "2026-12-18")
    try year.status("CD/BC12-2026", on: moment("2026-12-18", hour: 17))
    let december = try year.draft("2026-2", say("6 tháng cuối năm 2026", "the second half of 2026"))
    try await year.ingest("2026-12-19", through: "2027-02-03")
    try year.status("HK1/2026-2027", on: moment("2027-02-04"))
    try year.remind("HK1/2026-2027", until: "2027-02-10", on: moment("2027-02-04"))
    try await year.ingest("2027-02-04", through: "2027-06-15")
    try year.status("NAM/2026-2027", on: moment("2027-06-16"))
    let june = try year.draft("2027-1", say("6 tháng đầu năm 2027", "the first half of 2027"))
    try year.compare("CT09", december, june, "2026-2027")
    Terminal.out(
      say("Phiếu tiếp nhận: \(folder)/outbox", "Receipts: \(folder)/outbox"))
  }

  private func moment(_ day: String, hour: Int = 8) -> Instant {
    Instant(CalendarDate(iso: day) ?? CalendarDate(dayNumber: 0), hour: hour)
  }
}

/// What the office does in the year of the sample data; every step says what came of it.
private struct DemoYear {
  let workspace: Workspace
  /// A folder for each day on which something comes.
  let bundles: String

  /// Opens the request of December as a part of semester I, and writes the letter that asks for it.
  func call(_ code: String, on moment: Instant) throws {
    guard let from = CalendarDate(iso: "2026-06-15"), let to = CalendarDate(iso: "2026-12-14"),
      let due = CalendarDate(iso: "2026-12-17"), let window = Window(from: from, to: to)
    else { return }
    let request = CollectionRequest(
      regime: try workspace.regimeID(nil), code: code, title: "Số liệu 6 tháng cuối năm 2026", window: window, due: due,
      partOf: PeriodKey("HK1/2026-2027"))
    try workspace.open(request, now: moment, operatorName: "demo")
    let path = "\(workspace.reports)/request-\(code).docx"
    try DurableFiles.write(workspace.letter(forRequest: code, regime: nil), to: path)
    step(
      moment, say("mở yêu cầu \(code), là một phần của học kỳ I; công văn:", "opened \(code), a part of semester I:"),
      [path])
  }

  /// Drops each day's bundles into the inbox, and takes them in at 08:00.
  func ingest(_ first: String, through last: String) async throws {
    var counts: [Receipt.Status: Int] = [:]
    var until: CalendarDate?
    for day in try DurableFiles.names(in: bundles) where first <= day && day <= last {
      guard let date = CalendarDate(iso: day) else { continue }
      try drop(bundles + "/" + day)
      let ingestion = try Ingestion(workspace, operatorName: "demo")
      let deliveries = try InboxScan(of: workspace.inbox, checkFolder: Workspace.checkFolder).deliveries
      try await ingestion.ingest(deliveries, Occasion(now: Instant(date, hour: 8)), refused: { throw $1 }) {
        counts[$0.status, default: 0] += 1
      }
      until = date
    }
    guard let until else { return }
    let words = [Receipt.Status.accepted, .partial, .rejected, .duplicate, .quarantined]
      .compactMap { status in counts[status].map { "\(word(status)) \($0)" } }.joined(separator: ", ")
    let total = counts.values.reduce(0, +)
    step(Instant(until, hour: 8), say("đã nhận \(total) gói: \(words)", "took in \(total) bundles: \(words)"))
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

  func status(_ period: String, on moment: Instant) throws {
    guard let key = PeriodKey(period),
      let status = try workspace.register(regime: nil).status(of: key, clock: moment)
    else { return }
    let counts = status.completeness.counts
    step(
      moment,
      say(
        "kỳ \(period): \(counts.reported)/\(counts.required) đơn vị phải báo cáo đã gửi; đúng hạn \(counts.onTime), sau hạn \(counts.late), chưa đạt \(counts.rejected), chưa gửi \(counts.missing); phối hợp \(counts.invitedReported)",
        "\(period): \(counts.reported) of \(counts.required) required units reported; in time \(counts.onTime), late \(counts.late), rejected \(counts.rejected), missing \(counts.missing); invited \(counts.invitedReported)"
      ))
  }

  func remind(_ period: String, until: String, on moment: Instant) throws {
    guard let key = PeriodKey(period), let day = CalendarDate(iso: until),
      let files = try workspace.reminder(key, until: day, clock: moment, regime: nil)
    else { return }
    step(
      moment, say("đôn đốc \(files.reminder.lines.count) đơn vị:", "reminded \(files.reminder.lines.count) units:"),
      try files.write(key, to: workspace.reports))
  }

  /// Makes a half-year's draft for the committee.
  func draft(_ key: String, _ name: String) throws -> ReportDraft {
    let draft = try workspace.draft(ReportRequest(.outgoing(.halfYear, key: key), to: .province))
    let paths = try workspace.write(draft, [.docx, .html, .json], to: workspace.reports, language: Speech.language)
    step(nil, say("Dự thảo báo cáo \(name) gửi UBND tỉnh:", "Draft of the report for \(name):"), paths)
    return draft
  }

  /// Two half-years make what the units said of the school year in the end: nothing is counted twice, nothing is lost.
  func compare(_ code: String, _ first: ReportDraft, _ second: ReportDraft, _ schoolYear: String) throws {
    guard let year = SchoolYear(schoolYear) else { return }
    let whole = try workspace.draft(ReportRequest(.schoolYear(year), to: .department))
    func value(_ draft: ReportDraft) -> String { draft.value(of: code).map { VietnameseNumber.text($0) } ?? "…" }
    step(
      nil,
      say(
        "\(code) của hai báo cáo: \(value(first)) + \(value(second)); năm học \(schoolYear) như đơn vị báo sau cùng: \(value(whole)).",
        "\(code) of the two reports: \(value(first)) + \(value(second)); the school year \(schoolYear): \(value(whole))."
      ))
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
        try DurableFiles.makeFolder(workspace.inbox + "/" + name)
        for inner in try DurableFiles.names(in: path) {
          try copy(path + "/" + inner, workspace.inbox + "/" + name + "/" + inner)
        }
      } else {
        try copy(path, workspace.inbox + "/" + name)
      }
    }
  }
}
