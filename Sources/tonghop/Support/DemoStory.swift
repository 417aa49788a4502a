import Office
import Regimes
import ReportingModel
import Reports

/// What happens in the year of the sample data: `demo.json` beside them, so that no code of their plan stands in the program.
struct DemoStory {
  struct Step {
    /// Days whose bundles come in.
    let from: String
    let through: String
    /// The period whose status is told then.
    let period: PeriodKey
    let moment: Instant
    /// The new due day of a reminder.
    let remindUntil: CalendarDate?
    /// The half-year of which a report is drafted.
    let halfYear: String?
  }

  let begun: Instant
  let request: CollectionRequest
  let requestedAt: Instant
  let steps: [Step]
  /// The indicator that is compared, and the school year.
  let indicator: String
  let schoolYear: SchoolYear
  let issue: Issue

  /// The half-year that is issued, and what an office adds to the figures.
  struct Issue {
    let halfYear: String
    let moment: Instant
    let mark: IssueMark
    let planNumber: String
    let planDate: CalendarDate
    let texts: [String: String]
  }

  init(_ bytes: [UInt8]) throws {
    var fields = try JSONFields(JSONNode(parsing: bytes))
    begun = try fields.instant("begun")
    requestedAt = try fields.instant("requestedAt")
    guard let asked = fields.node("request") else { throw JSONFields.Malformed("request") }
    request = try DemoStory.request(asked)
    steps = try fields.list("steps") { (node) throws(JSONFields.Malformed) in try Step(node) }
    indicator = try fields.string("indicator")
    guard let year = SchoolYear(try fields.string("schoolYear")) else { throw JSONFields.Malformed("schoolYear") }
    schoolYear = year
    guard let issued = fields.node("issue") else { throw JSONFields.Malformed("issue") }
    issue = try Issue(issued)
    try fields.finish()
  }

  private static func request(_ node: JSONNode) throws(JSONFields.Malformed) -> CollectionRequest {
    var fields = try JSONFields(node)
    guard let window = Window(from: try fields.date("from"), to: try fields.date("to")) else {
      throw JSONFields.Malformed("to")
    }
    let request = CollectionRequest(
      regime: "", code: try fields.string("code"), title: try fields.string("title"), window: window,
      due: try fields.date("due"), partOf: PeriodKey(try fields.string("partOf")))
    try fields.finish()
    return request
  }
}

extension DemoStory.Issue {
  fileprivate init(_ node: JSONNode) throws(JSONFields.Malformed) {
    var fields = try JSONFields(node)
    halfYear = try fields.string("halfYear")
    moment = try fields.instant("at")
    mark = IssueMark(
      number: try fields.string("number"), date: try fields.date("date"), signer: try fields.string("signer"),
      capacity: try fields.strings("capacity"))
    planNumber = try fields.string("planNumber")
    planDate = try fields.date("planDate")
    guard case .object(let words)? = fields.node("texts")?.plain else { throw JSONFields.Malformed("texts") }
    texts = words.compactMapValues { if case .string(let text) = $0 { text } else { nil } }
    try fields.finish()
  }
}

extension DemoStory.Step {
  fileprivate init(_ node: JSONNode) throws(JSONFields.Malformed) {
    var fields = try JSONFields(node)
    from = try fields.string("from")
    through = try fields.string("through")
    guard let key = PeriodKey(try fields.string("status")) else { throw JSONFields.Malformed("status") }
    period = key
    moment = try fields.instant("at")
    remindUntil = try fields.optionalString("remindUntil").flatMap { CalendarDate(iso: $0) }
    halfYear = try fields.optionalString("halfYear")
    try fields.finish()
  }
}
