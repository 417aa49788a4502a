import Aggregation
import Foundation
import Ledger
import Regimes
import Register
import ReportingModel
import Reports
import Testing
import Workspaces

@testable import Office

/// A draft that was kept says itself what it was asked for, and gives the same bytes again (<doc:commands#Drafts-of-reports>).
@Suite struct SavedDraftTests {
  private static let hk1 = PeriodKey(kind: "HK1", which: "2026-2027")

  private static func requests() throws -> [ReportRequest] {
    let window = try #require(Window(from: Bureau.day("2026-09-05"), to: Bureau.day("2027-01-17")))
    var narrowed = ReportRequest(.adHoc(window, title: "Số liệu «Mẫu» & khác"), to: .department)
    narrowed.filter = [.unit: ["SO-001", "SO-002"], .channel: ["HT1"]]
    narrowed.by = [.task, .unit]
    let words = OfficeTexts(blocks: ["CHIDAO": "Sở đã chỉ đạo.\n\nHai đoạn.", "UUDIEM": "Tốt"])
    return [
      ReportRequest(.semester(hk1), to: .department), ReportRequest(.outgoing(.halfYear, key: "2027-1"), to: .province),
      ReportRequest(.schoolYear(try #require(SchoolYear("2026-2027"))), to: .department, regime: "LD-NQ57"),
      ReportRequest(.outgoing(.halfYear, key: "2026-2"), to: .province, texts: words), narrowed,
      ReportRequest(.adHoc(window, title: ""), to: .department),
    ]
  }

  @Test func whatWasAskedForComesBack() async throws {
    let bureau = try await Bureau()
    let record = try await bureau.workspace.read()
    var ids: Set<String> = []
    for request in try Self.requests() {
      let draft = try await record.draft(request)
      let id = try bureau.workspace.save(draft)
      ids.insert(id)
      let saved = try SavedDraft(id, in: bureau.workspace)
      #expect(saved.asOf == record.register.head.sequence && saved.files.count == ReportFormat.kept.count)
      #expect(saved.request.recipient == request.recipient && saved.request.texts == request.texts)
      #expect(saved.request.filter == request.filter && saved.request.by == request.by)
      let again = try await record.draft(saved.request)
      #expect(again.name == draft.name)
      for format in ReportFormat.kept {
        #expect(try again.file(format, language: .vietnamese) == draft.file(format, language: .vietnamese), "\(id)")
      }
    }
    #expect(ids.count == 6)
    #expect(try await Set(bureau.workspace.read().savedDrafts()) == ids)
  }

  @Test func whatIsNoDraftIsUnknown() async throws {
    let bureau = try await Bureau()
    for id in ["", "nothing", "..", ".", "../reports", "a/b", "/etc"] {
      #expect(throws: IssueProblem.unknownDraft(id)) { try SavedDraft(id, in: bureau.workspace) }
    }
    try FileManager.default.createDirectory(
      atPath: bureau.workspace.reports + "/rong", withIntermediateDirectories: false)
    #expect(throws: IssueProblem.unknownDraft("rong")) { try SavedDraft("rong", in: bureau.workspace) }
    try Data("{}".utf8).write(to: URL(filePath: bureau.workspace.reports + "/rong/a.json"))
    #expect(throws: IssueProblem.changed("rong")) { try SavedDraft("rong", in: bureau.workspace) }
    #expect(try await bureau.workspace.read().savedDrafts().isEmpty)
  }
}
