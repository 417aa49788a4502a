import Foundation
import TestSupport
import Testing

/// Names, keys and exit statuses of the commands (<doc:commands>), on the built executable.
@Suite struct CommandTests {
  static let samples = Program.root + "/Samples/LD-NQ57"
  static let now = ["TONGHOP_NOW": "2027-01-20T08:00:00+07:00"]

  private func workspace() throws -> Folder {
    let folder = try Folder()
    let made = try Program.run(
      ["init", folder.path + "/w", "--units", Self.samples + "/units.csv"],
      environment: ["TONGHOP_NOW": "2026-09-01T08:00:00+07:00"])
    #expect(made.status == 0, "\(made.remarks)")
    return folder
  }

  private func bundle(_ name: String) -> String { Self.samples + "/bundles/" + name }

  @Test func exitStatuses() throws {
    let folder = try workspace()
    let w = folder.path + "/w"
    #expect(try Program.run(["status", "--workspace", folder.path + "/nowhere"]).status == 66)
    #expect(try Program.run(["nonsense"]).status == 64)
    #expect(try Program.run(["query", "--workspace", w, "--from", "2027-02-31", "--to", "2027-03-01"]).status == 64)
    #expect(
      try Program.run(["query", "--workspace", w, "--from", "2027-02-01", "--to", "2027-03-01", "--by", "mau"]).status
        == 64)
    #expect(try Program.run(["report", "half-year", "2027-3", "--to", "ubnd-tinh", "--workspace", w]).status == 64)
    // Every copy has an outline now; a form that there is not has none.
    #expect(
      try Program.run(["report", "half-year", "2027-1", "--to", "bo-gddt", "--format", "odt", "--workspace", w]).status
        == 64)
    #expect(try Program.run(["init", w]).status == 73)
    #expect(try Program.run(["init", folder.path + "/x", "--regime", Self.samples + "/units.csv"]).status == 65)
    #expect(try Program.run(["init", folder.path + "/y", "--units", folder.path + "/none.csv"]).status == 66)
    #expect(try Program.run(["ingest", folder.path + "/none.zip", "--workspace", w]).status == 66)
    #expect(try Program.run(["check", folder.path + "/none.zip", "--workspace", w]).status == 66)
    #expect(try Program.run(["regime", "check"]).status == 0)
    #expect(try Program.run(["--help"]).status == 0)
  }

  @Test func aQueryWithoutDimensionsShowsTheTotal() throws {
    let outcome = try Program.run([
      "query", "--from", "2026-12-15", "--to", "2027-06-14", "--workspace", DemoTests.folder.path + "/demo",
    ])
    let lines = outcome.text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(lines.first == ["records", "soLuong", "soNguoi", "units"])
    #expect(lines.count == 2 && lines.last?.count == 4 && lines.last?.allSatisfy { Int($0) ?? 0 > 0 } == true)
  }

  /// A filter that nothing can meet is a slip of the hand, and the nearest value is named.
  @Test func aValueThatNothingHasIsToldWithTheNearest() throws {
    let w = DemoTests.folder.path + "/demo"
    func ended(_ filter: String, _ lang: String = "vi") throws -> (Int32, String) {
      let days = ["--from", "2026-12-15", "--to", "2027-06-14", "--lang", lang, "--workspace", w]
      let asked = try Program.run(["query", "--where", filter] + days)
      let drafted = try Program.run(["report", "ad-hoc", "--title", "Thử", "--where", filter] + days)
      // What follows the fault names the verb.
      let faults = [asked, drafted].map { $0.remarks.split(separator: "\n").first }
      #expect(asked.status == drafted.status && faults[0] == faults[1], "\(filter)")
      return (asked.status, asked.remarks)
    }
    for (filter, nearest) in [
      ("nhiemVu=NV5", "NV05"), ("nhiemVu=nv05", "NV05"), ("noiDung=ND3,hinhThuc=HT21", "HT1"),
      ("sanPham=TINBAY", "TINBAI"),
      ("loai=CSGDSO", "CSGD_SO"), ("donVi=SO-THPT-001|SO-THPT-0001", "SO-THPT-001"), ("thang=2027-13", "2027-03"),
    ] {
      let (status, words) = try ended(filter)
      #expect(status == 64 && words.contains("Gần nhất: \(nearest)."), "\(filter): \(words)")
      #expect(try ended(filter, "en").1.contains("Nearest: \(nearest)."))
    }
    let (status, words) = try ended("nhiemVu=khác hẳn")
    #expect(status == 64 && words.contains("Các giá trị:") && words.contains("NV10"))
    #expect(try ended("nhiemVu=|").0 == 64)
    // What is known though nothing has it, and what has none.
    for filter in ["nhiemVu=NV10", "thang=2031-01", "chuDe=-", "donVi=SO-THPT-001"] {
      #expect(try ended(filter).0 == 0, "\(filter)")
    }
  }

  @Test func aSecondWriterIsToldToTryAgain() throws {
    let folder = try workspace()
    let outcome = try Program.run(
      "/usr/bin/env",
      ["flock", folder.path + "/w/.lock", Program.executable, "ingest", "--workspace", folder.path + "/w"])
    #expect(outcome.status == 75)
    #expect(outcome.remarks.split(separator: "\n").count == 1)
  }

  @Test func ingestGivesReceiptsAndEmptiesTheInbox() throws {
    let folder = try workspace()
    let w = folder.path + "/w"
    for name in ["2027-01-20/thpt001-hk1.zip", "2027-01-22/thpt004-hk1.zip"] {
      try FileManager.default.copyItem(
        atPath: bundle(name), toPath: w + "/inbox/" + name.split(separator: "/").map(String.init)[1])
    }
    let outcome = try Program.run(["ingest", "--json", "--workspace", w], environment: Self.now)
    #expect(outcome.status == 1)
    let receipts = try #require(try outcome.json() as? [Object])
    #expect(receipts.map { $0["receipt"] as? String } == ["BN-000001", "BN-000002"])
    let rejected = try #require(receipts.first { $0["file"] as? String == "thpt004-hk1.zip" })
    #expect(rejected["schema"] as? String == "tonghop.receipt/1")
    #expect(rejected["status"] as? String == "rejected")
    let submission = try #require((rejected["submissions"] as? [Object])?.first)
    let issue = try #require((submission["issues"] as? [Object])?.first)
    #expect(issue["code"] as? String == "CSV-DATE")
    #expect(issue["line"] as? Int == 3)
    #expect(issue["column"] as? Int == 2)
    #expect(issue["field"] as? String == "ngay")
    #expect(issue["value"] as? String == "31/02/2027")
    #expect(
      Set(issue.keys) == [
        "code", "severity", "file", "line", "column", "field", "value", "message", "hint", "cite", "explained",
      ])
    #expect(folder.left(inInboxOf: "w") == [])
    for file in [
      "SO-THPT-001/thpt001-hk1.zip.BN-000001.bien-nhan.json", "SO-THPT-004/thpt004-hk1.zip.BN-000002.bien-nhan.html",
    ] {
      #expect(FileManager.default.fileExists(atPath: w + "/outbox/" + file) || receipts.isEmpty, "\(file)")
    }
    let digest = try #require(receipts[0]["sha256"] as? String)
    #expect(FileManager.default.fileExists(atPath: w + "/store/" + digest))
  }

  @Test func theSameBytesAgainAreADuplicate() throws {
    let folder = try workspace()
    let w = folder.path + "/w"
    let file = bundle("2027-01-20/thpt001-hk1.zip")
    #expect(try Program.run(["ingest", file, "--workspace", w], environment: Self.now).status == 0)
    let again = try Program.run(["ingest", file, "--json", "--workspace", w], environment: Self.now)
    #expect(again.status == 0)
    let receipt = try #require((try again.json() as? [Object])?.first)
    #expect(receipt["status"] as? String == "duplicate")
    #expect(receipt["duplicateOf"] as? String == "BN-000001")
    #expect(FileManager.default.fileExists(atPath: file))
  }

  @Test func noZipIsQuarantined() throws {
    let folder = try workspace()
    let w = folder.path + "/w"
    try Data("Rar!\u{1A}\u{07}\u{01}\u{00}".utf8).write(to: URL(filePath: w + "/inbox/hk1.zip"))
    let outcome = try Program.run(["ingest", "--json", "--workspace", w], environment: Self.now)
    #expect(outcome.status == 1)
    let receipt = try #require((try outcome.json() as? [Object])?.first)
    #expect(receipt["status"] as? String == "quarantined")
    #expect((receipt["issues"] as? [Object])?.first?["code"] as? String == "ZIP-NOTZIP")
    let kept = try FileManager.default.contentsOfDirectory(atPath: w + "/quarantine")
    // The file; its receipt as JSON, page and proof.
    #expect(kept.count == 4)
  }

  @Test func checkSaysWhatIngestWould() throws {
    let folder = try workspace()
    let w = folder.path + "/w"
    for name in ["2027-01-20/thpt002-hk1.zip", "2027-01-22/thpt005-hk1.zip", "2027-01-26/hai-don-vi.zip"] {
      let checked = try Program.run(["check", bundle(name), "--json", "--workspace", w], environment: Self.now)
      let bare = try Program.run(
        ["check", bundle(name), "--json", "--units", Self.samples + "/units.csv"], environment: Self.now)
      let taken = try Program.run(["ingest", bundle(name), "--json", "--workspace", w], environment: Self.now)
      #expect(checked.status == taken.status)
      #expect(bare.status == taken.status)
      func verdicts(_ outcome: Program.Outcome) throws -> [String] {
        try #require(try outcome.json() as? [Object]).flatMap { receipt in
          [receipt["status"] as? String ?? ""]
            + (receipt["submissions"] as? [Object] ?? []).flatMap { submission in
              [submission["status"] as? String ?? ""]
                + (submission["issues"] as? [Object] ?? []).compactMap { $0["message"] as? String }
            }
        }
      }
      #expect(try verdicts(checked) == verdicts(taken))
      #expect(try verdicts(bare) == verdicts(taken))
    }
  }

  @Test func jsonHasTheKeysOfTheContract() throws {
    let w = DemoTests.folder.path + "/demo"
    let query = try #require(
      try Program.run(
        [
          "query", "--from", "2026-12-15", "--to", "2027-06-14", "--by", "nhiemVu,hinhThuc", "--format", "json",
          "--workspace", w,
        ]
      ).json() as? Object)
    #expect(Set(query.keys) == ["schema", "from", "to", "asOf", "by", "where", "rows", "total"])
    let row = try #require((query["rows"] as? [Object])?.first)
    #expect(Set(row.keys) == ["nhiemVu", "hinhThuc", "records", "soLuong", "soNguoi", "units"])
    let status = try #require(
      try Program.run(
        ["status", "--period", "HK1/2026-2027", "--json", "--workspace", w],
        environment: ["TONGHOP_NOW": "2027-06-16T08:00:00+07:00"]
      ).json() as? Object)
    #expect(Set(status.keys) == ["schema", "period", "asOf", "due", "obligations", "units", "rates", "nilReturns"])
    #expect(status["nilReturns"] as? [String] == ["SO-GDTX-002"])
    #expect(status["due"] as? String == "2027-02-01")
    let unit = try #require((status["units"] as? [Object])?.first { $0["unit"] as? String == "SO-THPT-007" })
    #expect(unit["status"] as? String == "late")
    #expect(unit["receivedAt"] as? String == "2027-02-03T08:00:00+07:00")
    let report = try DemoTests.report()
    for key in [
      "schema", "kind", "key", "to", "regime", "registry", "window", "asOf", "completeness", "tasks", "contentAreas",
      "channels", "products", "indicators", "ratios", "byKind", "byLevel", "byRegion", "byCommune", "byMonth",
      "exemplars",
      "narratives", "missingUnits", "negativeIncrements", "topics", "total", "areaByChannel", "taskProducts",
      "completenessBy",
      "communes", "ledgerHead", "before", "possibleDoubles",
    ] {
      #expect(report.keys.contains(key), "\(key)")
    }
    #expect((report["tasks"] as? [Object])?.count == 10)
    #expect((report["indicators"] as? [Object])?.count == 23)
    #expect(report["before"] is NSNull)
  }

  /// A report as of an earlier sequence is the report that was made then.
  @Test func asOfGivesTheEarlierReport() throws {
    let folder = try workspace()
    let w = folder.path + "/w"
    func report(_ more: [String] = []) throws -> Data {
      try Program.run(["report", "half-year", "2027-1", "--to", "ubnd-tinh", "--workspace", w] + more).output
    }
    _ = try Program.run(["ingest", bundle("2027-01-20/thpt001-hk1.zip"), "--workspace", w], environment: Self.now)
    let before = try report()
    let asOf = try #require((try JSONSerialization.jsonObject(with: before) as? Object)?["asOf"] as? Int)
    _ = try Program.run(["ingest", bundle("2027-01-20/thpt002-hk1.zip"), "--workspace", w], environment: Self.now)
    #expect(try report() != before)
    #expect(try report(["--as-of", String(asOf)]) == before)
    #expect(before.last == 0x0A)
    #expect(
      try Program.run(["report", "half-year", "2027-1", "--to", "ubnd-tinh", "--workspace", w, "--as-of", "9999"])
        .status == 64)
  }

  @Test func peopleReadVietnameseOrEnglish() throws {
    #expect(try Program.run(["--help"]).text.contains("CÁCH DÙNG:"))
    #expect(try Program.run(["--help", "--lang", "en"]).text.contains("USAGE:"))
    #expect(
      try Program.run(["ingest", "--help"], environment: ["TONGHOP_LANG": "en"]).text.contains("Takes in the inbox"))
    let checked = try Program.run(
      ["check", bundle("2027-01-22/thpt005-hk1.zip"), "--units", Self.samples + "/units.csv", "--lang", "en"],
      environment: Self.now)
    #expect(checked.text.contains("exceed all staff"))
  }

  @Test func theLedgerOnlyGrows() throws {
    let script = """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1])
      for sql in ["UPDATE entry SET kind = 'x'", "DELETE FROM entry", "UPDATE content SET bytes = zeroblob(1)", "DELETE FROM receipt",
                  "REPLACE INTO entry SELECT * FROM entry WHERE sequence = 5",
                  "INSERT INTO entry VALUES (9999, 'submission', 'x', 'y', NULL, 'x', randomblob(32))"]:
          try:
              c.execute(sql)
              print('changed', sql)
          except sqlite3.IntegrityError:
              pass
      import hashlib, json
      rows = c.execute('SELECT sequence, line, digest FROM entry ORDER BY sequence').fetchall()
      assert [r[0] for r in rows] == list(range(1, len(rows) + 1))
      before = bytes(32)
      for _, line, digest in rows:
          assert json.loads(line)['previous'] == before.hex() and hashlib.sha256(line.encode()).digest() == digest
          before = digest
      print(len(rows))
      """
    let outcome = try Program.run("/usr/bin/python3", ["-c", script, DemoTests.folder.path + "/demo/ledger.sqlite"])
    #expect(outcome.status == 0, "\(outcome.remarks)")
    // The settings, which are an entry now, a regime, a registry, a request, 50 deliveries, 59 submissions.
    #expect(outcome.text == "113\n")
  }

  @Test func generatedBundlesAreTheSameAndAccepted() throws {
    let folder = try workspace()
    for name in ["a", "b"] {
      let made = try Program.run(
        [
          "generate", "--units", "60", "--activities", "12", "--seed", "7", "--format", "mixed", "--out",
          folder.path + "/" + name,
        ])
      #expect(made.status == 0)
    }
    let names = folder.files(below: "a")
    #expect(names.count == 61)
    for name in names { #expect(try folder.data("a/" + name) == folder.data("b/" + name), "\(name)") }
    let xml = try Program.run([
      "generate", "--units", "60", "--activities", "12", "--seed", "7", "--out", folder.path + "/xml",
    ])
    #expect(xml.status == 0)
    #expect(try Program.run(["init", folder.path + "/g", "--units", folder.path + "/a/units.csv"]).status == 0)
    func ingest(_ source: String) throws -> [String] {
      let zips = folder.files(below: source).filter { $0.hasSuffix(".zip") }.map { folder.path + "/\(source)/" + $0 }
      let outcome = try Program.run(
        ["ingest", "--json", "--workspace", folder.path + "/g"] + zips, environment: Self.now)
      return try #require(try outcome.json() as? [Object]).map {
        "\($0["status"] ?? "") \(($0["submissions"] as? [Object])?.first?["issueCount"] ?? "")"
      }
    }
    #expect(try ingest("a") == Array(repeating: "accepted 0", count: 60))
    // The same reports in the other encoding say the same: duplicates, every one.
    #expect(try Set(ingest("xml").map { $0.split(separator: " ")[0] }) == ["duplicate"])
  }

  @Test func faultyBundlesAreRefused() throws {
    let folder = try Folder()
    let made = try Program.run(
      [
        "generate", "--units", "100", "--activities", "3", "--format", "mixed", "--faults", "20", "--out",
        folder.path + "/f",
      ])
    #expect(made.status == 0)
    let zips = folder.files(below: "f").filter { $0.hasSuffix(".zip") }.map { folder.path + "/f/" + $0 }
    let outcome = try Program.run(
      ["check", "--json", "--units", folder.path + "/f/units.csv"] + zips, environment: Self.now)
    #expect(outcome.status == 1)
    #expect(try #require(try outcome.json() as? [Object]).count { $0["status"] as? String == "rejected" } == 20)
  }
}

