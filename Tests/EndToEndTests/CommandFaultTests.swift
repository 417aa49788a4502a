import Foundation
import TestSupport
import Testing

/// What goes wrong on the command line: its exit status, and that it is said in one language, on standard error
/// (<doc:commands#Exit-statuses>).
@Suite struct CommandFaultTests {
  private struct Case {
    let line: [String]
    let status: Int32
    let vietnamese: String
    let english: String

    init(_ line: String, _ status: Int32, _ vietnamese: String, _ english: String) {
      self.line = line.split(separator: " ").map(String.init)
      self.status = status
      self.vietnamese = vietnamese
      self.english = english
    }
  }

  private static let usage = [
    Case("statsu", 64, "Gần nhất: status.", "Nearest: status."),
    Case("statsu --help", 64, "Không có lệnh «tonghop statsu».", "There is no command “tonghop statsu”."),
    Case("--help ingset", 64, "Gần nhất: ingest.", "Nearest: ingest."),
    Case("help reprot", 64, "Gần nhất: report.", "Nearest: report."),
    Case("report half-yaer 2027-1 --help", 64, "Gần nhất: half-year.", "Nearest: half-year."),
    Case("nothing-like-it", 64, "Xem các lệnh: tonghop --help.", "See the commands: tonghop --help."),
    Case("report", 64, "Thiếu lệnh.", "A command is missing."),
    Case(
      "status --jsn", 64, "Không có tùy chọn «--jsn». Gần nhất: --json.", "There is no option “--jsn”. Nearest: --json."
    ),
    Case("status --workspace", 64, "Thiếu giá trị của --workspace", "The value of --workspace"),
    Case("status --json=3", 64, "Tùy chọn --json không nhận giá trị", "The option --json takes no value"),
    Case("status more", 64, "Thừa tham số: «more».", "Too many arguments: “more”."),
    Case("init", 64, "Thiếu <thư mục>", "<dir> is missing"),
    Case("init a b c", 64, "Thừa tham số: «b», «c».", "Too many arguments: “b”, “c”."),
    Case("withdraw abc --reason x", 64, "cần một số nguyên", "a whole number is wanted"),
    Case("withdraw 1", 64, "Thiếu --reason", "--reason <text> is missing"),
    Case("generate --units 1 --activities 1 --out x --format xmll", 64, "Gần nhất: xml.", "Nearest: xml."),
    Case("completion bsh", 64, "Gần nhất: bash.", "Nearest: bash."),
    Case("watch --log-format xml", 64, "chỉ nhận: text, json", "which takes: text, json"),
    Case("status -x", 64, "Không có tùy chọn «-x».", "There is no option “-x”."),
    Case("query --from 2027-02-31 --to 2027-03-01", 64, "không phải ngày", "is no date"),
    Case("query --from 31/02/2027 --to 01/03/2027", 64, "không phải ngày", "is no date"),
    Case("query --from 2027-03-02 --to 01/03/2027", 64, "--from phải không sau --to", "--from must not lie after --to"),
    Case("status --now yesterday", 64, "không phải thời điểm", "is no moment"),
    Case("status --period HK1", 64, "không phải kỳ báo cáo", "is no period"),
    Case("report school-year 2026-2028", 64, "không phải năm học", "is no school year"),
    Case("ingest --reason x", 64, "đi cùng nhau", "go together"),
    Case("template x --period HK1/2026-2027", 64, "Chọn --unit hoặc --all.", "Choose --unit or --all."),
  ]

  private func expect(_ each: Case, _ more: [String] = [], in folder: String? = nil) throws {
    for (language, words) in [("vi", each.vietnamese), ("en", each.english)] {
      let outcome = try Program.run(
        each.line + more + ["--lang", language], environment: ["TONGHOP_NOW": "2027-06-16T08:00:00+07:00"], in: folder)
      #expect(outcome.status == each.status, "\(each.line): \(outcome.remarks)")
      #expect(outcome.output.isEmpty, "\(each.line): \(outcome.text)")
      #expect(outcome.remarks.contains(words), "\(each.line): \(outcome.remarks)")
      #expect(Wording.strangers(in: outcome.remarks, of: language) == [], "\(each.line): \(outcome.remarks)")
    }
  }

