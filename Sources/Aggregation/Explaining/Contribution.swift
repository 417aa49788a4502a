package import ReportingModel

/// What one row of one submission, or one unit, adds to a figure (<doc:record#Explanations>).
package struct Contribution: Sendable, Hashable {
  /// Which table of a submission the row stands in.
  package enum Table: Sendable, Hashable {
    case activities, indicators, exemplars, narratives
    /// The submission as a whole, or the unit.
    case whole
  }

  package let unit: String
  /// `nil` where nothing was sent.
  package let period: PeriodKey?
  package let sequence: Int64?
  package let table: Table
  /// In the file it was read from; 0: it stands in no row, as the zero of a nil return.
  package let line: Int
  package let value: Amount

  package init(unit: String, period: PeriodKey?, sequence: Int64?, table: Table, line: Int, value: Amount) {
    self.unit = unit
    self.period = period
    self.sequence = sequence
    self.table = table
    self.line = line
    self.value = value
  }
}

/// How a figure of a report comes about.
package struct FigureExplanation: Sendable {
  /// A sum with what adds up to it; a ratio has two.
  package struct Term: Sendable {
    package let name: String
    package let value: Amount
    package let contributions: [Contribution]
  }

  package let formula: LocalizedText
  /// One, `value`; of a ratio `numerator` and `denominator`.
  package let terms: [Term]
}
