import ReportingModel
import Submissions
import Testing

@testable import Receipts

/// The receipt as a page: self-contained, and what a person looks for stands where it is looked for.
@Suite struct PageTests {
  private func page(_ receipt: Receipt, _ language: Language = .vietnamese) -> String {
    String(decoding: ReceiptPage(receipt: receipt).html(language), as: UTF8.self)
  }

  /// It is opened from a mailbox or a stick, without a network.
  @Test func nothingIsFetched() throws {
    let page = page(try Fixture.receipt([Fixture.line(.accepted)]))
    for word in ["src=", "href=", "url(", "@import", "http:", "https:", "<script", "<link"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"vi\">") && page.contains("<title>BN-000012</title>"))
    #expect(self.page(try Fixture.receipt([]), .english).contains("<html lang=\"en\">"))
  }

  @Test func theHeadSaysWhoAndWhen() throws {
    let page = page(try Fixture.receipt([Fixture.line(.accepted)]))
    #expect(page.contains("<p class=\"agency\">SỞ MẪU · VĂN PHÒNG</p>"))
    #expect(page.contains("Đơn vị: Trường Mẫu (T-01) · Kỳ: Học kỳ I, năm học 2026 - 2027 · Lần nộp: 1"))
    #expect(page.contains("Tệp: gói.zip · Nhận lúc 08 giờ 05 phút ngày 20/01/2027"))
    #expect(page.contains("<p>Hạn nộp: 31/01/2027 · Đúng hạn</p>"))
    let late = [Fixture.finding(.periodLate, .warning)]
    #expect(
      self.page(try Fixture.receipt([Fixture.line(.accepted, late)], at: "2027-02-01T08:00:00+07:00"))
        .contains("<p>Hạn nộp: 31/01/2027 · Sau hạn</p>"))
    // A unit that owed nothing by then was neither.
    #expect(
      self.page(try Fixture.receipt([Fixture.line(.accepted)], at: "2027-02-01T08:00:00+07:00"))
        .contains("<p>Hạn nộp: 31/01/2027</p>"))
  }

  @Test func causesComeBeforeTheListAndTheListSaysThatItIsCut() throws {
    let findings = (1...1500).map { Fixture.finding(line: $0 + 1) } + [Fixture.finding(.csvTitle, .warning, line: 1)]
    let page = page(try Fixture.receipt([Fixture.line(.rejected, findings)]))
    #expect(
      page.contains("<strong>1.500 chỗ trong hoat-dong.csv, từ dòng 2, cột «Ngày thực hiện».</strong> Ví dụ: Sai"))
    #expect(page.contains("Danh sách nêu 5 trong 1.501 điểm."))
    let order = ["Cần sửa", "Nên xem lại", "Danh sách chi tiết", "Số liệu đã đọc được"].map { heading in
      page.firstRange(of: "<h2>\(heading)</h2>")?.lowerBound
    }
    #expect(!order.contains(nil) && order.compactMap { $0 } == order.compactMap { $0 }.sorted())
  }

  /// A row of words, perhaps a unit, and numbers, which are right-aligned.
  private static func row(_ name: String, unit: String? = nil, _ numbers: String...) -> String {
    "<td class=\"w\">\(name)</td>" + (unit.map { "<td class=\"u\">\($0)</td>" } ?? "")
      + numbers.map { "<td class=\"n\">\($0)</td>" }.joined()
  }

  @Test func whatIsNewAgainstTheOneBefore() throws {
    var content = try Fixture.content()
    content.indicators = Rows(
      [("CT02", 1500), ("CT03", 7)].map { IndicatorValue(code: $0.0, value: Amount($0.1)) })
    var line = try Fixture.line(.accepted, content: content)
    line.submission.untold = ["CT06"]
    line.earlier = SubmissionReceipt.Earlier(
      number: 1, activityCount: 1234, told: ["CT02": Amount(1000), "CT03": Amount(7), "CT04": Amount(2)])
    let page = page(try Fixture.receipt([line]))
    #expect(page.contains("So với lần nộp trước (lần 1)"))
    #expect(page.contains(PageTests.row("Số hoạt động", "1.234", "0")))
    #expect(page.contains(PageTests.row("CT02 Lượt học sinh", "1.000", "1.500")))
    #expect(page.contains(PageTests.row("CT04 Học sinh dự thi", "2", "không báo")))
    #expect(!page.contains(PageTests.row("CT03 Tổng số học sinh", "7", "7")))
    #expect(page.contains(PageTests.row("CT06 Kinh phí", unit: "đồng", "không báo")))
    line.earlier = SubmissionReceipt.Earlier(
      number: 2, activityCount: 0, told: ["CT02": Amount(1500), "CT03": Amount(7)])
    #expect(self.page(try Fixture.receipt([line])).contains("Số hoạt động và các chỉ tiêu không thay đổi."))
  }

  /// Where nothing is replaced there is nothing to compare with, and nobody else's figures to show.
  @Test(arguments: [SubmissionReceipt.Status.rejected, .duplicate])
  func nothingIsComparedWhereNothingIsReplaced(_ status: SubmissionReceipt.Status) throws {
    var line = try Fixture.line(status)
    line.earlier = SubmissionReceipt.Earlier(number: 1, activityCount: 1234, told: [:])
    #expect(!page(try Fixture.receipt([line])).contains("So với lần nộp trước"))
  }

  /// A nil return tells zeros, before as now.
  @Test func theZerosOfANilReturnAreNoChange() throws {
    var content = try Fixture.content()
    content.header.nilReturn = true
    var line = try Fixture.line(.accepted, content: content)
    content.indicators = [IndicatorValue(code: "CT02", value: .zero)]
    (line.counted, line.unitKind) = (content, "TRUONG")
    line.earlier = SubmissionReceipt.Earlier(number: 1, activityCount: 0, told: ["CT02": .zero])
    let page = page(try Fixture.receipt([line]))
    #expect(page.contains("Số hoạt động và các chỉ tiêu không thay đổi."))
    #expect(page.contains(PageTests.row("CT02 Lượt học sinh", unit: "lượt", "0")))
  }

  /// Each asked indicator has its row: told, not told, unreadable, or counted from the activities that count.
  @Test func everyAskedIndicatorHasItsRow() throws {
    var content = try Fixture.content()
    let day = try Fixture.day("2026-10-20")
    let told = [("Tin", 5), ("TIN ", 5), ("Tin khác", 2000)] as [(String, Int64)]
    content.activities = Rows(
      told.map {
        Activity(date: day, task: "NV02", area: "ND1", channel: "HT1", product: "TIN", quantity: $0.1, title: $0.0)
      })
    content.indicators = [IndicatorValue(code: "CT06", value: Amount(12_500_000))]
    var line = try Fixture.line(.accepted, content: content)
    line.unitKind = "TRUONG"
    line.submission.unread.keys = [.indicators: ["CT03"]]
    // As validation finds: the second row tells the first one again.
    line.submission.retold = [0]
    let page = page(try Fixture.receipt([line]))
    #expect(page.contains(PageTests.row("CT01 Tin, bài đã đăng (tính từ hoạt động)", unit: "tin", "2.005")))
    #expect(page.contains(PageTests.row("CT02 Lượt học sinh", unit: "lượt", "không báo")))
    #expect(page.contains(PageTests.row("CT03 Tổng số học sinh", unit: "người", "không đọc được")))
    #expect(page.contains(PageTests.row("CT06 Kinh phí", unit: "đồng", "12.500.000")))
    #expect(page.contains(PageTests.row("Tổng cộng", "3")))
    line.unitKind = "XA"
    #expect(!self.page(try Fixture.receipt([line])).contains("CT02 Lượt học sinh"))
    #expect(
      self.page(try Fixture.receipt([line]), .english)
        .contains("<td class=\"w\">CT06 Expenditure</td><td class=\"u\">đồng</td><td class=\"n\">12500000</td>"))
  }

  /// What a school files beside its own copy.
  @Test func theHeaderAsRead() throws {
    var content = try Fixture.content()
    content.header.unitName = "Trường mẫu"
    content.header.preparer = "Người Lập"
    let page = page(try Fixture.receipt([Fixture.line(.accepted, content: content)]))
    #expect(page.contains("<td class=\"w\">Tên đơn vị ghi trong báo cáo</td><td class=\"t\">Trường mẫu</td>"))
    #expect(page.contains("<td class=\"w\">Ngày lập báo cáo</td><td class=\"t\">18/01/2027</td>"))
    #expect(page.contains("<td class=\"w\">Người lập</td><td class=\"t\">Người Lập</td>"))
    #expect(page.contains("Mã đối soát của tệp (SHA-256): " + String(repeating: "0", count: 64)))
  }

  @Test(arguments: [("xml", "UTF-8 (XML)"), ("UTF-8 BOM", "UTF-8 BOM"), ("TCVN3", "TCVN3")])
  func theEncodingTaken(_ encoding: String, _ words: String) throws {
    var line = try Fixture.line(.accepted)
    line.submission.encoding = encoding
    #expect(page(try Fixture.receipt([line])).contains("<p>Bảng mã đã nhận: \(words)</p>"))
  }

  /// Only what counts came in time, and only what counts is signed for.
  @Test(arguments: [SubmissionReceipt.Status.rejected, .duplicate])
  func whatDoesNotCountIsNotInTimeAndNotSigned(_ status: SubmissionReceipt.Status) throws {
    let refused = page(try Fixture.receipt([Fixture.line(status)]))
    #expect(refused.contains("<p>Hạn nộp: 31/01/2027</p>"))
    let check = page(try Fixture.receipt([Fixture.line(.accepted)]).asCheck)
    for page in [refused, check] {
      #expect(!page.contains("Đúng hạn") && !page.contains("khớp với báo cáo lưu tại đơn vị"))
      #expect(!page.contains("THỦ TRƯỞNG ĐƠN VỊ"))
    }
    let accepted = page(try Fixture.receipt([Fixture.line(.accepted)]))
    #expect(accepted.contains("Số liệu trên khớp với báo cáo lưu tại đơn vị.") && accepted.contains("NGƯỜI LẬP"))
    let part = page(try Fixture.receipt([Fixture.line(.accepted), Fixture.line(.rejected)]))
    #expect(part.contains("Số liệu của các báo cáo đã tiếp nhận khớp với báo cáo lưu tại đơn vị."))
  }

  @Test func severalUnitsAreNamed() throws {
    let lines = try [
      Fixture.line(.accepted), Fixture.line(.rejected, unit: "T-02", name: "Trường Hai"), Fixture.innerArchive("a.zip"),
    ]
    let page = page(try Fixture.receipt(lines, folder: "XA-01"))
    for unit in ["Trường Mẫu (T-01)", "Trường Hai (T-02)"] {
      #expect(page.contains("<tr><td class=\"t\">\(unit)</td><td class=\"w\">Học kỳ I, năm học 2026 - 2027</td>"))
    }
    #expect(page.contains("<h2 class=\"report\">Trường Mẫu (T-01) — đã tiếp nhận</h2>"))
    #expect(page.contains("<td class=\"t\">a.zip</td><td class=\"w\">…</td>"))
    #expect(page.contains("<h2 class=\"report\">a.zip — gói nén bên trong, chưa được đọc</h2>"))
  }

  /// A file that cannot be opened names nobody; the folder it lay in does.
  @Test func theFolderNamesTheUnitWhereTheFileDoesNot() throws {
    var receipt = try Fixture.receipt([], findings: [Fixture.finding(.zipNotZip)], folder: "T-01", isReadable: false)
    receipt.folderUnitName = "Trường Mẫu"
    #expect(page(receipt).contains("<p class=\"identity\">Đơn vị: Trường Mẫu (T-01), theo thư mục nộp báo cáo</p>"))
    receipt.folderUnit = nil
    #expect(!page(receipt).contains("Đơn vị:"))
  }

  /// What the unit has explained is shown with its words, and not asked for again.
  @Test func explainedWarningsStandApart() throws {
    var content = try Fixture.content()
    content.explanations = [KeyedText(key: "CSV-TITLE", text: "Đúng như vậy.")]
    var line = try Fixture.line(
      .accepted, [Fixture.finding(.csvTitle, .warning), Fixture.finding(.csvMended, .warning)], content: content)
    _ = line.submission.log.explain(["CSV-TITLE"])
    let page = page(try Fixture.receipt([line]))
    let parts = page.split(separator: "<h2>").map(String.init)
    let explained = try #require(parts.first { $0.hasPrefix("Đơn vị đã giải trình</h2>") })
    #expect(explained.contains("<em>(đơn vị giải trình: «Đúng như vậy.»)</em>") && !explained.contains("Cách sửa:"))
    #expect(page.contains("ĐÃ TIẾP NHẬN, CÓ 1 ĐIỂM CẦN XEM LẠI."))
  }

  @Test(
    arguments: [
      ("a.csv", 3, 2, "ô B3", "B3"), ("a.csv", 3, nil, "dòng 3", "row 3"), ("a.csv", nil, 2, "", ""),
      ("a.XML", 3, 2, "dòng 3, cột 2", "line 3, column 2"), ("a.xml", 3, nil, "dòng 3", "line 3"),
      ("", 3, 28, "ô AB3", "AB3"),
    ] as [(String, Int?, Int?, String, String)])
  func placesAreNamedAsPeopleLookForThem(
    _ file: String, _ line: Int?, _ column: Int?, _ vietnamese: String, _ english: String
  ) {
    let finding = Fixture.finding(file: file, line: line, column: column)
    #expect(finding.place(.vietnamese) == vietnamese && finding.place(.english) == english)
  }
}
