import Aggregation
import ArgumentParser
import DurableFiles
import Foundation
import Inbox
import Pipeline
import Receipts
import Regimes
import ReportingModel

/// `demo`: the whole road on the sample data with a fixed clock.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "Đi hết con đường trên dữ liệu mẫu: tạo, nhận, tình hình, dự thảo báo cáo.",
      "The whole road on the sample data: init, ingest, status, draft."))

  @Argument(help: ArgumentHelp(say("Thư mục tạo ra.", "The folder to make."), valueName: "dir"))
  var folder = "demo"

  @Option(help: ArgumentHelp(say("Thư mục dữ liệu mẫu.", "The sample data."), valueName: "dir"))
  var samples: String?

  @OptionGroup var common: CommonOptions

  /// The office made its workspace on the first day of the plan's first school year.
  private static let start = "2026-09-01T08:00:00+07:00"
  /// The day after the school year's reports were due.
  private static let draftDay = "2027-06-16T08:00:00+07:00"

  func run() async throws {
    let samples = try SampleData.folder(samples)
    guard let start = Instant(iso: Demo.start), let draftDay = Instant(iso: Demo.draftDay) else { return }
    _ = try Workspace.create(
      at: folder, regime: .builtIn, registry: DurableFiles.read(samples + "/units.csv"), now: start,
      operatorName: "demo")
    let workspace = try Workspace(at: folder)
    step(1, say("Không gian làm việc: \(folder)", "Workspace: \(folder)"))
    try await ingest(workspace, samples)
    for period in ["HK1/2026-2027", "NAM/2026-2027"] { try status(workspace, period, draftDay) }
    let draft = try workspace.draft(ReportRequest(.outgoing(.halfYear, key: "2027-1"), to: .province))
    let paths = try workspace.write(draft, [.docx, .html, .json], to: workspace.reports, language: Speech.language)
    step(
      4, say("Dự thảo báo cáo 6 tháng đầu năm 2027 gửi UBND tỉnh:", "Draft of the report for the first half of 2027:"))
    for path in paths { Terminal.out("   \(path)") }
    Terminal.out(say("   Phiếu tiếp nhận: \(workspace.outbox)", "   Receipts: \(workspace.outbox)"))
  }

  private func step(_ number: Int, _ text: String) { Terminal.out("\(number). \(text)") }

  /// Drops each day's bundles into the inbox and takes them in at 08:00 of that day.
  private func ingest(_ workspace: Workspace, _ samples: String) async throws {
    var counts: [Receipt.Status: Int] = [:]
    var total = 0
    for day in try DurableFiles.names(in: samples + "/bundles") {
      guard let date = CalendarDate(iso: day) else { continue }
      try drop(samples + "/bundles/" + day, into: workspace.inbox)
      let ingestion = try Ingestion(workspace, operatorName: "demo", language: Speech.language)
      let deliveries = try InboxScan(of: workspace.inbox, checkFolder: Workspace.checkFolder).deliveries
      let occasion = Occasion(now: Instant(date, hour: 8))
      try await ingestion.ingest(deliveries, occasion, refused: { throw $1 }) { receipt in
        counts[receipt.status, default: 0] += 1
        total += 1
      }
    }
    let words = [Receipt.Status.accepted, .partial, .rejected, .duplicate, .quarantined]
      .compactMap { status in counts[status].map { "\(status.rawValue) \($0)" } }.joined(separator: ", ")
    step(2, say("Đã nhận \(total) gói: \(words)", "Took in \(total) bundles: \(words)"))
  }

  /// Copies a day's files, those of a unit's folder into that unit's folder, with modification times in their order.
  private func drop(_ source: String, into inbox: String) throws {
    var second: Int64 = 0
    for name in try DurableFiles.names(in: source) {
      let path = source + "/" + name
      if DurableFiles.status(of: path)?.kind == .folder {
        try DurableFiles.makeFolder(inbox + "/" + name)
        for inner in try DurableFiles.names(in: path) {
          try copy(path + "/" + inner, inbox + "/" + name + "/" + inner, &second)
        }
      } else {
        try copy(path, inbox + "/" + name, &second)
      }
    }
  }

  private func copy(_ source: String, _ target: String, _ second: inout Int64) throws {
    try DurableFiles.write(try DurableFiles.read(source), to: target, sync: false)
    try DurableFiles.setModified(target, seconds: 1_800_000_000 + second)
    second += 1
  }

  private func status(_ workspace: Workspace, _ period: String, _ now: Instant) throws {
    guard let key = PeriodKey(period),
      let status = try workspace.facts(regime: nil, asOf: nil).facts.status(of: key, clock: now)
    else { return }
    let counts = status.completeness.counts
    step(
      3,
      say(
        "Kỳ \(period): \(counts.reported)/\(counts.required) đơn vị phải báo cáo đã gửi; đúng hạn \(counts.onTime), sau hạn \(counts.late), chưa đạt \(counts.rejected), chưa gửi \(counts.missing); phối hợp \(counts.invitedReported)",
        "\(period): \(counts.reported) of \(counts.required) required units reported; in time \(counts.onTime), late \(counts.late), rejected \(counts.rejected), missing \(counts.missing); invited \(counts.invitedReported)"
      ))
  }
}

/// Where the sample bundles lie: named, in the current folder, or beside the program's sources.
enum SampleData {
  private static let path = "Samples/LD-NQ57"

  static func folder(_ named: String?) throws -> String {
    if let named {
      guard DurableFiles.exists(named + "/units.csv") else {
        throw Failure(
          say("Không có dữ liệu mẫu ở \(named).", "There is no sample data in \(named)."), ExitStatus.noInput)
      }
      return named
    }
    var candidates = [path]
    var folder = DurableFiles.folder(of: Bundle.main.executablePath ?? CommandLine.arguments[0])
    while folder != "/", folder != "." {
      candidates.append(folder + "/" + path)
      folder = DurableFiles.folder(of: folder)
    }
    guard let found = candidates.first(where: { DurableFiles.exists($0 + "/units.csv") }) else {
      throw Failure(
        say(
          "Không tìm thấy dữ liệu mẫu; đề nghị nêu thư mục bằng --samples.",
          "The sample data was not found; name its folder with --samples."),
        ExitStatus.noInput)
    }
    return found
  }
}
