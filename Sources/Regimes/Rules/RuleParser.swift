import ReportingModel
import VietnameseText

extension RuleExpression {
  /// Reads a rule.
  /// - Throws: `RuleSyntaxError` with the place: a wrong word, an unknown code, a number where true or false is needed.
  package init(parsing text: String, _ vocabulary: RuleVocabulary) throws(RuleSyntaxError) {
    var parser = RuleParser(tokens: try RuleToken.tokens(of: text, codes: vocabulary.codes), vocabulary: vocabulary)
    self = try parser.rule()
  }
}

/// Recursive descent over the grammar of `RuleExpression`; nesting is bounded, so no input can exhaust the stack.
struct RuleParser {
  let tokens: [RuleToken]
  let vocabulary: RuleVocabulary
  var position = 0
  private var depth = 0
  /// Parentheses inside one another.
  private static let maximumDepth = 64
  /// Words, numbers and signs of a rule: also a long chain of operators makes a deep tree.
  private static let maximumTokens = 400

  init(tokens: [RuleToken], vocabulary: RuleVocabulary) {
    self.tokens = tokens
    self.vocabulary = vocabulary
  }

  var current: RuleToken { tokens[min(position, tokens.count - 1)] }

  mutating func rule() throws(RuleSyntaxError) -> RuleExpression {
    if tokens.count > RuleParser.maximumTokens {
      throw RuleSyntaxError(tokens[RuleParser.maximumTokens].offset, "Quy tắc quá dài.", "The rule is too long.")
    }
    let result: RuleExpression
    if take(word: "if") {
      let premise = try needLogic { (parser) throws(RuleSyntaxError) in try parser.logic() }
      try expect(word: "then")
      result = .implication(premise, try needLogic { (parser) throws(RuleSyntaxError) in try parser.logic() })
    } else {
      result = try needLogic { (parser) throws(RuleSyntaxError) in try parser.logic() }
    }
    guard current.kind == .end else { throw unexpected() }
    return result
  }

