import Foundation
import TestSupport
import Testing

/// `regime`: examples, amendments, and what a changed rule would turn.
@Suite struct RegimeCommandTests {
  private static let w = DemoTests.folder.path + "/demo"

  @Test func regimesAreTestedAndAmended() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
    #expect(try Program.run(["regime", "test"]).status == 0)
    let plan = try String(contentsOfFile: Program.root + "/Schemas/plans/LD-NQ57/regime.xml", encoding: .utf8)
    let amended = plan.replacingOccurrences(
      of: "<viDu dat=\"true\" bao=\"CT14=69 CT15=69\"/>", with: "<viDu dat=\"true\" bao=\"CT14=69 CT15=70\"/>")
    #expect(amended != plan)
    try amended.write(toFile: folder.path + "/sai.xml", atomically: true, encoding: .utf8)
    let tested = try Program.run(["regime", "test", folder.path + "/sai.xml"], environment: ["TONGHOP_LANG": "en"])
    #expect(tested.status == 1 && tested.text.contains("R01.1  WRONG"))
    let later = plan.replacingOccurrences(of: "han=\"1/01-31\"", with: "han=\"1/02-15\"")
    try later.write(toFile: folder.path + "/moi.xml", atomically: true, encoding: .utf8)
    #expect(try Program.run(["regime", "import", folder.path + "/moi.xml", "--workspace", w]).status == 0)
    let status = try Program.run(["status", "--period", "HK1/2026-2027", "--json", "--workspace", w])
    #expect((try status.json() as? Object)?["due"] as? String == "2027-02-15")
    let before = try Program.run(
      ["status", "--period", "HK1/2026-2027", "--json", "--as-of", "3", "--workspace", w])
    #expect((try before.json() as? Object)?["due"] as? String == "2027-02-01")
  }

  /// An amendment applies to periods that end on its day or later; those before keep the version they had.
  @Test func anAmendmentHasItsDay() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
    let plan = try String(contentsOfFile: Program.root + "/Schemas/plans/LD-NQ57/regime.xml", encoding: .utf8)
    let amended = plan.replacingOccurrences(
      of: "phienBan=\"1\" apDungTu=\"2026-06-01\"", with: "phienBan=\"2\" apDungTu=\"2027-06-01\""
    ).replacingOccurrences(of: "han=\"1/01-31\"", with: "han=\"1/02-15\"")
    try amended.write(toFile: folder.path + "/moi.xml", atomically: true, encoding: .utf8)
    #expect(try Program.run(["regime", "import", folder.path + "/moi.xml", "--workspace", w]).status == 0)
    func due(_ period: String) throws -> String? {
      let status = try Program.run(["status", "--period", period, "--json", "--workspace", w])
      return (try status.json() as? Object)?["due"] as? String
    }
    #expect(try due("HK1/2026-2027") == "2027-02-01")
    #expect(try due("HK1/2027-2028") == "2028-02-15")
    let shown = try Program.run(["regime", "show", "--workspace", w], environment: ["TONGHOP_LANG": "en"]).text
    let versions = try #require(shown.firstRange(of: "Versions\n")).upperBound
    #expect(
      shown[versions...].split(separator: "\n").dropFirst().map {
        $0.split(separator: " ").prefix(3).joined(separator: " ")
      } == [
        "1 01/6/2026 30/6/2026", "2 01/6/2027 30/6/2026",
      ])
    // A report is made by the version of its last day, and says which.
    func digest(_ key: String) throws -> String? {
      let report = try Program.run(["report", "half-year", key, "--to", "ubnd-tinh", "--workspace", w])
      return ((try report.json() as? Object)?["regime"] as? Object)?["sha256"] as? String
    }
    #expect(try digest("2026-2") != digest("2027-2"))
    #expect(try digest("2027-1") == digest("2027-2"))
  }

  /// A changed rule is held against what lives before it is put in force.
  @Test func aChangedRuleTellsWhatItWouldTurn() throws {
    let folder = try Folder()
    let plan = try String(contentsOfFile: Program.root + "/Schemas/plans/LD-NQ57/regime.xml", encoding: .utf8)
    let stricter = plan.replacingOccurrences(
      of: "if CT20 &gt; 0 then CT20 ≥ 100000<", with: "if CT20 &gt; 0 then CT20 ≥ 4000000<")
    #expect(stricter != plan)
    try stricter.write(toFile: folder.path + "/moi.xml", atomically: true, encoding: .utf8)
    let trial = try Program.run(
      ["regime", "test", folder.path + "/moi.xml", "--workspace", Self.w], environment: ["TONGHOP_LANG": "en"])
    // Told for the year: THPT 001 three million, XA-04 one; for semester I: VP two, THPT 001 to 003 one, two and three.
    let turned = trial.text.split(separator: "\n").filter { $0.contains("  R06  ") }.map { line in
      line.split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(
      turned == [
        "SO-THPT-001 HK1/2026-2027", "SO-THPT-001 NAM/2026-2027", "SO-THPT-002 HK1/2026-2027",
        "SO-THPT-003 HK1/2026-2027", "VP HK1/2026-2027", "XA-04 NAM/2026-2027",
      ])
    #expect(trial.remarks.contains("6 times"))
    let same = try Program.run(["regime", "test", "--workspace", Self.w], environment: ["TONGHOP_LANG": "en"])
    #expect(same.status == 0 && same.remarks.contains(" 0 times"))
  }
}
