import ReportingModel
import VietnameseText

extension CellProblem {
  /// The finding code of a problem in a column; unknown codes are named after the block they stand in.
  func code(in schema: BlockSchema) -> FindingCode {
    switch self {
    case .dateForm, .dateImpossible, .dateTwoDigitYear, .dateSerial: .csvDate
    case .numberForm, .numberGroups, .numberAmbiguous, .numberNotWhole, .numberRange: .csvNumber
    case .flagForm: .csvFlag
    case .tooShort: schema.block == .exemplars ? .exemplarShort : .csvLength
    case .tooLong: .csvLength
    case .urlForm, .urlProse: .csvURL
    case .identifierForm, .codeAmbiguous: .csvCode
    case .damaged: .csvLost
    case .codeUnknown, .codeProse:
      switch schema.block {
      case .header: .headerPeriod
      case .activities: .activityCode
      case .indicators: .indicatorCode
      case .exemplars: .exemplarCode
      case .narratives: .narrativeCode
      case .explanations: .explanationUnused
      }
    }
  }

  /// What is wrong, in a sentence.
  func message(_ value: String, _ column: Column) -> LocalizedText {
    let vietnamese = column.title.vietnamese
    let english = column.title.english
    switch self {
    case .dateImpossible:
      return LocalizedText("«\(value)» không có trong lịch.", "«\(value)» is no day of the calendar.")
    case .dateTwoDigitYear:
      return LocalizedText("«\(value)» chỉ ghi hai chữ số của năm.", "«\(value)» has a two-digit year.")
    case .dateSerial:
      return LocalizedText(
        "«\(value)» là số thứ tự ngày của Excel, không phải ngày tháng.",
        "«\(value)» is an Excel day number, not a date.")
    case .dateForm:
      return LocalizedText(
        "«\(value)» ở cột «\(vietnamese)» không phải là ngày.", "«\(value)» in “\(english)” is no date.")
    case .numberForm:
      return LocalizedText(
        "«\(value)» ở cột «\(vietnamese)» không phải là số.", "«\(value)» in “\(english)” is no number.")
    case .numberGroups:
      return LocalizedText(
        "«\(value)» ở cột «\(vietnamese)» có dấu ngăn cách nhóm không đúng chỗ.",
        "«\(value)» in “\(english)” has a group separator in the wrong place.")
    case .numberAmbiguous:
      return LocalizedText(
        "«\(value)» ở cột «\(vietnamese)» có thể đọc theo hai cách (dấu ngăn cách nghìn hoặc dấu thập phân).",
        "«\(value)» in “\(english)” can be read two ways (thousands or decimals).")
    case .numberNotWhole:
      return LocalizedText(
        "«\(value)» ở cột «\(vietnamese)» có nhiều chữ số lẻ hơn cho phép.",
        "«\(value)» in “\(english)” has more decimal places than allowed.")
    case .numberRange(let range):
      return LocalizedText(
        "«\(value)» ở cột «\(vietnamese)» nằm ngoài khoảng \(VietnameseNumber.text(range.lowerBound)) đến \(VietnameseNumber.text(range.upperBound)).",
        "«\(value)» in “\(english)” is outside \(range.lowerBound) to \(range.upperBound).")
    case .flagForm:
      return LocalizedText(
        "«\(value)» ở cột «\(vietnamese)» không phải là có hay không.",
        "«\(value)» in “\(english)” is neither yes nor no.")
    case .tooLong(let limit):
      return LocalizedText(
        "Nội dung ở «\(vietnamese)» dài quá \(VietnameseNumber.text(limit)) ký tự.",
        "“\(english)” is longer than \(limit) characters.")
    case .tooShort(let limit, let found):
      return LocalizedText(
        "«\(vietnamese)» mới có \(found) ký tự; cần từ \(limit) ký tự.",
        "“\(english)” has \(counted(found, "character")); \(limit) are needed.")
    case .urlForm:
      return LocalizedText("«\(value)» không phải đường dẫn trên mạng.", "«\(value)» is no web address.")
    case .identifierForm:
      return LocalizedText(
        "«\(value)» ở «\(vietnamese)» không phải là mã hợp lệ.", "«\(value)» in “\(english)” is no valid code.")
    case .codeAmbiguous(let candidates):
      return LocalizedText(
        "«\(value)» ở cột «\(vietnamese)» có thể là \(candidates.joined(separator: " hoặc ")).",
        "«\(value)» in “\(english)” could be \(candidates.joined(separator: " or ")).")
    case .codeProse:
      return LocalizedText(
        "Cột «\(vietnamese)» ghi câu chữ («\(value)»), trong khi cột này chỉ ghi mã.",
        "“\(english)” holds sentences («\(value)»), but only codes belong there.")
    case .urlProse:
      return LocalizedText(
        "Cột «\(vietnamese)» ghi địa chỉ hoặc câu chữ («\(value)»), trong khi cột này chỉ ghi đường dẫn trên mạng.",
        "“\(english)” holds an address or a sentence («\(value)»), but only links belong there.")
    case .damaged(let damage): return CellProblem.message(damage, value)
    case .codeUnknown:
      return LocalizedText(
        "«\(value)» không phải mã dùng được ở cột «\(vietnamese)».", "«\(value)» is no code of “\(english)”.")
    }
  }

