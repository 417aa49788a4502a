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
      .periodKinds: CodeSet(regime.periodKinds.map(\.code)),
      .tasks: CodeSet(regime.tasks.map(\.code)),
      .areas: CodeSet(regime.areas.map(\.code)),
      .channels: CodeSet(regime.channels.map(\.code)),
      .products: CodeSet(regime.products.map(\.code)),
      .topics: CodeSet(regime.topics.map(\.code)),
      .indicators: CodeSet(regime.indicators.map(\.code)),
      .sections: CodeSet(regime.sections.map(\.code)),
      .explainable: CodeSet(explainable, also: findings),
    ]
  }

  func set(_ list: CodeList) -> CodeSet { sets[list] ?? CodeSet([]) }
}

/// One list of codes and the ways people write them.
struct CodeSet: Sendable {
  enum Match: Equatable {
    case code(String)
    case ambiguous([String])
    case unknown
  }

  let codes: [String]
  private let known: Set<String>
  private let byStem: [String: [String]]
  private let byNumber: [String: [String]]

  /// - Parameter others: codes that are taken where they are written whole.
  init(_ codes: [String], also others: [String] = []) {
    self.codes = codes
    known = Set(codes + others)
    byStem = Dictionary(grouping: codes, by: CodeSet.stem)
    byNumber = Dictionary(grouping: codes.filter { !CodeSet.number(of: $0).isEmpty }, by: CodeSet.number)
  }

  /// The code that a cell means (<doc:bundle#Codes-in-cells>): whole, else read to its first space or dash, case and
  /// leading zeros ignored; bare digits stand for the one code that ends in that number.
  func match(_ cell: String) -> Match {
    if known.contains(cell) { return .code(cell) }
    let upper = cell.uppercased()
    if known.contains(upper) { return .code(upper) }
    let head = String(upper.prefix { !CodeSet.endsCode($0) })
    guard !head.isEmpty else { return .unknown }
    let candidates: [String]
    if head.utf8.allSatisfy({ (48...57).contains($0) }) {
      candidates = byNumber[CodeSet.number(of: head)] ?? []
    } else {
      candidates = byStem[CodeSet.stem(head)] ?? []
    }
    switch candidates.count {
    case 0: return .unknown
    case 1: return .code(candidates[0])
    default: return .ambiguous(candidates)
    }
  }

  /// Exactly one of the codes, as XML demands.
  func matchExactly(_ text: String) -> Match { known.contains(text) ? .code(text) : .unknown }

  private static func endsCode(_ character: Character) -> Bool {
    character.isWhitespace || character == "-" || character == "–" || character == "—" || character == ":"
  }

  /// Trailing digits without leading zeros; `0` for only zeros, empty without digits.
  private static func number(of code: String) -> String {
    let digits = code.utf8.reversed().prefix { (48...57).contains($0) }.reversed()
    guard !digits.isEmpty else { return "" }
    let significant = digits.drop { $0 == 48 }
    return significant.isEmpty ? "0" : String(decoding: Array(significant), as: UTF8.self)
  }

  /// The code with the leading zeros of its trailing number cut.
  private static func stem(_ code: String) -> String {
    let letters = code.utf8.count - code.utf8.reversed().prefix { (48...57).contains($0) }.count
    return String(decoding: Array(code.utf8.prefix(letters)), as: UTF8.self) + "#" + number(of: code)
  }
}
