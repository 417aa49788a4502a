package import ReportingModel

/// A collection on request was opened (<doc:regime#Requests>).
package struct RequestRecord: LedgerRecord, Hashable {
  package static let kind = EntryKind.request
  package var regime: String
  package var code: String
  package var title: String
  package var from: CalendarDate
  package var to: CalendarDate
  package var due: CalendarDate
  /// `KIND/WHICH` of the period it is a part of.
  package var partOf: String?
  package var kinds: [String]
  package var levels: [String]
  package var units: [String]

  package init(
    regime: String, code: String, title: String, from: CalendarDate, to: CalendarDate, due: CalendarDate,
    partOf: String?,
    kinds: [String], levels: [String], units: [String]
  ) {
    self.regime = regime
    self.code = code
    self.title = title
    self.from = from
    self.to = to
    self.due = due
    self.partOf = partOf
    self.kinds = kinds
    self.levels = levels
    self.units = units
  }

  package func encode(into encoder: inout CanonicalEncoder) {
    encoder.append(regime)
    encoder.append(code)
    encoder.append(title)
    encoder.append(from)
    encoder.append(to)
    encoder.append(due)
    encoder.append(partOf)
    for list in [kinds, levels, units] { encoder.append(list: list) { $0.append($1) } }
  }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    regime = try decoder.string()
    code = try decoder.string()
    title = try decoder.string()
    from = try decoder.date()
    to = try decoder.date()
    due = try decoder.date()
    partOf = try decoder.optionalString()
    kinds = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.string() }
    levels = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.string() }
    units = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.string() }
  }
}

/// A collection was closed; what is sent to it from here on is refused.
package struct ClosingRecord: LedgerRecord, Hashable {
  package static let kind = EntryKind.closing
  package var regime: String
  package var code: String

  package init(regime: String, code: String) {
    self.regime = regime
    self.code = code
  }

  package func encode(into encoder: inout CanonicalEncoder) {
    encoder.append(regime)
    encoder.append(code)
  }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    regime = try decoder.string()
    code = try decoder.string()
  }
}
