import Foundation
import TestSupport
import Testing

/// One file with all that a report stands on, and what becomes of it in other hands (<doc:record#Exports>).
@Suite struct ExportTests {
  @Test func aSoundExportMakesTheReportAgain() throws {
    let copy = try IssuedCopy()
    let replay = try copy.replay()
    #expect(replay.status == 0, "\(replay.text) \(replay.remarks)")
    let lines = replay.text.split(separator: "\n")
    #expect(lines.count >= 9 && lines.allSatisfy { $0.hasPrefix("✓") }, "\(replay.text)")
    let opinion = try copy.secondOpinion()
    #expect(opinion.status == 0 && !opinion.text.contains("✗"), "\(opinion.text) \(opinion.remarks)")
  }

  /// Nothing but the file moves its bytes: neither the day nor what came since.
  @Test func anExportIsTheSameBytesEachTime() throws {
    let copy = try IssuedCopy()
    let bundle = CommandTests.samples + "/bundles/2027-01-27/gdtx002-hk1.zip"
    #expect([0, 1].contains(try copy.run(["ingest", bundle]).status))
    let again = copy.folder.path + "/again.zip"
    let made = try copy.run(["audit", "export", IssuedCopy.id, again], now: "2028-02-03T04:05:06+07:00")
    #expect(made.status == 0, "\(made.remarks)")
    #expect(try copy.folder.data("again.zip") == copy.folder.data("e.zip"))
  }

  @Test func withoutRawBundlesTheRestIsStillChecked() throws {
    let copy = try IssuedCopy()
    let file = copy.folder.path + "/redacted.zip"
    let replay = try copy.replay(file)
    #expect(replay.status == 0, "\(replay.text) \(replay.remarks)")
    #expect(replay.text.contains("– the raw bundles were left out"), "\(replay.text)")
    #expect(try copy.folder.data("redacted.zip").count < copy.folder.data("e.zip").count)
    let names = try Program.run("/usr/bin/unzip", ["-Z1", file]).text
    #expect(names.contains("contents.jsonl") && names.contains("objects/"))
    let opinion = try copy.secondOpinion(file)
    #expect(opinion.status == 0 && !opinion.text.contains("✗"), "\(opinion.text) \(opinion.remarks)")
  }

  /// Both name what was done: the program, and the reading that shares no line with it.
  @Test(arguments: ExportTampering.all) func whatWasChangedIsNamed(_ tampering: ExportTampering) throws {
    let copy = try IssuedCopy()
    _ = try copy.tamper(ExportTampering.prelude + tampering.script, [copy.export])
    let replay = try copy.replay()
    #expect(replay.status == 1, "\(replay.status) \(replay.text) \(replay.remarks)")
    let said = replay.text.split(separator: "\n").filter { $0.hasPrefix("✗") }.joined()
    #expect(said.contains(tampering.named), "\(said)")
    let opinion = try copy.secondOpinion()
    #expect(
      [1, 2].contains(opinion.status) && !opinion.remarks.contains("Traceback"), "\(opinion.text) \(opinion.remarks)")
  }

  /// Cut off anywhere it is no export.
  @Test func aCutExportIsNone() throws {
    let copy = try IssuedCopy()
    let whole = try copy.folder.data("e.zip")
    let cuts = [0, 1, 30, whole.count / 2, whole.count - 23, whole.count - 22, whole.count - 1]
    for cut in cuts + (1...24).map({ whole.count * $0 / 25 }) {
      try whole.prefix(cut).write(to: URL(filePath: copy.export))
      let replay = try copy.replay()
      #expect(replay.status == 1 && replay.text.hasPrefix("✗ this is no export"), "\(cut): \(replay.text)")
    }
  }
}
