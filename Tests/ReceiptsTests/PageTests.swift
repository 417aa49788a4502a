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
      page.firstRange(of: "<h3>\(heading)</h3>")?.lowerBound
    }
    #expect(!order.contains(nil) && order.compactMap { $0 } == order.compactMap { $0 }.sorted())
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
    #expect(page.contains("<td>Số hoạt động</td><td>1.234</td><td>0</td>"))
    #expect(page.contains("<td>CT02 Lượt học sinh</td><td>1.000</td><td>1.500</td>"))
    #expect(page.contains("<td>CT04 Học sinh dự thi</td><td>2</td><td>không báo</td>"))
    #expect(!page.contains("<td>CT03 Tổng số học sinh</td><td>7</td><td>7</td>"))
    #expect(page.contains("<td>CT06 Kinh phí</td><td>không báo</td>"))
    line.earlier = SubmissionReceipt.Earlier(
      number: 2, activityCount: 0, told: ["CT02": Amount(1500), "CT03": Amount(7)])
    #expect(self.page(try Fixture.receipt([line])).contains("Số hoạt động và các chỉ tiêu không thay đổi."))
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
