import Aggregation
import Regimes
import ReportingModel

extension ReportComposer {
  /// Products of the department's own offices, in the regime's order (<doc:layout#Guidance-and-inspection>).
  package var officeProducts: [(code: String, quantity: Int128)] {
    let offices = Set(regime.unitKinds.filter { $0.group == .office }.map(\.code))
    return regime.products.map { product in
      let quantity = aggregate.kindProducts.rows.reduce(Int128(0)) { sum, row in
        offices.contains(row.codes[0]) && row.codes[1] == product.code ? sum + row.measures.quantity : sum
      }
      return (product.code, quantity)
    }
  }

  /// A period as people name it.
  func name(of period: PeriodKey) -> String { facts.register.name(of: period).vietnamese }

  /// A unit's name on the window's last day.
  func name(of unit: String) -> String {
    facts.registry.description(of: unit, on: aggregate.window.to)?.name ?? unit
  }

  /// One paragraph a task, those with activities that everybody shares: neither the plan itself nor the reporting.
  var taskRows: [[String: Any]] {
    let letters = Array("abcdefghiklmnopqrstuvxy")
    let spoken = regime.tasks.filter { task in
      switch task.timing {
      case .once, .reporting: false
      default: true
      }
    }
    return spoken.enumerated().compactMap { index, task in
      guard let figure = aggregate.tasks.first(where: { $0.code == task.code }) else { return nil }
      var row: [String: Any] = [
        "chu": index < letters.count ? String(letters[index]) : String(index + 1), "ten": task.shortName.vietnamese,
        "chuTri": task.leadText.vietnamese, "hoatDong": VietnameseNumber.text(figure.measures.records),
        "sanPham": VietnameseNumber.text(figure.measures.quantity),
        "luotNguoi": VietnameseNumber.text(figure.measures.people),
        "donVi": VietnameseNumber.text(figure.measures.units),
        "co": figure.measures.records > 0, "trangThai": Words.inSentence(Words.status(figure, task)),
      ]
      if let notable = aggregate.notable.first(where: { $0.dimension == .task && $0.code == task.code }) {
        row["tieuBieu"] =
          [
            "ten": plain(notable.activity.activity.title), "donVi": plain(name(of: notable.activity.unit)),
            "ngay": notable.activity.activity.date.vietnamese,
          ] as [String: Any]
      }
      return row
    }
  }

  /// Regions by activities per reporting unit, never by the bare sum: regions differ in size
  /// (<doc:layout#Results-by-place>).
  var regionComparison: [String: Any]? {
    let known = aggregate.regions.filter { $0.average != nil && $0.code != "-" }
    guard known.count > 1, let highest = known.max(by: RegionFigure.isLower),
      let lowest = known.min(by: RegionFigure.isLower),
      let high = highest.average, let low = lowest.average, high != low
    else { return nil }
    return [
      "caoNhat": plain(highest.code), "cao": VietnameseNumber.text(high), "thapNhat": plain(lowest.code),
      "thap": VietnameseNumber.text(low),
    ]
  }

  /// Up to three exemplars, the first of each area.
  var notableExemplars: [String: Any]? {
    var areas: Set<String> = []
    let chosen = aggregate.exemplars.filter { areas.insert($0.area).inserted }.prefix(3)
    guard !chosen.isEmpty else { return nil }
    let list = chosen.enumerated().map { index, exemplar in
      [
        "ten": "«\(plain(exemplar.title))»", "donVi": plain(name(of: exemplar.unit)),
        "phanCach": index + 1 == chosen.count ? "." : "; ",
      ] as [String: Any]
    }
    return ["danhSach": list]
  }

  /// Tasks that fall due next: those not due yet, and those that go by the year.
  var nextTasks: String? {
    let names = aggregate.tasks.filter { $0.status == .notDue }.compactMap {
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
