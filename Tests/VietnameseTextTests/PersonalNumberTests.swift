import TestSupport
import Testing
import VietnameseText

@Suite struct PersonalNumberTests {
  @Test(arguments: [
    ("Liên hệ cô Mẫu 0912345678.", "Liên hệ cô Mẫu *******678."),
    ("ĐT: 0912.345.678 (thầy Mẫu)", "ĐT: ****.***.678 (thầy Mẫu)"),
    ("gọi +84 912 345 678", "gọi +** *** *** 678"),
    ("gọi 84912345678", "gọi ********678"),
    ("máy bàn (0263) 3822 222", "máy bàn (****) **** 222"),
    ("máy bàn 028 3822 2222", "máy bàn *** **** *222"),
    ("CCCD 068195012345", "CCCD *********345"),
    ("căn cước 068 195 012 345.", "căn cước *** *** *** 345."),
    ("hai số 0912345678, 0987654321", "hai số *******678, *******321"),
    ("ngày 20/10/2026 0912345678", "ngày 20/10/2026 *******678"),
  ])
  func masked(text: String, expected: String) {
    #expect(maskingPersonalNumbers(in: text) == expected)
  }

  @Test(arguments: [
    "Kinh phí 120000000000 đồng", "Kinh phí 120.000.000.000 đồng", "1.234.567.890 lượt", "Từ 03-05-2026 10 lớp",
    "Năm học 2026-2027 có 1605 trường", "https://thpt001.example.edu.vn/tin/202610101234.html",
    "www.example.vn/0912345678", "Văn bản số 0123/2026", "mã HD0912345678", "12345678901234567890", "",
    "Số 0.912.345.678 là thập phân",
  ])
  func leftAlone(text: String) {
    #expect(maskingPersonalNumbers(in: text) == nil)
  }

  /// Masking changes digits and nothing else, and what is masked stays masked.
  @Test func onlyDigitsChange() {
    var generator = SplitMix64(seed: 57)
    let alphabet = Array("0123456789 .-+()/đVN")
    for _ in 0..<4000 {
      let text = String((0..<40).map { _ in alphabet.randomElement(using: &generator) ?? " " })
      guard let masked = maskingPersonalNumbers(in: text) else { continue }
      #expect(masked.utf8.count == text.utf8.count)
      for (new, old) in zip(masked.utf8, text.utf8) where new != old {
        #expect(new == UInt8(ascii: "*") && (48...57).contains(old))
      }
    }
  }
}