/// The README is true: its commands are run, in its order, in a copy of what it names.
@Suite struct ReadmeTests {
  @Test func everyCommandWorks() throws {
    let folder = try Folder()
    for name in ["Samples", "Schemas"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: Program.root + "/" + name)
    }
    let readme = try String(contentsOfFile: Program.root + "/README.md", encoding: .utf8)
    let blocks = readme.components(separatedBy: "```sh\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    let lines = blocks.joined(separator: "\n").split(separator: "\n").map(String.init)
    #expect(lines.count { $0.hasPrefix("tonghop ") } == 29)
    for line in lines {
      let words = Self.words(of: line)
      guard words[0] == "tonghop" else {
        // Tests/run runs this test, and Samples/run before it.
        #expect(FileManager.default.isExecutableFile(atPath: Program.root + "/" + words[0]), "\(line)")
        continue
      }
      let outcome = try Program.run(Array(words.dropFirst()), in: folder.path)
      #expect(outcome.status == 0, "\(line): \(outcome.remarks)")
    }
    #expect(FileManager.default.fileExists(atPath: folder.path + "/reports/half-year-2027-1-ubnd-tinh.docx"))
  }

  /// Every command that a guide names is one, and takes the options it is named with.
  @Test(arguments: [
    "Samples/HUONG-DAN.md", "Samples/deploy/QUAN-TRI.md", "Schemas/KE-HOACH-MOI.md", "Schemas/QUY-TAC.md",
  ])
  func guidesNameWhatIsThere(guide: String) throws {
    let text = try String(contentsOfFile: Program.root + "/" + guide, encoding: .utf8)
    let commands = text.matches(of: /tonghop (?:[a-z-]+ )?[a-z-]+[^`\n]*/).map { Self.words(of: String($0.output)) }
    #expect(!commands.isEmpty)
    var helps: [[String]: String] = [:]
    for words in commands {
      let verbs = words.dropFirst().prefix(words.starts(with: ["tonghop", "audit", "key"]) ? 3 : 2).prefix {
        $0.allSatisfy { $0.isLowercase || $0 == "-" } && !$0.hasPrefix("-")
      }
      // A verb with subcommands, or a verb and its first argument.
      let groups = ["regime", "units", "request", "report", "audit", "settings"]
      let path = groups.contains(verbs.first ?? "") ? Array(verbs) : Array(verbs.prefix(1))
      if helps[path] == nil {
        let asked = try Program.run(path + ["--help"])
        #expect(asked.status == 0, "\(guide): \(words)")
        helps[path] = asked.text
      }
      for option in words where option.hasPrefix("--") {
        let name = option.prefix { $0 != "=" && $0 != "," && $0 != ";" && $0 != "." && $0 != ")" }
        #expect(helps[path]?.contains(name) == true, "\(guide): \(words.joined(separator: " ")): \(name)")
      }
    }
  }

  /// The words of a command line; quotes hold some of them together.
  private static func words(of line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }
}