  @Test func whatCannotBeReadIsSaidPlainly() throws {
    for each in Self.usage { try expect(each) }
  }

  /// What a workspace does not have, with the nearest that it has.
  @Test func whatThereIsNotIsNamedWithTheNearest() throws {
    let w = ["--workspace", DemoTests.folder.path + "/demo"]
    for each in [
      Case("status --period HK1/2062-2063", 64, "không có kỳ báo cáo «HK1/2062-2063»", "no period “HK1/2062-2063”"),
      Case("status --period HK1/1990-1991", 64, "không có kỳ báo cáo", "has no period"),
      Case("status --period HK7/2026-2027", 64, "Gần nhất: HK1/2026-2027.", "Nearest: HK1/2026-2027."),
      Case("remind --period HK1/2062-2063 --until 01/02/2063 --out x", 64, "không có kỳ báo cáo", "has no period"),
      Case("report semester HK1/2062-2063", 64, "không có kỳ báo cáo", "has no period"),
      Case("report school-year 2062-2063", 64, "không có năm học «2062-2063»", "no school year “2062-2063”"),
      Case("report half-year 2027-3 --to ubnd-tinh", 64, "Không có báo cáo", "There is no report"),
      Case("report half-year 2027-1 --to ubnd-tnh", 64, "Gần nhất: ubnd-tinh.", "Nearest: ubnd-tinh."),
      Case("report half-year 2027-1 --to ubnd-tinh --format dcox", 64, "Gần nhất: docx.", "Nearest: docx."),
      Case("report ad-hoc --from 01/01/2027 --to 31/02/2027 --title x", 64, "không phải ngày", "is no date"),
      Case(
        "template x --unit SO-THPT-01 --period HK1/2026-2027", 64, "Gần nhất: SO-THPT-001.", "Nearest: SO-THPT-001."),
      Case("status --regime LD-NQ75", 64, "Gần nhất: LD-NQ57.", "Nearest: LD-NQ57."),
      Case("status --as-of 99999", 64, "không có 99999", "there is no 99999"),
      Case("units list --level THTP", 64, "Gần nhất: THPT.", "Nearest: THPT."),
      Case("request letter NONE --out x", 64, "Không có yêu cầu", "There is no request"),
      Case("withdraw 1 --reason x", 64, "không phải là báo cáo đã tiếp nhận", "is no accepted submission"),
      Case(
        "report issue no-draft --number 1 --date 16/06/2027 --signer x", 66, "Không có dự thảo", "There is no draft"),
    ] { try expect(each, w) }
  }

  @Test func whatTheSystemRefusesComesAfterPlainWords() throws {
    let folder = try Folder()
    let f = folder.path
    try Data("no registry".utf8).write(to: URL(filePath: f + "/bad.csv"))
    for each in [
      Case(
        "status --workspace nowhere", 66, "Không có không gian làm việc nào ở nowhere.",
        "There is no workspace in nowhere."),
      Case("check none.zip --units bad.csv", 65, "lỗi", "error"),
      Case(
        "check x.zip --units none.csv", 66, "Không đọc được none.csv: không có tệp",
        "Cannot read none.csv: there is no such file"),
      Case("init w --units bad.csv", 65, "lỗi", "error"),
      Case("regime check .", 66, "đây là thư mục", "it is a folder"),
      Case("generate --units 1 --activities 1 --out bad.csv/x", 73, "Không ghi được", "Cannot write"),
      Case("settings check bad.csv", 65, "lỗi", "error"),
    ] { try expect(each, in: f) }
    #expect(try Program.run(["init", "w"], in: f).status == 0)
    try expect(Case("init w", 73, "Ở w đã có không gian làm việc.", "There is a workspace in w already."), in: f)
    try expect(Case("units list --workspace w", 65, "Chưa có danh mục đơn vị", "There is no unit registry yet"), in: f)
    try Data("SQLite format 3\0 and then nothing of the kind".utf8).write(to: URL(filePath: f + "/w/ledger.sqlite"))
    for language in ["vi", "en"] {
      let outcome = try Program.run(["status", "--workspace", "w", "--lang", language], in: f)
      #expect([65, 74].contains(outcome.status), "\(outcome.remarks)")
      #expect(outcome.remarks.contains("ledger.sqlite"), "\(outcome.remarks)")
      #expect(outcome.remarks.contains(language == "vi" ? "khôi phục" : "restore"), "\(outcome.remarks)")
    }
  }

