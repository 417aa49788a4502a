import Aggregation
import Foundation
import Ledger
import Register
import ReportingModel
import Reports
import Settings
import Testing
import Workspaces

@testable import Office

/// Issuing freezes what was read, as of its N (<doc:counting#Issuing>).
@Suite struct IssuingTests {
  private static let request = ReportRequest(
    .semester(PeriodKey(kind: "HK1", which: "2026-2027")), to: .department,
    texts: OfficeTexts(blocks: ["UUDIEM": "Đồng bộ.", "HANCHE": "Còn chậm.", "PHUONGHUONG": "Tiếp tục."]))

  private static func mark(_ signer: String = "Người Ký Mẫu") throws -> IssueMark {
    IssueMark(number: "05/BC-VP", date: try Bureau.day("2027-02-10"), signer: signer)
  }

  private func save(_ bureau: Bureau) async throws -> String {
    try await bureau.workspace.save(bureau.workspace.read().draft(Self.request))
  }

  private func issue(_ id: String, _ bureau: Bureau) async throws -> ReportEvent {
    try await bureau.workspace.write(operatorName: "thử") {
      try await $0.issue($0.examine(draft: id, IssuingTests.mark(), clock: Bureau.now), clock: Bureau.now)
    }
  }

  @Test func theEntrySaysWhatItStandsOn() async throws {
    let bureau = try await Bureau()
    let id = try await save(bureau)
    let before = try await bureau.workspace.read()
    let event = try await issue(id, bureau)
    #expect(event.asOf == before.register.head.sequence && event.settings == before.register.settingsSequence)
    #expect(event.periods == [PeriodKey(kind: "HK1", which: "2026-2027")])
    #expect(event.capacity == ["CHÁNH VĂN PHÒNG"] && event.signer == "Người Ký Mẫu")
    let after = try await bureau.workspace.read()
    #expect(after.register.issued.map(\.report) == [event] && after.register.head.sequence == event.asOf + 1)
    #expect(try after.savedDrafts() == [id])
    // The head that the report prints is the digest of the entry that it stands on.
    let json = try JSONNode(parsing: after.workspace.objects.bytes(of: event.jsonDigest)).plain
    let digest = try await after.ledger.entry(event.asOf).digest
    #expect(json["ledgerHead"] == .string(digest.description) && digest == before.register.head.digest)
    for output in event.outputs {
      let stored = try after.workspace.objects.bytes(of: output.digest)
      let written = try Data(contentsOf: URL(filePath: "\(after.workspace.reports)/\(event.id)/\(output.name)"))
      #expect(stored == Array(written), "\(output.name)")
    }
  }

  /// What came since is not taken in, settings included; the draft is still what the office read.
  @Test func whatCameSinceIsNotTakenIn() async throws {
    let bureau = try await Bureau()
    let id = try await save(bureau)
    try await bureau.send("SO-001", seed: 9)
    try await bureau.set { $0.signature.signer = "Người Ký Khác" }
    let event = try await issue(id, bureau)
    let record = try await bureau.workspace.read()
    #expect(event.asOf < record.register.head.sequence - 1 && event.settings < record.register.settingsSequence)
    #expect(record.register.closedPeriods(of: event.regime).keys.map(\.kind) == ["HK1"])
  }

  /// A plan with a number that nobody says was issued: told with the draft, and again before it is frozen.
  @Test func aPlanThatNobodyToldOfIsRemarked() async throws {
    let bureau = try await Bureau()
    let remark =
      "Kế hoạch đã có số và ngày trong cài đặt nhưng Văn phòng Sở chưa kê hoạt động NV01; hãy kê rồi lập lại dự thảo."
    #expect(try await bureau.workspace.read().draft(Self.request).remarks.map(\.vietnamese) == [remark])
    let id = try await save(bureau)
    let plan = try await bureau.workspace.write(operatorName: "thử") {
      try await $0.examine(draft: id, IssuingTests.mark(), clock: Bureau.now).words
    }
    #expect(plan.last?.vietnamese == remark)
    try await bureau.set { $0.plan.number = nil }
    #expect(try await bureau.workspace.read().draft(Self.request).remarks.isEmpty)
    try await bureau.set { $0.plan.number = "15/KH-SGDĐT" }
    try await bureau.send("VP", seed: 5)
    let told = try await bureau.workspace.read().draft(Self.request)
    guard case .array(let tasks)? = told.json["tasks"] else {
      Issue.record("no tasks")
      return
    }
    let isDone = tasks.contains { $0["code"] == .string("NV01") && $0["status"] == .string("done") }
    #expect(told.remarks.isEmpty == isDone)
  }

  @Test func aDraftThatWasChangedIsNotIssued() async throws {
    let bureau = try await Bureau()
    let id = try await save(bureau)
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: bureau.workspace.reports + "/" + id).first {
        $0.hasSuffix(".html")
      })
    let path = "\(bureau.workspace.reports)/\(id)/\(file)"
    let bytes = try Data(contentsOf: URL(filePath: path))
    try (bytes + Data(" ".utf8)).write(to: URL(filePath: path))
    await #expect(throws: IssueProblem.changed(id)) { try await issue(id, bureau) }
    try bytes.write(to: URL(filePath: path))
    #expect(try await issue(id, bureau).version == 1)
    let again = try await save(bureau)
    await #expect(throws: IssueProblem.self) { try await issue(again, bureau) }
    #expect(try await bureau.workspace.read().register.issued.count == 1)
  }

  /// Words that the office still owes are a place to fill in, and nothing is issued with one.
  @Test func whatIsNotFilledInIsNotIssued() async throws {
    let bureau = try await Bureau()
    var request = Self.request
    request.texts.blocks["HANCHE"] = nil
    let id = try await bureau.workspace.save(bureau.workspace.read().draft(request))
    let problem = await #expect(throws: IssueProblem.self) { try await issue(id, bureau) }
    guard case .unfilled(let count)? = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(count == 1)
    #expect(try await bureau.workspace.read().register.issued.isEmpty)
  }
}
