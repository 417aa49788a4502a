package import ReportingModel

/// A word or sign of the rule language and where it begins.
struct RuleToken: Equatable {
  enum Kind: Equatable {
    case word(String)
    case number(Amount)
    case sign(String)
    case end
  }

  let kind: Kind
  /// Unicode scalars before it.
  let offset: Int
}

/// Why a rule cannot be read, and at which character (from 0).
package struct RuleSyntaxError: Error, Sendable, Hashable {
  package let offset: Int
  package let message: LocalizedText

  init(_ offset: Int, _ vietnamese: String, _ english: String) {
    self.offset = offset
    message = LocalizedText(vietnamese, english)
  }
}

extension RuleToken {
  /// Cuts a rule into words, numbers and signs.
  /// - Parameter codes: of the regime; one with a point or a hyphen in it is one word.
  static func tokens(of text: String, codes: Set<String>) throws(RuleSyntaxError) -> [RuleToken] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [RuleToken] = []
    var position = 0
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      (65...90).contains(scalar.value) || (97...122).contains(scalar.value) || scalar == "_"
    }
    while position < scalars.count {
      let scalar = scalars[position]
      let start = position
      if scalar.properties.isWhitespace {
        position += 1
      } else if let code = code(in: scalars[start...], codes) {
        position += code.unicodeScalars.count
        tokens.append(RuleToken(kind: .word(code), offset: start))
      } else if isLetter(scalar) {
        while position < scalars.count, isLetter(scalars[position]) || isDigit(scalars[position]) { position += 1 }
        tokens.append(RuleToken(kind: .word(string(scalars[start..<position])), offset: start))
      } else if isDigit(scalar) {
        while position < scalars.count, isDigit(scalars[position]) || scalars[position] == "." { position += 1 }
        guard let amount = Amount(plain: string(scalars[start..<position])) else {
          throw RuleSyntaxError(start, "Số không đúng.", "A malformed number.")
        }
        tokens.append(RuleToken(kind: .number(amount), offset: start))
      } else {
        let pair = position + 1 < scalars.count ? string(scalars[position...position + 1]) : ""
        let alias = ["<=": "≤", ">=": "≥", "!=": "≠"]
        if let sign = alias[pair] {
          tokens.append(RuleToken(kind: .sign(sign), offset: start))
          position += 2
        } else if "=<>≤≥≠+-*/(),".unicodeScalars.contains(scalar) {
          tokens.append(RuleToken(kind: .sign(String(scalar)), offset: start))
          position += 1
        } else {
          throw RuleSyntaxError(
            start, "Ký tự «\(scalar)» không dùng trong quy tắc.", "«\(scalar)» has no place in a rule.")
        }
      }
    }
    tokens.append(RuleToken(kind: .end, offset: scalars.count))
    return tokens
  }

  /// The longest code that the text begins with, ended by no further letter or digit. A number is never taken for a code.
  private static func code(in scalars: ArraySlice<Unicode.Scalar>, _ codes: Set<String>) -> String? {
    func isOfCode(_ scalar: Unicode.Scalar) -> Bool {
      (65...90).contains(scalar.value) || (48...57).contains(scalar.value) || "._-".unicodeScalars.contains(scalar)
    }
    var run = scalars.prefix { isOfCode($0) }.prefix(longestCode)
    while run.contains(where: { (65...90).contains($0.value) }) {
      let next = scalars.dropFirst(run.count).first
      let goesOn = next.map { $0.properties.isAlphabetic || (48...57).contains($0.value) || $0 == "_" } ?? false
      let code = string(run)
      if !goesOn, codes.contains(code) { return code }
      run = run.dropLast()
    }
    return nil
  }

  /// Codes are no longer (`regime.xsd`).
  private static let longestCode = 35

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
