import ReportingModel

/// The argument parser speaks English; its fixed words are put into Vietnamese here, in one place.
enum HelpText {
  static func translated(_ text: String) -> String {
    guard Speech.language == .vietnamese else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      words.reduce(String(line)) { result, pair in
        result.hasPrefix(pair.english) || pair.isInside
          ? result.replacing(pair.english, with: pair.vietnamese) : result
      }
    }.joined(separator: "\n")
  }

  private struct Words {
    let english: String
    let vietnamese: String
    /// May stand anywhere in a line, not only at its beginning.
    let isInside: Bool

    init(_ english: String, _ vietnamese: String, inside: Bool = false) {
      self.english = english
      self.vietnamese = vietnamese
      isInside = inside
    }
  }

  private static let words = [
    Words("OVERVIEW:", "GIỚI THIỆU:"), Words("USAGE:", "CÁCH DÙNG:"), Words("ARGUMENTS:", "THAM SỐ:"),
    Words("OPTIONS:", "TÙY CHỌN:"), Words("SUBCOMMANDS:", "CÁC LỆNH:"), Words("Error:", "Lỗi:"),
    Words("Usage:", "Cách dùng:"), Words("Help:", "Trợ giúp:"),
    Words("Show help information.", "Hiện trợ giúp này.", inside: true),
    Words("Show the version.", "Hiện phiên bản.", inside: true),
    Words("Unknown option", "Không có tùy chọn", inside: true),
    Words("Missing expected argument", "Thiếu tham số", inside: true),
    Words("Missing value for", "Thiếu giá trị của", inside: true),
    Words("Unexpected argument", "Thừa tham số", inside: true),
    Words("unexpected arguments", "thừa tham số", inside: true),
    Words("The value", "Giá trị", inside: true), Words("is invalid for", "không dùng được cho", inside: true),
    Words("for more information.", "để biết thêm.", inside: true), Words("  See '", "  Xem '", inside: true),
    Words("for detailed help.", "để xem chi tiết.", inside: true), Words("(default:", "(mặc định:", inside: true),
  ]
}
