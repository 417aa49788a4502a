import Aggregation
import Auditing
import DurableFiles
import Ledger
import Office
import Regimes
import Register
import ReportingModel
import Reports
import Settings
import Workspaces

/// The end of the demo: a half-year is issued, and held against everything it stands on, by the commands that an auditor types.
struct DemoAudit {
  let workspace: Workspace
  let story: DemoStory.Issue

  func run() async throws {
    let id = try await issue()
    let w = workspace.root
    command("audit verify --workspace \(w)")
    tell(try await Verification(workspace).answer())
    command("audit rerun \(id) --workspace \(w)")
    tell(try await Rerun(workspace.read()).answer(of: id))
    let file = "\(workspace.reports)/\(id).zip"
    command("audit export \(id) \(file) --workspace \(w)")
    try await Auditing.Export(workspace.read()).write(id, to: file, redacted: false)
    command("audit replay \(file)")
    tell(try await Replay(file).answer())
  }

  /// Settings, words and mark as an office gives them.
  private func issue() async throws -> String {
    let words = OfficeTexts(blocks: story.texts)
    let plan: JSONValue = .object(["number": .string(story.planNumber), "date": .string(story.planDate.description)])
    let settings = JSONValue.object(["office": .object(["plan": plan])]).fileBytes
    try DurableFiles.write(settings, to: workspace.settingsFile)
    try await workspace.write(operatorName: "demo") { writer in
      _ = try await writer.apply(SettingsFile(settings).office, clock: story.moment)
    }
    let request = ReportRequest(.outgoing(.halfYear, key: story.halfYear), to: .province, texts: words)
    let draft = try await workspace.save(workspace.read().draft(request))
    let report = try await workspace.write(operatorName: "demo") {
      try await $0.issue($0.examine(draft: draft, story.mark, clock: story.moment), clock: story.moment)
    }
    Terminal.out(
      say(
        "\(report.date.vietnamese): phát hành báo cáo số \(report.number):",
        "\(report.date): issued \(report.number):"))
    for output in report.outputs { Terminal.out("   \(workspace.reports)/\(report.id)/\(output.name)") }
    return report.id
  }

  private func command(_ words: String) { Terminal.out("$ tonghop \(words)") }

  private func tell(_ answer: AuditAnswer) {
    for check in answer.checks { Terminal.out("   \(check.line(Speech.language))") }
  }
}