  /// What happened to a text that lost letters.
  static func message(_ damage: TextDamage, _ value: String) -> LocalizedText {
    switch damage {
    case .lost, .replaced:
      LocalizedText(
        "Chữ có dấu đã bị mất khi lưu («\(value)»), không khôi phục được từ tệp này.",
        "Letters with marks were lost when the file was saved («\(value)»); they cannot be restored from it.")
    case .mojibake(let repaired):
      LocalizedText(
        "Chữ bị sai phông do mở nhầm bảng mã («\(value)»)"
          + (repaired.map { "; có lẽ đúng ra là «\(shortened($0))»." } ?? "."),
        "The text was opened in the wrong encoding («\(value)»)"
          + (repaired.map { "; it was probably «\(shortened($0))»." } ?? "."))
    }
  }

  /// What brings lost letters back.
  static let mendingDamage = LocalizedText(
    "Đề nghị mở lại tệp Excel gốc, kiểm tra chữ có dấu, chọn Lưu thành > CSV UTF-8, rồi nộp lại.",
    "Open the original in Excel, see that all letters are right, save it as CSV UTF-8, and send again.")

  /// How to mend it, in a sentence.
  func hint(codes: [String], nearest: String?) -> LocalizedText {
    switch self {
    case .dateForm, .dateImpossible:
      return LocalizedText(
        "Đề nghị ghi lại theo dạng ngày/tháng/năm, ví dụ 28/02/2027.", "Write day/month/year, such as 28/02/2027.")
    case .dateTwoDigitYear:
      return LocalizedText(
        "Đề nghị ghi đủ bốn chữ số của năm, ví dụ 20/10/2026.", "Write all four digits of the year, such as 20/10/2026."
      )
    case .dateSerial:
      return LocalizedText(
        "Đề nghị chọn cả cột trong Excel, định dạng ngày/tháng/năm, rồi lưu lại.",
        "Select the column in Excel, format it as day/month/year, and save again.")
    case .numberForm, .numberRange:
      return LocalizedText(
        "Đề nghị chỉ ghi chữ số, ví dụ 1234; nếu chưa có số liệu thì để trống ô.",
        "Write digits only, such as 1234; leave the cell empty when there is no figure.")
    case .numberGroups, .numberAmbiguous, .numberNotWhole:
      return LocalizedText(
        "Đề nghị ghi số liền không dấu ngăn cách, ví dụ 1234; phần lẻ ghi sau dấu phẩy, ví dụ 12,5.",
        "Write the number without separators, such as 1234; decimals after a comma, such as 12,5.")
    case .flagForm:
      return LocalizedText("Đề nghị ghi «có» hoặc «không».", "Write “có” or “không” (yes or no).")
    case .tooLong(let limit):
      return LocalizedText(
        "Đề nghị rút gọn còn tối đa \(VietnameseNumber.text(limit)) ký tự.",
        "Shorten the text to at most \(limit) characters.")
    case .tooShort(let limit, _):
      return LocalizedText(
        "Đề nghị viết thêm cho đủ từ \(limit) ký tự: đã làm gì, ai làm, kết quả ra sao.",
        "Write at least \(limit) characters: what was done, by whom, and what came of it.")
    case .urlForm:
      return LocalizedText(
        "Đề nghị ghi đường dẫn bắt đầu bằng http:// hoặc https://, hoặc để trống.",
        "Write an address that begins with http:// or https://, or leave it empty.")
    case .identifierForm:
      return LocalizedText(
        "Mã chỉ gồm chữ cái không dấu, chữ số, dấu chấm và dấu gạch nối, không quá 35 ký tự.",
        "A code has only letters, digits, points and hyphens, at most 35 characters.")
    case .codeAmbiguous(let candidates):
      return LocalizedText(
        "Đề nghị ghi đủ một mã: \(candidates.joined(separator: " hoặc ")).",
        "Write one whole code: \(candidates.joined(separator: " or ")).")
    case .urlProse:
      return LocalizedText(
        "Nếu hoạt động không có tin, bài trên mạng thì để trống cột này; địa điểm ghi ở cột «Ghi chú».",
        "Leave it empty where nothing was published; a place belongs under “Note”.")
    case .damaged: return CellProblem.mendingDamage
    case .codeUnknown, .codeProse:
      let list = codes.count <= 24 ? codes.joined(separator: ", ") : codes.prefix(24).joined(separator: ", ") + ", …"
      let suggestion = nearest.map { LocalizedText("Gần nhất là \($0). ", "The nearest is \($0). ") }
      return LocalizedText(
        "\(suggestion?.vietnamese ?? "")Các mã dùng được: \(list).",
        "\(suggestion?.english ?? "")Codes allowed: \(list).")
    }
  }
}
