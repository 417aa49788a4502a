package import Regimes
import ReportingModel

/// The codes that a submission may use, by list: those of its regime.
package struct CodeBook: Sendable {
  private let sets: [CodeList: CodeSet]

  package init(_ regime: Regime) {
    let explainable = regime.rules.map(\.code) + FindingCode.allCases.map(\.rawValue)
    // As the receipt prints them.
    let findings = regime.rules.map(\.findingCode)
    sets = [
      .periodKinds: CodeSet(regime.periodKinds.map { ($0.code, PeriodWords.names(of: $0)) }),
      .tasks: CodeSet(regime.tasks.map { ($0.code, [$0.name.vietnamese, $0.shortName.vietnamese]) }),
      .areas: CodeSet(regime.areas.map(\.named)),
      .channels: CodeSet(regime.channels.map(\.named)),
      .products: CodeSet(
        regime.products.map { ($0.code, $0.named.names + CodeBook.alternatives(in: $0.name.vietnamese)) }),
      .topics: CodeSet(regime.topics.map(\.named)),
      .indicators: CodeSet(
        regime.indicators.map { ($0.code, [$0.name.vietnamese, "\($0.name.vietnamese) (\($0.unit.vietnamese))"]) }),
      .sections: CodeSet(regime.sections.map { ($0.code, [$0.name.vietnamese]) }),
      .explainable: CodeSet(explainable.map { ($0, []) }, also: findings),
    ]
  }

  func set(_ list: CodeList) -> CodeSet { sets[list] ?? CodeSet([]) }

  /// The codes that a column takes; none where it takes something else.
  func codes(of column: Column) -> [String] {
    switch column.type {
    case .code(let list), .codes(let list): set(list).codes
    default: []
    }
  }

  /// A product's name lists what it may be (`Cuộc thi, hội thi, …, ngày hội`): each alone means the product too.
  private static func alternatives(in name: String) -> [String] {
    name.split(separator: ",").map { String($0) }
  }
}

extension CodedName {
  fileprivate var named: (code: String, names: [String]) { (code, [name.vietnamese, shortName.vietnamese]) }
}

/// How people write the kinds of period: `Học kỳ I`, `Học kỳ 1`, `HK I`, `Cả năm`.
private enum PeriodWords {
  private static let roman = ["I", "II", "III", "IV"]

  static func names(of kind: PeriodKind) -> [String] {
    let name = kind.name.vietnamese
    var names = [name]
    if name.hasSuffix(" năm học") { names.append(String(name.dropLast(" học".count))) }
    for (index, numeral) in roman.enumerated() {
      if name.hasSuffix(" " + numeral) { names.append(name.dropLast(numeral.count) + "\(index + 1)") }
      if kind.code.hasSuffix("\(index + 1)") { names.append(kind.code.dropLast() + numeral) }
    }
    return names
  }
}
