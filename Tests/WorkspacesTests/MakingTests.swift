import Foundation
import Ledger
import Register
import ReportingModel
import Settings
import TestSupport
import Testing

@testable import Workspaces

/// Making a workspace, and the one writer of it.
@Suite struct MakingTests {
  private static let now = Instant(seconds: 1_800_000_000)

  private func make(_ folder: Folder) async throws -> Workspace {
    try await Workspace.create(
      at: folder.path + "/w", regime: .builtIn, registry: nil, now: Self.now, operatorName: "thử"
    ).workspace
  }

  private static func settings(_ rows: Int) -> OfficeSettings {
    var settings = OfficeSettings()
    settings.limits.rows = rows
    return settings
  }

  @Test func theFirstEntryIsTheSettings() async throws {
    let folder = try Folder()
    let workspace = try await make(folder)
    let record = try await workspace.read()
    let kinds = try await [record.ledger.entry(1).event.kind, record.ledger.entry(2).event.kind]
    #expect(kinds == [.settings, .regime] && record.register.head.sequence == 2)
    #expect(record.register.settings == OfficeSettings() && record.remarks.isEmpty)
    #expect(workspace.headFile.read() == .head(record.register.head))
    // Since heads are signed the keys lie there too.
    #expect(
      folder.files(below: "w").filter { $0.contains("ledger") } == [
        "keys/ledger.key", "keys/ledger.pub", "ledger.sqlite",
      ])
  }

  @Test func whereALedgerIsOrWasNoneIsMade() async throws {
    let folder = try Folder()
    let workspace = try await make(folder)
    let isRefused = { (problem: WorkspaceProblem?, word: String) in "\(problem ?? .noRegistry)".hasPrefix(word) }
    var problem = await #expect(throws: WorkspaceProblem.self) { _ = try await make(folder) }
    #expect(isRefused(problem, "exists"))
    try FileManager.default.removeItem(atPath: workspace.ledgerFile)
    problem = await #expect(throws: WorkspaceProblem.self) { _ = try await make(folder) }
    #expect(isRefused(problem, "lostLedger"))
    problem = #expect(throws: WorkspaceProblem.self) { _ = try Workspace(at: workspace.root) }
    #expect(isRefused(problem, "lostLedger"))
    try workspace.headFile.remove()
    problem = #expect(throws: WorkspaceProblem.self) { _ = try Workspace(at: workspace.root) }
    #expect(isRefused(problem, "missing"))
    #expect(try await make(folder).read().register.head.sequence == 2)
  }

  /// Two that begin at once: one makes it, the other is told that it is there or being made.
  @Test func twoAtOnceMakeOne() async throws {
    for _ in 0..<8 {
      let folder = try Folder()
      let results = await withTaskGroup(of: Result<Int64, any Error>.self) { group in
        for _ in 0..<2 {
          group.addTask {
            do {
              return .success(try await MakingTests().make(folder).read().register.head.sequence)
            } catch {
              return .failure(error)
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      let made = results.compactMap { try? $0.get() }
      #expect(made == [2])
      #expect(try await Workspace(at: folder.path + "/w").read().register.head.sequence == 2)
    }
  }

  @Test func aSecondWriterIsToldToWait() async throws {
    let folder = try Folder()
    let workspace = try await make(folder)
    try await workspace.write(operatorName: "a") { _ in
      let problem = await #expect(throws: WorkspaceProblem.self) {
        try await workspace.write(operatorName: "b") { _ in }
      }
      #expect("\(problem ?? .noRegistry)".hasPrefix("locked"))
      let reader = try await workspace.read()
      #expect(reader.register.head.sequence == 2)
    }
    try await workspace.write(operatorName: "b") { _ in }
  }

  /// A writer commits to the file that it opened, and to no other in its place.
  @Test(arguments: [true, false])
  func aLedgerThatIsReplacedGetsNothing(_ isCopy: Bool) async throws {
    let folder = try Folder()
    let workspace = try await make(folder)
    let ledger = workspace.ledgerFile
    let before = try Data(contentsOf: URL(filePath: ledger))
    try await workspace.write(operatorName: "a") { writer in
      #expect(try await writer.apply(MakingTests.settings(5), clock: MakingTests.now))
      try FileManager.default.moveItem(atPath: ledger, toPath: ledger + ".cu")
      if isCopy { try before.write(to: URL(filePath: ledger)) }
      let damage = await #expect(throws: LedgerDamage.self) {
        _ = try await writer.apply(MakingTests.settings(6), clock: MakingTests.now)
      }
      #expect(damage?.place == .file)
      #expect(writer.register.head.sequence == 3)
    }
    if isCopy { #expect(try Data(contentsOf: URL(filePath: ledger)) == before) }
  }

  /// What a writer decides and does not write is forgotten when it reads anew.
  @Test func whatIsNotWrittenIsForgotten() async throws {
    let folder = try Folder()
    let workspace = try await make(folder)
    try await workspace.write(operatorName: "a") { writer in
      try writer.deciding { register in
        try register.note(
          .settings(SettingsEvent(office: MakingTests.settings(7).json)), at: 3, recordedAt: MakingTests.now)
      }
      #expect(writer.register.settings.limits.rows == 7 && writer.register.head.sequence == 2)
      try await writer.reload()
      #expect(writer.register.settings == OfficeSettings())
      #expect(try await writer.apply(MakingTests.settings(7), clock: MakingTests.now))
      #expect(workspace.headFile.read() == .head(writer.register.head) && writer.register.head.sequence == 3)
    }
  }
}
