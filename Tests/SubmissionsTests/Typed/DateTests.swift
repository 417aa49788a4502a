import ReportingModel
import Testing

@testable import Submissions

/// Days as people and their spreadsheets write them, and as XML must.
@Suite struct DateTests {
  private func read(_ text: String, exact: Bool = false) throws(CellProblem) -> String {
    try CellValue.date(text, exact: exact).description
  }

  @Test(arguments: [
    ("2026-10-20", "2026-10-20"), ("20/10/2026", "2026-10-20"), ("20-10-2026", "2026-10-20"),
    ("20.10.2026", "2026-10-20"), ("1/9/2026", "2026-09-01"), ("01/9/2026", "2026-09-01"), ("1/09/2026", "2026-09-01"),
    ("1-9-2026", "2026-09-01"), ("1.9.2026", "2026-09-01"), ("01.09.2026", "2026-09-01"),
    // The day comes first, whatever an English Excel thinks.
    ("5/11/2026", "2026-11-05"), ("11/5/2026", "2026-05-11"),
    ("29/02/2028", "2028-02-29"), ("29/2/2400", "2400-02-29"), ("31/12/2999", "2999-12-31"),
    ("01/01/1900", "1900-01-01"),
  ])
  func isRead(_ text: String, _ date: String) throws { #expect(try read(text) == date) }

  @Test(arguments: [
    "31/02/2027", "30/02/2028", "29/02/2027", "29/2/2100", "31/04/2027", "31.06.2027", "31-9-2027", "32/01/2027",
    "00/10/2026", "0/1/2026", "10/13/2026", "12/25/2026", "10/0/2026", "99/99/2026", "01/01/1899", "01/01/3000",
    "01/01/0000", "2027-02-29", "2027-02-31", "2027-13-01", "2027-00-10", "2027-10-00", "0000-01-01", "9999-12-31",
  ])
  func isNoDayOfTheCalendar(_ text: String) {
    #expect(throws: CellProblem.dateImpossible) { try read(text) }
  }

  @Test(arguments: ["20/10/26", "1/9/26", "20-10-26", "20.10.26", "31/02/27", "20/10/00", "99/99/99"])
  func hasATwoDigitYear(_ text: String) {
    #expect(throws: CellProblem.dateTwoDigitYear) { try read(text) }
  }

  /// What Excel shows of a date when its column is formatted as a number: 2000 to 2099.
  @Test(arguments: ["46315", "36526", "73050", "40000"])
  func isADayNumber(_ text: String) {
    #expect(throws: CellProblem.dateSerial) { try read(text) }
  }

  @Test(arguments: [
    // Other numbers are no day numbers.
    "36525", "73051", "99999", "00000", "0", "1", "046315", "-46315", "46315,5", "46315.5", "46.315", "46 315",
    // Parts in another order, too many, too few or not there.
    "2026/10/20", "2026.10.20", "2026-1-5", "2026-10-5", "20/10", "10/2026", "2026", "20//2026", "/10/2026", "20/10/",
    "//", "20/10/2026/1", "1/1-2026", "20/10.2026", "020/10/2026", "20/010/2026", "20/10/026", "20/10/20266", "20/10/6",
    "20102026", "20261020",
    // Times, words, other scripts.
    "20/10/2026 08:00", "2026-10-20T08:00:00", "2026-10-20Z", "20 / 10 / 2026", "20/ 10/2026", "20\u{A0}/10/2026",
    "20/10/2026.", "20/10/2026,", "(20/10/2026)", "+20/10/2026", "-1/10/2026", "20/-10/2026", "20/10/2O26", "l/9/2026",
    "2O26-10-20", "2026-1O-20", "2026-10-2O", "20-Oct-2026", "20 tháng 10 năm 2026", "ngày 20/10/2026", "tháng 10/2026",
    "Thứ Ba, 20/10/2026", "hôm qua", "20–10–2026", "20−10−2026", "20∕10∕2026", "20⁄10⁄2026", "２０/１０/２０２６",
    "٢٠/١٠/٢٠٢٦", "20/10/20\u{200B}26", "2026-10-2\u{301}", "", " ", "-", "--", "..", "x",
  ])
  func isNoDate(_ text: String) {
    #expect(throws: CellProblem.dateForm) { try read(text) }
  }

  @Test func xmlHasOneForm() throws {
    #expect(try read("2026-10-20", exact: true) == "2026-10-20")
    #expect(throws: CellProblem.dateImpossible) { try read("2027-02-29", exact: true) }
    for text in ["20/10/2026", "20-10-2026", "20.10.2026", "20/10/26", "46315", "2026-1-5", " 2026-10-20", ""] {
      #expect(throws: CellProblem.dateForm, "\(text)") { try read(text, exact: true) }
    }
  }
}
