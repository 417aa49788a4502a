/// An exemplar that the office chose to make known, and what it did with it (<doc:layout#Exemplars>).
package struct ChosenExemplar: Sendable, Hashable {
  /// Code of the unit that presented it.
  package var unit: String
  /// The unit's own id of it, or its title where the unit gave none.
  package var id: String
  /// The day on which it was published on the office's own site; `nil`: not published.
  package var published: CalendarDate?
  /// Where it was published.
  package var link: String?
  /// The newspaper or broadcaster that it was given to.
  package var press: String?

  package init(
    unit: String, id: String, published: CalendarDate? = nil, link: String? = nil, press: String? = nil
  ) {
    self.unit = unit
    self.id = id
    self.published = published
    self.link = link
    self.press = press
  }

  /// What is kept of it with a draft, and what a report's digest of the choice is taken of.
  package var json: JSONValue {
    .object([
      "unit": .string(unit), "ma": .string(id), "ngayDang": .optional(published?.description),
      "diaChi": .optional(link), "baoChi": .optional(press),
    ])
  }

  /// - Returns: `nil` for what `json` never gives.
  package init?(_ json: JSONValue) {
    func text(_ key: String) -> String? { if case .string(let text)? = json[key] { text } else { nil } }
    guard let unit = text("unit"), let id = text("ma") else { return nil }
    self.init(
      unit: unit, id: id, published: text("ngayDang").flatMap { CalendarDate(iso: $0) }, link: text("diaChi"),
      press: text("baoChi"))
  }
}
