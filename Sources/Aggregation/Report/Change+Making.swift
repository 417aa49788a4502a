import ReportingModel

extension Change {
  /// How the figures of a window moved against another's, in the order of the sections and of the regime.
  static func changes(_ now: WindowFigures, since before: WindowFigures) -> [Change] {
    var changes = self.changes("total", "", now.total, before.total)
    for (section, list, old) in [
      ("tasks", now.tasks, before.tasks), ("contentAreas", now.contentAreas, before.contentAreas),
    ] {
      for (row, oldRow) in zip(list, old) { changes += self.changes(section, row.code, row.measures, oldRow.measures) }
    }
    for (indicator, old) in zip(now.indicators, before.indicators) {
      guard let value = indicator.value, let oldValue = old.value else { continue }
      changes.append(change("indicators", indicator.code, "value", value, oldValue))
    }
    return changes
  }

  private static func changes(_ section: String, _ code: String, _ now: Measures, _ before: Measures) -> [Change] {
    [
      change(section, code, "records", Amount(now.records), Amount(before.records)),
      change(section, code, "soLuong", Amount(now.quantity), Amount(before.quantity)),
      change(section, code, "soNguoi", Amount(now.people), Amount(before.people)),
      change(section, code, "units", Amount(now.units), Amount(before.units)),
    ]
  }

  private static func change(
    _ section: String, _ code: String, _ measure: String, _ now: Amount, _ before: Amount
  ) -> Change {
    Change(
      section: section, code: code, measure: measure, difference: now - before,
      percent: Percent((now - before).thousandths, of: before.thousandths))
  }
}
