import ReportingModel
import Submissions
import Testing

@testable import Receipts

/// The line a receipt opens with.
@Suite struct VerdictTests {
  @Test func acceptedWithoutARemark() throws {
    let verdict = ReceiptVerdict(try Fixture.receipt([Fixture.line(.accepted)]))
    #expect(verdict.headline == LocalizedText("ĐÃ TIẾP NHẬN.", "ACCEPTED.") && verdict.cssClass == "good")
    #expect(verdict.explanation.vietnamese.hasSuffix("Đơn vị không phải làm gì thêm."))
  }

  /// Remarks about the bundle and about every report in it are counted together.
  @Test func acceptedWithRemarks() throws {
    let warnings = [Fixture.finding(.csvTitle, .warning), Fixture.finding(.csvMended, .warning)]
    let receipt = try Fixture.receipt(
      [Fixture.line(.accepted, warnings), Fixture.line(.accepted, Array(repeating: warnings[0], count: 7))],
      findings: [Fixture.finding(.zipStray, .warning)])
    let verdict = ReceiptVerdict(receipt)
    #expect(verdict.headline.vietnamese == "ĐÃ TIẾP NHẬN, CÓ 10 ĐIỂM CẦN XEM LẠI." && verdict.cssClass == "look")
    #expect(verdict.headline.english == "ACCEPTED, WITH 10 POINTS TO LOOK AT.")
  }

