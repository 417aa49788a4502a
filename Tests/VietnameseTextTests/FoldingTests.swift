import Foundation
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

  /// One spelling a row; the tone marks of a word stand behind it, in their order.
  @Test(arguments: [
    (["hòa", "hoà", "HÒA", "Hoà", "ho\u{300}a", "hoa\u{300}", "h\u{200B}òa", "hòa\u{FEFF}"], "hoa\u{300}"),
    (["thủy", "thuỷ", "THỦY", "thu\u{309}y", "thuy\u{309}"], "thuy\u{309}"),
    (["khỏe,", "khoẻ,"], "khoe,\u{309}"),
    (["tuệ", "tụê", "tu\u{323}e\u{302}", "tue\u{302}\u{323}", "tue\u{323}\u{302}"], "tu\u{EA}\u{323}"),
    (["thuở", "thủơ "], "thu\u{1A1}\u{309}"), (["Nguyễn Thị"], "nguy\u{EA}n\u{303} thi\u{323}"),
    (["hòa/thuỷ", "hoà/thủy"], "hoa/thuy\u{300}\u{309}"),
    (["đường  lối", " ĐƯỜNG\u{A0}LỐI\r\n"], "đương\u{300} lôi\u{301}"),
    (["STEM 2027", "stem  2027 "], "stem 2027"), (["mañana"], "manana\u{303}"), (["Ǹ", "N\u{300}"], "n\u{300}"),
    (["a\u{301}\u{302}x", "\u{E1}\u{302}x"], "\u{E2}x\u{301}"), (["\u{300}"], "\u{300}"), (["", " \u{200B} "], ""),
    (["ngã 北京 ж"], "nga\u{303} 北京 ж"), (["«Số hóa» – “AI”", "«SỐ HOÁ» – “ai”"], "«sô\u{301} hoa»\u{301} – “ai”"),
  ])
  func titlesAreComparedWithoutThePlaceOfTheirToneMarks(_ spellings: [String], _ key: String) {
    for title in spellings { #expect(Array(titleKey(title).unicodeScalars) == Array(key.unicodeScalars), "\(title)") }
  }

  /// The tone itself counts, the shape of the vowel counts, and so does the order of marks within a word.
  @Test(arguments: [
    ("hòa", "hóa"), ("hòa", "hoa"), ("hòa", "hò a"), ("Hà-Nội", "Hạ-Nồi"), ("đá", "dá"), ("ân", "ăn"),
    ("lan", "làn"), ("mùa vụ", "mua vù"),
  ])
  func otherTitlesAreOthers(_ one: String, _ other: String) {
    #expect(!titleKey(one).utf8.elementsEqual(titleKey(other).utf8))
  }

  /// Whatever the text and its normal form: the quick way gives what the rule gives step by step.
  @Test func theKeyIsWhatTheRuleSays() {
    let scalars = Array("aàạăằâầđĐeÉêệiỊoỏôơờuưứyỷ Zz09 \u{A0}\t\u{200B}\u{FEFF}-,“»ñǜ".unicodeScalars)
    let marks = Array("\u{300}\u{301}\u{303}\u{309}\u{323}\u{302}\u{306}\u{31B}\u{316}ếΆßİ가".unicodeScalars)
    var random = SplitMix64(seed: 6)
    for round in 0..<20_000 {
      var title = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...10, using: &random) {
        let few = round % 2 == 0 && Int.random(in: 0..<6, using: &random) == 0 ? marks : scalars
        title.append(few[Int.random(in: few.indices, using: &random)])
      }
      let key = Array(titleKey(String(title)).unicodeScalars)
      #expect(key == Self.key(String(title)), "\(Array(title))")
      #expect(Array(titleKey(nfc(String(title))).unicodeScalars) == key)
    }
  }

  private static func key(_ title: String) -> [Unicode.Scalar] {
    let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    let words = caseFolded(title).unicodeScalars.split(separator: " ").map { word -> [Unicode.Scalar] in
      let letters = Array(String(word).decomposedStringWithCanonicalMapping.unicodeScalars)
      let rest = String(String.UnicodeScalarView(letters.filter { !tones.contains($0) }))
      return Array(rest.precomposedStringWithCanonicalMapping.unicodeScalars) + letters.filter { tones.contains($0) }
    }
    return Array(words.joined(separator: [" "]))
  }

  @Test func crossedDIsRepairedAndTold() {
    let repaired = repairingCrossedD(in: "\u{D0}ông \u{F0}ô \u{189}\u{256}")
    #expect(repaired.changed)
    #expect(repaired.text == "\u{110}ông \u{111}ô \u{110}\u{111}")
    #expect(repairingCrossedD(in: "Đông đô").changed == false)
  }
}
