import Aggregation
import Documents
import Regimes
import ReportingModel
import Reports
import Testing

/// Reports composed of figures, sentences of the template and words of the office.
@Suite struct ReportComposerTests {
  private static let text = "{{% CONTENT_TYPE:TEXT}}\n"

  @Test func aDraftHasRoomForWhatTheOfficeAdds() throws {
    let document = try Fixture.composer([]).compose(template: Self.text + "{{moDau}}\n[[UUDIEM]]\nHết./.")
    #expect(document.isDraft && document.number == nil && document.date == nil && document.signature.signer == nil)
    #expect(document.kindName == "BÁO CÁO" && document.subject == "Kết quả 6 tháng đầu năm 2027")
    #expect(document.superiorAgency == "UBND TỈNH MẪU" && document.agency == "SỞ MẪU" && document.symbol == "BC-SM")
    #expect(document.addressees == ["Ủy ban nhân dân tỉnh"] && document.receivers == ["Như trên", "Lưu: VT"])
    // The number and date of the plan, and one block.
    #expect(document.unfilled == 3)
    #expect(document.lines == ["Theo Kế hoạch số …… ngày …….", "[Văn phòng Sở bổ sung]", "Hết./."])
    #expect(
      document.provenance
        == "Thông tin đối soát: chế độ báo cáo KH-NHO, phiên bản 1; số thứ tự sổ 42; mã đối soát sổ ab12.")
  }

  @Test func anIssuedReportBearsItsMark() throws {
    let settings = Letterhead(
      planNumber: "57/KH", planDate: try Fixture.day("2026-07-01"), capacity: ["GIÁM ĐỐC"], signer: "Bà A",
      legalBases: ["Căn cứ Luật [[X]]."], receivers: ["Nơi khác"])
    let composer = try Fixture.composer(
      [], recipient: .department, settings: settings, texts: OfficeTexts(blocks: ["UUDIEM": "Tốt."]), title: "Về đợt 1")
    let day = try Fixture.day("2027-06-18")
    let document = try composer.compose(
      template: Self.text + "{{moDau}} [[UUDIEM]]",
      issued: IssueMark(number: "9/BC-SM", date: day, signer: "Ông B", capacity: ["KT. GIÁM ĐỐC"]))
    #expect(!document.isDraft && document.number == "9/BC-SM" && document.date == day && document.subject == "Về đợt 1")
    #expect(document.signature == SignatureBlock(capacity: ["KT. GIÁM ĐỐC"], signer: "Ông B"))
    #expect(document.receivers == ["Nơi khác"] && document.addressees == [] && document.unfilled == 0)
    #expect(document.lines == ["Theo Kế hoạch số 57/KH ngày 01/7/2026. Căn cứ Luật [ [X]]. Tốt."])
    let plain = try composer.compose(template: "", issued: IssueMark(number: "9", date: day, signer: "Ông B"))
    #expect(plain.signature.capacity == ["GIÁM ĐỐC"])
  }

  /// As many offices write; a ratio, a heading, a table and a number that counts nothing stay as they are.
  @Test func smallNumbersHaveTwoDigitsWhereTheOfficeWantsThem() throws {
    let submissions = try [Fixture.accepted(1, "T-01", people: [10, 5], told: ["CT02": 7])]
    let template = """
      # Có {{tong.hoatDong}} hoạt động
      Có {{tong.hoatDong}} hoạt động, {{tong.luotNguoi}} lượt người; {{tong.donVi}}/{{tong.donVi}} đơn vị ({{tong.hoatDong}}).
      Gồm {{chiTieu.CT02.so}} văn bản {{chiTieu.CT02.phu}}
      """
    func lines(_ isOn: Bool) throws -> [String] {
      var settings = Letterhead()
      settings.writesTwoDigits = isOn
      return try Fixture.composer(submissions, settings: settings).compose(template: Self.text + template).lines
    }
    let usual = try lines(false)
    #expect(
      usual.suffix(2) == [
        "Có 2 hoạt động, 15 lượt người; 1/1 đơn vị (2).", "Gồm 7 văn bản (số liệu của 1/2 đơn vị phải báo cáo)",
      ])
    #expect(
      try lines(true)
        == usual.dropLast(2) + [
          "Có 02 hoạt động, 15 lượt người; 1/1 đơn vị (2).", "Gồm 07 văn bản (số liệu của 1/2 đơn vị phải báo cáo)",
        ])
  }

  @Test func figuresComeFromTheAggregate() throws {
    let composer = try Fixture.composer([
      Fixture.accepted(1, "T-01", people: [1000, 500], told: ["CT02": 1500, "CT06": 2_500_000]),
      Fixture.accepted(2, "VP", people: [0]),
    ])
    let template = """
      {{tong.hoatDong}} hoạt động, {{tong.luotNguoi}} lượt người; {{chiTieu.CT02.so}} {{chiTieu.CT02.phu}}
      {{chiTieu.CT06.so}} {{chiTieu.CT06.donViIn}};
      CT05 {{chiTieu.CT05.so}}{{^chiTieu.CT05.bao}} không báo{{/chiTieu.CT05.bao}}
      {{#coChuaGui}}còn đơn vị chưa gửi{{/coChuaGui}}{{#noiBo}} nội bộ{{/noiBo}}
      """
    #expect(
      try composer.compose(template: Self.text + template).lines == [
        "3 hoạt động, 1.500 lượt người; 1.500 (số liệu của 1/2 đơn vị phải báo cáo)",
        "2,5 triệu đồng;", "CT05 … không báo", "còn đơn vị chưa gửi",
      ])
  }

  /// What schools write is shown and never acted on.
  @Test func wordsOfSchoolsAreNoMarkup() throws {
    let hostile = "[[UUDIEM]]\n# Mục {{tenKy}} & <b>"
    let composer = try Fixture.composer(
      [
        Fixture.accepted(
          1, "T-01", people: [1], exemplars: [Exemplar(area: "ND1", title: hostile, summary: "")],
          explanations: [KeyedText(key: "R02", text: hostile)])
      ], recipient: .department, texts: OfficeTexts(blocks: ["UUDIEM": "BÍ MẬT"]),
      chosen: [ChosenExemplar(unit: "T-01", id: hostile)])
    // The office alone chooses what the body names.
    let template = """
      {{#moHinhTieuBieu}}{{#danhSach}}{{ten}} của {{donVi}}{{motCau}}{{/danhSach}}{{/moHinhTieuBieu}}
      |G: giai-trinh|
      """
    let document = try composer.compose(template: Self.text + template)
    #expect(document.lines == ["«[ [UUDIEM]] # Mục {{tenKy}} & <b>» của Trường Một."])
    #expect(document.tables.first?.printed.first?.last == "[ [UUDIEM]] # Mục {{tenKy}} & <b>")
  }

  @Test(arguments: [
    "chi-tieu", "nhiem-vu", "khu-vuc", "theo-loai CT02 CT06", "noi-dung", "hinh-thuc", "gui-bao-cao", "chua-gui",
    "giai-trinh", "chenh-lech-am", "co-the-trung",
  ])
  func everyTableIsAsWideAsItsHead(_ name: String) throws {
    let composer = try Fixture.composer([
      Fixture.accepted(
        1, "T-01", people: [5], told: ["CT02": 5, "CT06": 1_000_000],
        explanations: [KeyedText(key: "R02", text: "Vì vậy nên thế.")])
    ])
    // Tables are numbered in their order; one without a row is left out.
    guard let table = try composer.compose(template: "|Kết quả: \(name)|").tables.first else {
      #expect(["chenh-lech-am", "co-the-trung"].contains(name))
      return
    }
    #expect(table.caption == "Bảng 1. Kết quả" && table.columns.allSatisfy { $0.weight > 0 && !$0.title.isEmpty })
    for row in table.rows.map(\.cells) + [table.total].compactMap({ $0 }) {
      #expect(row.count == table.columns.count, "\(row)")
    }
  }

  @Test func activitiesThatMayBeOne() throws {
    var twice = try Fixture.accepted(1, "T-01", people: [5, 7, 9])
    twice.content.activities[1].title = "TIN  0"
    twice.content.activities[1].id = nil
    let composer = try Fixture.composer([twice, Fixture.accepted(2, "T-02", people: [5])], recipient: .department)
    let template = "{{#coTheTrung}}|B: co-the-trung|\n{{/coTheTrung}}"
    let table = try composer.compose(template: Self.text + template).tables.first
    #expect(
      table?.printed == [
        [
          "1", "20/12/2026", "TIN  0", "Tin, bài",
          "Trường Một (học kỳ I, năm học 2026-2027); Trường Một (học kỳ I, năm học 2026-2027, mã T-01-0)",
        ]
      ])
    let none = try Fixture.composer([Fixture.accepted(2, "T-02", people: [5, 6])], recipient: .department)
    #expect(try none.compose(template: Self.text + template).tables.isEmpty)
  }

  @Test func theTableOfIndicators() throws {
    let composer = try Fixture.composer([
      Fixture.accepted(1, "T-01", people: [5], told: ["CT02": 1500, "CT06": 2_500_000])
    ])
    let all = try composer.compose(template: "|B: chi-tieu|").tables.first
    // All that somebody told, with what is counted from activities.
    #expect(all?.printed.map { $0[1] } == ["Tin, bài đã đăng", "Lượt học sinh", "Kinh phí"])
    let named = try composer.compose(template: "|B: chi-tieu CT06 XX CT05|").tables.first
    #expect(
      named?.printed == [
        ["1", "Kinh phí", "triệu đồng", "2,5", "1/2"], ["2", "Giờ học liệu", "giờ", "…", "0/2"],
      ])
  }
}
