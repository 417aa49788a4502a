import Aggregation
import Foundation
import Inbox
import Intake
import Ledger
import Office
import Receipts
import Regimes
import Register
import ReportingModel
import Submissions
import Synthesis
import Testing
import Workspaces

/// What comes again: old files, whole bundles, files that a browser numbered, and what somebody else sent.
@Suite struct ResubmissionTests {
  private static let key = PeriodKey(kind: "HK1", which: "2026-2027")

  /// The number of what lives of a unit, and its value of CT09: `2: 150`.
  private func live(_ scene: Scene, _ unit: String) async throws -> String? {
    let record = try await scene.workspace.read()
    var register = record.register
    guard let version = register.book(of: scene.regime.id).live(UnitPeriod(unit: unit, period: Self.key)) else {
      return nil
    }
    try await register.load([version], from: record.ledger)
    return "\(version.number): \(register.summary(of: version.sequence)?.told["CT09"]?.description ?? "-")"
  }

  private func report(_ scene: Scene, _ unit: String, students: Int) throws -> SubmissionContent {
    var content = try scene.report(unit)
    for index in content.indicators.indices where content.indicators[index].code == "CT09" {
      content.indicators[index].value = Amount(students)
    }
    return content
  }

  /// A sync client brings back the file of last week, byte for byte.
  @Test func anOldFileComesBack() async throws {
    let scene = try await Scene()
    let first = SyntheticBundle.zip(try report(scene, "SO-001", students: 100), .csv)
    let second = SyntheticBundle.zip(try report(scene, "SO-001", students: 150), .csv)
    try await scene.send([first], on: "2027-01-20")
    try await scene.send([second], on: "2027-01-25")
    let again = try #require(try await scene.send([first], on: "2027-01-26").first)
    let line = try #require(again.submissions.first)
    #expect(again.status == .duplicate && line.codes == ["HDR-OLD"] && line.number == 1 && line.earlier == nil)
    #expect(again.original?.number == 1)
    #expect(try await live(scene, "SO-001") == "2: 150")
    // Typed anew on another day by somebody else: the content decides.
    var typed = try report(scene, "SO-001", students: 100)
    typed.header.date = typed.header.date.adding(days: 1)
    typed.header.preparer = "Người Khác"
    #expect(try await scene.send(typed, on: "2027-01-27").codes == ["HDR-OLD"])
    // On purpose.
    typed.header.number = 3
    let back = try await scene.send(typed, on: "2027-01-28")
    #expect(back.status == .accepted && back.codes == [] && back.earlier?.number == 2)
    #expect(try await live(scene, "SO-001") == "3: 100")
  }

