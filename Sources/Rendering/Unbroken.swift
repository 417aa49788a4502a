/// Keeps together what must not be parted at a line's end: a number and what it counts, a day and its date, the number of a
/// document and its kind, an abbreviation and the name it stands before (<doc:layout#Unbroken>).
enum Unbroken {
  static let space: Character = "\u{A0}"
  static let hyphen: Character = "\u{2011}"

  /// The text with non-breaking spaces and hyphens in their places.
  static func text(_ text: String) -> String {
    var tokens = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard tokens.count > 1 || text.contains("-") else { return text }
    var isKept = [Bool](repeating: false, count: tokens.count)
    for index in tokens.indices.dropFirst() {
      let (left, right) = (word(tokens[index - 1]), word(tokens[index]))
      isKept[index] = keeps(left, right)
      // `Nghị quyết số 57-NQ/TW`: the kind's two syllables stay with the number.
      if left.lowercased() == "số", beginsWithDigit(right), !right.contains(","), right.contains("/") {
        for before in [index - 1, index - 2] where before > 0 { isKept[before] = true }
      }
    }
    for index in tokens.indices where tokens[index].contains(where: \.isNumber) {
      tokens[index] = String(tokens[index].map { $0 == "-" ? hyphen : $0 })
    }
    var result = tokens.first ?? ""
    for index in tokens.indices.dropFirst() {
      result.append(isKept[index] ? space : " ")
      result += tokens[index]
    }
    return result
  }

  private static let beforeNumbers: Set<String> = [
    "ngày", "tháng", "năm", "quý", "số", "mục", "điều", "khoản", "điểm", "bảng", "lần", "phường", "học", "giờ", "vùng",
  ]
  private static let authorities: Set<String> = ["Sở", "Bộ", "UBND"]

  private static func keeps(_ left: Substring, _ right: Substring) -> Bool {
    guard let last = left.last, let first = right.first else { return false }
    let name = left.lowercased()
    if counts(left) { return first.isLetter }
    if last.isPunctuation { return false }
    if first.isNumber { return beforeNumbers.contains(name) }
    if isRoman(right) { return name == "kỳ" || name == "lục" || name == "quý" }
    return switch name {
    case "năm": right == "học"
    case "học": right == "kỳ"
    case "phụ": right == "lục"
    default: authorities.contains(String(left)) && (first.isUppercase || right.hasPrefix("tỉnh"))
    }
  }

  /// `1.234`, `12,5%`, `90/117`; not a date, which has two strokes.
  private static func counts(_ text: Substring) -> Bool {
    guard text.first?.isNumber == true, text.last?.isNumber == true || text.last == "%" else { return false }
    return text.count { $0 == "/" } < 2 && text.allSatisfy { $0.isNumber || ".,/%".contains($0) }
  }

  private static func beginsWithDigit(_ text: Substring) -> Bool { text.first?.isNumber == true }

  private static func isRoman(_ text: Substring) -> Bool {
    let core = text.prefix { $0.isLetter }
    return !core.isEmpty && core.allSatisfy { "IVXL".contains($0) }
  }

  /// Without brackets and quotation marks before it.
  private static func word(_ token: String) -> Substring { token[...].drop { "(«“\"".contains($0) } }
}
