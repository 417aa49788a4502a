import Foundation
import Inbox
import Intake
import Receipts
import Regimes
import ReportingModel
import Schemas
import Submissions
import Synthesis
import Testing
import Workspaces

/// A workspace with a small registry, and reports that can be sent to it.
final class Scene {
  let folder: String
  let workspace: Workspace
  let regime: Regime
  private var files = 0

  static let units = [
    UnitRow(code: "VP", name: "Văn phòng Sở", kind: "VP", roles: ["VP"]),
    UnitRow(code: "XA-01", name: "UBND xã Mẫu 01", kind: "UBND_XA", region: "Vùng 1"),
    UnitRow(code: "SO-001", name: "Trường THPT Mẫu 001", kind: "CSGD_SO", level: "THPT", commune: "XA-01"),
    UnitRow(code: "SO-002", name: "Trường THPT Mẫu 002", kind: "CSGD_SO", level: "THPT", commune: "XA-01"),
    UnitRow(code: "TR-001", name: "Trường Tiểu học Mẫu 001", kind: "CSGD_XA", level: "TH", commune: "XA-01"),
    UnitRow(
      code: "SO-OLD", name: "Trường THPT Mẫu cũ", kind: "CSGD_SO", level: "THPT", commune: "XA-01",
      to: CalendarDate(iso: "2026-12-31"), successor: "SO-001"),
    UnitRow(
      code: "SO-GONE", name: "Trường THPT Mẫu đã sáp nhập", kind: "CSGD_SO", level: "THPT", commune: "XA-01",
      to: CalendarDate(iso: "2026-07-31"), successor: "SO-002"),
  ]

  init(units: [UnitRow] = Scene.units) async throws {
    folder = NSTemporaryDirectory() + "scene-" + UUID().uuidString
    let made = try await Workspace.create(
      at: folder, regime: .builtIn, registry: UnitsFile.bytes(units), now: Scene.moment("2026-09-01"),
      operatorName: "thử")
    workspace = made.workspace
    regime = try builtInRegime()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  static func moment(_ day: String, hour: Int = 8) -> Instant {
    Instant(CalendarDate(iso: day) ?? CalendarDate(dayNumber: 0), hour: hour)
  }

  /// A report that is accepted as it is.
  func report(_ unit: String, _ period: String = "HK1/2026-2027", activities: Int = 4) throws -> SubmissionContent {
    let key = try #require(PeriodKey(period))
    let resolved = try #require(regime.resolve(key, requests: []))
    var synthetic = SyntheticReport(regime: regime, period: resolved, seed: 5, number: 1)
    let row = Scene.units.first { $0.code == unit } ?? UnitRow(code: unit, name: unit, kind: "CSGD_SO")
    var content = synthetic.content(of: row, activities: activities)
    content.header.number = nil
    return content
  }

  /// Puts bundles through the inbox and gives their receipts.
  @discardableResult
  func send(
    _ bundles: [[UInt8]], on day: String, hour: Int = 8, folder unit: String? = nil, name: String? = nil,
    receivedAt: Instant? = nil
  ) async throws -> [Receipt] {
    var deliveries: [Delivery] = []
    for bundle in bundles {
      files += 1
      let place = workspace.inbox + (unit.map { "/" + $0 } ?? "")
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      let file = name ?? "goi-\(files).zip"
      try Data(bundle).write(to: URL(filePath: place + "/" + file))
      deliveries.append(Delivery(path: place + "/" + file, fileName: file, folderUnit: unit, isInInbox: true))
    }
    return try await workspace.write(operatorName: "thử") { writer in
      var receipts: [Receipt] = []
      let occasion = Occasion(
        now: Scene.moment(day, hour: hour), receivedAt: receivedAt, reason: receivedAt.map { _ in "gửi bản giấy" })
      try await Ingestion(writer).ingest(deliveries, occasion, refused: { throw $1 }) { receipts.append($0) }
      return receipts
    }
  }

  /// Sends one report and gives its line of the receipt.
  func send(
    _ content: SubmissionContent, on day: String = "2027-01-20", folder unit: String? = nil,
    as encoding: SyntheticBundle.Encoding = .xml
  ) async throws -> SubmissionReceipt {
    let receipts = try await send([SyntheticBundle.zip(content, encoding)], on: day, folder: unit)
    return try #require(receipts.first?.submissions.first)
  }
}

extension SubmissionReceipt {
  var codes: Set<String> { Set(submission.log.causes.map(\.code)) }
}