  private mutating func logic() throws(RuleSyntaxError) -> RuleExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth < RuleParser.maximumDepth else {
      throw RuleSyntaxError(current.offset, "Quy tắc lồng nhau quá sâu.", "The rule is nested too deeply.")
    }
    let start = current.offset
    var left = try conjunction()
    while current.kind == .word("or") {
      try needLogic(left, at: start)
      position += 1
      left = .or(left, try needLogic { (parser) throws(RuleSyntaxError) in try parser.conjunction() })
    }
    return left
  }

  private mutating func conjunction() throws(RuleSyntaxError) -> RuleExpression {
    let start = current.offset
    var left = try negation()
    while current.kind == .word("and") {
      try needLogic(left, at: start)
      position += 1
      left = .and(left, try needLogic { (parser) throws(RuleSyntaxError) in try parser.negation() })
    }
    return left
  }

  private mutating func negation() throws(RuleSyntaxError) -> RuleExpression {
    var count = 0
    while take(word: "not") { count += 1 }
    let start = current.offset
    let inner = try comparison()
    guard count > 0 else { return inner }
    try needLogic(inner, at: start)
    return count % 2 == 1 ? .not(inner) : inner
  }

  private mutating func comparison() throws(RuleSyntaxError) -> RuleExpression {
    let start = current.offset
    let left = try sum()
    guard case .sign(let sign) = current.kind, let comparison = RuleExpression.Comparison(rawValue: sign) else {
      return left
    }
    try needNumber(left, at: start)
    position += 1
    return .comparison(comparison, left, try needNumber { (parser) throws(RuleSyntaxError) in try parser.sum() })
  }

  private mutating func sum() throws(RuleSyntaxError) -> RuleExpression {
    let start = current.offset
    var left = try product()
    while case .sign(let sign) = current.kind, sign == "+" || sign == "-",
      let operation = RuleExpression.Arithmetic(rawValue: sign)
    {
      try needNumber(left, at: start)
      position += 1
      left = .arithmetic(
        operation, left, try needNumber { (parser) throws(RuleSyntaxError) in try parser.product() })
    }
    return left
  }

  private mutating func product() throws(RuleSyntaxError) -> RuleExpression {
    let start = current.offset
    var left = try sign()
    while case .sign(let sign) = current.kind, sign == "*" || sign == "/",
      let operation = RuleExpression.Arithmetic(rawValue: sign)
    {
      try needNumber(left, at: start)
      position += 1
      left = .arithmetic(operation, left, try needNumber { (parser) throws(RuleSyntaxError) in try parser.sign() })
    }
    return left
  }

  private mutating func sign() throws(RuleSyntaxError) -> RuleExpression {
    var isNegative = false
    var hasSign = false
    while take(sign: "-") {
      isNegative.toggle()
      hasSign = true
    }
    let start = current.offset
    let inner = try atom()
    if hasSign { try needNumber(inner, at: start) }
    return isNegative ? .negative(inner) : inner
  }

  private mutating func atom() throws(RuleSyntaxError) -> RuleExpression {
    let token = current
    switch token.kind {
    case .number(let amount):
      position += 1
      return .number(amount)
    case .sign("("):
      position += 1
      let inner = try logic()
      try expect(sign: ")")
      return inner
    case .word(let word):
      position += 1
      switch word {
      case "it": return .told(try itself(at: token))
      case "parts": return .parts(try subject())
      case "median": return .median(try subject())
      case "count": return try count()
      case "sum": return try measured()
      case "text":
        try expect(sign: "(")
        let section = try code(of: vocabulary.sections)
        try expect(sign: ")")
        return .text(section)
      default:
        position -= 1
        return .told(try indicator())
      }
    default: throw unexpected()
    }
  }

  private func itself(at token: RuleToken) throws(RuleSyntaxError) -> String? {
    guard vocabulary.allowsIt else {
      throw RuleSyntaxError(
        token.offset, "«it» chỉ dùng trong quy tắc xét từng chỉ tiêu.", "“it” is only for rules over each indicator.")
    }
    return nil
  }

  private mutating func indicator() throws(RuleSyntaxError) -> String {
    if case .word(let word) = current.kind, vocabulary.derived.contains(word) {
      throw RuleSyntaxError(
        current.offset, "«\(word)» không do đơn vị báo; hãy đếm từ hoạt động: sum(quantity where …).",
        "«\(word)» is not told; count it from the activities: sum(quantity where …).")
    }
    return try code(of: vocabulary.indicators)
  }

  private mutating func subject() throws(RuleSyntaxError) -> String? {
    try expect(sign: "(")
    let token = current
    let result: String?
    if take(word: "it") { result = try itself(at: token) } else { result = try indicator() }
    try expect(sign: ")")
    return result
  }

  private mutating func count() throws(RuleSyntaxError) -> RuleExpression {
    try expect(sign: "(")
    if take(word: "exemplars") {
      let filter = try filter(fields: ["area"])
      try expect(sign: ")")
      return .exemplars(areas: filter.areas)
    }
    try expect(word: "activities")
    let filter = try filter(fields: ["task", "area", "channel", "product", "topic"])
    try expect(sign: ")")
    return .activities(.records, filter)
  }

  private mutating func measured() throws(RuleSyntaxError) -> RuleExpression {
    try expect(sign: "(")
    guard case .word(let name) = current.kind, let measure = RuleExpression.Measure(rawValue: name), measure != .records
    else { throw unexpected() }
    position += 1
    let filter = try filter(fields: ["task", "area", "channel", "product", "topic"])
    try expect(sign: ")")
    return .activities(measure, filter)
  }

  private mutating func filter(fields: [String]) throws(RuleSyntaxError) -> ActivityFilter {
    var result = ActivityFilter()
    guard take(word: "where") else { return result }
    var seen: Set<String> = []
    repeat {
      guard case .word(let field) = current.kind, fields.contains(field), seen.insert(field).inserted else {
        throw unexpected()
      }
      position += 1
      switch field {
      case "task": result.tasks = try codes(of: vocabulary.tasks)
      case "area": result.areas = try codes(of: vocabulary.areas)
      case "channel": result.channels = try codes(of: vocabulary.channels)
      case "product": result.products = try codes(of: vocabulary.products)
      default: result.topics = try codes(of: vocabulary.topics)
      }
    } while take(word: "and")
    return result
  }

  private mutating func codes(of known: Set<String>) throws(RuleSyntaxError) -> [String] {
    if take(sign: "=") { return [try code(of: known)] }
    try expect(word: "in")
    try expect(sign: "(")
    var result = [try code(of: known)]
    while take(sign: ",") { result.append(try code(of: known)) }
    try expect(sign: ")")
    return result
  }

  private mutating func code(of known: Set<String>) throws(RuleSyntaxError) -> String {
    guard case .word(let word) = current.kind else { throw unexpected() }
    guard known.contains(word) else {
      let near = nearest(word, in: known.sorted())
      throw RuleSyntaxError(
        current.offset, "Không có mã «\(word)»." + (near.map { " Gần nhất: \($0)." } ?? ""),
        "There is no code «\(word)»." + (near.map { " Nearest: \($0)." } ?? ""))
    }
    position += 1
    return word
  }
}
