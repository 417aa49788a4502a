import Foundation
import Inbox
import Intake
import Receipts
import Regimes
import Register
import ReportingModel
import Settings
import Synthesis
import Testing
import Workspaces

/// A workspace in which two schools have reported on semester I.
final class Bureau {
  let workspace: Workspace
  private let folder: String

  static let now = Instant(CalendarDate(iso: "2027-02-10") ?? CalendarDate(dayNumber: 0), hour: 9)

  private static let units = [
    UnitRow(code: "VP", name: "Văn phòng Sở", kind: "VP", roles: ["VP"]),
    UnitRow(code: "XA-01", name: "UBND xã Mẫu 01", kind: "UBND_XA", region: "Vùng 1"),
    UnitRow(code: "SO-001", name: "Trường THPT Mẫu 001", kind: "CSGD_SO", level: "THPT", commune: "XA-01"),
    UnitRow(code: "SO-002", name: "Trường THPT Mẫu 002", kind: "CSGD_SO", level: "THPT", commune: "XA-01"),
  ]

  init() async throws {
    folder = NSTemporaryDirectory() + "bureau-" + UUID().uuidString
    let begun = Instant(try Bureau.day("2026-09-01"), hour: 8)
    workspace = try await Workspace.create(
      at: folder, regime: .builtIn, registry: UnitsFile.bytes(Bureau.units), now: begun, operatorName: "thử"
    ).workspace
    try await set { $0.plan = try .of("15/KH-SGDĐT", "2026-06-30") }
    for unit in ["SO-001", "SO-002"] { try await send(unit, seed: 5) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  /// Changes what the office has set.
  func set(_ change: (inout OfficeSettings) throws -> Void) async throws {
    var settings = try await workspace.read().register.settings
    try change(&settings)
    let changed = settings
    let isNew = try await workspace.write(operatorName: "thử") { try await $0.apply(changed, clock: Bureau.now) }
    #expect(isNew)
  }

  /// Takes in a unit's report; another seed gives another one.
  func send(_ unit: String, seed: UInt64) async throws {
    let regime = try builtInRegime()
    let period = try #require(regime.resolve(PeriodKey(kind: "HK1", which: "2026-2027"), requests: []))
    let row = try #require(Bureau.units.first { $0.code == unit })
    var report = SyntheticReport(regime: regime, period: period, seed: seed, number: 1)
    var content = report.content(of: row, activities: 6)
    content.header.number = nil
    let file = "\(folder)/\(unit)-\(seed).zip"
    try Data(SyntheticBundle.zip(content, .xml)).write(to: URL(filePath: file))
    let delivery = Delivery(path: file, fileName: "\(unit).zip", folderUnit: nil, isInInbox: false)
    try await workspace.write(operatorName: "thử") { writer in
      try await Ingestion(writer).ingest([delivery], Occasion(now: Bureau.now), refused: { throw $1 }) {
        #expect($0.status == .accepted)
      }
    }
  }
}

extension OfficeSettings.PlanDocument {
  fileprivate static func of(_ number: String, _ day: String) throws -> OfficeSettings.PlanDocument {
    var plan = OfficeSettings().plan
    plan.number = number
    plan.date = try Bureau.day(day)
    return plan
  }
}
