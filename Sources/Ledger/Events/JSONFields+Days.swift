import ReportingModel

extension JSONFields {
  /// A period by its key, such as `HK1/2026-2027`; `nil` where it is left out.
  mutating func optionalPeriod(_ key: String) throws(Malformed) -> PeriodKey? {
    guard let text = try optionalString(key) else { return nil }
    guard let period = PeriodKey(text) else { throw Malformed(key) }
    return period
  }

  /// The days from one member to another, both included.
  mutating func window(_ first: String, _ last: String) throws(Malformed) -> Window {
    guard let window = Window(from: try date(first), to: try date(last)) else { throw Malformed(last) }
    return window
  }
}
