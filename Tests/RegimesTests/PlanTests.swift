import ReportingModel
import Testing

@testable import Regimes

@Suite("The plan LD-NQ57 is what its document says")
struct PlanTests {
  @Test("it loads without a finding")
  func loads() {
    #expect(Plan.loaded.findings == [])
    #expect(Plan.loaded.regime?.id == "LD-NQ57")
  }

  @Test("xmllint accepts it")
  func validates() throws {
    #expect(try xmllint(Plan.file, schema: "regime.xsd") == "")
  }

  @Test("the lists are whole and in order")
  func lists() throws {
    let regime = try Plan.regime()
    #expect(regime.elements.count == 11)
    #expect(regime.elements.allSatisfy { !$0.text.isEmpty })
    #expect(regime.tasks.map(\.code) == (1...10).map { $0 < 10 ? "NV0\($0)" : "NV\($0)" })
    #expect(regime.areas.map(\.code) == (1...6).map { "ND\($0)" })
    #expect(regime.channels.map(\.code) == (1...4).map { "HT\($0)" })
    #expect(
      regime.products.map(\.code).joined(separator: " ")
        == "KEHOACH VANBAN TAILIEU TINBAI CHUYENMUC HINHANH VIDEO INFOGRAPHIC TRUCQUAN PHONGSU HOINGHI HOATDONG "
        + "NGOAIKHOA SUKIEN DUTHI MOHINH BAOCAO KHAC")
    #expect(regime.boundProducts == ["KEHOACH", "VANBAN", "BAOCAO", "DUTHI", "MOHINH", "PHONGSU"])
    #expect(regime.topics.map(\.code) == ["SHTT", "DDS", "DLCN", "BDHVS", "NQ71", "DN"])
    #expect(regime.sections.map(\.code) == ["KETQUA", "DULUAN", "KHOKHAN", "GIAIPHAP", "KIENNGHI"])
    #expect(regime.sections.filter(\.isRequired).map(\.code) == ["KETQUA"])
    #expect(regime.unitKinds.map(\.code) == ["VP", "PHONG", "CSGD_SO", "UBND_XA", "CSGD_XA", "CSGD_KHAC"])
    #expect(regime.unitKinds.filter(\.reportsThroughCommune).map(\.code) == ["CSGD_XA", "CSGD_KHAC"])
    #expect(regime.unitKinds.filter { $0.group == .school }.map(\.code) == ["CSGD_SO", "CSGD_XA", "CSGD_KHAC"])
    #expect(regime.levels.map(\.code) == ["MN", "TH", "THCS", "THPT", "GDTX", "LIENCAP", "KHAC"])
    #expect(regime.roles.map(\.code) == ["VP", "GDTRH", "GDTH", "CTTT"])
    #expect(regime.periodKinds.map(\.code) == ["HK1", "HK2", "NAM", "CD"])
    #expect(regime.indicators.map(\.code) == (1...23).map { $0 < 10 ? "CT0\($0)" : "CT\($0)" })
    #expect(regime.ratios.map(\.code) == ["TL01", "TL02", "TL03", "TL04"])
    #expect(regime.rules.map(\.code) == (1...10).map { $0 < 10 ? "R0\($0)" : "R\($0)" })
    #expect(regime.outgoing.count == 2 + 1 + 12 + 4 + 1)
    #expect(regime.workingDays.yearly.map { [$0.month, $0.day] } == [[1, 1], [4, 30], [5, 1], [9, 2]])
    #expect(regime.workingDays.single == [])
  }

  @Test(
    "tasks: lead, products, default area",
    arguments: [
      ("NV01", "VP", "VP", "KEHOACH", "ND1"), ("NV02", "VP", "", "VANBAN TAILIEU TINBAI", "ND1"),
      ("NV03", "VP", "", "CHUYENMUC TINBAI HINHANH VIDEO", ""), ("NV04", "GDTRH GDTH", "", "TINBAI MOHINH KHAC", "ND2"),
      ("NV05", "GDTRH GDTH", "", "HOATDONG TINBAI KHAC", "ND3"),
      ("NV06", "CTTT", "", "TAILIEU NGOAIKHOA TINBAI", "ND1"),
      ("NV07", "", "CSGD_SO CSGD_XA CSGD_KHAC", "TINBAI PHONGSU MOHINH", "ND5"),
      ("NV08", "", "PHONG", "KEHOACH BAOCAO DUTHI", "ND3"), ("NV09", "VP", "", "TINBAI PHONGSU CHUYENMUC", ""),
      ("NV10", "VP", "", "BAOCAO", ""),
    ])
  func tasks(code: String, roles: String, kinds: String, products: String, area: String) throws {
    let task = try #require(try Plan.regime().task(code))
    #expect(task.lead.roles.joined(separator: " ") == roles)
    #expect(task.lead.kinds.joined(separator: " ") == kinds)
    #expect(task.products.joined(separator: " ") == products)
    #expect((task.defaultArea ?? "") == area)
    #expect(task.statusOfLeadOnly == (code == "NV01"))
    #expect(task.cite == "IV.\(Int(code.dropFirst(2)) ?? 0)")
  }

  @Test("the times of tasks")
  func timings() throws {
    let expected: [TaskTiming] = [
      .once(year: 2026, month: 6), .continuous, .continuous, .yearly, .schoolYear, .continuous, .continuous, .yearly,
      .continuous, .reporting,
    ]
    #expect(try Plan.regime().tasks.map(\.timing) == expected)
  }

  @Test("who owes what")
  func obligations() throws {
    let regime = try Plan.regime()
    let required = regime.unitKinds.flatMap { kind in
      regime.periodKinds.filter { regime.obligation(of: kind.code, for: $0.code).level == .required }
        .map { "\(kind.code) \($0.code)" }
    }
    #expect(required == ["PHONG HK1", "PHONG NAM", "PHONG CD", "CSGD_SO HK1", "CSGD_SO NAM", "CSGD_SO CD"])
    #expect(regime.obligations.count == 6 * 4)
    #expect(regime.obligations.allSatisfy { $0.cite != nil })
    #expect(regime.activityDemand?.periodKinds == ["HK1", "NAM"])
    #expect(regime.activityDemand?.unitKinds == ["CSGD_SO"])
  }

  @Test(
    "derived indicators",
    arguments: [
      ("CT01", ["HT1"], ["TINBAI"]), ("CT02", [], ["VIDEO", "INFOGRAPHIC"]), ("CT03", [], ["HOINGHI"]),
      ("CT04", [], ["NGOAIKHOA"]), ("CT05", [], ["SUKIEN"]), ("CT06", [], ["TRUCQUAN"]), ("CT07", ["HT4"], []),
      ("CT10", [], ["MOHINH"]), ("CT11", [], ["DUTHI"]),
    ])
  func derived(code: String, channels: [String], products: [String]) throws {
    let indicator = try #require(try Plan.regime().indicator(code))
    #expect(indicator.nature == .derived(ActivityFilter(channels: channels, products: products)))
    #expect(indicator.askedKinds == [])
  }

  @Test("told indicators: nature and who is asked")
  func told() throws {
    let regime = try Plan.regime()
    func codes(_ nature: Indicator.Nature) -> [String] { regime.indicators.filter { $0.nature == nature }.map(\.code) }
    #expect(codes(.flow) == ["CT08", "CT09", "CT12", "CT19", "CT20", "CT22", "CT23"])
    #expect(codes(.stock) == ["CT13", "CT14", "CT15", "CT16", "CT17", "CT18", "CT21"])
    let everybody = Set(regime.unitKinds.map(\.code))
    for indicator in regime.indicators where !indicator.isDerived {
      let asked: Set<String> =
        switch indicator.code {
        case "CT12", "CT20", "CT23": everybody
        case "CT21": ["CSGD_SO", "PHONG", "CSGD_XA"]
        case "CT22": ["PHONG"]
        default: Set(regime.unitKinds.filter { $0.group == .school }.map(\.code))
        }
      #expect(Set(indicator.askedKinds) == asked, "\(indicator.code)")
      #expect(indicator.decimals == 0)
    }
    #expect(regime.indicators.filter { $0.printed?.divisor == 1_000_000 }.map(\.code) == ["CT20", "CT23"])
    #expect(regime.indicator("CT20")?.printed?.unit.vietnamese == "triệu đồng")
  }

  @Test("required content")
  func demands() throws {
    let demands = try Plan.regime().indicators.flatMap { indicator in
      indicator.demands.flatMap { demand in demand.kinds.map { "\(indicator.code) \($0) \(demand.severity.rawValue)" } }
    }
    let schools = ["CSGD_SO error", "CSGD_XA warning", "CSGD_KHAC warning"]
    #expect(
      demands == ["CT14", "CT16", "CT18"].flatMap { code in schools.map { "\(code) \($0)" } }
        + ["CT21 CSGD_SO error", "CT21 PHONG error"])
  }

  @Test("ratios")
  func ratios() throws {
    let ratios = try Plan.regime().ratios
    #expect(ratios.map(\.numerator) == ["CT15", "CT17", "CT18", "CT21"])
    #expect(ratios.map(\.denominator) == [.indicator("CT14"), .indicator("CT16"), .tellingUnits, .tellingUnits])
  }

  @Test(
    "names are the plan's, word for word",
    arguments: [
      (
        "NV06",
        "Tăng cường tuyên truyền, giáo dục đạo đức số, văn hóa số và kỹ năng an toàn trên không gian mạng cho học sinh; hình thành ý thức tôn trọng bản quyền, sử dụng phần mềm, học liệu, dữ liệu và các sản phẩm số hợp pháp, đúng quy định"
      ),
      ("NV10", "Theo dõi, tổng hợp, đánh giá kết quả truyền thông; báo cáo Bộ GDĐT, UBND tỉnh khi có yêu cầu"),
      ("CT06", "Sản phẩm tuyên truyền trực quan (không tính video, infographic đã kê ở CT02)"),
      (
        "CT21",
        "Đã xây dựng kế hoạch hoặc lồng ghép vào kế hoạch năm học, kế hoạch chuyển đổi số, kế hoạch truyền thông (1: có; 0: chưa)"
      ),
      ("ND4", "Truyền thông về khởi nghiệp đổi mới sáng tạo trong học sinh, sinh viên, học viên"),
      ("HT1", "Cổng, trang thông tin điện tử, nền tảng số, mạng xã hội chính thức"),
      ("TRUCQUAN", "Khẩu hiệu, pano, áp phích, bảng tin, nội dung chiếu màn hình điện tử"),
      ("DN", "Phối hợp với doanh nghiệp, cơ sở đào tạo, tổ chức khoa học và công nghệ"),
      ("GIAIPHAP", "Phương hướng, nhiệm vụ, giải pháp thời gian tới"),
      ("CSGD_KHAC", "Cơ sở giáo dục tư thục, nghề nghiệp, khác"),
    ])
  func names(code: String, name: String) throws {
    let regime = try Plan.regime()
    let lists = [regime.areas, regime.channels, regime.products, regime.topics]
    let all =
      lists.flatMap { $0.map { ($0.code, $0.name) } } + regime.tasks.map { ($0.code, $0.name) }
      + regime.indicators.map { ($0.code, $0.name) } + regime.sections.map { ($0.code, $0.name) }
      + regime.unitKinds.map { ($0.code, $0.name) }
    #expect(all.first { $0.0 == code }?.1.vietnamese == name)
    #expect(all.allSatisfy { !$0.1.english.isEmpty })
  }

  @Test("the report texts that a half-year report is composed of are there")
  func reportTexts() throws {
    let texts = try Plan.regime().reportTexts
    let needed =
      [
        "coQuanTren", "coQuan", "diaDanh", "kyHieu", "trichYeu", "moDau",
      ]
      + ["moDau", "ketThuc", "noiNhan"].flatMap { key in ["ubnd-tinh", "bo-gddt", "so-gddt"].map { "\(key).\($0)" } }
      + ["kinhGui.ubnd-tinh", "kinhGui.bo-gddt"]
    for key in needed { #expect(texts[key] != nil, "\(key)") }
    #expect(texts["trichYeu"]?.vietnamese.contains("{{tenKy}}") == true)
    #expect(texts["moDau"]?.vietnamese.contains("{{keHoach.so}}") == true)
    for (key, text) in texts where key.hasPrefix("ketThuc") { #expect(text.vietnamese.hasSuffix("./.")) }
    for (key, text) in texts { #expect(isBalanced(text.vietnamese) && isBalanced(text.english), "\(key)") }
  }

  /// Every section of a template is closed, in order.
  private func isBalanced(_ template: String) -> Bool {
    var open: [Substring] = []
    for piece in template.split(separator: "{{").dropFirst(template.hasPrefix("{{") ? 0 : 1) {
      guard let end = piece.firstRange(of: "}}") else { return false }
      let place = piece[..<end.lowerBound]
      if place.hasPrefix("#") || place.hasPrefix("^") { open.append(place.dropFirst()) }
      if place.hasPrefix("/"), open.popLast() != place.dropFirst() { return false }
    }
    return open.isEmpty
  }
}
