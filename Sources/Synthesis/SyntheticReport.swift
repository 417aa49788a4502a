package import Regimes
package import ReportingModel

/// Makes a unit's report out of a regime's own lists: whatever the plan, the report asks its codes and keeps its rules.
package struct SyntheticReport {
  private let regime: Regime
  private let period: ResolvedPeriod
  private var random: SplitMix64

  package init(regime: Regime, period: ResolvedPeriod, seed: UInt64, number: Int) {
    self.regime = regime
    self.period = period
    random = SplitMix64(seed: seed &* 0x1_0000_0001 &+ UInt64(number))
  }

  /// A report that is accepted without a finding, with this many activities.
  package mutating func content(of unit: UnitRow, activities count: Int) -> SubmissionContent {
    var content = SubmissionContent(
      header: SubmissionHeader(
        regime: regime.id, unit: unit.code, unitName: unit.name, period: period.key, number: 1,
        preparer: "Người Lập Mẫu", signer: "Người Ký Mẫu", date: period.window.to.adding(days: 1)))
    content.activities = Rows((0..<count).map { activity($0) })
    content.indicators = Rows(indicators(unit.kind))
    settleAreas(&content)
    for section in regime.sections {
      content.narratives.append(
        KeyedText(
          key: section.code,
          text: "\(section.name.vietnamese): đơn vị đã triển khai theo kế hoạch, có \(count) hoạt động trong kỳ."))
    }
    if let area = regime.areas.last?.code {
      content.exemplars = [
        Exemplar(
          id: "MH1", area: area, title: "Mô hình mẫu của \(unit.name)",
          summary: "Mô hình được tổ chức thường xuyên, có sản phẩm cụ thể, được học sinh và cha mẹ học sinh hưởng ứng.")
      ]
    }
    return content
  }

  private mutating func activity(_ index: Int) -> Activity {
    let tasks = regime.tasks.filter { if case .once = $0.timing { false } else { true } }
    let task = tasks[index % tasks.count]
    let free = regime.products.map(\.code).filter { !regime.boundProducts.contains($0) }
    let length = Int(period.window.to.dayNumber - period.window.from.dayNumber)
    let area = regime.areas[index % regime.areas.count].code
    let topics = index % 3 == 0 && !regime.topics.isEmpty ? [random.element(regime.topics).code] : []
    return Activity(
      id: "HD\(index + 1)", date: period.window.from.adding(days: random.number(0...length)), task: task.code,
      area: area,
      channel: random.element(regime.channels).code, product: random.element(task.products + free), topics: topics,
      quantity: Int64(random.number(1...5)), people: Int64(random.number(0...400)),
      title: "Hoạt động truyền thông số \(index + 1) về \(task.shortName.vietnamese.prefix(60))",
      link: "https://truong.example.edu.vn/tin/\(index + 1)", note: nil)
  }

  /// Moves the areas round until no rule misses an activity that the told values speak of.
  private func settleAreas(_ content: inout SubmissionContent) {
    let areas = regime.areas.map(\.code)
    for _ in areas {
      let view = ContentView(content: content)
      let isMissed = regime.rules.contains {
        $0.scope == .submission && $0.expression.evaluate(view, missing: $0.missing) == .fails
      }
      guard isMissed else { return }
      for index in content.activities.indices {
        let position = areas.firstIndex(of: content.activities[index].area) ?? 0
        content.activities[index].area = areas[(position + 1) % areas.count]
      }
    }
  }

  /// Values of everything the kind is asked: close to each other, so that none is an outlier, and then mended until the rules
  /// of the regime hold.
  private mutating func indicators(_ kind: String) -> [IndicatorValue] {
    var values: [(code: String, value: Amount)] = []
    for indicator in regime.indicators where !indicator.isDerived && indicator.asks(kind) {
      let scale = indicator.printed?.divisor ?? 1
      values.append((indicator.code, Amount(Int64(random.number(80...150)) * scale)))
    }
    for rule in regime.rules {
      switch (rule.scope, rule.expression) {
      case (.submission, .comparison(.lessOrEqual, .told(let small?), .told(let large?))):
        guard let first = values.firstIndex(where: { $0.code == small }),
          let second = values.firstIndex(where: { $0.code == large }), values[first].value > values[second].value
        else { continue }
        values[first].value = values[second].value
      case (.eachTold, let expression) where !rule.indicators.isEmpty:
        for index in values.indices where rule.indicators.contains(values[index].code) {
          let code = values[index].code
          let one = OneValue(code: code, value: values[index].value)
          if expression.evaluate(one, missing: rule.missing, it: code) == .fails {
            values[index].value = Amount(random.number(0...1))
          }
        }
      default: continue
      }
    }
    return values.map { IndicatorValue(code: $0.code, value: $0.value) }
  }
}

/// A rule's view of a single value.
private struct OneValue: RuleContext {
  let code: String
  let value: Amount

  func told(_ indicator: String) -> Amount? { indicator == code ? value : nil }
  var activities: Rows<Activity> { [] }
  var exemplarAreas: [String] { [] }
  func hasNarrative(_ section: String) -> Bool { false }
  func parts(_ indicator: String) -> Amount? { nil }
  func median(_ indicator: String) -> Amount? { nil }
}

/// A rule's view of a report in the making.
private struct ContentView: RuleContext {
  let content: SubmissionContent

  func told(_ indicator: String) -> Amount? { content.value(of: indicator) }
  var activities: Rows<Activity> { content.activities }
  var exemplarAreas: [String] { content.exemplars.map(\.area) }
  func hasNarrative(_ section: String) -> Bool { true }
  func parts(_ indicator: String) -> Amount? { nil }
  func median(_ indicator: String) -> Amount? { nil }
}
