package import ReportingModel

extension Receipt {
  /// By when something is sent again, as the end of a sentence.
  var againBefore: LocalizedText {
    guard let due = submissions.compactMap(\.dueDay).min() else { return LocalizedText("", "") }
    return receivedAt.date <= due
      ? LocalizedText(" trước \(due.vietnamese)", " before \(due)")
      : LocalizedText(" ngay (hạn \(due.vietnamese) đã qua)", " at once (it was due on \(due))")
  }
}

extension Instant {
  /// `07 giờ 45 phút ngày 20/01/2027`.
  var inWords: String {
    let (hour, minute, _) = timeOfDay
    return "\(hour < 10 ? "0" : "")\(hour) giờ \(minute < 10 ? "0" : "")\(minute) phút ngày \(date.vietnamese)"
  }
}

extension Finding {
  /// Where it is, as a person looks for it: a cell, a line, or nothing for the whole.
  package func place(_ language: Language) -> String {
    guard let line = location.line else { return "" }
    if location.file.lowercased().hasSuffix(".xml") {
      let column = location.column.map { language == .vietnamese ? ", cột \($0)" : ", column \($0)" } ?? ""
      return (language == .vietnamese ? "dòng \(line)" : "line \(line)") + column
    }
    return location.cell.map { language == .vietnamese ? "ô \($0)" : $0 }
      ?? (language == .vietnamese ? "dòng \(line)" : "row \(line)")
  }
}
