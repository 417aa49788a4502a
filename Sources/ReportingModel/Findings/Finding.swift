/// How much a finding weighs: an error rejects its submission, a warning does not (<doc:commands#Receipt>).
package enum Severity: String, Sendable, Comparable {
  case error
  case warning

  package static func < (left: Severity, right: Severity) -> Bool { left == .error && right == .warning }
}

/// Where something stood in a delivery, as a person finds it again.
package struct SourceLocation: Hashable, Sendable {
  /// Path of the file inside the bundle; empty for the bundle or the submission as a whole.
  package var file: String
  /// From 1; in CSV the row number that a spreadsheet shows, in XML the line where the start tag ends.
  package var line: Int?
  /// From 1; in CSV the number of the cell, in XML only for syntax errors.
  package var column: Int?
  /// The column's or attribute's name in the vocabulary (<doc:bundle#Vocabulary>), such as `ngay`.
  package var field: String?

  package init(file: String = "", line: Int? = nil, column: Int? = nil, field: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.field = field
  }

  /// The cell as a spreadsheet names it, `B12`, when line and column are known.
  package var cell: String? {
    guard let line, var rest = column, rest > 0 else { return nil }
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(line)
  }
}

/// Something about the input that a person should know or mend: a code, a place, what is wrong and how to mend it.
///
/// Bad data is always a finding and never a thrown error (<doc:architecture#Law-2-Bad-data-is-a-finding>).
package struct Finding: Hashable, Sendable {
  /// `AREA-WORD`; one of `FindingCode`, or `RULE-` and the rule's code in the regime.
  package var code: String
  package var severity: Severity
  package var location: SourceLocation
  /// What was read there, if a single value is at fault.
  package var value: String?
  package var message: LocalizedText
  package var hint: LocalizedText
  /// The clause of the plan or the decree that the demand comes from, such as `VI.4`.
  package var cite: String?
  /// The unit has explained this warning in its submission (<doc:bundle#giaiTrinh>).
  package var explained = false

  package init(
    _ code: FindingCode, _ severity: Severity, at location: SourceLocation, value: String? = nil,
    message: LocalizedText, hint: LocalizedText, cite: String? = nil
  ) {
    self.init(
      code: code.rawValue, severity, at: location, value: value, message: message, hint: hint, cite: cite)
  }

  package init(
    code: String, _ severity: Severity, at location: SourceLocation, value: String? = nil,
    message: LocalizedText, hint: LocalizedText, cite: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.location = location
    self.location.file = showingControls(in: location.file)
    self.value = value.map { showingControls(in: $0) }
    self.message = LocalizedText(showingControls(in: message.vietnamese), showingControls(in: message.english))
    self.hint = LocalizedText(showingControls(in: hint.vietnamese), showingControls(in: hint.english))
    self.cite = cite
  }
}
