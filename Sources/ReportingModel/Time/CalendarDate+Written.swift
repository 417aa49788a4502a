extension CalendarDate {
  /// A day as people write it: by year, month and day, or by day, month and year.
  package init?(argument text: String) {
    if let date = CalendarDate(iso: text) {
      self = date
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4,
      parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
