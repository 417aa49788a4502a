/// Gathers all findings of one thing in one pass, at a cost that stays linear however many there are.
///
/// Every finding is counted into its cause; only the first `limit` are kept whole, and the text of the others is never made
/// (<doc:bundle#Limits>).
package struct FindingLog: Sendable {
  /// Findings with the same code, file and field: one wrong column is one cause, not 812 errors
  /// (<doc:commands#Receipt>).
  package struct Cause: Sendable, Hashable {
    package var code: String
    package var severity: Severity
    package var file: String
    package var field: String?
    package var count: Int
    package var firstLine: Int?
    /// The first finding of the cause, with its words.
    package var first: Finding
  }

  private struct Key: Hashable {
    let code: String
    let severity: Severity
    let file: String
    let field: String?
  }

  /// The findings kept, in the order they were made.
  package private(set) var kept: [Finding] = []
  /// All errors, kept or not.
  package private(set) var errorCount = 0
  /// All warnings, kept or not.
  package private(set) var warningCount = 0
  private let limit: Int
  private var causeIndex: [Key: Int] = [:]
  private var causesInOrder: [Cause] = []

  package init(limit: Int = 1000) {
    self.limit = limit
  }

  /// Adds a finding whose words cost little.
  package mutating func add(_ finding: Finding) {
    add(finding.code, finding.severity, at: finding.location) { finding }
  }

  /// Adds one finding that speaks of several things: it is one, and its cause counts them.
  package mutating func add(_ finding: Finding, about count: Int) {
    add(finding)
    let place = finding.location
    let key = Key(code: finding.code, severity: finding.severity, file: place.file, field: place.field)
    if let index = causeIndex[key] { causesInOrder[index].count += count - 1 }
  }

  package mutating func add(_ findings: [Finding]) {
    for finding in findings { add(finding) }
  }

  /// Adds a finding that may come by the hundred thousand: its words are made only while they are kept.
  package mutating func add(
    _ code: FindingCode, _ severity: Severity, at location: SourceLocation, _ make: () -> Finding
  ) {
    add(code.rawValue, severity, at: location, make)
  }

  private mutating func add(
    _ code: String, _ severity: Severity, at location: SourceLocation, _ make: () -> Finding
  ) {
    if severity == .error { errorCount += 1 } else { warningCount += 1 }
    let key = Key(code: code, severity: severity, file: location.file, field: location.field)
    if let index = causeIndex[key] {
      causesInOrder[index].count += 1
      if kept.count < limit { kept.append(make()) }
    } else {
      let finding = make()
      causeIndex[key] = causesInOrder.count
      causesInOrder.append(
        Cause(
          code: code, severity: severity, file: location.file, field: location.field, count: 1,
          firstLine: location.line, first: finding))
      if kept.count < limit { kept.append(finding) }
    }
  }

  /// The causes, most frequent first, of equal ones the one met first; errors before warnings of the same number.
  package var causes: [Cause] {
    causesInOrder.enumerated().sorted { left, right in
      if left.element.count != right.element.count { return left.element.count > right.element.count }
      if left.element.severity != right.element.severity { return left.element.severity < right.element.severity }
      return left.offset < right.offset
    }.map(\.element)
  }

  package var hasErrors: Bool { errorCount > 0 }
  package var isEmpty: Bool { causesInOrder.isEmpty }

  /// Marks the warnings with these codes as explained by the unit; returns the codes that arose.
  package mutating func explain(_ codes: Set<String>) -> Set<String> {
    var arisen: Set<String> = []
    for index in causesInOrder.indices
    where causesInOrder[index].severity == .warning && codes.contains(causesInOrder[index].code) {
      arisen.insert(causesInOrder[index].code)
      causesInOrder[index].first.explained = true
    }
    for index in kept.indices where kept[index].severity == .warning && codes.contains(kept[index].code) {
      kept[index].explained = true
    }
    return arisen
  }
}
