import TestSupport
import Testing
import VietnameseText

@Suite struct FoldingTests {
  @Test(arguments: [
    "Mã đơn vị", "ma_don_vi", "maDonVi", "MA DON VI", "Ma\u{303} đơn vi\u{323}", "\u{FEFF}Mã\u{A0}đơn-vị", "MÃ ĐƠN VỊ:",
    "Mã \u{F0}ơn vị", "Mã \u{256}ơn vị", "MÃ \u{D0}ƠN VỊ", "MÃ \u{189}ƠN VỊ", "“Mã” (đơn vị)",
  ])
  func spellingsOfOneNameShareTheKey(_ name: String) {
    #expect(foldedKey(name) == "madonvi")
  }

  @Test(arguments: [
    ("Phường 2 Bảo Lộc", "phuong2baoloc"), ("B\u{2019}Lao", "blao"), ("D\u{2BC}Ran", "dran"),
    ("Số hóa", foldedKey("Số hoá")),
    ("hoat-dong.csv", "hoatdongcsv"), ("Жизнь", "жизнь"), ("Ngµy", "ngµy"), ("", ""), ("«»", ""),
  ])
  func keepsLettersAndDigits(_ name: String, _ key: String) {
    #expect(foldedKey(name) == key)
  }

  @Test func foldingTwiceIsFoldingOnce() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<5_000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<6 {
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x3000, using: &random)) { scalars.append(scalar) }
      }
      let text = String(scalars)
      #expect(Array(foldedKey(foldedKey(text)).utf8) == Array(foldedKey(text).utf8))
      #expect(Array(caseFolded(caseFolded(text)).utf8) == Array(caseFolded(text).utf8))
    }
  }

  @Test(arguments: [
    (" Ngày  HỘI\u{A0}STEM\r\n cấp\u{200B} trường ", "ngày hội stem cấp trường"), ("NGA\u{300}Y", "ngày"), ("Đ", "đ"),
  ])
  func titlesAreComparedWithTheirAccents(_ title: String, _ folded: String) {
    #expect(Array(caseFolded(title).utf8) == Array(folded.utf8))
    #expect(caseFolded("hóa") != caseFolded("hoa"))
  }

  @Test func crossedDIsRepairedAndTold() {
    let repaired = repairingCrossedD(in: "\u{D0}ông \u{F0}ô \u{189}\u{256}")
    #expect(repaired.changed)
    #expect(repaired.text == "\u{110}ông \u{111}ô \u{110}\u{111}")
    #expect(repairingCrossedD(in: "Đông đô").changed == false)
  }
}
