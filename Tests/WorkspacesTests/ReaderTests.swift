import Foundation
import TestSupport
import Testing

/// What only reads leaves the workspace as it was, wherever it lies (<doc:record#Reading>).
@Suite struct ReaderTests {
  /// Every command that only answers.
  static func readers(_ scratch: String) throws -> [[String]] {
    let window = ["--from", "2026-08-01", "--to", "2027-07-31"]
    return [
      ["status", "--period", Desk.period, "--json"], ["status", "--period", Desk.period, "--as-of", "7"],
      ["query"] + window + ["--by", "donVi,nhiemVu"], ["report", "semester", Desk.period, "--to", "so-gddt"],
      ["report", "half-year", "2027-1", "--to", "ubnd-tinh", "--out", scratch + "/bao-cao"],
      ["report", "list", "--drafts"],
      ["units", "list"], ["units", "diff", "--as-of", "3"],
      ["regime", "show"], ["regime", "test"],
      ["request", "list"], ["settings", "show"], ["settings", "show", "--as-of", "1"], ["settings", "check"],
      ["template", scratch + "/mau-\(UUID().uuidString)", "--unit", "TR-00001", "--period", Desk.period],
      ["check", scratch + "/goi.zip"],
      ["remind", "--period", Desk.period, "--until", "2027-02-20", "--out", scratch + "/thu"],
    ]
  }

  @Test func theyChangeNothing() throws {
    let desk = try Desk()
    try FileManager.default.copyItem(atPath: desk.bundle("TR-00003"), toPath: desk.folder.path + "/goi.zip")
    let before = try snapshot(desk.w)
    for reader in try Self.readers(desk.folder.path) {
      let outcome = try desk.run(reader)
      #expect(outcome.status == 0 && outcome.remarks.contains("keys/head") == false, "\(reader): \(outcome.remarks)")
      #expect(try snapshot(desk.w) == before, "\(reader)")
    }
    #expect(!FileManager.default.fileExists(atPath: desk.w + "/ledger.sqlite-shm"))
  }

  /// The rows of a writer that was killed lie in its log; they are read, and stay where they are.
  @Test func aLogThatAKilledWriterLeftIsReadWhereItLies() throws {
    let desk = try Desk()
    try FileManager.default.copyItem(atPath: desk.bundle("TR-00003"), toPath: desk.folder.path + "/goi.zip")
    try Leftover.log(desk)
    let before = try snapshot(desk.w)
    for reader in try Self.readers(desk.folder.path) {
      let outcome = try desk.run(reader)
      #expect(outcome.status == 0, "\(reader): \(outcome.remarks)")
      #expect(try snapshot(desk.w) == before, "\(reader)")
    }
    #expect(try desk.row("TR-00003")["sequence"] as? Int == Desk.end + 2)
  }

  /// On a copy that cannot be written, as somebody who owns none of it; the answers are those of the original.
  @Test(.enabled(if: Account.canChange), arguments: [false, true])
  func aCopyThatCannotBeWrittenIsReadByAnybody(_ hasLog: Bool) throws {
    let desk = try Desk()
    if hasLog { try Leftover.log(desk) }
    let readers = [
      ["status", "--period", Desk.period, "--json"], ["query", "--from", "2026-08-01", "--to", "2027-07-31"],
      ["report", "semester", Desk.period, "--to", "so-gddt"], ["settings", "show"], ["units", "list"],
      ["regime", "show"],
    ]
    let expected = try readers.map { try desk.answer($0) }
    let copy = desk.folder.path + "/copy"
    try FileManager.default.copyItem(atPath: desk.w, toPath: copy)
    if hasLog { try? FileManager.default.removeItem(atPath: copy + "/ledger.sqlite-shm") }
    #expect(try Program.run("/usr/bin/env", ["chmod", "-R", "a-w,a+rX", copy]).status == 0)
    let before = try snapshot(copy)
    for (reader, answer) in zip(readers, expected) {
      let outcome = try Account.nobody(
        reader + ["--workspace", copy, "--lang", "en", "--now", "2027-02-10T09:00:00+07:00"])
      #expect(outcome.status == 0 && outcome.text == answer, "\(reader): \(outcome.remarks)")
    }
    #expect(try snapshot(copy) == before)
    _ = try Program.run("/usr/bin/env", ["chmod", "-R", "u+w", copy])
  }

  /// Beside a writer nothing waits and nothing is disturbed; what the writer has committed is seen.
  @Test func besideAWatchTheyReadWhatItHasTaken() throws {
    let desk = try Desk()
    let watch = try Watching(desk)
    #expect(watch.wait { $0.contains("workspace") })
    let bundle = try desk.bundle("TR-00003")
    try FileManager.default.copyItem(atPath: bundle, toPath: desk.w + "/inbox/goi.zip")
    #expect(watch.wait { $0.contains("BN-000005") })
    try FileManager.default.copyItem(atPath: bundle, toPath: desk.folder.path + "/goi.zip")
    #expect(try desk.row("TR-00003")["sequence"] as? Int == Desk.end + 2)
    let before = try snapshot(desk.w)
    for reader in try Self.readers(desk.folder.path) {
      let outcome = try desk.run(reader)
      #expect(outcome.status == 0, "\(reader): \(outcome.remarks)")
      #expect(try snapshot(desk.w) == before, "\(reader)")
    }
    #expect(watch.stop() == 0)
  }
}
