import ReportingModel
import Testing

@testable import Interchange

/// The office's choice of exemplars, as it writes it.
@Suite struct ExemplarFileTests {
  @Test func aRowAnExemplar() throws {
    let chosen = try ExemplarFile.read(
      Array(
        "Mã; don_vi ;ngay_dang;bao_chi;dia_chi\nMH01;so-001;10/02/2027;Báo Lâm Đồng;https://a.vn\nTên dài;XA-01;;;\n"
          .utf8))
    #expect(chosen.map(\.unit) == ["SO-001", "XA-01"] && chosen.map(\.id) == ["MH01", "Tên dài"])
    #expect(chosen[0].published == CalendarDate(iso: "2027-02-10") && chosen[0].press == "Báo Lâm Đồng")
    #expect(chosen[1].published == nil && chosen[1].press == nil && chosen[1].link == nil)
    #expect(chosen.compactMap { ChosenExemplar($0.json) } == chosen)
  }

  @Test(
    arguments: [
      ("don_vi,ma\n", nil, "dòng"), ("don_vi\nA\n", 1, "ma"), ("don_vi,ma,bao_ch\nA,B,C\n", 1, "bao_chi"),
      ("don_vi,ma\nA,\n", 2, "ma"), ("don_vi,ma,ngay_dang\nA,B,32/01/2027\n", 2, "32/01/2027"),
      ("don_vi,ma\nA,b\na,B\n", 3, "dòng 2"), ("", nil, ""),
    ] as [(String, Int?, String)])
  func whatCannotBeUsed(text: String, line: Int?, word: String) {
    let fault = #expect(throws: ExemplarFault.self) { try ExemplarFile.read(Array(text.utf8)) }
    #expect(fault?.line == line)
    #expect(fault?.message.vietnamese.contains(word) == true || word.isEmpty, "\(fault.map { "\($0)" } ?? "")")
  }
}
