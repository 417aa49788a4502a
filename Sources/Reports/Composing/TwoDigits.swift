/// The custom of offices to write `05 văn bản` in sentences (setting `office.so.haiChuSo`, <doc:layout#Figures-in-words>).
///
/// A number that may be written so goes into a template behind a mark, and gets its zero where a counted noun follows: never in a
/// ratio, a heading, a table or a title.
enum TwoDigits {
  /// No text has it: markup drops control characters.
  private static let mark: Character = "\u{1}"

  /// A whole number of one digit with the mark before it; any other as it is.
  static func marked(_ number: String) -> String {
    guard number.utf8.count == 1, let digit = number.first, ("1"..."9").contains(digit) else { return number }
    return String(mark) + number
  }

  /// A filled template with the zeros in place of marks.
  static func writtenOut(_ text: String) -> String {
    guard text.contains(mark) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let opening = line.first { !$0.isWhitespace }
      return opening == "#" || opening == "|" ? plain(line) : sentence(line)
    }.joined(separator: "\n")
  }

  /// A title, which keeps its numbers as they are.
  static func plain(_ text: some StringProtocol) -> String { String(text.filter { $0 != mark }) }

  private static func sentence(_ line: Substring) -> String {
    var written = ""
    var rest = line
    while let place = rest.firstIndex(of: mark) {
      written += rest[..<place]
      rest = rest[rest.index(after: place)...]
      let after = rest.dropFirst()
      if written.last != "/", after.first == " ", after.dropFirst().first?.isLetter == true { written += "0" }
    }
    return written + rest
  }
}
