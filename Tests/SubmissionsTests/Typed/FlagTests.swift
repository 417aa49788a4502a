import Testing

@testable import Submissions

/// Yes and no, in the ways that people tick a box.
@Suite struct FlagTests {
  @Test(arguments: ["true", "TRUE", "True", "1", "có", "Có", "CÓ", "co\u{301}", "co", "CO", "Co", "x", "X"])
  func meansYes(_ text: String) throws { #expect(try CellValue.flag(text, exact: false)) }

  @Test(arguments: [
    "false", "FALSE", "False", "0", "không", "Không", "KHÔNG", "kho\u{302}ng", "khong", "KHONG", "Khong",
  ])
  func meansNo(_ text: String) throws { #expect(try !CellValue.flag(text, exact: false)) }

  /// Nobody knows what a two, a dash or a word near «có» would mean.
  @Test(arguments: [
    "", " ", "2", "-1", "01", "00", "1.0", "10", "yes", "no", "y", "n", "v", "t", "f", "xx", "x x", "✓", "☑", "√", "×",
    "х",
    "đúng", "sai", "rồi", "chưa", "cò", "cọ", "có ạ", "không có", "ko", "k", "-", "*", "có.", "true.", "true ", "１",
  ])
  func meansNothing(_ text: String) {
    #expect(throws: CellProblem.flagForm) { try CellValue.flag(text, exact: false) }
  }

  @Test func xmlHasTwoWords() throws {
    #expect(try CellValue.flag("true", exact: true))
    #expect(try !CellValue.flag("false", exact: true))
    for text in ["TRUE", "False", "1", "0", "có", "không", "x", ""] {
      #expect(throws: CellProblem.flagForm, "\(text)") { try CellValue.flag(text, exact: true) }
    }
  }
}
