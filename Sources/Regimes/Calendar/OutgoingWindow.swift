package import ReportingModel

/// One outgoing report's period: `half-year 2027-1`.
package struct OutgoingWindow: Sendable, Hashable {
  package let kind: OutgoingKind.Kind
  /// `2027-1`, `2027`.
  package let key: String
  package let window: Window
  package let due: CalendarDate?
  /// `6 tháng đầu năm 2027`, and the one after it.
  package let name: LocalizedText
  package let nextName: LocalizedText
}

extension Regime {
  /// The window that a key names for a kind of report; `nil` for a malformed key or one the regime has no row for.
  package func outgoingWindow(_ kind: OutgoingKind.Kind, _ key: String) -> OutgoingWindow? {
    let parts = key.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let year = calendarYear(parts[0]) else { return nil }
    var ordinal = 0
    if parts.count == 2 {
      guard let number = Int(parts[1]), number > 0, String(number) == parts[1] else { return nil }
      ordinal = number
    }
    guard let row = outgoing.first(where: { $0.kind == kind && $0.ordinal == ordinal }),
      let window = row.window(in: year)
    else { return nil }
    return OutgoingWindow(
      kind: kind, key: key, window: window, due: row.due?.date(in: year).map(dueDate),
      name: named(row.name, year), nextName: named(row.nextName, year))
  }

  /// A name with `{{Y}}` and `{{Y+1}}` filled in.
  private func named(_ text: LocalizedText, _ year: Int) -> LocalizedText {
    func fill(_ template: String) -> String {
      template.replacing("{{Y+1}}", with: String(year + 1)).replacing("{{Y}}", with: String(year))
    }
    return LocalizedText(fill(text.vietnamese), fill(text.english))
  }
}
