/// Dense numbers for the codes of one dimension.
///
/// Numbers are given in the order of first sight and, once `sort()` has run, in bytewise order of the codes: comparing
/// numbers then compares codes.
struct CodeTable: Sendable {
  /// The code under which falls what has none (<doc:counting#Activities>).
  static let none = "-"

  private(set) var codes: [String] = []
  private var numbers: [String: UInt32] = [:]

  var count: Int { codes.count }

  /// The number of a code, given now if the code is new; an empty code counts as none.
  mutating func number(of code: String) -> UInt32 {
    let code = code.isEmpty ? CodeTable.none : code
    if let number = numbers[code] { return number }
    let number = UInt32(truncatingIfNeeded: codes.count)
    codes.append(code)
    numbers[code] = number
    return number
  }

  /// The number of a code that is known.
  func known(_ code: String) -> Int? { numbers[code].map(Int.init) }

  /// Brings the codes into bytewise order and gives the new number for each old one.
  mutating func sort() -> [UInt32] {
    let order = codes.indices.sorted { codes[$0].utf8.lexicographicallyPrecedes(codes[$1].utf8) }
    var renumbered = [UInt32](repeating: 0, count: codes.count)
    for (new, old) in order.enumerated() {
      renumbered[old] = UInt32(truncatingIfNeeded: new)
      numbers[codes[old]] = renumbered[old]
    }
    codes = order.map { codes[$0] }
    return renumbered
  }
}

extension String {
  /// Whether the text's bytes come before another's: the order of every list in an output.
  func bytewisePrecedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
