import ReportingModel
import TestSupport
import Testing

@testable import Regimes

@Suite("Broken regimes are refused, with the line")
struct BrokenRegimeTests {
  /// The plan with one text replaced, and the line where it stood.
  private static func broken(_ old: String, _ new: String) throws -> (xml: String, line: Int) {
    let range = try #require(Plan.xml.firstRange(of: old), "\(old)")
    let line = Plan.xml[..<range.lowerBound].utf8.count { $0 == 0x0A } + 1
    return (Plan.xml.replacingCharacters(in: range, with: new), line)
  }

  @Test(
    "one fault, one finding at its line",
    arguments: [
      // Against the schema.
      (#"<muc ma="ND1" ten="#, #"<muc ma="ND1" tenn="#, "REG-SCHEMA"),
      (#"ma="HT3""#, #"ma="ht3""#, "REG-SCHEMA"),
      (#"lich="yeuCau""#, #"lich="khac""#, "REG-SCHEMA"),
      (#"tu="0/09-05" den="1/01-17""#, #"tu="05/09" den="1/01-17""#, "REG-SCHEMA"),
      (#"<viDu dat="true" bao="CT14=69 CT15=69"/>"#, #"<vidu dat="true" bao="CT14=69 CT15=69"/>"#, "REG-SCHEMA"),
      (#" thieu="khong""#, "", "REG-SCHEMA"),
      (#"sanPham="HOINGHI" trichDan"#, #"sanPham="HOINGHI" hoi="PHONG" trichDan"#, "REG-SCHEMA"),
      (#"hoi="PHONG" trichDan"#, #"hoi="PHONG" sanPham="KHAC" trichDan"#, "REG-SCHEMA"),
      // Codes that are not there.
      (#"sanPham="TINBAI MOHINH KHAC""#, #"sanPham="TINBAI MOHIN KHAC""#, "REG-UNKNOWN"),
      (#"noiDung="ND2" trichDan="IV.4""#, #"noiDung="ND9" trichDan="IV.4""#, "REG-UNKNOWN"),
      (#"chuTri="CTTT""#, #"chuTri="CTT""#, "REG-UNKNOWN"),
      (#"chuTriLoai="PHONG""#, #"chuTriLoai="PHONGG""#, "REG-UNKNOWN"),
      (#"gom="HK1 HK2""#, #"gom="HK1 HK2 HK3""#, "REG-UNKNOWN"),
      (#"<muc loai="UBND_XA" ky="HK1"#, #"<muc loai="UBNDXA" ky="HK1"#, "REG-UNKNOWN"),
      (#"hoatDongBatBuoc loai="CSGD_SO" ky="HK1 NAM""#, #"hoatDongBatBuoc loai="CSGD_SO" ky="HK9 NAM""#, "REG-UNKNOWN"),
      (#"hinhThuc="HT4" trichDan"#, #"hinhThuc="HT5" trichDan"#, "REG-UNKNOWN"),
      (#"<doiHoi loai="PHONG" muc="loi""#, #"<doiHoi loai="VP" muc="loi""#, "REG-UNKNOWN"),
      (#"tu="CT17" mau="CT16""#, #"tu="CT17" mau="CT99""#, "REG-UNKNOWN"),
      (#"tu="CT18" trichDan"#, #"tu="CT09" trichDan"#, "REG-UNKNOWN"),
      (#"chiTieu="CT18 CT21""#, #"chiTieu="CT18 CT31""#, "REG-UNKNOWN"),
      (
        #"loai="CSGD_SO CSGD_XA CSGD_KHAC" trichDan="II.1">"#, #"loai="CSGD_SO CSGDXA CSGD_KHAC" trichDan="II.1">"#,
        "REG-UNKNOWN"
      ),
      (#"bao="CT14=69 CT15=96""#, #"bao="CT14=69 CT51=96""#, "REG-UNKNOWN"),
      (#"thuyetMinh="DULUAN""#, #"thuyetMinh="DULUANN""#, "REG-UNKNOWN"),
      (#"hoatDong="NV02 ND1 HT1 TINBAI 1 0""#, #"hoatDong="NV02 ND1 HT1 TINBAY 1 0""#, "REG-UNKNOWN"),
      ("(CT14 = {{CT14}}).\" en", "(CT14 = {{CT41}}).\" en", "REG-UNKNOWN"),
      // Said twice.
      (#"ma="THCS" ten"#, #"ma="TH" ten"#, "REG-TWICE"),
      (#"<muc ma="TL04""#, #"<muc ma="CT04""#, "REG-TWICE"),
      (#"<muc ma="R02""#, #"<muc ma="R01""#, "REG-TWICE"),
      (#"<muc ma="deCuong""#, #"<muc ma="tanSuat""#, "REG-TWICE"),
      (#"loai="PHONG" ky="HK2" muc="moi""#, #"loai="PHONG" ky="HK2 HK1" muc="moi""#, "REG-TWICE"),
      (#"loai="quarter" so="2""#, #"loai="quarter" so="1""#, "REG-TWICE"),
      (#"<hangNam ngay="05-01""#, #"<hangNam ngay="04-30""#, "REG-TWICE"),
      (#"<muc ma="kyHieu""#, #"<muc ma="diaDanh""#, "REG-TWICE"),
      // Schedules.
      (#"den="1/01-17" han="1/01-31""#, #"den="1/01-17" han="1/01-16""#, "REG-SCHEDULE"),
      (#"den="1/01-17" han="1/01-31""#, #"den="1/02-30" han="1/03-31""#, "REG-SCHEDULE"),
      (#"tu="0/09-05" den="1/01-17" "#, #"den="1/01-17" "#, "REG-SCHEDULE"),
      (#"gom="HK1 HK2""#, #"gom="HK1 HK2 NAM""#, "REG-SCHEDULE"),
      (#"gom="HK1 HK2""#, #"gom="HK1""#, "REG-SCHEDULE"),
      (#"lich="yeuCau" trichDan"#, #"lich="yeuCau" tu="0/01-01" trichDan"#, "REG-SCHEDULE"),
      (#" thang="2026-06""#, "", "REG-SCHEDULE"),
      (#"tu="0/03-15" den="0/06-14"/>"#, #"tu="0/03-14" den="0/06-14"/>"#, "REG-SCHEDULE"),
      (#"loai="half-year" so="1""#, #"loai="half-year" so="3""#, "REG-SCHEDULE"),
      (#"den="0/06-14" han="0/06-20""#, #"den="0/06-14" han="0/06-13""#, "REG-SCHEDULE"),
      (#"<hangNam ngay="09-02""#, #"<hangNam ngay="09-31""#, "REG-SCHEDULE"),
      // Rules.
      ("CT15 ≤ CT14", "CT15 ≤ CT41", "REG-RULE"), ("CT15 ≤ CT14", "CT15 ≤", "REG-RULE"),
      ("it ≥ parts(it)", "it + parts(it)", "REG-RULE"),
    ])
  func faults(old: String, new: String, code: String) throws {
    try Self.expect(code, 0, old, new)
  }

  @Test(
    "a fault that shows elsewhere is told at the line of the element it concerns",
    arguments: [
      // Of two periods that overlap the later one, of a part outside its whole the whole.
      (#"den="1/01-17" han="1/01-31""#, #"den="1/01-18" han="1/01-31""#, "REG-SCHEDULE", 1),
      (#"tu="0/09-05" den="1/01-17""#, #"tu="0/09-04" den="1/01-17""#, "REG-SCHEDULE", 2),
      // The word “it” in the expression below; the rule that lacks an example.
      (#"phamVi="moiLuong""#, #"phamVi="baoCao""#, "REG-RULE", 1),
      (#"<viDu dat="true" bao="CT20=12000000"/>"#, "", "REG-RULE", -4),
    ])
  func faultsElsewhere(old: String, new: String, code: String, down: Int) throws {
    try Self.expect(code, down, old, new)
  }

  private static func expect(_ code: String, _ down: Int, _ old: String, _ new: String) throws {
    let broken = try broken(old, new)
    let (regime, findings) = Plan.load(broken.xml)
    #expect(regime == nil)
    let first = try #require(findings.first { $0.code == code }, "\(findings.map(\.code))")
    #expect(first.location.line == broken.line + down)
    #expect(first.location.file == "regime.xml" && first.severity == .error)
    for text in [first.message, first.hint] { #expect(!text.vietnamese.isEmpty && !text.english.isEmpty) }
    if code != "REG-SCHEMA" { #expect(findings.allSatisfy { $0.code == code }, "\(findings.map(\.message.english))") }
  }

  @Test(
    "a rule's fault has its line and column",
    arguments: [
      ("<bieuThuc>CT15 ≤ CT14", "<bieuThuc>CT15 ≤ CT41", 0, 24),
      ("<bieuThuc>CT15 ≤ CT14", "<bieuThuc>CT15 &lt;= CT41", 0, 28),
      ("<bieuThuc>CT15 ≤ CT14", "<bieuThuc>\n  CT15 ≤\r\n CT41", 2, 2),
      ("<bieuThuc>CT15 ≤ CT14", "<bieuThuc><!-- so > sánh -->CT15 ≤ CT41", 0, 42),
      ("<bieuThuc>CT15 ≤ CT14", "<bieuThuc><![CDATA[CT15 <= CT41]]>", 0, 34),
      ("<bieuThuc>CT15 ≤ CT14", "<bieuThuc>CT15 ≤", 0, 23),
    ])
  func places(old: String, new: String, down: Int, column: Int) throws {
    let broken = try Self.broken(old, new)
    let finding = try #require(Plan.load(broken.xml).findings.first)
    #expect(finding.code == "REG-RULE")
    #expect(finding.location.line == broken.line + down)
    #expect(finding.location.column == column)
  }

  @Test("the same with CR LF line ends, and two rules on one line")
  func otherLines() throws {
    let broken = try Self.broken("CT15 ≤ CT14", "CT15 ≤ CT41")
    let windows = Plan.load(broken.xml.replacing("\n", with: "\r\n")).findings.first?.location
    #expect(windows?.line == broken.line && windows?.column == 24)
    let joined = try Self.broken("CT17 ≤ CT16", "CT17 ≤ CT61").xml.replacing("\n", with: " ")
    let location = Plan.load(joined).findings.first?.location
    let expected = joined.firstRange(of: "CT61").map { joined[..<$0.lowerBound].unicodeScalars.count + 1 }
    #expect(location?.line == 1 && location?.column == expected)
  }

  @Test(
    "a fault in an attribute has the line and column of its word, wherever its element ends",
    arguments: [
      (#"sanPham="TINBAI MOHINH KHAC""#, #"sanPham="TINBAI MOHIN KHAC""#, "MOHIN ", "REG-UNKNOWN"),
      (#"chuTri="CTTT""#, "chuTri = 'CTT'", "CTT'", "REG-UNKNOWN"),
      (#"bao="CT14=69 CT15=96""#, "\n bao=\"CT14=69 CT51=96\"\n", "CT51", "REG-UNKNOWN"),
      ("(CT14 = {{CT14}}).\" en", "(CT14 = {{CT41}}).\" en", "CT41", "REG-UNKNOWN"),
      (#"ghiNhan="2026-06-30""#, #"ghiNhan="2026-06-31""#, "2026-06-31", "REG-SCHEDULE"),
      (#"den="1/01-17" han="1/01-31""#, #"den="1/02-30" han="1/03-31""#, "1/02-30", "REG-SCHEDULE"),
      (#"den="1/01-17" han="1/01-31""#, #"den="1/01-17" han="1/01-16""#, "1/01-16", "REG-SCHEDULE"),
      (#"<muc ma="R02""#, #"<muc ma="R01""#, "R01", "REG-TWICE"),
      (#"ma="MN" ten="#, #"ma="MN" xx="1" ten="#, "1\" ten=", "REG-SCHEMA"),
      (#"lich="yeuCau""#, #"lich="khac""#, "khac", "REG-SCHEMA"),
      (#"<muc ma="R04" muc="canhBao""#, #"<muc ma="R04""#, "<muc ma=\"R04\"", "REG-SCHEMA"),
    ])
  func attributePlaces(old: String, new: String, word: String, code: String) throws {
    let broken = try Self.broken(old, new)
    let start = try #require(Plan.xml.firstRange(of: old)).lowerBound
    let unchanged = Plan.xml[..<start]
    let changed = broken.xml.dropFirst(unchanged.count)
    let before = (unchanged + changed[..<(try #require(changed.firstRange(of: word)).lowerBound)]).unicodeScalars
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    let finding = try #require(Plan.load(broken.xml).findings.first { $0.code == code })
    #expect(finding.location.line == line && finding.location.column == column, "\(finding.message.english)")
  }

  @Test("what is there twice names the line where it was first")
  func firstLine() throws {
    let broken = try Self.broken(#"<hangNam ngay="05-01""#, #"<hangNam ngay="04-30""#)
    #expect(
      Plan.load(broken.xml).findings.first?.message.english == "«04-30» is already there in line \(broken.line - 1).")
  }

  @Test("in UTF-16 as well")
  func utf16() throws {
    let broken = try Self.broken("CT15 ≤ CT14", "CT15 ≤ CT41")
    let xml = broken.xml.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in xml.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let finding = Plan.load(bytes).findings.first
    #expect(finding?.code == "REG-RULE" && finding?.location.line == broken.line && finding?.location.column == 24)
  }

  @Test(
    "years that are none, and more kinds of period than there can be, end in findings and soon", .timeLimit(.minutes(1))
  )
  func bounds() throws {
    let row = #"gom="HK1 HK2" trichDan="VI.5"/>"#
    for year in ["9223372036854775807", "99999999999999999999", "-5", "1900"] {
      let special = row.replacing(
        "/>", with: "><rieng nam=\"\(year)\" tu=\"0/09-06\" den=\"1/05-31\" han=\"1/06-20\"/></muc>")
      #expect(Plan.load(try Self.broken(row, special).xml).findings.isEmpty == (year == "1900"))
    }
    let kinds = (0..<400).map { number in
      "<muc ma=\"K\(number)\" ten=\"K\" en=\"K\" lich=\"nam\" tu=\"0/01-01\" den=\"0/12-31\" han=\"1/01-31\" trichDan=\"V\"/>"
    }
    let many = try Self.broken("</kyBaoCao>", kinds.joined() + "</kyBaoCao>").xml
    #expect(Plan.load(many).regime == nil)
  }

  @Test(
    "rules speak of what units tell, and their examples of what the rule looks at",
    arguments: [
      ("CT15 ≤ CT14<", "CT05 ≥ 2<", "REG-RULE"), ("it ≥ parts(it)<", "it ≥ parts(CT01)<", "REG-RULE"),
      (#"bao="CT14=69 CT15=69""#, #"bao="CT14=69 CT05=69""#, "REG-UNKNOWN"),
      (
        #"<muc ma="R07" muc="canhBao" phamVi="moiLuong""#,
        #"<muc ma="R07" muc="canhBao" phamVi="moiLuong" chiTieu="CT14""#, "REG-UNKNOWN"
      ),
    ])
  func derivedInRules(old: String, new: String, code: String) throws {
    try Self.expect(code, 0, old, new)
  }

  @Test("all findings come at once, in the order of the file")
  func all() throws {
    let xml = Plan.xml.replacing(#"chuTri="CTTT""#, with: #"chuTri="CTT""#)
      .replacing("CT15 ≤ CT14", with: "CT15 ≤ CT41").replacing(#"thieu="khong""#, with: #"thieu="sao""#)
      .replacing(#"den="1/01-17" han="1/01-31""#, with: #"den="1/01-18" han="1/01-31""#)
    let findings = Plan.load(xml).findings
    #expect(findings.map(\.code) == ["REG-SCHEDULE", "REG-UNKNOWN", "REG-RULE", "REG-SCHEMA"])
    #expect(findings.first { $0.code == "REG-UNKNOWN" }?.hint.vietnamese == "Gần nhất: CTTT.")
  }

  @Test(
    "files that are no regime",
    arguments: ["", "<cheDo/>", "<a/>", "<cheDo xmlns=\"urn:tonghop:che-do:1\"/>", "<!DOCTYPE a><a/>", "{}", "<cheDo>"])
  func noRegime(xml: String) {
    let (regime, findings) = Plan.load(xml)
    #expect(regime == nil)
    #expect(!findings.isEmpty && findings.allSatisfy { $0.code == "REG-SCHEMA" })
  }

  @Test("cut off anywhere, it is refused and nothing traps", arguments: 0..<40)
  func truncated(part: Int) {
    let bytes = Array(Plan.xml.utf8)
    let (regime, findings) = Plan.load(Array(bytes.prefix(bytes.count * part / 40)))
    #expect(regime == nil && !findings.isEmpty)
  }

  @Test("attributes swapped at random: no trap, and never a regime with an error", arguments: 1...6)
  func shuffled(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let pieces = Plan.xml.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<25 {
      var changed = pieces
      for _ in 0..<3 {
        let values = Array(stride(from: 1, to: changed.count - 1, by: 2))
        let (first, second) = (values.randomElement(using: &generator), values.randomElement(using: &generator))
        if let first, let second { changed.swapAt(first, second) }
      }
      let (regime, findings) = Plan.load(changed.joined(separator: "\""))
      #expect((regime == nil) == findings.contains { $0.severity == .error })
    }
  }

  @Test("a schedule for one year takes the place of the usual one")
  func exception() throws {
    let row = #"gom="HK1 HK2" trichDan="VI.5"/>"#
    let special = row.replacing("/>", with: #"><rieng nam="2027" tu="0/09-06" den="1/05-31" han="1/06-20"/></muc>"#)
    let outside = Plan.load(try Self.broken(row, special).xml)
    #expect(outside.findings.map(\.code) == ["REG-SCHEDULE"], "HK1 of that year begins before it")
    let wider = special.replacing("0/09-06", with: "0/09-01")
    let regime = try #require(Plan.load(try Self.broken(row, wider).xml).regime)
    #expect(regime.resolve(Plan.key("NAM/2027-2028"), requests: [])?.window.from.description == "2027-09-01")
    #expect(regime.resolve(Plan.key("NAM/2027-2028"), requests: [])?.due.description == "2028-06-20")
    #expect(regime.resolve(Plan.key("NAM/2028-2029"), requests: [])?.window.from.description == "2028-09-05")
  }

  @Test("examples of a rule over exemplars")
  func exemplars() throws {
    let xml = Plan.xml.replacing("if CT12 &gt; 0 then text(DULUAN)", with: "count(exemplars where area = ND6) = CT12")
      .replacing(#"bao="CT12=1" thuyetMinh="DULUAN""#, with: #"bao="CT12=2" moHinh="ND6 ND5 ND6""#)
    let loaded = Plan.load(xml)
    let rule = try #require(loaded.regime?.rules.first { $0.code == "R09" }, "\(loaded.findings)")
    #expect(rule.examples.map { rule.outcome(of: $0) } == [.passes, .fails])
  }

  @Test("a regime by calendar years: quarters and the year over them")
  func quarters() throws {
    let start = try #require(Plan.xml.firstRange(of: "<kyBaoCao>")).upperBound
    let end = try #require(Plan.xml.firstRange(of: "</kyBaoCao>")).lowerBound
    func kind(_ code: String, _ days: String) -> String {
      "<muc ma=\"\(code)\" ten=\"\(code)\" en=\"\(code)\" lich=\"nam\" \(days) trichDan=\"V\"/>"
    }
    let kinds = [
      kind("HK1", #"tu="0/01-01" den="0/06-30" han="0/07-10""#),
      kind("HK2", #"tu="0/07-01" den="0/12-31" han="1/01-10""#),
      kind("NAM", #"tu="0/01-01" den="0/12-31" han="1/01-15" gom="HK1 HK2""#),
      #"<muc ma="CD" ten="CD" en="CD" lich="yeuCau" trichDan="V"/>"#,
    ]
    var xml = Plan.xml
    xml.replaceSubrange(start..<end, with: kinds.joined())
    let regime = try #require(Plan.load(xml).regime, "\(Plan.load(xml).findings)")
    let period = try #require(regime.resolve(Plan.key("HK2/2027"), requests: []))
    #expect(period.window == (try Plan.window("2027-07-01", "2027-12-31")) && period.due.description == "2028-01-10")
    #expect(period.schoolYear == nil && regime.activityWindow(for: period) == period.window)
    #expect(regime.name(of: period.key, requests: []).vietnamese == "HK2 năm 2027")
    #expect(regime.resolve(Plan.key("NAM/2027"), requests: [])?.parts.map(\.description) == ["HK1/2027", "HK2/2027"])
    #expect(regime.resolve(Plan.key("HK1/2027-2028"), requests: []) == nil)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
