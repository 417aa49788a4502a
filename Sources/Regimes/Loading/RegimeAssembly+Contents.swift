import ReportingModel

extension RegimeAssembly {
  mutating func tasks(_ regime: Regime) -> [PlanTask] {
    let roles = regime.roles.map(\.code)
    let kinds = regime.unitKinds.map(\.code)
    return root.rows("nhiemVu").map { node in
      let names = name(node)
      return PlanTask(
        code: names.code, name: names.name, shortName: names.shortName, cite: names.cite, timing: timing(node),
        timingText: text(node, "chuThoiGian", "enChuThoiGian"),
        lead: TaskLead(roles: codes(node, "chuTri", roles), kinds: codes(node, "chuTriLoai", kinds)),
        leadText: text(node, "chuChuTri", "enChuChuTri"),
        withText: node["phoiHop"] == nil ? nil : text(node, "phoiHop", "enPhoiHop"),
        products: codes(node, "sanPham", regime.products.map(\.code)),
        defaultArea: codes(node, "noiDung", regime.areas.map(\.code)).first,
        statusOfLeadOnly: node["chiDauMoi"] == "true")
    }
  }

  /// A text whose English may be absent.
  private func text(_ node: RegimeNode, _ vietnamese: String, _ english: String) -> LocalizedText {
    let text = node[vietnamese] ?? ""
    return LocalizedText(text, node[english] ?? text)
  }

  private mutating func timing(_ node: RegimeNode) -> TaskTiming {
    switch node["thoiGian"] {
    case "motLan":
      let parts = (node["thang"] ?? "").split(separator: "-").compactMap { Int($0) }
      if parts.count == 2 { return .once(year: parts[0], month: parts[1]) }
      report(
        .regimeSchedule, node, in: "thoiGian", value: node["thoiGian"],
        LocalizedText("Nhiệm vụ một lần cần thuộc tính thang.", "A task done once needs the attribute thang."),
        hint: LocalizedText("Đề nghị thêm thang, ví dụ thang=\"2026-06\".", "Add thang, such as thang=\"2026-06\"."))
      return .continuous
    case "hangNam": return .yearly
    case "namHoc": return .schoolYear
    case "baoCao": return .reporting
    default: return .continuous
    }
  }

  mutating func obligations(_ regime: Regime) -> [Obligation] {
    let kinds = regime.unitKinds.map(\.code)
    let periods = regime.periodKinds.map(\.code)
    var result: [Obligation] = []
    var lines: [[String]: Int] = [:]
    for node in root.rows("nghiaVu") {
      let owed = codes(node, "ky", periods)
      for kind in codes(node, "loai", kinds) {
        for period in owed {
          if let first = lines[[kind, period]] { twice(node, "ky", period, first) }
          lines[[kind, period]] = node.line
          result.append(
            Obligation(
              unitKind: kind, periodKind: period, level: node["muc"] == "batBuoc" ? .required : .invited,
              cite: node["trichDan"]))
        }
      }
    }
    return result
  }

  mutating func activityDemand(_ regime: Regime) -> ActivityDemand? {
    guard let node = root.first("hoatDongBatBuoc") else { return nil }
    return ActivityDemand(
      periodKinds: codes(node, "ky", regime.periodKinds.map(\.code)),
      unitKinds: codes(node, "loai", regime.unitKinds.map(\.code)), cite: node["trichDan"])
  }

  mutating func indicators(_ regime: Regime) -> [Indicator] {
    root.rows("chiTieu").map { node in
      Indicator(
        code: node["ma"] ?? "", name: name(node).name, unit: text(node, "donVi", "enDonVi"),
        nature: nature(node, regime), decimals: node["soLe"].flatMap { Int($0) }.map { min(3, max(0, $0)) } ?? 0,
        askedKinds: codes(node, "hoi", regime.unitKinds.map(\.code)), demands: demands(node, regime),
        printed: node["inChia"].flatMap { Int64($0) }.flatMap { divisor in
          divisor > 0 ? PrintedScale(divisor: divisor, unit: text(node, "inDonVi", "enInDonVi")) : nil
        }, cite: node["trichDan"])
    }
  }

