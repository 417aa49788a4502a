import Testing
import VietnameseText

@Suite struct DamageTests {
  @Test(arguments: [
    ("Ng?y h?i STEM", "Ng?y"), ("Tr??ng Ti?u h?c", "Tr??ng"), ("b?o c?o", "b?o"), ("L?m ??ng", "L?m"),
    ("?ang l?m", "?ang"),
    ("Nguy?n V?n M?u", "Nguy?n"), ("STEM c?p tr??ng", "c?p"), ("Ng_y h_i", "Ng_y"), ("(H?c k?)", "H?c"),
    ("Ngày h?i", "h?i"),
  ])
  func lostLetters(_ text: String, _ word: String) {
    #expect(damage(in: text) == .lost(word: word))
  }

  @Test(arguments: [
    "Có gì mới?", "Vì sao?Vì chưa làm", "có?không", "ma_don_vi", "ND_1", "hoat_dong", "ten_don_vi", "loai_ky",
    "so_nguoi",
    "https://x.example/watch?v=abc", "a?b=c", "minh-chung/anh_a.jpg", "?", "??", "STEM?", "TH?", "Làm gì ?", "\u{FEFF}",
    "ＡＢ",
    "Trường Tiểu học", "“KHÁ” – giỏi", "“XÔ", "«khá»", "«Á» … ”", "thầy cô (Ã)", "Äpfel", "Ăn", "Đà", "XÃ–PHƯỜNG", "",
    "gia_tri", "ghi_chu",
  ])
  func soundText(_ text: String) {
    #expect(damage(in: text) == nil)
  }

  @Test func replacementCharacter() {
    #expect(damage(in: "Tr\u{FFFD}\u{FFFD}ng học") == .replaced(word: "Tr\u{FFFD}\u{FFFD}ng"))
  }

  @Test(arguments: ["một", "Lâm Đồng", "Giáo dục", "đã học", "Trường Tiểu học", "ĐẠI HỘI"])
  func mojibake(_ text: String) throws {
    // Windows leaves five bytes undefined and shows them as controls.
    let shown = Array(text.utf8).map { byte in
      (try? LegacyEncoding.windows1252.decode([byte])) ?? String(Unicode.Scalar(byte))
    }.joined()
    #expect(damage(in: shown) == .mojibake(repaired: text))
    let shown1258 = try? LegacyEncoding.windows1258.decode(Array(text.utf8))
    if let shown1258 { #expect(damage(in: shown1258) == .mojibake(repaired: text)) }
  }

  @Test func mojibakeThatLostBytes() {
    #expect(damage(in: "LÃ¢m Ä?á»“ng GiÃ¡o dá»¥c €ộ") == .mojibake(repaired: nil))
  }
}
