/// A number as a report writes it: `1.234`, `12,5`; `05` is `5`.
struct ReportNumber: Hashable {
  /// Digits without separators of thousands and leading zeros; after a comma the decimals without trailing zeros.
  let text: String

  /// At most this many things are counted one by one.
  private static let small = 20

  var isSmall: Bool { Int(text).map { $0 <= ReportNumber.small } ?? false }

  init(_ digits: Substring) {
    let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
    let whole = parts[0].filter { $0 != "." }.drop { $0 == "0" }
    var decimals = parts.count > 1 ? String(parts[1]) : ""
    while decimals.hasSuffix("0") { decimals.removeLast() }
    text = (whole.isEmpty ? "0" : String(whole)) + (decimals.isEmpty ? "" : "," + decimals)
  }

  /// Every number of a text.
  static func all(in text: String) -> [ReportNumber] {
    text.matches(of: /\d+(?:\.\d{3})*(?:,\d+)?/).map { ReportNumber($0.output) }
  }

  /// The numbers that count something: no dates, years, numbers of documents, periods or references.
  static func figures(in text: String) -> [ReportNumber] {
    var plain = text
    for pattern in [
      #/\d{1,2}/\d{1,2}/\d{4}/#, #/\d{4}-\d{4}/#, #/số \d+[/-][\p{L}0-9/-]+/#, #/năm \d{4}/#, #/tháng \d{1,2}/\d{4}/#,
      #/\d+ tháng (?:đầu|cuối)/#, #/(?:Bảng|mục|khoản|Điều|Phường|phường|quý|tháng|ngày) [IVX.]*\d+/#, #/«[^»]*»/#,
      #/\p{L}+-?\d+/#, #/^\d+\. /#,
    ] { plain = plain.replacing(pattern, with: " ") }
    return all(in: plain)
  }
}

/// Numbers of headings and appendices.
enum RomanNumeral {
  private static let digits = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]

  static func text(_ number: Int) -> String {
    var rest = number
    var text = ""
    for (value, digit) in digits {
      while rest >= value {
        text += digit
        rest -= value
      }
    }
    return text
  }

  static func number(_ text: some StringProtocol) -> Int? {
    (1...89).first { RomanNumeral.text($0) == text }
  }
}