  private mutating func nature(_ node: RegimeNode, _ regime: Regime) -> Indicator.Nature {
    let filter = ActivityFilter(
      tasks: codes(node, "nhiemVu", regime.tasks.map(\.code)), areas: codes(node, "noiDung", regime.areas.map(\.code)),
      channels: codes(node, "hinhThuc", regime.channels.map(\.code)),
      products: codes(node, "sanPham", regime.products.map(\.code)),
      topics: codes(node, "chuDe", regime.topics.map(\.code)))
    let isDerived = node["loai"] == "tinh"
    let isMixed = isDerived ? node["hoi"] != nil || !node.children.isEmpty : filter != ActivityFilter()
    if isMixed {
      report(
        .regimeSchema, node, value: node["ma"],
        LocalizedText(
          "Chỉ tiêu tính từ hoạt động thì không hỏi đơn vị nào; chỉ tiêu do đơn vị báo thì không đếm hoạt động.",
          "An indicator counted from activities asks no unit; one that units tell counts no activities."),
        hint: LocalizedText(
          "Đề nghị bỏ hoi và doiHoi, hoặc bỏ nhiemVu, noiDung, hinhThuc, sanPham, chuDe.",
          "Remove hoi and doiHoi, or nhiemVu, noiDung, hinhThuc, sanPham, chuDe."))
    }
    if isDerived { return .derived(filter) }
    return node["loai"] == "luong" ? .flow : .stock
  }

  private mutating func demands(_ node: RegimeNode, _ regime: Regime) -> [IndicatorDemand] {
    let asked = node.list("hoi")
    return node.children.filter { $0.name == "doiHoi" }.map { demand in
      IndicatorDemand(
        kinds: codes(demand, "loai", regime.unitKinds.map(\.code).filter(asked.contains)),
        severity: demand["muc"] == "canhBao" ? .warning : .error, cite: demand["trichDan"])
    }
  }

  /// Ratios are of stocks (<doc:regime#Ratios>): a sum of flows over a window has no whole to be part of.
  mutating func ratios(_ regime: Regime) -> [Ratio] {
    let stocks = regime.indicators.filter { $0.nature == .stock }.map(\.code)
    return root.rows("tyLe").map { node in
      Ratio(
        code: node["ma"] ?? "", name: name(node).name, numerator: codes(node, "tu", stocks).first ?? "",
        denominator: codes(node, "mau", stocks).first.map { .indicator($0) } ?? .tellingUnits, cite: node["trichDan"])
    }
  }

  /// The words of outgoing reports. A place such as `{{CT08.coverage}}` that begins with a code in capitals names a thing of
  /// the regime; others are the composer's.
  mutating func reportTexts(_ regime: Regime) -> [String: LocalizedText] {
    let lists = [regime.areas, regime.channels, regime.products, regime.topics].map { $0.map(\.code) }
    let known =
      regime.indicators.map(\.code) + regime.ratios.map(\.code) + regime.tasks.map(\.code) + lists.flatMap { $0 }
    var result: [String: LocalizedText] = [:]
    for node in root.rows("chuBaoCao") {
      guard let key = node["ma"], let vietnamese = node["vi"] else { continue }
      for language in ["vi", "en"] {
        for place in templatePlaces(node[language] ?? "") {
          let head = place.prefix { $0 != "." }
          if head.utf8.count > 1, head.utf8.allSatisfy({ (65...90).contains($0) || (48...57).contains($0) }) {
            isKnown(String(head), node, language, known)
          }
        }
      }
      if result[key] == nil { result[key] = LocalizedText(vietnamese, node["en"] ?? vietnamese) }
    }
    return result
  }
}

/// The names between `{{` and `}}`, without the signs of sections.
func templatePlaces(_ template: String) -> [String] {
  template.split(separator: "{{").dropFirst(template.hasPrefix("{{") ? 0 : 1).compactMap { piece in
    guard let end = piece.firstRange(of: "}}") else { return nil }
    return String(piece[..<end.lowerBound].drop { "#^/".contains($0) })
  }
}
