import ReportingModel

extension RegimeAssembly {
  mutating func rules(_ regime: Regime) -> [Rule] {
    let kinds = regime.unitKinds.map(\.code)
    let periods = regime.periodKinds.map(\.code)
    return root.rows("quyTac").compactMap { node in
      let scope: Rule.Scope =
        switch node["phamVi"] {
        case "moiLuong": .eachFlow
        case "moiChiTieu": .eachTold
        default: .submission
        }
      guard let source = node.first("bieuThuc"), let message = node.first("thongBao"), let hint = node.first("cachSua")
      else { return nil }
      let expression = expression(source, node, regime, allowsIt: scope != .submission)
      let subjects = regime.indicators.filter { $0.nature == .flow || scope != .eachFlow && !$0.isDerived }.map(\.code)
      let only = codes(node, "chiTieu", subjects)
      let (unitKinds, periodKinds) = (codes(node, "loai", kinds), codes(node, "ky", periods))
      let examples = node.children.filter { $0.name == "viDu" }.map { example($0, regime) }
      checkExamples(examples, node)
      if scope == .submission, node["chiTieu"] != nil { filterWithoutIt(node) }
      guard let expression else { return nil }
      let rule = Rule(
        code: node["ma"] ?? "", severity: node["muc"] == "canhBao" ? .warning : .error, scope: scope,
        indicators: scope == .submission ? [] : node["chiTieu"] == nil ? subjects : only, expression: expression,
        source: collapsed(source.text), missing: node["thieu"] == "khong" ? .zero : .skip,
        unitKinds: unitKinds, periodKinds: periodKinds,
        message: LocalizedText(message["vi"] ?? "", message["en"] ?? ""),
        hint: LocalizedText(hint["vi"] ?? "", hint["en"] ?? ""), cite: node["trichDan"], examples: examples)
      for words in [message, hint] { checkPlaces(words, rule) }
      return rule
    }
  }

  private mutating func expression(
    _ source: RegimeNode, _ node: RegimeNode, _ regime: Regime, allowsIt: Bool
  ) -> RuleExpression? {
    do {
      return try RuleExpression(parsing: source.text, RuleVocabulary(regime, allowsIt: allowsIt))
    } catch {
      let code = node["ma"] ?? ""
      report(
        .regimeRule, source, text: error.offset, field: node["ma"], value: collapsed(source.text),
        LocalizedText("Quy tắc \(code): \(error.message.vietnamese)", "Rule \(code): \(error.message.english)"),
        hint: LocalizedText(
          "Đề nghị sửa biểu thức từ ký tự thứ \(error.offset + 1).",
          "Mend the expression from its character \(error.offset + 1) on."))
      return nil
    }
  }

  private mutating func checkExamples(_ examples: [RuleExample], _ node: RegimeNode) {
    guard !examples.contains(where: \.passes) || examples.allSatisfy(\.passes) else { return }
    report(
      .regimeRule, node, in: "ma", value: node["ma"],
      LocalizedText(
        "Quy tắc cần một ví dụ đạt và một ví dụ không đạt.", "A rule needs a passing and a failing example."),
      hint: LocalizedText("Đề nghị thêm <viDu dat=\"…\">.", "Add <viDu dat=\"…\">."))
  }

  private mutating func filterWithoutIt(_ node: RegimeNode) {
    report(
      .regimeRule, node, in: "chiTieu",
      LocalizedText(
        "Thuộc tính chiTieu chỉ dùng với phamVi moiLuong, moiChiTieu.",
        "The attribute chiTieu goes with phamVi moiLuong and moiChiTieu only."),
      hint: LocalizedText("Đề nghị bỏ chiTieu hoặc đổi phamVi.", "Remove chiTieu or change phamVi."))
  }

  private mutating func checkPlaces(_ words: RegimeNode, _ rule: Rule) {
    for language in ["vi", "en"] {
      for place in templatePlaces(words[language] ?? "") { isKnown(place, words, language, rule.placeholders.sorted()) }
    }
  }

  private mutating func example(_ node: RegimeNode, _ regime: Regime) -> RuleExample {
    RuleExample(
      passes: node["dat"] == "true", told: amounts(node, "bao", regime), activities: Rows(activities(node, regime)),
      narratives: codes(node, "thuyetMinh", regime.sections.map(\.code)), parts: amounts(node, "kyTruoc", regime),
      medians: amounts(node, "trungVi", regime), exemplarAreas: codes(node, "moHinh", regime.areas.map(\.code)))
  }

  /// Six words an activity: task, area, channel, product, quantity, people.
  private mutating func activities(_ node: RegimeNode, _ regime: Regime) -> [Activity] {
    let words = node.list("hoatDong")
    let lists = [
      regime.tasks.map(\.code), regime.areas.map(\.code), regime.channels.map(\.code), regime.products.map(\.code),
    ]
    return stride(from: 0, to: words.count - 5, by: 6).map { start in
      for (offset, known) in lists.enumerated() { isKnown(words[start + offset], node, "hoatDong", known) }
      return Activity(
        date: regime.appliesFrom, task: words[start], area: words[start + 1], channel: words[start + 2],
        product: words[start + 3], quantity: Int64(words[start + 4]) ?? 1, people: Int64(words[start + 5]) ?? 0,
        title: words[start])
    }
  }

  /// `CT14=69 CT15=96`.
  private mutating func amounts(_ node: RegimeNode, _ attribute: String, _ regime: Regime) -> [String: Amount] {
    var result: [String: Amount] = [:]
    for pair in node.list(attribute) {
      let sides = pair.split(separator: "=").map(String.init)
      guard sides.count == 2, let value = Amount(plain: sides[1]),
        isKnown(sides[0], node, attribute, regime.indicators.filter { !$0.isDerived }.map(\.code))
      else { continue }
      result[sides[0]] = value
    }
    return result
  }
}
