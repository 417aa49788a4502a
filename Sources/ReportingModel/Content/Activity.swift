/// A dated activity or product that a unit tells (<doc:bundle#hoatDong>).
package struct Activity: Hashable, Sendable {
  /// The unit's own id, stable across its submissions.
  package var id: String?
  package var date: CalendarDate
  package var task: String
  package var area: String
  package var channel: String
  package var product: String
  /// In the order told, without repetition.
  package var topics: [String]
  /// Number of products, 1…10⁹.
  package var quantity: Int64
  /// People reached, 0…10⁹.
  package var people: Int64
  package var title: String
  package var link: String?
  package var note: String?
  /// Line in the file it was read from.
  package var line: Int

  package init(
    id: String? = nil, date: CalendarDate, task: String, area: String, channel: String, product: String,
    topics: [String] = [], quantity: Int64 = 1, people: Int64 = 0, title: String, link: String? = nil,
    note: String? = nil, line: Int = 0
  ) {
    self.id = id
    self.date = date
    self.task = task
    self.area = area
    self.channel = channel
    self.product = product
    self.topics = topics
    self.quantity = quantity
    self.people = people
    self.title = title
    self.link = link
    self.note = note
    self.line = line
  }
}

/// The value that a unit tells for one indicator (<doc:bundle#chiTieu>).
package struct IndicatorValue: Hashable, Sendable {
  package var code: String
  package var value: Amount
  package var note: String?
  package var line: Int

  package init(code: String, value: Amount, note: String? = nil, line: Int = 0) {
    self.code = code
    self.value = value
    self.note = note
    self.line = line
  }
}

/// A model or good example that a unit presents (<doc:bundle#moHinh>).
package struct Exemplar: Hashable, Sendable {
  package var id: String?
  package var area: String
  package var title: String
  package var summary: String
  package var author: String?
  package var link: String?
  /// Paths of evidence below `minh-chung/` of the same submission, as told.
  package var evidence: [String]
  package var line: Int

  package init(
    id: String? = nil, area: String, title: String, summary: String, author: String? = nil, link: String? = nil,
    evidence: [String] = [], line: Int = 0
  ) {
    self.id = id
    self.area = area
    self.title = title
    self.summary = summary
    self.author = author
    self.link = link
    self.evidence = evidence
    self.line = line
  }
}

/// A text under a key: a narrative section (<doc:bundle#thuyetMinh>) or an explanation of a warning
/// (<doc:bundle#giaiTrinh>).
package struct KeyedText: Hashable, Sendable {
  /// Section code or rule code.
  package var key: String
  package var text: String
  package var line: Int

  package init(key: String, text: String, line: Int = 0) {
    self.key = key
    self.text = text
    self.line = line
  }

  /// Whether its key names one of some findings: by the code, or by the code of the rule without `RULE-`.
  package func names(oneOf codes: [String]) -> Bool { codes.contains(key) || codes.contains("RULE-\(key)") }
}
