import VietnameseText

/// One list of codes and the ways people write them (<doc:bundle#Codes-in-cells>).
struct CodeSet: Sendable {
  enum Match: Equatable {
    case code(String)
    case ambiguous([String])
    /// The cell names more than one code.
    case several([String])
    /// The code, and behind it what is no name of it.
    case tail(String)
    case unknown
  }

  let codes: [String]
  private let known: Set<String>
  private let byStem: [String: [String]]
  private let byNumber: [String: [String]]
  /// Codes by their folded printed names, alone and behind the code.
  private let byName: [String: [String]]

  init(_ codes: [String]) { self.init(codes.map { ($0, []) }) }

  /// - Parameters:
  ///   - codes: with the names that stand for them.
  ///   - others: codes that are taken where they are written whole.
  init(_ codes: [(code: String, names: [String])], also others: [String] = []) {
    self.codes = codes.map(\.code)
    known = Set(self.codes + others)
    byStem = Dictionary(grouping: self.codes, by: CodeSet.stem)
    byNumber = Dictionary(grouping: self.codes.filter { !CodeSet.number(of: $0).isEmpty }, by: CodeSet.number)
    var byName: [String: [String]] = [:]
    for (code, names) in codes {
      for key in Set(names.flatMap { [foldedKey($0), foldedKey(code + $0)] }) { byName[key, default: []].append(code) }
    }
    self.byName = byName
  }

  /// The code that a cell means: the printed name of one, whole or behind the code; else what stands before its first space or
  /// dash, case and leading zeros ignored, where the rest may be a name of it.
  func match(_ cell: String) -> Match {
    if known.contains(cell) { return .code(cell) }
    let upper = cell.uppercased()
    if known.contains(upper) { return .code(upper) }
    if cell.utf8.count <= CodeSet.longestName, let named = byName[foldedKey(cell)] { return CodeSet.only(named) }
    let head = cell.prefix { !CodeSet.endsCode($0) }
    switch codes(written: head.uppercased()) {
    case .code(let code): return judge(cell[head.endIndex...], behind: code)
    case let other:
      let several = codesNamed(in: cell)
      return several.count > 1 ? .several(several) : other
    }
  }

  /// Whether a cell is a code or a name of one, and nothing else.
  func isMere(_ cell: String) -> Bool {
    guard cell.utf8.count <= CodeSet.longestName else { return false }
    return known.contains(cell) || byName[foldedKey(cell)] != nil || !cell.contains(where: CodeSet.endsCode)
      || byName[foldedKey(String(cell.drop { !CodeSet.endsCode($0) }))] != nil
  }

  /// Exactly one of the codes, as XML demands.
  func matchExactly(_ text: String) -> Match {
    if known.contains(text) { return .code(text) }
    let several = codesNamed(in: text)
    return several.count > 1 ? .several(several) : .unknown
  }

  /// The codes that stand in a text as words of their own, in its order; only as much of it is looked at as a cell of codes has.
  func codesNamed(in text: String) -> [String] {
    var result: [String] = []
    let start = text.unicodeScalars.prefix(CodeSet.longestName)
    for word in start.split(whereSeparator: { !$0.properties.isAlphabetic && !$0.isDigit }) {
      guard word.contains(where: { !$0.isDigit }), case .code(let code) = codes(written: String(word).uppercased())
      else { continue }
      if !result.contains(code) { result.append(code) }
    }
    return result
  }

  /// A code as it is written, with its case and the zeros of its number as they come.
  private func codes(written head: String) -> Match {
    let head = String(String.UnicodeScalarView(head.unicodeScalars.filter { !$0.isInvisible }))
    guard !head.isEmpty else { return .unknown }
    if known.contains(head) { return .code(head) }
    let isNumber = head.utf8.allSatisfy { (48...57).contains($0) }
    return CodeSet.only((isNumber ? byNumber[CodeSet.number(of: head)] : byStem[CodeSet.stem(head)]) ?? [])
  }

  private static func only(_ candidates: [String]) -> Match {
    switch candidates.count {
    case 0: .unknown
    case 1: .code(candidates[0])
    default: .ambiguous(candidates)
    }
  }

  /// Whether what stands behind a code may stand there: its name, or a few words that name nothing else.
  private func judge(_ rest: Substring, behind code: String) -> Match {
    if rest.utf8.count <= CodeSet.longestName, let named = byName[foldedKey(String(rest))] {
      return named.contains(code) ? .code(code) : .several([code] + named)
    }
    let others = (codesNamed(in: String(rest)) + numbered(rest)).filter { $0 != code }
    if !others.isEmpty { return .several([code] + others) }
    return CodeSet.isShort(rest) ? .code(code) : .tail(code)
  }

  /// Codes that a rest of numbers alone means: `NV05-06`; in brackets they mean none.
  private func numbered(_ rest: Substring) -> [String] {
    let words = rest.utf8.split { !(48...57).contains($0) }
    guard rest.utf8.count <= 20, rest.utf8.allSatisfy({ $0 < 0x41 && $0 != UInt8(ascii: "(") }) else { return [] }
    return words.flatMap { byNumber[CodeSet.number(of: String(decoding: $0, as: UTF8.self))] ?? [] }
  }

  private static func isShort(_ rest: Substring) -> Bool {
    guard rest.unicodeScalars.prefix(longestRest + 1).count <= longestRest else { return false }
    var isSentence = false
    for scalar in rest.unicodeScalars {
      if scalar == ";" || scalar.value < 0x20 || isSentence && scalar.properties.isWhitespace { return false }
      isSentence = [".", "!", "?", "…"].contains(scalar)
    }
    return !isSentence
  }

  private static let longestRest = 60
  /// In UTF-8; longer texts are no name.
  private static let longestName = 400

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

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { (48...57).contains(value) }
}
