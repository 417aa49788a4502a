package import ReportingModel

/// A collection on request was opened (<doc:regime#Requests>).
package struct RequestEvent: EventPayload, PlainEvent {
  package var event: Event { .request(self) }

  package let regime: String
  package let code: String
  package let title: String
  package let window: Window
  package let due: CalendarDate
  package let partOf: PeriodKey?
  package let kinds: [String]
  package let levels: [String]
  package let units: [String]

  package init(
    regime: String, code: String, title: String, window: Window, due: CalendarDate, partOf: PeriodKey?,
    kinds: [String], levels: [String], units: [String]
  ) {
    self.regime = regime
    self.code = code
    self.title = title
    self.window = window
    self.due = due
    self.partOf = partOf
    self.kinds = kinds
    self.levels = levels
    self.units = units
  }

  var members: [String: JSONValue?] {
    [
      "regime": .string(regime), "code": .string(code), "title": .string(title),
      "from": .string(window.from.description), "to": .string(window.to.description),
      "due": .string(due.description), "partOf": .text(partOf?.description), "kinds": .texts(kinds),
      "levels": .texts(levels), "units": .texts(units),
    ]
  }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    regime = try fields.string("regime")
    code = try fields.string("code")
    title = try fields.string("title")
    window = try fields.window("from", "to")
    due = try fields.date("due")
    partOf = try fields.optionalPeriod("partOf")
    kinds = try fields.strings("kinds")
    levels = try fields.strings("levels")
    units = try fields.strings("units")
  }
}

/// A collection was closed by hand; what is sent to it from here on is refused.
package struct ClosingEvent: EventPayload, PlainEvent {
  package var event: Event { .closing(self) }

  package let regime: String
  package let code: String

  package init(regime: String, code: String) {
    self.regime = regime
    self.code = code
  }

  var members: [String: JSONValue?] { ["regime": .string(regime), "code": .string(code)] }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    regime = try fields.string("regime")
    code = try fields.string("code")
  }
}
