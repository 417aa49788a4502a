import Documents
import ReportingModel
import Reports
import Testing

/// The letter to all units that owe a report.
@Suite struct ReminderTests {
  private func reminder(_ lines: [Reminder.Line]) throws -> Reminder {
    Reminder(
      period: "Học kỳ I, năm học 2026 - 2027", due: try Fixture.day("2027-02-01"), until: try Fixture.day("2027-02-10"),
      today: try Fixture.day("2027-02-04"), required: 1200, reported: 1100, lines: lines)
  }

  private let missing = Reminder.Line(
    unit: "T-01", name: "Trường Một", email: "a@b.vn", isRejected: false, cite: "VI.5, VI.4")
  private let rejected = Reminder.Line(
    unit: "T-02", name: "Trường Hai", email: "", isRejected: true, cite: "VI.4", causes: ["Sai ngày.", "Thiếu mục."],
    receipt: "BN-000012")
  private let office = Reminder.Line(unit: "P-01", name: "Phòng Một", email: "", isOffice: true, isRejected: false)

  private func compose(_ lines: [Reminder.Line], _ template: String) throws -> ReportDocument {
    try ReminderComposer(regime: Fixture.regime(), reminder: reminder(lines), settings: Letterhead(contact: "số 1"))
      .compose(template: "{{% CONTENT_TYPE:TEXT}}\n" + template)
  }

  @Test func theRowsOfTheMailMerge() throws {
    let rows = try reminder([missing, rejected]).mergeRows
    #expect(rows.allSatisfy { $0.count == Reminder.mergeColumns.count })
    #expect(
      Array(rows[1].prefix(9)) == [
        "T-02", "Trường Hai", "", "Học kỳ I, năm học 2026 - 2027", "01/02/2027", "10/02/2027", "Chưa đạt yêu cầu",
        "Sai ngày. Thiếu mục.", "BN-000012",
      ], "\(rows[1])")
    #expect(Array(rows[0][6...8]) == ["Chưa gửi", "", ""])
    // Whole letters: a mail merge knows no conditions.
    #expect(rows[0][9] == "Nhắc gửi báo cáo học kỳ I, năm học 2026-2027 - Trường Một")
    #expect(rows[1][9] == "Đề nghị sửa, gửi lại báo cáo học kỳ I, năm học 2026-2027 (phiếu BN-000012) - Trường Hai")
    #expect(rows[1][10].contains("\n- Sai ngày.\n- Thiếu mục.\n") && rows[0][10].contains("chậm nhất ngày 10/02/2027"))
  }

  @Test func theLetterIsALetter() throws {
    let document = try compose([missing], "{{tenKy}}, {{daGui}}/{{phaiGui}}, {{ngayChot}}, {{hanMoi}}, {{lienHe}}")
    #expect(document.isLetter && document.isDraft && document.symbol == "SM-VP" && document.provenance == "")
    #expect(document.subject == "V/v đôn đốc báo cáo học kỳ I, năm học 2026-2027")
    #expect(document.lines == ["học kỳ I, năm học 2026-2027, 1.100/1.200, 04/02/2027, 10/02/2027, số 1"])
    #expect(document.receivers == ["Như trên", "Lưu: VT"])
  }

  /// Units below the department are told, its own sections are asked.
  @Test(
    arguments: [
      ([0], "chưa 1; donVi"), ([1], "đạt 1; donVi"), ([0, 1], "chưa 1 và đạt 1; donVi"), ([2], "chưa 1; phong"),
      ([0, 2], "chưa 2; donVi, phong"), ([1, 2], "chưa 1 và đạt 1; donVi, phong"),
    ] as [([Int], String)])
  func whoIsAddressed(_ chosen: [Int], _ words: String) throws {
    let template = """
      {{#chuaGui.co}}chưa {{chuaGui.so}}{{/chuaGui.co}}{{#caHai}} và {{/caHai}}\
      {{#chuaDat.co}}đạt {{chuaDat.so}}{{/chuaDat.co}}; \
      {{#donVi}}donVi{{/donVi}}{{#caPhong}}, {{/caPhong}}{{#phong}}phong{{/phong}}
      """
    #expect(try compose(chosen.map { [missing, rejected, office][$0] }, template).lines == [words])
  }

  /// Each clause once, whatever units owe the report by it.
  @Test func theClausesAreGathered() throws {
    let template = "Mục{{#trichDan}} {{trichDan}}{{/trichDan}}."
    #expect(try compose([missing, rejected, office], template).lines == ["Mục VI.4, VI.5."])
    #expect(try compose([office], template).lines == ["Mục."])
  }

  @Test func theListIsAppended() throws {
    let appendix = try #require(compose([missing, rejected], "a").appendices.first)
    guard case .table(let table)? = appendix.body.first else {
      Issue.record("no table")
      return
    }
    #expect(appendix.isLandscape && appendix.isList && appendix.title.hasSuffix("\nHỌC KỲ I, NĂM HỌC 2026-2027"))
    #expect(
      table.rows.allSatisfy { $0.cells.count == table.columns.count } && table.printed.map { $0[0] } == ["1", "2"])
    #expect(table.printed[1][4...5] == ["Sai ngày. Thiếu mục.", "BN-000012"] && table.printed[0][4] == "")
  }

  @Test func aTableHasNoPlaceInALetter() {
    #expect(throws: TemplateFault.self) { try compose([missing], "|Bảng: chi-tieu|") }
  }
}
