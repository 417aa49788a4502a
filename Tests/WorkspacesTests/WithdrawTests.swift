import Foundation
import TestSupport
import Testing

/// Taking accepted submissions back (<doc:record#Undoing>).
@Suite struct WithdrawTests {
  private func withdraw(_ sequence: Int, _ desk: Desk) throws -> Program.Outcome {
    try desk.run(["withdraw", "\(sequence)", "--reason", "nộp nhầm"])
  }

  @Test func theVersionBeforeLivesAgain() throws {
    let desk = try Desk()
    let figures = [
      "query", "--from", "2026-08-01", "--to", "2027-07-31", "--where", "donVi=TR-00001", "--format", "json",
    ]
    let first = try desk.json(figures + ["--as-of", "\(Desk.first)"])
    #expect(try desk.row("TR-00001")["number"] as? Int == 2)
    let done = try withdraw(Desk.second, desk)
    #expect(done.status == 0 && done.remarks.contains("number 1, entry \(Desk.first), lives"), "\(done.remarks)")
    let row = try desk.row("TR-00001")
    #expect(row["number"] as? Int == 1 && row["sequence"] as? Int == Desk.first)
    #expect(row["status"] as? String == "onTime")
    #expect(try desk.json(figures)["rows"] as? NSArray == first["rows"] as? NSArray)
    // The version before that one was withdrawn is none, whichever went first.
    #expect(try withdraw(Desk.first, desk).remarks.contains("nothing of the unit lives"))
    #expect(try desk.row("TR-00001")["status"] as? String == "rejected")
    #expect((try desk.json(figures)["rows"] as? [Object])?.isEmpty == true)
  }

  @Test func asOfBeforeItIsAsIfItHadNotBeen() throws {
    let desk = try Desk()
    let asked = [
      ["status", "--period", Desk.period, "--json"], ["report", "semester", Desk.period, "--to", "so-gddt"],
      ["query", "--from", "2026-08-01", "--to", "2027-07-31", "--by", "donVi", "--format", "json"],
    ]
    let before = try asked.map { try desk.answer($0) }
    #expect(try withdraw(Desk.second, desk).status == 0)
    #expect(try asked.map { try desk.answer($0 + ["--as-of", "\(Desk.end)"]) } == before)
    for (question, answer) in zip(asked, before) { #expect(try desk.answer(question) != answer) }
  }

  @Test func theNextNumberCountsTheWithdrawnOne() throws {
    let desk = try Desk()
    #expect(try withdraw(Desk.second, desk).status == 0)
    func sent(_ seed: Int) throws -> Object {
      let receipts = try desk.run(["ingest", desk.bundle("TR-00001", seed: seed), "--json"]).json() as? [Object]
      return try #require((receipts?.first?["submissions"] as? [Object])?.first)
    }
    // What was withdrawn does not come back by itself: the contract lets nothing revert in silence.
    let old = try sent(2)
    #expect(old["status"] as? String == "duplicate" && old["number"] as? Int == 2)
    #expect((old["issues"] as? [Object])?.compactMap { $0["code"] as? String } == ["HDR-OLD"])
    #expect(try desk.row("TR-00001")["number"] as? Int == 1)
    let line = try sent(3)
    #expect(line["status"] as? String == "accepted" && line["number"] as? Int == 3)
    #expect(try desk.row("TR-00001")["number"] as? Int == 3)
  }

  @Test func whatCannotBeWithdrawn() throws {
    let desk = try Desk()
    for sequence in [0, 1, Desk.first - 1, Desk.end + 1, 999] {
      let refused = try withdraw(sequence, desk)
      #expect(refused.status == 64 && refused.lines.count == 1, "\(sequence): \(refused.remarks)")
    }
    #expect(try withdraw(Desk.first, desk).status == 0)
    let again = try withdraw(Desk.first, desk)
    #expect(again.status == 65 && again.remarks.contains("withdrawn already"))
    #expect(try desk.run(["withdraw", "\(Desk.second)"]).status == 64)
    #expect(try desk.run(["withdraw", "\(Desk.second)", "--reason", " "]).status == 64)
    #expect(try desk.sql("SELECT max(sequence) FROM entry") == "\(Desk.end + 1)")
  }

  /// A report that was issued stays what it is, whatever of it is withdrawn later.
  @Test func anIssuedReportStays() throws {
    let desk = try Desk()
    try desk.folder.write("w/tonghop.json", #"{"office":{"plan":{"number":"1/KH","date":"2026-06-30"}}}"#)
    try desk.answer(["settings", "apply"])
    try desk.folder.write("loi.txt", "# UUDIEM\nTốt.\n# HANCHE\nChậm.\n# PHUONGHUONG\nTiếp tục.\n")
    let draft = [
      "report", "semester", Desk.period, "--to", "so-gddt", "--text", desk.folder.path + "/loi.txt", "--save",
    ]
    let id = try desk.answer(draft)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let issue = [
      "report", "issue", id, "--number", "05/BC-VP", "--date", "2027-02-02", "--signer", "Người Ký Mẫu", "--yes",
    ]
    let issued = try desk.run(issue)
    try #require(issued.status == 0, "\(issued.remarks)")
    let list = try desk.answer(["report", "list", "--json"])
    // The head that it names is the digest of the entry that it stands on.
    let row = try #require((try desk.json(["report", "list", "--json"])["reports"] as? [Object])?.first)
    let asOf = try #require(row["asOf"] as? Int)
    #expect(asOf == Desk.end + 1)
    let digest = try desk.sql("SELECT lower(hex(digest)) FROM entry WHERE sequence = \(asOf)")
    #expect(row["ledgerHead"] as? String == digest && row["state"] as? String == "issued")
    let folder = try snapshot(desk.w + "/reports")
    #expect(try withdraw(Desk.second, desk).status == 0)
    #expect(try desk.answer(["report", "list", "--json"]) == list)
    #expect(try snapshot(desk.w + "/reports") == folder)
    #expect(try desk.run(["doctor"]).status == 0)
  }
}
