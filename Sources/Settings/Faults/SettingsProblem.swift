package import ReportingModel

/// One thing in a settings file that somebody has to mend.
package struct SettingsFault: Sendable, Hashable {
  /// From 1.
  package let line: Int
  /// From 1; counts characters as people see them.
  package let column: Int
  package let message: LocalizedText
  package let hint: LocalizedText
}

/// Why settings cannot be used: everything that is wrong, at least one thing, in the order of the file.
package struct SettingsProblem: Error, Sendable, Hashable {
  package let faults: [SettingsFault]

  /// Nothing where there are no faults.
  /// - Parameter text: The file; without it (an entry of the record is one line) the column counts bytes.
  init?(_ found: [SettingsReader.Fault], in text: [UInt8]?) {
    guard !found.isEmpty else { return nil }
    let sorted = found.sorted { $0.offset < $1.offset }
    let offsets = sorted.map(\.offset)
    let places = text.map { textPlaces(of: offsets, in: $0) } ?? offsets.map { TextPlace(line: 1, column: $0 + 1) }
    faults = zip(sorted, places).map { fault, place in
      SettingsFault(
        line: place.line, column: place.column, message: SettingsProblem.shown(fault.message),
        hint: SettingsProblem.shown(fault.hint))
    }
  }

  /// A key or value is repeated in the words: it must not act on a terminal.
  private static func shown(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(showingControls(in: text.vietnamese), showingControls(in: text.english))
  }
}
