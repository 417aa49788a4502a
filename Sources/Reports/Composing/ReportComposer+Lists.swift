import Aggregation
import Regimes
import ReportingModel

extension ReportComposer {
  /// Products of the department's own offices, in the regime's order (<doc:layout#Guidance-and-inspection>).
  package var officeProducts: [(code: String, quantity: Int128)] {
    let offices = Set(regime.unitKinds.filter { $0.group == .office }.map(\.code))
    return regime.products.map { product in
      let quantity = aggregate.activities.kindProducts.rows.reduce(Int128(0)) { sum, row in
        offices.contains(row.codes[0]) && row.codes[1] == product.code ? sum + row.measures.quantity : sum
      }
      return (product.code, quantity)
    }
  }

  /// A period as people name it.
  func name(of period: PeriodKey) -> String { Words.withoutGap(facts.register.name(of: period).vietnamese) }

  /// A unit's name on the window's last day.
  func name(of unit: String) -> String {
    facts.registry.description(of: unit, on: aggregate.window.to)?.name ?? unit
  }

  /// Regions by activities per reporting unit, never by the bare sum: regions differ in size
  /// (<doc:layout#Results-by-place>). Outside the department nobody is called the last.
  var regions: [String: Any]? {
    let known = aggregate.places.regions.filter { $0.code != "-" }
    guard !known.isEmpty else { return nil }
    var entry: [String: Any] = ["tatCa": known.allSatisfy { $0.measures.records > 0 }]
    let comparable = known.filter { $0.average != nil && $0.reporting >= 5 }
    guard comparable.count > 1, comparable.count == known.count,
      let highest = comparable.max(by: RegionFigure.isLower), let high = highest.average
    else { return entry }
    entry["caoNhat"] = plain(highest.code)
    entry["cao"] = VietnameseNumber.text(high)
    return entry
  }

  /// Tasks that fall due next: those not due yet, and those that go by the year.
  var nextTasks: String? {
    let names = aggregate.tasks.figures.filter { $0.status == .notDue }.compactMap {
      regime.task($0.code)?.shortName.vietnamese
    }
    return names.isEmpty ? nil : names.map(Words.inSentence).joined(separator: "; ")
  }
}

extension RegionFigure {
  fileprivate static func isLower(_ left: RegionFigure, _ right: RegionFigure) -> Bool {
    (left.average?.hundredths ?? 0, right.code) < (right.average?.hundredths ?? 0, left.code)
  }
}
