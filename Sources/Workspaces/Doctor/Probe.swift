package import ReportingModel

/// One thing that `doctor` tried, and what came of it.
package struct Probe: Sendable, Hashable {
  package enum Outcome: String, Sendable, Hashable {
    case good
    /// It works, but not as well as it could; what is done instead is said.
    case fallback
    /// It does not work; files will not be taken in until it is mended.
    case bad
  }

  package var name: String
  package var outcome: Outcome
  package var message: LocalizedText

  package init(_ name: String, _ outcome: Outcome, _ vietnamese: String, _ english: String) {
    self.name = name
    self.outcome = outcome
    message = LocalizedText(vietnamese, english)
  }
}
