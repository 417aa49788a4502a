import ReportingModel

extension RuleParser {
  mutating func take(word: String) -> Bool { take(.word(word)) }
  mutating func take(sign: String) -> Bool { take(.sign(sign)) }

  private mutating func take(_ kind: RuleToken.Kind) -> Bool {
    guard current.kind == kind else { return false }
    position += 1
    return true
  }

  mutating func expect(word: String) throws(RuleSyntaxError) {
    guard take(word: word) else {
      throw RuleSyntaxError(current.offset, "Cần có «\(word)» ở đây.", "“\(word)” is needed here.")
    }
  }

  mutating func expect(sign: String) throws(RuleSyntaxError) {
    guard take(sign: sign) else {
      throw RuleSyntaxError(current.offset, "Cần có «\(sign)» ở đây.", "“\(sign)” is needed here.")
    }
  }

  func unexpected() -> RuleSyntaxError {
    switch current.kind {
    case .end: RuleSyntaxError(current.offset, "Quy tắc kết thúc quá sớm.", "The rule ends too soon.")
    case .word(let word), .sign(let word):
      RuleSyntaxError(current.offset, "«\(word)» không đúng chỗ.", "«\(word)» is out of place.")
    case .number(let number):
      RuleSyntaxError(current.offset, "«\(number)» không đúng chỗ.", "«\(number)» is out of place.")
    }
  }

  func needLogic(_ expression: RuleExpression, at offset: Int) throws(RuleSyntaxError) {
    guard expression.isLogic else {
      throw RuleSyntaxError(offset, "Cần một điều kiện đúng hay sai.", "A condition is needed, not a number.")
    }
  }

  func needNumber(_ expression: RuleExpression, at offset: Int) throws(RuleSyntaxError) {
    guard !expression.isLogic else {
      throw RuleSyntaxError(offset, "Cần một con số.", "A number is needed, not a condition.")
    }
  }

  mutating func needLogic(
    _ read: (inout RuleParser) throws(RuleSyntaxError) -> RuleExpression
  ) throws(RuleSyntaxError) -> RuleExpression {
    let offset = current.offset
    let expression = try read(&self)
    try needLogic(expression, at: offset)
    return expression
  }

  mutating func needNumber(
    _ read: (inout RuleParser) throws(RuleSyntaxError) -> RuleExpression
  ) throws(RuleSyntaxError) -> RuleExpression {
    let offset = current.offset
    let expression = try read(&self)
    try needNumber(expression, at: offset)
    return expression
  }
}
