extension Finding {
  /// `file:line:column: error [CODE] message`, and below it how to mend it.
  package func lines(_ language: Language) -> [String] {
    let place = [location.file, location.line.map(String.init), location.column.map(String.init)]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ":")
    let severity =
      (severity == .error ? LocalizedText("lỗi", "error") : LocalizedText("cảnh báo", "warning"))[language]
    let cite = cite.map { " (\($0))" } ?? ""
    return [
      "\(place.isEmpty ? "" : place + ": ")\(severity) [\(code)] \(message[language])\(cite)", "    \(hint[language])",
    ].map { showingControls(in: $0) }
  }
}
