package import ReportingModel

extension Regime {
  /// The period as people name it: `Học kỳ I, năm học 2026 - 2027`.
  package func name(of key: PeriodKey, requests: [CollectionRequest]) -> LocalizedText {
    guard let kind = periodKind(key.kind) else { return LocalizedText(key.description, key.description) }
    switch kind.calendar {
    case .request:
      let title = requests.first { $0.code == key.which }?.title ?? key.which
      return LocalizedText("\(kind.name.vietnamese) «\(title)»", "\(kind.name.english) “\(title)”")
    case .schoolYear:
      return LocalizedText(
        named(kind.name.vietnamese, "năm học", key.which.replacing("-", with: " - ")),
        named(kind.name.english, "school year", key.which))
    case .calendarYear:
      return LocalizedText("\(kind.name.vietnamese) năm \(key.which)", "\(kind.name.english) \(key.which)")
    }
  }
}

/// A period's name with its year; one that ends in the word itself, such as `Cả năm học`, does not say it twice.
private func named(_ name: String, _ word: String, _ year: String) -> String {
  name.lowercased().hasSuffix(word) ? "\(name) \(year)" : "\(name), \(word) \(year)"
}

extension SchoolYear {
  /// `năm học 2026 - 2027`, as documents write it.
  package var name: LocalizedText {
    LocalizedText("năm học \(firstYear) - \(firstYear + 1)", "school year \(self)")
  }

  /// 1 August to 31 July: every date lies in one school year (<doc:regime#Calendars>).
  package var window: Window? {
    DaySpan(
      from: DayOfYear(yearOffset: 0, month: 8, day: 1), to: DayOfYear(yearOffset: 1, month: 7, day: 31)
    ).window(in: firstYear)
  }
}
