import Foundation
import TestSupport
import Testing

/// `request` and `units`: what the office keeps.
@Suite struct RequestTests {
  @Test func requestsAreOpenedListedAndClosed() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
    func open(_ code: String, _ more: [String] = []) throws -> Int32 {
      try Program.run(
        [
          "request", "open", code, "--title", "Số liệu 6 tháng cuối năm", "--from", "2026-06-15", "--to", "2026-12-14",
          "--due", "2026-12-17", "--workspace", w,
        ] + more
      ).status
    }
    #expect(try open("BC12-2026", ["--part-of", "HK1/2026-2027"]) == 0)
    #expect(try open("BC12-2026") == 64)
    #expect(try open("BC 12") == 64)
    #expect(try open("HAI", ["--part-of", "HK1/2026-2027"]) == 64)
    #expect(try open("BA", ["--part-of", "HK2/2026-2027"]) == 64)
    // A request has no figures of its own for the windows, and cannot be a whole.
    #expect(try open("SAU", ["--part-of", "CD/BC12-2026"]) == 64)
    // The school year has its semesters as parts: what they tell would count twice.
    #expect(try open("BAY", ["--part-of", "NAM/2026-2027"]) == 64)
    #expect(try open("BON", ["--kind", "TRUONG"]) == 64)
    #expect(try open("NAM", ["--units", "SO-THPT-001,SO-THPT-002"]) == 0)
    let listed = try #require(try Program.run(["request", "list", "--json", "--workspace", w]).json() as? Object)
    let requests = try #require(listed["requests"] as? [Object])
    #expect(requests.map { $0["code"] as? String } == ["BC12-2026", "NAM"])
    #expect(requests[0]["partOf"] as? String == "HK1/2026-2027")
    #expect(try Program.run(["request", "close", "NAM", "--workspace", w]).status == 0)
    #expect(try Program.run(["request", "close", "NAM", "--workspace", w]).status == 64)
    let status = try Program.run(["status", "--period", "CD/BC12-2026", "--json", "--workspace", w])
    #expect((try status.json() as? Object)?["due"] as? String == "2026-12-17")
    // Due on a Saturday: letter and list say the Monday that the status goes by.
    let saturday = [
      "request", "open", "THU7", "--title", "Câu lạc bộ AI", "--from", "2026-12-01", "--to", "2026-12-15", "--due",
      "2026-12-19", "--workspace", w,
    ]
    #expect(try Program.run(saturday).status == 0)
    #expect(try Program.run(["request", "list", "--workspace", w]).text.contains("2026-12-21"))
    #expect(try Program.run(["request", "letter", "THU7", "--out", folder.path, "--workspace", w]).status == 0)
    let letter = try Program.run(
      "/usr/bin/unzip", ["-p", folder.path + "/request-THU7.docx", "word/document.xml"])
    #expect(letter.text.replacing("\u{A0}", with: " ").contains("chậm nhất ngày 21/12/2026"))
    #expect(try Program.run(saturday.map { $0 == "Câu lạc bộ AI" ? " " : $0 == "THU7" ? "TRONG" : $0 }).status == 64)
    // Where nothing can be made, it is said as that.
    #expect(try Program.run(["request", "letter", "THU7", "--out", "/dev/null/x", "--workspace", w]).status == 73)
  }

  @Test func registriesAreFilteredAndCompared() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
    func codes(_ more: [String]) throws -> [String] {
      let listed = try Program.run(["units", "list", "--json", "--workspace", w] + more).json() as? Object
      return (listed?["units"] as? [Object] ?? []).compactMap { $0["ma"] as? String }
    }
    #expect(try Set(codes([])).count == 40)
    #expect(try codes(["--kind", "VP"]) == ["VP"])
    let schools = try codes(["--kind", "CSGD_SO", "--level", "THPT", "--region", "Vùng 1"])
    #expect(!schools.isEmpty && schools.allSatisfy { $0.hasPrefix("SO-THPT-") })
    #expect(try codes(["--on", "2027-01-31"]).count == 39)
    let text = try String(contentsOfFile: CommandTests.samples + "/units.csv", encoding: .utf8)
    try text.replacingOccurrences(of: "Trường THPT Mẫu 003,", with: "Trường THPT Mẫu 003 mới,").write(
      toFile: folder.path + "/moi.csv", atomically: true, encoding: .utf8)
    let planned = try Program.run(["units", "diff", folder.path + "/moi.csv", "--workspace", w])
    let lines = planned.text.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasPrefix("- SO-THPT-003,Trường THPT Mẫu 003,"))
    #expect(lines[1].hasPrefix("+ SO-THPT-003,Trường THPT Mẫu 003 mới,"))
    #expect(try Program.run(["units", "import", folder.path + "/moi.csv", "--workspace", w]).status == 0)
    #expect(try Program.run(["units", "diff", "--as-of", "3", "--workspace", w]).text == planned.text)
    #expect(try Program.run(["units", "diff", "--workspace", w]).status == 64)
  }
}
