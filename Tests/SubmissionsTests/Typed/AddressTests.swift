import Testing

@testable import Submissions

/// Addresses on the web and opaque codes.
@Suite struct AddressTests {
  @Test(arguments: [
    "http://a", "https://truong.edu.vn", "https://truong.edu.vn/tin/1?a=b&c=d#e", "HTTPS://TRUONG.EDU.VN/Tin",
    "hTTp://10.0.0.1:8080", "https://trường.vn/á", "https://youtu.be/abc_-", "http://a//b",
    "https://" + String(repeating: "a", count: 1992),
  ])
  func isALink(_ text: String) throws { #expect(try CellValue.url(text) == text) }

  @Test(arguments: [
    "", "truong.edu.vn", "www.truong.edu.vn", "ftp://a.vn", "http:", "http:/a.vn", "http://", "https:///a", "http://?a",
    "http://#a", "//a.vn", "https//a.vn", "https:\\\\a.vn", "javascript:alert(1)", "data:text/html,a", "mailto:a@b.vn",
    "https://a b", "https://a\u{A0}b", "https://a\tb", "https://a\nb", "https://a\u{7}", "https:// a.vn", "không có",
    // Words round a link are an attempt at a link.
    "xem bài ở https://a.vn",
  ])
  func isNoLink(_ text: String) {
    #expect(throws: CellProblem.urlForm) { try CellValue.url(text) }
  }

  /// A postal address in the column of links is told apart, for its remedy is another.
  @Test(arguments: ["Hội trường tầng 2", "số 10 đường Mẫu, xã Mẫu", "a b c d", "a\u{A0}b\tc\nd"])
  func isAPlace(_ text: String) {
    #expect(throws: CellProblem.urlProse) { try CellValue.url(text) }
  }

  @Test func aLinkHasABound() {
    let long = "https://" + String(repeating: "ấ", count: 1993)
    #expect(throws: CellProblem.tooLong(2000)) { try CellValue.url(long) }
  }

  @Test func proseBeginsWithTheFourthWord() {
    #expect(!CellValue.isProse("một hai ba") && CellValue.isProse("một hai ba bốn"))
    #expect(!CellValue.isProse("  một \u{3000} hai  ba  "))
    // Only its beginning is looked at: a cell may be as long as a book.
    #expect(!CellValue.isProse(String(repeating: "a", count: 198) + " b c d e"))
  }

  @Test(arguments: [
    ("SO-THPT-001", "SO-THPT-001"), ("so-thpt-001", "SO-THPT-001"), ("ld.57", "LD.57"), ("1", "1"),
    (String(repeating: "a", count: 35), String(repeating: "A", count: 35)),
  ])
  func isACode(_ text: String, _ code: String) throws {
    #expect(try CellValue.identifier(text, maxLength: 35) == code)
  }

  /// Letters that become ASCII only when their case is changed (ı, ſ, K) were never typed as such.
  @Test(arguments: [
    "SO THPT", "SO_01", "SỞ-01", "so/01", "a,b", "\"a\"", "ı", "ſ", "\u{212A}", "Ａ", "１", "a\u{200B}b", "a\u{301}",
    "a\0",
    String(repeating: "a", count: 36),
  ])
  func isNoCode(_ text: String) {
    #expect(throws: CellProblem.identifierForm) { try CellValue.identifier(text, maxLength: 35) }
  }
}