  /// A unit that has explained its warnings has done what it was asked.
  @Test func explainedWarningsAreNothingToDo() throws {
    var line = try Fixture.line(
      .accepted, [Fixture.finding(.csvTitle, .warning), Fixture.finding(.csvTitle, .warning, line: 4)])
    _ = line.submission.log.explain(["CSV-TITLE"])
    let verdict = ReceiptVerdict(try Fixture.receipt([line]))
    #expect(verdict.headline.vietnamese == "ĐÃ TIẾP NHẬN." && verdict.cssClass == "good")
    #expect(
      verdict.explanation.vietnamese
        == "Báo cáo đã được tính vào số liệu của Sở. Đơn vị đã giải trình 2 điểm. Đơn vị không phải làm gì thêm.")
    line.submission.log.add(Fixture.finding(.csvMended, .warning))
    let one = ReceiptVerdict(try Fixture.receipt([line]))
    #expect(one.headline == LocalizedText("ĐÃ TIẾP NHẬN, CÓ 1 ĐIỂM CẦN XEM LẠI.", "ACCEPTED, WITH 1 POINT TO LOOK AT."))
  }

  /// What lies in an archive inside the bundle counts nowhere, whatever became of the rest.
  @Test func innerArchivesWereNotRead() throws {
    let inner = try ["a.zip", "b.rar"].map(Fixture.innerArchive)
    let part = ReceiptVerdict(try Fixture.receipt([Fixture.line(.accepted)] + inner))
    #expect(
      part.headline.vietnamese == "TIẾP NHẬN 1/1 BÁO CÁO TRONG GÓI; 2 GÓI NÉN BÊN TRONG CHƯA ĐƯỢC ĐỌC."
        && part.headline.english == "1 OF 1 REPORT ACCEPTED; 2 INNER ARCHIVES NOT READ.")
    let only = ReceiptVerdict(try Fixture.receipt(inner))
    for verdict in [part, only] {
      #expect(verdict.explanation.vietnamese.hasPrefix("Có 2 gói nén nằm bên trong chưa được đọc"))
      #expect(verdict.explanation.vietnamese.contains("«a.zip», «b.rar»"))
      #expect(!verdict.explanation.vietnamese.contains("không phải làm gì thêm") && verdict.cssClass != "good")
    }
    let mixed = ReceiptVerdict(try Fixture.receipt([Fixture.line(.accepted), Fixture.line(.rejected)] + inner))
    #expect(mixed.headline.vietnamese.hasPrefix("TIẾP NHẬN 1/2 BÁO CÁO TRONG GÓI; 2 "))
    #expect(mixed.explanation.vietnamese.hasPrefix("Các báo cáo chưa tiếp nhận nêu dưới đây;"))
  }

  /// Whatever is wrong with the bundle, it is never nothing to do.
  @Test func aFaultOfTheBundleIsSomethingToDo() throws {
    let verdict = ReceiptVerdict(
      try Fixture.receipt([Fixture.line(.accepted)], findings: [Fixture.finding(.zipNested)]))
    #expect(verdict.headline.vietnamese == "ĐÃ TIẾP NHẬN, CÓ 1 ĐIỂM CẦN XEM LẠI.")
    let again = ReceiptVerdict(
      try Fixture.receipt([Fixture.line(.duplicate, [Fixture.finding(.headerStale, .warning)])]))
    #expect(again.headline.vietnamese == "ĐÃ NHẬN TRƯỚC ĐÓ." && again.cssClass == "look")
    #expect(
      again.explanation.vietnamese
        == "Nội dung giống hệt một báo cáo đã nhận. Có 1 điểm cần xem lại, nêu dưới đây.")
  }

  @Test(
    arguments: [
      ("2027-01-31", "2027-01-31T23:59:59+07:00", " nộp lại trọn bộ trước 31/01/2027.", "again before 2027-01-31."),
      (
        "2027-01-31", "2027-02-01T00:00:00+07:00", " nộp lại trọn bộ ngay (hạn 31/01/2027 đã qua).",
        "again at once (it was due on 2027-01-31)."
      ),
      (nil, "2027-02-01T00:00:00+07:00", " nộp lại trọn bộ.", "send everything again."),
    ] as [(String?, String, String, String)])
  func theDueDayIsNamed(_ due: String?, _ moment: String, _ vietnamese: String, _ english: String) throws {
    let line = try Fixture.line(.accepted, [Fixture.finding(.csvTitle, .warning)], due: due)
    let explanation = ReceiptVerdict(try Fixture.receipt([line], at: moment)).explanation
    #expect(explanation.vietnamese.hasSuffix(vietnamese) && explanation.english.hasSuffix(english), "\(explanation)")
  }

  /// Of several reports in a bundle the first due day presses.
  @Test func theEarliestDueDayIsNamed() throws {
    let lines = try ["2027-03-31", "2027-01-31", "2027-02-28"].map {
      try Fixture.line(.rejected, [Fixture.finding()], due: $0)
    }
    #expect(ReceiptVerdict(try Fixture.receipt(lines)).explanation.vietnamese.contains(" trước 31/01/2027. "))
  }

  /// 812 wrong dates in one column are one thing to mend.
  @Test func rejectedNamesErrorsAndCauses() throws {
    let errors =
      (1...812).map { Fixture.finding(line: $0) } + [
        Fixture.finding(.csvNumber, field: "so_nguoi"), Fixture.finding(.csvTitle, .warning),
      ]
    let receipt = try Fixture.receipt(
      [Fixture.line(.rejected, errors), Fixture.line(.rejected, [Fixture.finding()])],
      findings: [Fixture.finding(.zipStray, .warning)])
    let verdict = ReceiptVerdict(receipt)
    #expect(verdict.headline.vietnamese == "CHƯA TIẾP NHẬN." && verdict.cssClass == "bad")
    #expect(verdict.explanation.vietnamese.hasPrefix("Có 814 lỗi, gồm 3 nguyên nhân. "))
    #expect(verdict.explanation.english.hasPrefix("There are 814 errors with 3 causes. "))
    let bundle = ReceiptVerdict(try Fixture.receipt([], findings: [Fixture.finding(.zipNested), Fixture.finding()]))
    #expect(bundle.explanation.english.hasPrefix("There are 2 errors with 2 causes. "))
  }

  @Test func aPartOfTheBundle() throws {
    let statuses: [SubmissionReceipt.Status] = [.accepted, .rejected, .duplicate]
    let lines = try statuses.map { try Fixture.line($0) }
    let verdict = ReceiptVerdict(try Fixture.receipt(lines))
    // What was received before is received.
    #expect(verdict.headline.vietnamese == "TIẾP NHẬN 2/3 BÁO CÁO TRONG GÓI." && verdict.cssClass == "look")
    #expect(verdict.headline.english == "2 OF 3 REPORTS ACCEPTED.")
  }

  @Test func theSameAgain() throws {
    let line = try Fixture.line(.duplicate)
    let content = ReceiptVerdict(try Fixture.receipt([line]))
    #expect(content.headline.vietnamese == "ĐÃ NHẬN TRƯỚC ĐÓ." && content.cssClass == "good")
    #expect(content.explanation.vietnamese.hasPrefix("Nội dung giống hệt báo cáo đang có giá trị."))
    let moment = try #require(Instant(iso: "2027-01-05T07:03:59+07:00"))
    let file = ReceiptVerdict(
      try Fixture.receipt([line], original: Receipt.Original(number: 7, receivedAt: moment)))
    #expect(
      file.explanation.vietnamese.hasPrefix(
        "Tệp này giống hệt tệp đã nhận lúc 07 giờ 03 phút ngày 05/01/2027 (phiếu BN-000007)."))
    #expect(file.explanation.english.contains("received 2027-01-05T07:03:59+07:00 (BN-000007)"))
  }

  @Test func noReadableArchive() throws {
    let receipt = try Fixture.receipt([], findings: [Fixture.finding(.zipNotZip)], isReadable: false)
    let verdict = ReceiptVerdict(receipt)
    #expect(verdict.headline.vietnamese == "KHÔNG MỞ ĐƯỢC TỆP." && verdict.cssClass == "bad")
    #expect(verdict.explanation.vietnamese.hasPrefix("Sai. Tệp được giữ nguyên tại Sở;"))
  }

  /// First of all a check says that nothing was handed in, then what would have become of it.
  @Test func aCheckIsNoDelivery() throws {
    for status in [.accepted, .rejected, .duplicate] as [SubmissionReceipt.Status] {
      let receipt = try Fixture.receipt([Fixture.line(status)])
      let delivered = ReceiptVerdict(receipt), check = ReceiptVerdict(receipt.asCheck)
      #expect(check.headline == LocalizedText("KIỂM TRA THỬ — CHƯA TÍNH LÀ NỘP.", "A CHECK — NOT HANDED IN."))
      #expect(
        check.explanation.vietnamese.contains("\(delivered.headline.vietnamese) \(delivered.explanation.vietnamese)"))
      #expect(check.explanation.english.hasSuffix("\(delivered.headline.english) \(delivered.explanation.english)"))
      #expect(check.cssClass == delivered.cssClass)
    }
  }
}
