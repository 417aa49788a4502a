import ReportingModel
import VietnameseText

/// Makes a regime of its tree, gathering what is wrong with its meaning: unknown codes, clashing schedules, faulty rules.
///
/// What the schema has refused already it passes over in silence.
struct RegimeAssembly {
  let root: RegimeNode
  let digest: Digest
  let file: String
  let source: RegimeSource
  /// Each with the number of the element that it is about.
  private(set) var findings: [(element: Int, finding: Finding)] = []

  init(root: RegimeNode, digest: Digest, file: String, source: RegimeSource) {
    self.root = root
    self.digest = digest
    self.file = file
    self.source = source
  }

  mutating func assemble() -> Regime {
    var regime = Regime(
      id: root["ma"] ?? "", version: root["phienBan"] ?? "",
      appliesFrom: date(root, "apDungTu"), recordedOn: date(root, "ghiNhan"), digest: digest,
      name: LocalizedText(root["ten"] ?? "", root["en"] ?? ""),
      elements: root.rows("thanhPhan").map { RegimeElement(key: $0["ma"] ?? "", text: collapsed($0.text)) },
      areas: names("noiDung"), channels: names("hinhThuc"), products: names("sanPham"),
      boundProducts: Set(root.rows("sanPham").filter { $0["theoNhiemVu"] == "true" }.compactMap { $0["ma"] }),
      topics: names("chuDe"), sections: sections(), tasks: [], unitKinds: unitKinds(), levels: names("capHoc"),
      roles: names("vaiTro"), periodKinds: [], obligations: [], outgoing: outgoing(), workingDays: workingDays(),
      activityDemand: nil, indicators: [], ratios: [], rules: [], reportTexts: [:])
    checkRepeatedCodes()
    regime.periodKinds = periodKinds(appliesFrom: regime.appliesFrom)
    regime.tasks = tasks(regime)
    regime.obligations = obligations(regime)
    regime.activityDemand = activityDemand(regime)
    regime.indicators = indicators(regime)
    regime.ratios = ratios(regime)
    regime.rules = rules(regime)
    regime.reportTexts = reportTexts(regime)
    return regime
  }

  // MARK: What every part shares.

  func names(_ part: String) -> [CodedName] { root.rows(part).map(name) }

  func name(_ node: RegimeNode) -> CodedName {
    let full = LocalizedText(node["ten"] ?? "", node["en"] ?? "")
    return CodedName(
      code: node["ma"] ?? "", name: full,
      shortName: LocalizedText(node["ngan"] ?? full.vietnamese, node["enNgan"] ?? full.english), cite: node["trichDan"])
  }

  /// The codes of a list attribute that are known; each of the others is a finding.
  mutating func codes(_ node: RegimeNode, _ attribute: String, _ known: [String]) -> [String] {
    node.list(attribute).filter { isKnown($0, node, attribute, known) }
  }

  /// Whether a code is known; else there is a finding with the nearest one.
  @discardableResult
  mutating func isKnown(_ code: String, _ node: RegimeNode, _ attribute: String, _ known: [String]) -> Bool {
    if known.contains(code) { return true }
    let near = nearest(code, in: known)
    report(
      .regimeCode, node, in: attribute, value: code,
      LocalizedText(
        "Không có mã «\(code)» (thuộc tính \(attribute)).", "There is no code «\(code)» (attribute \(attribute))."),
      hint: near.map { LocalizedText("Gần nhất: \($0).", "Nearest: \($0).") }
        ?? LocalizedText(
          "Các mã dùng được: \(known.joined(separator: ", ")).", "Known codes: \(known.joined(separator: ", ")).")
    )
    return false
  }

  /// Takes down a finding.
  /// - Parameters:
  ///   - attribute: where in the element the value stands.
  ///   - text: characters of the element's text before the fault.
  ///   - field: the code of what it belongs to; its own without one.
  mutating func report(
    _ code: FindingCode, _ node: RegimeNode, in attribute: String? = nil, text: Int? = nil, field: String? = nil,
    value: String? = nil, _ message: LocalizedText, hint: LocalizedText
  ) {
    let place =
      attribute.flatMap { source.place(of: value, in: $0, of: node.order) }
      ?? text.flatMap { source.place(ofText: $0, of: node.order) } ?? source.place(of: node.order)
    let location = SourceLocation(
      file: file, line: place?.line ?? node.line, column: place?.column, field: field ?? node["ma"])
    findings.append(
      (node.order, Finding(code, .error, at: location, value: value, message: message, hint: hint)))
  }

  mutating func date(_ node: RegimeNode, _ attribute: String) -> CalendarDate {
    guard let text = node[attribute] else { return CalendarDate(dayNumber: 0) }
    if let date = CalendarDate(iso: text) { return date }
    report(
      .regimeSchedule, node, in: attribute, value: text,
      LocalizedText("Ngày «\(text)» không có trong lịch.", "«\(text)» is no day."),
      hint: LocalizedText("Đề nghị ghi năm-tháng-ngày, ví dụ 2026-06-01.", "Write year-month-day, such as 2026-06-01."))
    return CalendarDate(dayNumber: 0)
  }

  /// One code names one thing; a part's codes are its own, but indicators and ratios share one list.
  private mutating func checkRepeatedCodes() {
    let parts = root.children.map(\.name).filter {
      !["nghiaVu", "baoCaoDi", "ngayNghi", "chiTieu", "tyLe"].contains($0)
    }
    for part in parts { checkRepeatedCodes(root.rows(part)) }
    checkRepeatedCodes(root.rows("chiTieu") + root.rows("tyLe"))
  }

  private mutating func checkRepeatedCodes(_ rows: [RegimeNode]) {
    var lines: [String: Int] = [:]
    for node in rows {
      guard let code = node["ma"] else { continue }
      if let first = lines[code] { twice(node, "ma", code, first) } else { lines[code] = node.line }
    }
  }

  /// The finding for something that is said a second time.
  mutating func twice(_ node: RegimeNode, _ attribute: String, _ value: String, _ first: Int) {
    report(
      .registryTwice, node, in: attribute, value: value,
      LocalizedText("«\(value)» đã có ở dòng \(first).", "«\(value)» is already there in line \(first)."),
      hint: LocalizedText("Đề nghị bỏ hoặc đổi một trong hai.", "Remove or change one of them."))
  }

  private func sections() -> [NarrativeSection] {
    root.rows("mucThuyetMinh").map { node in
      NarrativeSection(
        code: node["ma"] ?? "", name: name(node).name, isRequired: node["batBuoc"] == "true", cite: node["trichDan"])
    }
  }

  private func unitKinds() -> [UnitKind] {
    root.rows("loaiDonVi").map { node in
      let group: UnitKind.Group =
        switch node["nhom"] {
        case "truong": .school
        case "xa": .commune
        default: .office
        }
      return UnitKind(
        code: node["ma"] ?? "", name: name(node).name, group: group, reportsThroughCommune: node["quaXa"] == "true",
        cite: node["trichDan"])
    }
  }
}
