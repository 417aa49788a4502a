import Testing

@testable import Submissions

/// Codes of the regime in the ways that people write them.
@Suite struct CodeTests {
  private static let tasks = CodeSet(["NV01", "NV02", "NV10", "KHAC"])

  @Test(
    arguments: [
      ("NV01", "NV01"), ("nv01", "NV01"), ("Nv01", "NV01"), ("khac", "KHAC"), ("KHAC: tự chọn", "KHAC"),
      // Leading zeros come and go.
      ("NV1", "NV01"), ("nv1", "NV01"), ("NV001", "NV01"), ("NV010", "NV10"), ("1", "NV01"), ("01", "NV01"),
      ("10", "NV10"), ("0000000000000000000000000000000002", "NV02"),
      // What a drop-down or a form puts behind the code.
      ("NV01 - Ban hành Kế hoạch", "NV01"), ("NV01- Ban hành", "NV01"), ("NV01 – Ban hành", "NV01"),
      ("NV01—Ban hành", "NV01"), ("NV01: Ban hành", "NV01"), ("NV01 Ban hành", "NV01"), ("NV01\u{A0}Ban hành", "NV01"),
      ("nv1 ban hành", "NV01"), ("2 - hai", "NV02"), ("10: mười", "NV10"),
    ])
  func isRead(_ text: String, _ code: String) { #expect(CodeTests.tasks.match(text) == .code(code)) }

  @Test(arguments: [
    "", " ", "-", "- NV01", ": NV01", "NV", "NV0", "NV3", "NV100", "3", "0", "100", "NV01Ban", "NV01.", "NV 01",
    "N V01", "XNV01", "KHÁC", "NV０1", "NVO1", "１", "1.", "+1", "Ban hành Kế hoạch",
  ])
  func isUnknown(_ text: String) { #expect(CodeTests.tasks.match(text) == .unknown) }

  /// Two codes in one cell are no one's choice to make, however they are set apart.
  @Test(arguments: [
    "NV01-NV02", "NV01 NV02", "NV01,NV02", "NV01, NV02", "NV01|NV02", "NV01;NV02", "NV01/NV02", "NV01 và NV02",
    "NV01+NV02", "nv1 & nv2", "NV01 - cùng với NV02", "NV01\nNV02", "NV01-02", "1-2",
  ])
  func holdsTwo(_ text: String) {
    #expect(CodeTests.tasks.match(text) == .several(["NV01", "NV02"]))
  }

  /// What stands behind a code is a name of it, or a few words; a sentence there is something else's.
  @Test(arguments: [
    "NV01 - Đã ban hành. Sau đó phổ biến", "NV01: xong.", "NV01 - xong!", "NV01 - a; b", "NV01\tBan hành", "NV01\nxong",
    "NV01 " + String(repeating: "a", count: 60),
  ])
  func hasATail(_ text: String) { #expect(CodeTests.tasks.match(text) == .tail("NV01")) }

  @Test(arguments: [
    "NV01 - Nghị quyết 57", "NV01 (0/2)", "NV01 - phiên bản 1.2 và 3", "NV01 " + String(repeating: "a", count: 59),
  ])
  func hasWordsBehindIt(_ text: String) { #expect(CodeTests.tasks.match(text) == .code("NV01")) }

  /// Printed names stand for their codes, alone or behind them, whatever their length.
  @Test func namesStandForCodes() {
    let long = "Lượt cán bộ quản lý, giáo viên, nhân viên được tuyên truyền; kể cả hợp đồng. Hết"
    let set = CodeSet([
      ("TINBAI", ["Tin, bài"]), ("VIDEO", ["Video"]), ("CT08", [long]), ("A", ["Chung"]), ("B", ["Chung"]),
    ])
    for text in ["Tin, bài", "TIN BÀI", "tin bai", "TINBAI - Tin, bài"] { #expect(set.match(text) == .code("TINBAI")) }
    #expect(set.match(long) == .code("CT08") && set.match("CT08 - " + long) == .code("CT08"))
    #expect(set.match("ct8 - " + long) == .code("CT08"))
    #expect(set.match("Chung") == .ambiguous(["A", "B"]) && set.match("Tin") == .unknown)
    // The name of another code contradicts the code.
    #expect(set.match("CT08 - Tin, bài") == .several(["CT08", "TINBAI"]))
    #expect(set.match("NV\u{200B}01") == .unknown && CodeTests.tasks.match("NV\u{200B}01") == .code("NV01"))
  }

  @Test(arguments: [
    ("Học kỳ I", "HK1"), ("học kỳ 1", "HK1"), ("HK I", "HK1"), ("hk ii", "HK2"), ("Học kỳ II", "HK2"), ("HK2", "HK2"),
    ("Cả năm", "NAM"), ("cả năm học", "NAM"), ("CẢ NĂM", "NAM"), ("2", "HK2"),
  ])
  func periodsHaveNames(_ text: String, _ code: String) throws {
    #expect(CodeBook(try Fixture.regime()).set(.periodKinds).match(text) == .code(code))
  }

  /// A number that ends two codes is no code, and neither is a stem that two codes share.
  @Test func isNeverGuessed() {
    let mixed = CodeSet(["NV01", "CT01", "CT2", "CT02"])
    #expect(mixed.match("1") == .ambiguous(["NV01", "CT01"]))
    #expect(mixed.match("CT002") == .ambiguous(["CT2", "CT02"]))
    #expect(mixed.match("CT02") == .code("CT02") && mixed.match("ct2") == .code("CT2"))
    #expect(CodeSet(["A0", "A00"]).match("A000") == .ambiguous(["A0", "A00"]))
  }

  /// A code with a sign in it that ends other codes is taken where it stands whole.
  @Test func codesWithHyphensAndPoints() {
    let set = CodeSet(["CSV-DATE", "A.1"])
    #expect(set.match("csv-date") == .code("CSV-DATE"))
    #expect(set.match("a.01") == .code("A.1"))
    #expect(set.match("CSV") == .unknown && set.match("DATE") == .unknown)
  }

  @Test func furtherCodesAreTakenWhole() {
    let set = CodeSet([("R01", [])], also: ["RULE-R01"])
    #expect(set.match("RULE-R01") == .code("RULE-R01") && set.match("rule-r01") == .code("RULE-R01"))
    #expect(set.match("r1") == .code("R01") && set.match("RULE-R1") == .unknown)
    // They are nothing to choose from.
    #expect(set.codes == ["R01"])
  }

  @Test func xmlHasOneForm() {
    #expect(CodeTests.tasks.matchExactly("NV01") == .code("NV01"))
    for text in ["nv01", "NV1", "1", "NV01 - Ban hành", "NV01 ", ""] {
      #expect(CodeTests.tasks.matchExactly(text) == .unknown, "\(text)")
    }
  }
}
