/// Gathers all findings of one thing in one pass, at a cost that stays linear and in memory that stays flat however many there
/// are.
///
/// Every finding is counted. Only the first `limit` are kept whole, in at most so many causes, and the text of the others is
/// never made (<doc:bundle#Limits>).
package struct FindingLog: Sendable {
  /// Findings with the same code, file and field: one wrong column is one cause, not 812 errors
  /// (<doc:commands#Receipt>).
  package struct Cause: Sendable, Hashable {
    package var code: String
    package var severity: Severity
    package var file: String
    /// Of an element in XML its way from the root, without the numbers of the elements on it.
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

  /// A code as it arose: few, however many findings there are.
  private struct Arisen: Hashable {
    let code: String
    let severity: Severity
  }

  /// The findings kept, in the order they were made.
  package private(set) var kept: [Finding] = []
  /// All errors, kept or not.
  package private(set) var errorCount = 0
  /// All warnings, kept or not.
  package private(set) var warningCount = 0
  /// Codes of the warnings that the unit explained.
  package private(set) var explained: Set<String> = []
  private var limit: Int
  private var causeLimit: Int
  /// How many causes of errors were met, up to the limit of causes.
  package private(set) var errorCauseCount = 0
  private var arisen: [Arisen: Int] = [:]
  private var causeIndex: [Key: Int] = [:]
  private var causesInOrder: [Cause] = []

  /// - Parameters:
  ///   - limit: findings that are kept.
  ///   - causes: causes that are kept; what belongs to a further one is only counted.
  package init(limit: Int = 1000, causes: Int = 200) {
    self.limit = limit
    causeLimit = causes
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
    arisen[Arisen(code: code, severity: severity), default: 0] += 1
    let key = Key(
      code: code, severity: severity, file: location.file, field: location.field.map(FindingLog.withoutNumbers))
    if let index = causeIndex[key] {
      causesInOrder[index].count += 1
      if kept.count < limit { kept.append(make()) }
    } else if causesInOrder.count < causeLimit {
      let finding = make()
      causeIndex[key] = causesInOrder.count
      if severity == .error { errorCauseCount += 1 }
      causesInOrder.append(
        Cause(
          code: code, severity: severity, file: location.file, field: key.field, count: 1, firstLine: location.line,
          first: finding))
      if kept.count < limit { kept.append(finding) }
    }
  }

  /// An element's path without the numbers of the elements on it: `/baoCao/hoatDong/muc[812]` is `/baoCao/hoatDong/muc`.
  private static func withoutNumbers(_ field: String) -> String {
    guard field.utf8.first == UInt8(ascii: "/"), field.utf8.contains(UInt8(ascii: "[")) else { return field }
    var bytes: [UInt8] = []
    var isInside = false
    for byte in field.utf8 {
      if byte == UInt8(ascii: "[") { isInside = true }
      if !isInside { bytes.append(byte) }
      if byte == UInt8(ascii: "]") { isInside = false }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The causes, most frequent first, of equal ones the one met first; errors before warnings of the same number.
  package var causes: [Cause] {
    causesInOrder.enumerated().sorted { left, right in
      if left.element.count != right.element.count { return left.element.count > right.element.count }
      if left.element.severity != right.element.severity { return left.element.severity < right.element.severity }
      return left.offset < right.offset
    }.map(\.element)
  }

  package var count: Int { errorCount + warningCount }
  /// Warnings that the unit explained.
  package var explainedCount: Int {
    explained.reduce(0) { $0 + (arisen[Arisen(code: $1, severity: .warning)] ?? 0) }
  }
  package var hasErrors: Bool { errorCount > 0 }
  package var isEmpty: Bool { count == 0 }

  /// Whether a finding of a code and severity arose, kept or not.
  package func has(_ code: String, _ severity: Severity) -> Bool {
    arisen[Arisen(code: code, severity: severity)] != nil
  }

  /// Marks the warnings with these codes as explained by the unit; returns the codes that arose.
  package mutating func explain(_ codes: Set<String>) -> Set<String> {
    let found = codes.filter { has($0, .warning) }
    explained.formUnion(found)
    for index in causesInOrder.indices
    where causesInOrder[index].severity == .warning && found.contains(causesInOrder[index].code) {
      causesInOrder[index].first.explained = true
    }
    for index in kept.indices where kept[index].severity == .warning && found.contains(kept[index].code) {
      kept[index].explained = true
    }
    return found
  }

  /// Lets go of the findings, of those to come too; causes and counts stay and go on.
  package mutating func forgetFindings() {
    kept = []
    limit = 0
  }

  /// Lets go of findings and causes, of those to come too; the counts stay and go on.
  package mutating func forgetCauses() {
    forgetFindings()
    causeIndex = [:]
    causesInOrder = []
    causeLimit = 0
  }
}
