package import Aggregation
import Hashing
package import Regimes
package import ReportingModel
package import Reports

/// What a report is about (<doc:counting#Outgoing-reports>).
package enum ReportSubject: Sendable {
  /// A window of the calendar that the regime names: `2027-1` of the half-years.
  case outgoing(OutgoingKind.Kind, key: String)
  case semester(PeriodKey)
  case schoolYear(SchoolYear)
  /// Any days.
  case adHoc(Window, title: String)
  /// The days and the told values of one request; its own title without another.
  case request(code: String, title: String?)

  /// `half-year`, `semester`, `ad-hoc`: as the command names it.
  package var kind: String {
    switch self {
    case .outgoing(let kind, _): kind.rawValue
    case .semester: "semester"
    case .schoolYear: "school-year"
    case .adHoc, .request: "ad-hoc"
    }
  }

  /// `2027-1`, `HK1/2026-2027`, `2026-09-05/2026-12-31`, or a request's code.
  package var key: String {
    switch self {
    case .outgoing(_, let key): key
    case .semester(let key): key.description
    case .schoolYear(let year): year.description
    case .adHoc(let window, _): "\(window.from)/\(window.to)"
    case .request(let code, _): code
    }
  }
}

/// What a report is asked for.
package struct ReportRequest: Sendable {
  package var subject: ReportSubject
  package var recipient: ReportRecipient
  package var regime: String?
  package var texts: OfficeTexts
  /// Only of an ad hoc report: what it is narrowed to, and what its rows are by.
  package var filter: DimensionFilter = [:]
  package var by: [Dimension] = []
  /// The exemplars that the office chose, in its order; `nil`: it made no choice.
  package var exemplars: [ChosenExemplar]?
  /// The issued report that it takes the place of.
  package var replaces: Replacement?

  package init(
    _ subject: ReportSubject, to recipient: ReportRecipient, regime: String? = nil,
    texts: OfficeTexts = OfficeTexts()
  ) {
    self.subject = subject
    self.recipient = recipient
    self.regime = regime
    self.texts = texts
  }
}

extension ReportRequest {
  /// A digest of what beside kind, days and copy makes it another report; empty where nothing does.
  var suffix: String {
    let title: String? =
      switch subject {
      case .adHoc(_, let title): title
      case .request(_, let title): title
      case .outgoing, .semester, .schoolYear: nil
      }
    guard title != nil || !filter.isEmpty || !by.isEmpty else { return "" }
    let question = JSONValue.object([
      "title": .optional(title), "by": .array(by.map { .string($0.rawValue) }), "where": filter.json,
    ])
    return "-" + Digest(of: question.canonicalBytes).description.prefix(8)
  }
}

/// A subject in terms of one regime: the question for the figures, and how its days are called.
struct ResolvedSubject {
  var question: ReportQuestion
  var names: ReportNames
}

extension ReportSubject {
  /// The last day of what it is about, by which the regime's version is chosen.
  func lastDay(_ regime: Regime, _ requests: [CollectionRequest]) -> CalendarDate? {
    switch self {
    case .outgoing(let kind, let key): regime.outgoingWindow(kind, key)?.window.to
    case .semester(let key): regime.resolve(key, requests: requests)?.window.to
    case .schoolYear(let year): year.window?.to
    case .adHoc(let window, _): window.to
    case .request(let code, _): requests.first { $0.code == code }?.window.to
    }
  }

  /// - Returns: `nil` for a window, period or request that there is not.
  func resolve(_ facts: LiveFacts) -> ResolvedSubject? {
    let next = LocalizedText("kỳ tiếp theo", "the next period")
    switch self {
    case .outgoing(let kind, let key):
      guard let outgoing = facts.regime.outgoingWindow(kind, key) else { return nil }
      var question = ReportQuestion(window: outgoing.window)
      if kind == .year { question.parts = halves(of: outgoing, facts.regime) }
      return ResolvedSubject(
        question: question, names: ReportNames(period: outgoing.name, next: outgoing.nextName))
    case .semester(let key):
      guard let question = facts.semesterQuestion(key), facts.period(key)?.isRequest == false else { return nil }
      let name = facts.register.name(of: key)
      return ResolvedSubject(
        question: question, names: ReportNames(period: name, next: facts.nameOfPeriod(after: key) ?? next))
    case .schoolYear(let year):
      guard let question = facts.schoolYearQuestion(year) else { return nil }
      return ResolvedSubject(
        question: question,
        names: ReportNames(period: year.name, next: SchoolYear(firstYear: year.firstYear + 1).name))
    case .adHoc(let window, let title):
      return ResolvedSubject(
        question: ReportQuestion(window: window), names: ReportNames(period: window.name, next: next, title: title))
    case .request(let code, let title):
      guard var question = facts.requestQuestion(code), let period = facts.period(ofRequest: code) else { return nil }
      question.listed = [period.key]
      return ResolvedSubject(
        question: question, names: ReportNames(period: question.window.name, next: next, title: title ?? period.title))
    }
  }

  /// The half-years that make up a year.
  private func halves(of year: OutgoingWindow, _ regime: Regime) -> [ReportQuestion.Part] {
    regime.outgoing.filter { $0.kind == .halfYear }.compactMap { half in
      regime.outgoingWindow(.halfYear, "\(year.key)-\(half.ordinal)")
    }.filter { year.window.contains($0.window.from) && year.window.contains($0.window.to) }
      .map { ReportQuestion.Part(key: $0.key, window: $0.window) }
  }
}

extension LiveFacts {
  /// What comes after a period of a school year: the next one of the same year that is no part of the whole, else the next
  /// year.
  fileprivate func nameOfPeriod(after key: PeriodKey) -> LocalizedText? {
    guard let window = period(key)?.window, let year = SchoolYear(key.which) else { return nil }
    let following = regime.periodKinds.filter { $0.calendar == .schoolYear }
      .compactMap { period(PeriodKey(kind: $0.code, which: key.which)) }.filter { $0.window.from > window.to }
      .min { $0.window.from < $1.window.from }
    return following.map { register.name(of: $0.key) } ?? SchoolYear(firstYear: year.firstYear + 1).name
  }
}

extension Window {
  fileprivate var name: LocalizedText {
    LocalizedText("từ ngày \(from.vietnamese) đến ngày \(to.vietnamese)", "from \(from) to \(to)")
  }
}
