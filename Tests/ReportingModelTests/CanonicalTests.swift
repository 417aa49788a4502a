import ReportingModel
import Testing

@Suite struct CanonicalTests {
  static let content = SubmissionContent(
    header: SubmissionHeader(
      regime: "LD-NQ57", unit: "SO-THPT-001", unitName: "Trường THPT Mẫu 001",
      period: PeriodKey(kind: "HK1", which: "2026-2027"), number: 3, nilReturn: false, preparer: "Nguyễn Văn Mẫu",
      date: CalendarDate(dayNumber: 20_836)),
    activities: [
      Activity(
        id: "HD1", date: CalendarDate(dayNumber: 20_700), task: "NV05", area: "ND3", channel: "HT2", product: "SUKIEN",
        topics: ["DN", "SHTT"], quantity: 2, people: 350, title: "Ngày hội STEM", link: "https://example.edu.vn",
        line: 12),
      Activity(
        date: CalendarDate(dayNumber: -5), task: "NV02", area: "ND1", channel: "HT1", product: "TINBAI", title: "Tin",
        line: 13),
    ], indicators: [IndicatorValue(code: "CT09", value: Amount(thousandths: 350_500), note: "ghi chú", line: 2)],
    exemplars: [Exemplar(area: "ND5", title: "Mô hình", summary: "…", evidence: ["minh-chung/a.png"], line: 4)],
    narratives: [KeyedText(key: "KETQUA", text: "Tốt", line: 2)],
    explanations: [KeyedText(key: "R07", text: "Vì…", line: 2)],
    evidence: [Evidence(path: "minh-chung/a.png", digest: Digest(first32: [1, 2, 3]))])

  @Test func storedContentComesBack() throws {
    #expect(try SubmissionContent(storedBytes: Self.content.storedBytes) == Self.content)
  }

  /// Whatever is cut off or changed, decoding ends in an error or in another content, never in a trap.
  @Test func damagedBytesNeverTrap() {
    let bytes = Self.content.storedBytes
    for count in bytes.indices {
      #expect(throws: CanonicalDecoder.Malformed.self) { try SubmissionContent(storedBytes: Array(bytes[..<count])) }
    }
    for index in bytes.indices {
      for bit in 0..<8 {
        var copy = bytes
        copy[index] ^= 1 << bit
        _ = try? SubmissionContent(storedBytes: copy)
      }
    }
  }

  /// What is compared: not the number, the date, who prepared it, the lines, the order of rows; everything else.
  @Test func comparedContentLeavesOutWhatSpecSays() {
    var same = Self.content
    same.header.number = 9
    same.header.date = same.header.date.adding(days: 3)
    same.header.preparer = nil
    same.header.signer = "Ai đó"
    same.activities = Rows(
      Self.content.activities.reversed().map {
        var copy = $0
        copy.line += 100
        copy.topics.reverse()
        return copy
      })
    #expect(same.comparedBytes == Self.content.comparedBytes)
    for change: (inout SubmissionContent) -> Void in [
      { $0.activities[0].people += 1 }, { $0.indicators[0].value = .zero }, { $0.header.nilReturn = true },
      { $0.narratives[0].text += "." }, { $0.explanations = [] }, { $0.evidence[0].digest = .zero },
      { $0.header.unit = "X" },
      { $0.exemplars[0].summary += "!" }, { $0.activities[0].note = "" },
    ] {
      var other = Self.content
      change(&other)
      #expect(other.comparedBytes != Self.content.comparedBytes)
    }
  }

  /// Excel writes CR LF into a cell, XML has LF, an old Macintosh CR.
  @Test func lineEndsOfATextAreOfOneKind() {
    func compared(_ text: String) -> [UInt8] {
      var content = Self.content
      content.narratives[0].text = text
      content.activities[0].title = text
      return content.comparedBytes
    }
    let plain = compared("Một\nhai\n\nba")
    #expect(compared("Một\r\nhai\r\n\r\nba") == plain && compared("Một\rhai\r\rba") == plain)
    #expect(compared("Một\rhai\r\n\nba") == plain)
    for other in ["Một\nhai\nba", "Một hai\n\nba", "Một\n\nhai\n\nba"] { #expect(compared(other) != plain) }
    // What is stored stays as it was told.
    var content = Self.content
    content.narratives[0].text = "a\r\nb"
    #expect((try? SubmissionContent(storedBytes: content.storedBytes)) == content)
  }

  @Test(arguments: [Int128.min + 1, -1, 0, 1, 63, 64, Int128(Int64.max), Int128.max])
  func numbersComeBack(_ value: Int128) throws {
    var encoder = CanonicalEncoder()
    encoder.append(value)
    var decoder = CanonicalDecoder(encoder.bytes)
    #expect(try decoder.int128() == value)
    try decoder.finish()
  }
}