  /// A commune sends its bundle again after one of its schools has corrected its own report.
  @Test func aCommuneSendsItsBundleAgain() async throws {
    let scene = try await Scene()
    let school = SyntheticBundle.files(try report(scene, "TR-001", students: 100), .csv).map {
      ("tr/" + $0.name, $0.bytes)
    }
    let own = SyntheticBundle.files(try scene.report("XA-01"), .csv).map { ("xa/" + $0.name, $0.bytes) }
    let bundle = SyntheticBundle.zip(files: school + own)
    #expect(try await scene.send([bundle], on: "2027-01-19", folder: "XA-01").first?.status == .accepted)
    let newer = try await scene.send(report(scene, "TR-001", students: 150), on: "2027-01-20", folder: "TR-001")
    #expect(newer.status == .accepted && newer.codes == [])
    let again = try #require(try await scene.send([bundle], on: "2027-01-21", folder: "XA-01").first)
    #expect(again.status == .duplicate && again.submissions.map(\.codes) == [["HDR-OLD"], []])
    #expect(try await live(scene, "TR-001") == "2: 150")
    // With something new of the commune's own the school's stays as it is.
    var changed = try scene.report("XA-01")
    changed.narratives[0].text += " Và thêm."
    let renewed = SyntheticBundle.files(changed, .csv).map { ("xa/" + $0.name, $0.bytes) }
    let mixed = try #require(
      try await scene.send([SyntheticBundle.zip(files: school + renewed)], on: "2027-01-22", folder: "XA-01").first)
    #expect(mixed.status == .accepted && mixed.submissions.map(\.status) == [.duplicate, .accepted])
    #expect(try await live(scene, "TR-001") == "2: 150")
  }

  /// The same bytes in another unit's folder are that unit's mistake first, whatever was received before.
  @Test func aCopyInAnotherFolder() async throws {
    let scene = try await Scene()
    let bundle = SyntheticBundle.zip(try report(scene, "SO-001", students: 4321), .csv)
    try await scene.send([bundle], on: "2027-01-20", folder: "SO-001")
    let copy = try #require(try await scene.send([bundle], on: "2027-01-21", folder: "SO-002").first)
    #expect(copy.status == .rejected && copy.submissions.map(\.codes) == [["UNIT-FOLDER"]] && copy.original == nil)
    let json = String(decoding: copy.json(.vietnamese).fileBytes, as: UTF8.self)
    let page = String(decoding: ReceiptPage(receipt: copy).html(.vietnamese), as: UTF8.self)
    #expect(json.contains(#""figures":null"#) && !json.contains("4321"))
    #expect(!page.contains("4.321") && !page.contains("4321"))
    // A school of a commune may be reported by it, and what was received stays what it is.
    let small = SyntheticBundle.zip(try scene.report("TR-001"), .csv)
    #expect(try await scene.send([small], on: "2027-01-22", folder: "TR-001").first?.status == .accepted)
    #expect(try await scene.send([small], on: "2027-01-23", folder: "XA-01").first?.status == .duplicate)
  }

  /// Three tries saved by a browser and copied into the inbox together, and one that Windows made of the last.
  @Test func filesThatABrowserNumbered() async throws {
    let scene = try await Scene()
    let names = ["hk1 - Copy.zip", "hk1 (10).zip", "hk1 (2).zip", "hk1 (1).zip", "hk1.zip"]
    let students = [160, 160, 140, 120, 100]
    for (name, count) in zip(names, students) {
      let path = scene.workspace.inbox + "/" + name
      try Data(SyntheticBundle.zip(report(scene, "SO-001", students: count), .csv)).write(to: URL(filePath: path))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_800_000_000)], ofItemAtPath: path)
    }
    let scan = try InboxScan(of: InboxFolder(scene.workspace.inbox), checkFolder: "kiem-tra", now: 0)
    let receipts = try await scene.workspace.write(operatorName: "thử") { writer in
      var receipts: [Receipt] = []
      try await Ingestion(writer).ingest(
        scan.deliveries, Occasion(now: Scene.moment("2027-01-20")), refused: { throw $1 }
      ) { receipts.append($0) }
      return receipts
    }
    #expect(receipts.map(\.fileName) == names.reversed())
    #expect(
      receipts.flatMap(\.submissions).map(\.codes) == [[], ["HDR-TOGETHER"], ["HDR-TOGETHER"], ["HDR-TOGETHER"], []])
    #expect(receipts.last?.status == .duplicate)
    #expect(try await live(scene, "SO-001") == "4: 160")
  }

  /// The paper that came in time and is entered after a later file: it counts for being in time, and for nothing else.
  @Test func whatCameBeforeAndIsEnteredAfter() async throws {
    let scene = try await Scene()
    let late = try await scene.send(report(scene, "SO-001", students: 150), on: "2027-02-05")
    #expect(late.codes == ["PERIOD-LATE"])
    func status() async throws -> String? {
      try await scene.workspace.read().reporting(regime: nil, for: Self.key)
        .status(of: Self.key, clock: Scene.moment("2027-02-20"))?.completeness.units.first { $0.unit == "SO-001" }?
        .status.rawValue
    }
    #expect(try await status() == "late")
    let paper = try report(scene, "SO-001", students: 100)
    let receipts = try await scene.send(
      [SyntheticBundle.zip(paper, .csv)], on: "2027-02-10", receivedAt: Scene.moment("2027-01-29"))
    let line = try #require(receipts.first?.submissions.first)
    #expect(line.status == .rejected && line.codes == ["HDR-EARLIER"] && line.sequence != nil)
    #expect(try await status() == "onTime")
    #expect(try await live(scene, "SO-001") == "1: 150")
    // Withdrawn, nothing is left that came.
    _ = try await scene.workspace.write(operatorName: "thử") {
      try await $0.withdraw(try #require(late.sequence), reason: "nhầm", clock: Scene.moment("2027-02-11"))
    }
    #expect(try await status() == "rejected")
  }

  @Test func anArchiveInsideIsNeverAccepted() async throws {
    let scene = try await Scene()
    let inner = SyntheticBundle.zip(try scene.report("TR-001"), .xml)
    let files = SyntheticBundle.files(try scene.report("XA-01"), .csv)
    let bundle = SyntheticBundle.zip(
      files: files.map { ($0.name, $0.bytes) } + [
        ("truong/X1.zip", inner), ("truong/X2.rar", Array("Rar!\u{1A}\u{7}\u{1}\u{0}".utf8)),
      ])
    let receipt = try #require(try await scene.send([bundle], on: "2027-01-20").first)
    #expect(receipt.status == .partial && receipt.findings == [] && receipt.outboxUnit == "XA-01")
    #expect(receipt.submissions.map(\.submission.path) == ["thong-tin.csv", "truong/X1.zip", "truong/X2.rar"])
    #expect(receipt.submissions.map(\.status) == [.accepted, .rejected, .rejected])
    let json = String(decoding: receipt.json(.vietnamese).fileBytes, as: UTF8.self)
    #expect(json.contains(#""encoding":"rar""#) && json.contains(#""path":"truong/X2.rar","period":null"#))
    // Sent again its own report is known, and the others are read no better.
    let again = try #require(try await scene.send([bundle], on: "2027-01-21", folder: "XA-01").first)
    #expect(again.status == .partial && again.submissions.map(\.status) == [.duplicate, .rejected, .rejected])
    #expect(again.submissions.map { $0.sequence != nil } == [true, true, true])
    // Its entries name no unit and no period, though the folder would.
    let register = try await scene.workspace.read().register
    #expect(Set(register.book(of: scene.regime.id).keys.map(\.unit)) == ["XA-01"])
    let refusals = register.book(of: scene.regime.id).history(UnitPeriod(unit: "XA-01", period: Self.key))?.refusals
    #expect(refusals == [])
    // Documents are strays, and archives as evidence are evidence.
    let document = SyntheticBundle.zip(files: [("[Content_Types].xml", []), ("word/document.xml", [])])
    let other = SyntheticBundle.zip(
      files: files.map { ($0.name, $0.bytes) } + [("minh-chung/anh.zip", inner), ("bao-cao.docx", document)])
    let taken = try #require(try await scene.send([other], on: "2027-01-22", folder: "XA-01").first)
    #expect(taken.status == .accepted && taken.findings.map(\.code) == ["ZIP-STRAY"])
  }
}
