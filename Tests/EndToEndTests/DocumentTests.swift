import Foundation
import TestSupport
import Testing

/// The Word file and the page, read by other programs.
@Suite struct DocumentTests {
  private var docx: String { DemoTests.folder.path + "/demo/reports/half-year-2027-1-ubnd-tinh.docx" }

  @Test func libreOfficeOpensTheWordFile() throws {
    let folder = try Folder()
    let converted = try Program.run(
      "/usr/bin/env",
      [
        "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "pdf",
        "--outdir",
        folder.path, docx,
      ])
    #expect(converted.status == 0, "\(converted.remarks)")
    let text = try Program.run(
      "/usr/bin/env", ["pdftotext", "-layout", folder.path + "/half-year-2027-1-ubnd-tinh.pdf", "-"]
    ).text
    for words in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO", "Kính gửi: Ủy ban nhân dân tỉnh Lâm Đồng.",
      "II. KẾT QUẢ THỰC HIỆN",
      "Nơi nhận:", "KT. GIÁM ĐỐC", "kính báo cáo UBND tỉnh", "10.565",
    ] {
      #expect(text.precomposedStringWithCanonicalMapping.contains(words), "\(words)")
    }
  }

  @Test func pythonDocxSeesTheOfficialForm() throws {
    let script = """
      import sys, docx
      d = docx.Document(sys.argv[1])
      s = d.sections[0]
      print(s.page_width.twips, s.page_height.twips, s.top_margin.twips, s.bottom_margin.twips, s.left_margin.twips, s.right_margin.twips)
      runs = [r for p in d.paragraphs for r in p.runs] + [r for t in d.tables for c in t._cells for p in c.paragraphs for r in p.runs]
      print(sorted({r.font.name for r in runs}))
      print(len(d.tables), s.different_first_page_header_footer)
      print([p.text for p in d.paragraphs if p.style.name == 'Heading 1'][0])
      """
    let seen = try Program.run("/usr/bin/python3", ["-c", script, docx])
    #expect(seen.status == 0, "\(seen.remarks)")
    let lines = seen.text.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.first == "11906 16838 1418 1134 1985 1134")
    #expect(lines.dropFirst().first == "['Times New Roman']")
    // Head, signature, the four tables of the outline, and eight in seven appendices.
    #expect(lines.dropFirst(2).first == "14 True")
    #expect(lines.last?.hasPrefix("I. CÔNG TÁC THAM MƯU") == true)
  }

  /// Elements of HTML and SVG that came after the language that `xmllint` knows.
  private static let younger = [
    "header", "main", "section", "footer", "mark", "nav", "article", "details", "summary", "figure", "figcaption",
    "svg",
    "path", "g", "defs", "pattern", "rect", "text", "line", "desc", "tspan", "circle", "polyline",
  ]

  @Test func pagesAreWellFormedAndClosed() throws {
    let receipts = DemoTests.folder.files(below: "demo/outbox").filter { $0.hasSuffix(".html") }.map {
      "demo/outbox/" + $0
    }
    #expect(receipts.count == 50)
    for name in receipts + ["demo/reports/half-year-2027-1-ubnd-tinh.html"] {
      let checked = try Program.run(
        "/usr/bin/env", ["xmllint", "--html", "--noout", DemoTests.folder.path + "/" + name])
      let faults = checked.remarks.split(separator: "\n").filter { line in
        line.contains("error") && !Self.younger.contains { line.contains("Tag \($0) invalid") }
      }
      #expect(faults.isEmpty, "\(name): \(faults)")
      let text = String(decoding: try DemoTests.folder.data(name), as: UTF8.self)
      #expect(!text.contains("<script") && !text.contains("src="), "\(name)")
      // Nothing but the page's own patterns.
      #expect(!text.contains("url(") || text.ranges(of: "url(").count == text.ranges(of: "url(#").count, "\(name)")
    }
  }
}
