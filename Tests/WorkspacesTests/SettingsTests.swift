import Foundation
import TestSupport
import Testing

/// The file is where the office edits, the ledger is what counts (<doc:record#Settings>).
@Suite struct SettingsTests {
  /// Two days off move the due day of semester I from 1 to 3 February, and TR-00011 reported on the second.
  static let moved = #"{"office":{"daysOff":["2027-02-01","2027-02-02"],"contact":{"phone":"0263"}}}"#

  private func write(_ text: String, _ desk: Desk) throws { try desk.folder.write("w/tonghop.json", text) }

  private func answers(_ desk: Desk, in workspace: String? = nil, _ more: [String] = []) throws -> [String] {
    try [
      ["status", "--period", Desk.period, "--json"], ["query", "--from", "2026-08-01", "--to", "2027-07-31"],
      ["report", "semester", Desk.period, "--to", "so-gddt"], ["settings", "show"],
    ].map { try desk.answer($0 + more, in: workspace) }
  }

  @Test func aChangeCountsFromItsEntryOn() throws {
    let desk = try Desk()
    let before = try answers(desk)
    try write(Self.moved, desk)
    #expect(try answers(desk) == before)
    #expect(try desk.row("TR-00011")["status"] as? String == "late")
    let told = try desk.run(["status", "--period", Desk.period])
    #expect(told.lines.count == 1 && told.remarks.contains("tonghop.json differs"), "\(told.remarks)")

    #expect(try desk.run(["settings", "apply"]).remarks.contains("entry \(Desk.end + 1)"))
    #expect(try desk.row("TR-00011")["status"] as? String == "onTime")
    let status = try desk.json(["status", "--period", Desk.period, "--json"])
    #expect(status["due"] as? String == "2027-02-03" && status["asOf"] as? Int == Desk.end + 1)
    #expect(try desk.run(["status", "--period", Desk.period]).remarks.isEmpty)
    #expect(try answers(desk, ["--as-of", "\(Desk.end)"]) == before)
    #expect(try answers(desk) != before)
  }

  @Test func theEntrySaysWhoAndWhat() throws {
    let desk = try Desk()
    try write(Self.moved, desk)
    try desk.answer(["settings", "apply"])
    let line = try desk.sql("SELECT line FROM entry WHERE kind = 'settings' ORDER BY sequence DESC LIMIT 1")
    let entry = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? Object)
    #expect(entry["operator"] as? String == "vp02" && entry["sequence"] as? Int == Desk.end + 1)
    let shown = try desk.json(["settings", "show"])
    let office = try #require(shown["office"] as? NSDictionary)
    #expect((entry["payload"] as? Object)?["office"] as? NSDictionary == office)
    #expect(shown["entry"] as? Int == Desk.end + 1)
    #expect((office["contact"] as? Object)?["phone"] as? String == "0263")
    let old = try desk.json(["settings", "show", "--as-of", "\(Desk.end)"])
    #expect(old["entry"] as? Int == 1 && old["asOf"] as? Int == Desk.end)
  }

  @Test func whatIsRecordedIsNotRecordedAgain() throws {
    let desk = try Desk()
    #expect(try desk.run(["settings", "apply"]).remarks.contains("Nothing has changed"))
    // The same in other words: other order, defaults written out, a service of its own.
    try write(
      #"{"service":{"quietSeconds":9},"office":{"electronic":true,"daysOff":[],"limits":{"rows":200000}}}"#, desk)
    #expect(try desk.run(["settings", "check"]).remarks.contains("is what is recorded"))
    #expect(try desk.run(["settings", "apply"]).remarks.contains("Nothing has changed"))
    #expect(try desk.sql("SELECT max(sequence) FROM entry") == "\(Desk.end)")
  }

  @Test func anyFileCanBeCheckedAndApplied() throws {
    let desk = try Desk()
    let file = desk.folder.path + "/moi.json"
    #expect(try desk.run(["settings", "apply", file]).status == 66)
    try Self.moved.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try desk.run(["settings", "check", file]).remarks.contains("differs"))
    try desk.answer(["settings", "apply", file])
    #expect(try desk.row("TR-00011")["status"] as? String == "onTime")
    try #"{"office":{"regime":"KHAC"}}"#.write(toFile: file, atomically: true, encoding: .utf8)
    for verb in ["check", "apply"] {
      let refused = try desk.run(["settings", verb, file])
      #expect(refused.status == 65 && refused.remarks.contains("«KHAC»"))
    }
  }

  /// Another file beside the same ledger changes no answer.
  @Test func twoCopiesOfOneLedgerGiveOneAnswer() throws {
    let desk = try Desk()
    let copy = desk.folder.path + "/copy"
    try FileManager.default.copyItem(atPath: desk.w, toPath: copy)
    // Written once: a bundle made again has other times in its zip, hence another digest.
    let bundle = try desk.bundle("TR-00003")
    for text in [Self.moved, "{", #"{"office":{"regime":"KHAC","limits":{"rows":1}}}"#] {
      try text.write(toFile: copy + "/tonghop.json", atomically: true, encoding: .utf8)
      #expect(try answers(desk, in: copy) == answers(desk))
      let outcome = try desk.run(["check", bundle, "--json"], in: copy)
      #expect(try outcome.text == desk.answer(["check", bundle, "--json"]), "\(text)")
    }
    try FileManager.default.removeItem(atPath: copy + "/tonghop.json")
    #expect(try answers(desk, in: copy) == answers(desk))
    #expect(try desk.run(["status"], in: copy).remarks.isEmpty)
  }
}