  /// An answer that is cut off is no answer.
  @Test func aFullDiskBehindARedirectionIsTold() throws {
    let outcome = try Program.run("/bin/sh", ["-c", "exec \(Program.executable) regime show > /dev/full"])
    #expect(outcome.status == 74)
    #expect(outcome.remarks.contains("Không ghi hết được kết quả"))
  }

  @Test func optionsMayStandBeforeTheCommand() throws {
    let w = DemoTests.folder.path + "/demo"
    let before = try Program.run(["--workspace", w, "--lang", "en", "units", "list", "--json"])
    #expect(before.status == 0)
    #expect(before.output == (try Program.run(["units", "list", "--json", "--workspace", w])).output)
  }

  /// The same days and periods, however they are written.
  @Test func daysAndPeriodsAreReadAsPeopleWriteThem() throws {
    let w = ["--workspace", DemoTests.folder.path + "/demo"]
    let now = ["TONGHOP_NOW": "2027-06-16T08:00:00+07:00"]
    func same(_ one: String, _ other: String) throws {
      let outcomes = try [one, other].map {
        try Program.run($0.split(separator: " ").map(String.init) + w, environment: now)
      }
      #expect(outcomes[0].status == 0 && outcomes[1].status == 0, "\(other): \(outcomes[1].remarks)")
      #expect(outcomes[0].output == outcomes[1].output, "\(other)")
    }
    try same("query --from 2026-12-15 --to 2027-06-14 --by cap", "query --from 15/12/2026 --to 14/6/2027 --by cap")
    try same("units list --on 2027-01-31 --json", "units list --on 31/01/2027 --json")
    try same("status --period HK1/2026-2027 --json", "status --period hk1/2026-2027 --json")
    try same("report semester HK1/2026-2027", "report semester hk1/2026-2027")
    try same(
      "report ad-hoc --from 2027-01-01 --to 2027-03-31 --title T",
      "report ad-hoc --from 01/01/2027 --to 31/3/2027 --title T")
  }

  @Test func theStatusAsCSVIsReadByPeople() throws {
    for language in ["vi", "en"] {
      let outcome = try Program.run(
        [
          "status", "--period", "HK1/2026-2027", "--csv", "--lang", language, "--workspace",
          DemoTests.folder.path + "/demo",
        ],
        environment: ["TONGHOP_NOW": "2027-06-16T08:00:00+07:00"])
      let rows = outcome.text.trimmingPrefix("\u{FEFF}").split(separator: "\r\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      let header = try #require(rows.first)
      let (name, words) = (try #require(header.firstIndex(of: "ten")), try #require(header.firstIndex(of: "tinhTrang")))
      let late = try #require(rows.first { $0[0] == "SO-THPT-007" })
      #expect(!late[name].isEmpty)
      #expect(late[words] == "Sau hạn")
      #expect(late[try #require(header.firstIndex(of: "nghiaVu"))] == "phải báo cáo")
    }
  }

  /// Decimals are written as the language of the run writes them.
  @Test func figuresAreOfTheLanguage() throws {
    func status(_ language: String) throws -> String {
      try Program.run(
        ["status", "--period", "HK1/2026-2027", "--lang", language, "--workspace", DemoTests.folder.path + "/demo"],
        environment: ["TONGHOP_NOW": "2027-06-16T08:00:00+07:00"]
      ).text
    }
    let (vietnamese, english) = (try status("vi"), try status("en"))
    let summary = try #require(english.split(separator: "\n").last)
    #expect(summary.firstMatch(of: /\d,\d/) == nil, "\(summary)")
    #expect(vietnamese != english)
  }
}
