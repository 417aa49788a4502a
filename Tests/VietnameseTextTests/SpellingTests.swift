import Testing
import VietnameseText

@Suite struct SpellingTests {
  @Test(
    arguments: """
      hòa hoà khỏe khoẻ thủy thuỷ quý quà quốc quyển quyền khuỷu khuya thuở của mùa ngoài ngoáy nghiêng giếng gì giá già giữ
      tiếng Việt yêu yến Đường trường được hướng người rượu bưởi oẳn xoong loét huỳnh quỳnh quýt quạch chuẩn tuần xuân
      đắk Lắk Kạn Krông NGUYỄN Đà Ỷ ở à ạ ý uống iếc-không
      """.split { $0 == " " || $0 == "\n" }.map(String.init).filter { !$0.contains("-") })
  func syllables(_ syllable: String) {
    #expect(isSpellable(syllable))
    #expect(isSpellable(syllable.uppercased()))
    #expect(isSpellable(String(syllable.decomposedForTest)))
  }

  @Test(arguments: [
    "", "hòá", "hooà", "aá", "khõc", "hòc", "học1", "hoc", "hõp", "tràt", "ngé", "cé", "ghá", "ngha", "qùa", "gía",
    "muà", "cuả", "tíên",
    "strường", "zô", "nghiêngs", "đđ", "Trýõ", "TiÓu", "häc", "Laâm", "ôô", "?", "việtnam", "hộị",
  ])
  func noSyllables(_ word: String) {
    #expect(!isSpellable(word))
  }

  @Test func scoreCountsWordsOutsideASCII() {
    let score = SpellingScore("Trường THPT «Mẫu» số 1, “Đà Lạt” café: 5 học sinh")
    #expect(score.words == 7)
    #expect(score.spelt == 6)
    #expect(!score.isFlawless)
    #expect(SpellingScore("báo cáo học kỳ").isFlawless)
    #expect(!SpellingScore("plain").isFlawless)
  }

  @Test func nearestName() {
    let known = ["Ngày thực hiện", "Nhiệm vụ", "Nội dung", "Ghi chú"]
    #expect(nearest("Nhiem vụ ", in: known) == "Nhiệm vụ")
    #expect(nearest("Noi dugn", in: known) == "Nội dung")
    #expect(nearest("Số người", in: known) == nil)
    #expect(nearest("SO-THPT-01", in: ["SO-THPT-010", "SO-THPT-001"]) == "SO-THPT-010")
    #expect(nearest("SO-THPT-01", in: ["SO-THCS-9", "SO-THPT-01"]) == "SO-THPT-01")
    #expect(nearest("Ghi chu thich", in: known, within: 5) == "Ghi chú")
    #expect(nearest("", in: known) == nil)
    #expect(nearest(String(repeating: "a", count: 100_000), in: known) == nil)
  }
}

extension String {
  /// The canonical decomposition, by hand for the tones alone.
  fileprivate var decomposedForTest: String.UnicodeScalarView {
    let rows = [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
      "yỳỷỹýỵ",
    ]
    let marks: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let row = rows.map { Array($0.unicodeScalars) }.first { $0.contains(scalar) }
      if let row, let tone = row.firstIndex(of: scalar), tone > 0 {
        result.append(contentsOf: [row[0], marks[tone - 1]])
      } else {
        result.append(scalar)
      }
    }
    return result
  }
}
