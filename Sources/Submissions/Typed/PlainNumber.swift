import ReportingModel

/// What a cell that is no number most likely means as one, for a hint: never for a value.
enum PlainNumber {
  private static let multipliers: [(words: Set<String>, factor: Int64)] = [
    (["nghìn", "ngàn", "nghin", "ngan", "k"], 1000), (["triệu", "trieu", "tr"], 1_000_000),
    (["tỷ", "tỉ", "ty", "ti"], 1_000_000_000),
  ]
  private static let yes: Set<String> = ["có", "co", "đã có", "rồi", "yes", "true", "x", "v", "✓", "✔"]
  private static let no: Set<String> = ["không", "khong", "chưa", "chua", "chưa có", "không có", "no", "false", "-"]

  /// `1` or `0` for a word that says yes or no.
  static func flag(_ text: String) -> String? {
    let word = text.lowercased()
    return yes.contains(word) ? "1" : no.contains(word) ? "0" : nil
  }

  /// The only number in a text, in plain digits, multiplied by the word behind it: `khoảng 900` is 900, `6,5 triệu` 6500000.
  static func digits(in text: String) -> String? {
    guard text.utf8.count <= 100 else { return nil }
    let isPart = { (scalar: Unicode.Scalar) in
      (48...57).contains(scalar.value) || [".", ",", "\u{A0}"].contains(scalar)
    }
    let scalars = Array(text.unicodeScalars)
    guard let start = scalars.firstIndex(where: { (48...57).contains($0.value) }) else { return nil }
    let end = scalars[start...].firstIndex { !isPart($0) } ?? scalars.endIndex
    let rest = scalars[end...]
    guard !rest.contains(where: { (48...57).contains($0.value) }) else { return nil }
    let word = rest.drop { $0.properties.isWhitespace }.prefix { $0.properties.isAlphabetic }
    let factor = multipliers.first { $0.words.contains(Self.text(word).lowercased()) }?.factor ?? 1
    let last = scalars[start..<end].lastIndex { (48...57).contains($0.value) } ?? start
    let number = Self.text(scalars[start...last])
    guard factor > 1 else {
      return (try? CellValue.integer(number, exact: false, in: 0...1_000_000_000_000)).map { String($0) }
    }
    // `1.234 triệu` can be read two ways.
    guard let part = try? CellValue.amount(number, exact: false, places: 3) else { return nil }
    let product = part.thousandths * Int128(factor)
    return product % 1000 == 0 && product <= 1_000_000_000_000_000 ? String(product / 1000) : nil
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
