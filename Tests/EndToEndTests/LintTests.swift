import Foundation
import TestSupport
import Testing

/// `report lint` on the reports of the demo, as they are and as somebody spoiled them.
@Suite struct LintTests {
  private static let w = DemoTests.folder.path + "/demo"

  private func report(_ copy: String, in folder: Folder) throws -> String {
    let made = try Program.run([
      "report", "half-year", "2027-1", "--to", copy, "--out", folder.path, "--format", "docx,xlsx", "--workspace",
      Self.w,
    ])
    #expect(made.status == 0, "\(made.remarks)")
    return folder.path + "/half-year-2027-1-" + copy
  }

  /// The program's own reports have nothing but what the office has not filled in.
  @Test(arguments: ["bo-gddt", "ubnd-tinh", "so-gddt"])
  func ownReportsHold(copy: String) throws {
    let folder = try Folder()
    let path = try report(copy, in: folder)
    let word = try Program.run(["report", "lint", path + ".docx"])
    let others = word.text.split(separator: "\n").filter { !$0.hasPrefix("LINT-FILL") }
    #expect(word.status == 1 && others.isEmpty, "\(others)")
    let book = try Program.run(["report", "lint", path + ".xlsx"])
    #expect(book.status == 0 && book.text.isEmpty, "\(book.text)")
  }

  /// Each thing that is spoiled is named.
  @Test(arguments: [
    ("w:top=\"1418\"", "w:top=\"567\"", "LINT-PAGE"), ("w:ascii=\"Times New Roman\"", "w:ascii=\"Arial\"", "LINT-FONT"),
    ("CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "LINT-HEAD"), ("III. ĐÁNH GIÁ CHUNG", "IV. ĐÁNH GIÁ CHUNG", "LINT-HEADING"),
    ("xem xét, chỉ đạo./.", "xem xét, chỉ đạo.", "LINT-BODY"), ("Nơi nhận:", "Gửi:", "LINT-RECEIVERS"),
    ("Phụ\u{A0}lục\u{A0}III", "Phụ\u{A0}lục\u{A0}XX", "LINT-REFERENCE"), ("<w:tblHeader/>", "", "LINT-TABLE"),
    ("111\u{A0}sản phẩm", "911\u{A0}sản phẩm", "LINT-FIGURE"), ("Bảng\u{A0}2. ", "Bảng\u{A0}7. ", "LINT-TABLE"),
    ("w:val=\"both\"", "w:val=\"left\"", "LINT-BODY"), ("/BC-SGDĐT", "05/BC-SGDĐT", "LINT-DRAFT"),
    ("lũy kế", "luỹ kế", "LINT-WORD"),
  ])
  func whatIsSpoiledIsNamed(old: String, new: String, code: String) throws {
    let folder = try Folder()
    let path = try report("ubnd-tinh", in: folder)
    func part(_ name: String) throws -> String {
      try Program.run("/usr/bin/unzip", ["-p", path + ".docx", name]).text
    }
    var document = try part("word/document.xml")
    if code == "LINT-DRAFT" { document = document.replacing(/Số: +\/BC-SGDĐT/, with: "Số: 05/BC-SGDĐT") }
    if code == "LINT-WORD" { document = document.replacing("Như trên", with: "Như trên, số luỹ kế") }
    let spoiled = code == "LINT-DRAFT" || code == "LINT-WORD" ? document : document.replacing(old, with: new)
    #expect(spoiled != (try part("word/document.xml")), "\(old)")
    let parts = ["word/header1.xml", "word/header2.xml", "word/styles.xml"]
    for name in parts { try folder.write(name, try part(name)) }
    try folder.write("word/document.xml", spoiled)
    _ = try Program.run("/usr/bin/zip", ["-q", "-r", folder.path + "/hong.docx", "word"], in: folder.path)
    let outcome = try Program.run(["report", "lint", folder.path + "/hong.docx", "--json"])
    #expect(outcome.status == 1 && outcome.text.contains("\"\(code)\""), "\(outcome.text.prefix(600))")
  }

  @Test func whatIsNoReportIsRefused() throws {
    let folder = try Folder()
    try Data("x".utf8).write(to: URL(filePath: folder.path + "/a.docx"))
    try Data("x".utf8).write(to: URL(filePath: folder.path + "/a.xlsx"))
    for name in ["a.docx", "a.xlsx"] {
      #expect(try Program.run(["report", "lint", folder.path + "/" + name]).status == 65)
    }
    #expect(try Program.run(["report", "lint", folder.path + "/none.docx"]).status == 66)
  }

  /// A figure in a sheet that is not what the sheet of sources says.
  @Test func aChangedCellIsSeen() throws {
    let folder = try Folder()
    let path = try report("ubnd-tinh", in: folder)
    let script = """
      import sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book['Nhiệm vụ']
      sheet['G7'] = 4711
      book.save(sys.argv[2])
      """
    let changed = folder.path + "/khac.xlsx"
    let made = try Program.run("/usr/bin/python3", ["-c", script, path + ".xlsx", changed])
    #expect(made.status == 0, "\(made.remarks)")
    let outcome = try Program.run(["report", "lint", changed])
    #expect(outcome.status == 1 && outcome.text.contains("4711"), "\(outcome.text.prefix(400))")
  }
}
