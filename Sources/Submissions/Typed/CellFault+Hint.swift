import Regimes
import ReportingModel
import VietnameseText

extension CellFault {
  /// How to mend it, in a sentence. Where one text is most likely meant it stands in « », to be copied.
  func hint(codes: [String], nearest: String?) -> LocalizedText {
    switch problem {
    case .dateForm, .dateImpossible, .dateTwoDigitYear, .dateSerial: dateHint
    case .numberForm, .numberRange, .numberGroups, .numberAmbiguous, .numberNotWhole: numberHint
    case .flagForm:
      isExact
        ? LocalizedText("Đề nghị ghi true (có) hoặc false (không).", "Write true or false.")
        : LocalizedText("Đề nghị ghi «có» hoặc «không».", "Write “có” or “không” (yes or no).")
    case .tooLong(let limit):
      LocalizedText(
        "Đề nghị rút gọn còn tối đa \(VietnameseNumber.text(limit)) ký tự.",
        "Shorten the text to at most \(limit) characters.")
    case .tooShort(let limit, _):
      LocalizedText(
        "Đề nghị viết thêm cho đủ từ \(limit) ký tự: đã làm gì, ai làm, kết quả ra sao.",
        "Write at least \(limit) characters: what was done, by whom, and what came of it.")
    case .urlForm: linkHint
    case .identifierForm: identifierHint
    case .codeAmbiguous(let candidates):
      LocalizedText(
        "Đề nghị ghi đủ một mã: \(candidates.joined(separator: " hoặc ")).",
        "Write one whole code: \(candidates.joined(separator: " or ")).")
    case .codeSeveral(let codes): severalHint(codes)
    case .codeTail(let code):
      LocalizedText(
        "Ô này chỉ ghi mã: «\(code)»; phần chữ còn lại đề nghị ghi vào đúng cột của nó.",
        "Write the code alone: «\(code)»; the other words belong into a column of their own.")
    case .urlProse:
      LocalizedText(
        "Nếu hoạt động không có tin, bài trên mạng thì để trống cột này; địa điểm ghi ở cột «Ghi chú».",
        "Leave it empty where nothing was published; a place belongs under “Note”.")
    case .damaged: CellFault.mendingDamage
    case .codeUnknown, .codeProse: codeHint(codes, nearest)
    }
  }

  /// What brings lost letters back.
  static let mendingDamage = LocalizedText(
    "Đề nghị mở lại tệp Excel gốc, kiểm tra chữ có dấu, chọn Lưu thành > CSV UTF-8, rồi nộp lại.",
    "Open the original in Excel, see that all letters are right, save it as CSV UTF-8, and send again.")

  private var dateHint: LocalizedText {
    if isExact {
      let date = (try? CellValue.date(text, exact: false))?.description ?? "2027-02-28"
      return LocalizedText(
        "Trong XML, ngày ghi theo dạng năm-tháng-ngày: «\(date)».", "In XML a date is year-month-day: «\(date)».")
    }
    switch problem {
    case .dateTwoDigitYear:
      return LocalizedText(
        "Đề nghị ghi đủ bốn chữ số của năm, ví dụ «\(fullYear ?? "20/10/2026")».",
        "Write all four digits of the year, such as «\(fullYear ?? "20/10/2026")».")
    case .dateSerial:
      let date = serialDate?.vietnamese ?? "20/10/2026"
      return LocalizedText(
        "Đề nghị ghi «\(date)» nếu đúng là ngày đó; nếu cả cột như vậy thì chọn cột trong Excel, định dạng ngày/tháng/năm, rồi lưu lại.",
        "Write «\(date)» if that is the day; where the whole column is so, format it in Excel as day/month/year and save again."
      )
    default:
      return LocalizedText(
        "Đề nghị ghi lại theo dạng ngày/tháng/năm, ví dụ 28/02/2027.", "Write day/month/year, such as 28/02/2027.")
    }
  }

  /// The date with a year of this century.
  private var fullYear: String? {
    let full = String(text.dropLast(2)) + "20" + text.suffix(2)
    return (try? CellValue.date(full, exact: false)) == nil ? nil : full
  }

  /// The day of Excel's number, counted from 30 December 1899.
  private var serialDate: CalendarDate? {
    guard let serial = Int(text), let start = CalendarDate(iso: "1899-12-30") else { return nil }
    return start.adding(days: serial)
  }

  private var numberHint: LocalizedText {
    if indicator != nil, let flag = PlainNumber.flag(text) {
      let (first, second) =
        flag == "1"
        ? ("«1» nếu có, «0» nếu không", "«1» for yes, «0» for no")
        : ("«0» nếu không, «1» nếu có", "«0» for no, «1» for yes")
      return LocalizedText(
        "Đề nghị ghi \(first); nếu hỏi số lượng thì ghi bằng chữ số.", "Write \(second); a quantity in digits.")
    }
    if case .numberAmbiguous = problem {
      let digits = String(text.filter { $0.isNumber })
      return LocalizedText(
        "Đề nghị ghi «\(digits)» nếu là số nguyên; nếu có phần lẻ, ghi một hoặc hai chữ số sau dấu phẩy, ví dụ 12,5.",
        "Write «\(digits)» if it is a whole number; else one or two digits behind a comma, such as 12,5.")
    }
    if case .numberForm = problem, let plain = PlainNumber.digits(in: text) {
      return LocalizedText("Đề nghị chỉ ghi chữ số: «\(plain)».", "Write digits only: «\(plain)».")
    }
    if indicator.map({ $0.decimals > 0 }) ?? false {
      return LocalizedText(
        "Đề nghị ghi số viết liền, phần lẻ sau dấu phẩy, ví dụ 1234 hoặc 12,5.",
        "Write the number without separators, decimals after a comma, such as 1234 or 12,5.")
    }
    return LocalizedText(
      "Đề nghị ghi số nguyên bằng chữ số, viết liền, ví dụ 1234; không có thì ghi 0.",
      "Write a whole number in digits without separators, such as 1234; write 0 for none.")
  }

  private var linkHint: LocalizedText {
    let link = "https://" + text
    if text.contains("."), !text.contains("/") || text.first != "/", (try? CellValue.url(link)) != nil,
      !text.contains(":")
    {
      return LocalizedText(
        "Đề nghị ghi đủ đường dẫn: «\(shortened(link))»; nếu không có thì để trống.",
        "Write the whole address: «\(shortened(link))»; leave it empty if there is none.")
    }
    return LocalizedText(
      "Đề nghị ghi đường dẫn bắt đầu bằng http:// hoặc https://, hoặc để trống.",
      "Write an address that begins with http:// or https://, or leave it empty.")
  }

  private var identifierHint: LocalizedText {
    let plain = withoutInvisible(text)
    if case .identifier(let length) = column.type, let code = try? CellValue.identifier(plain, maxLength: length) {
      return LocalizedText("Đề nghị xóa ô này và gõ lại: «\(code)».", "Clear the cell and type it again: «\(code)».")
    }
    return LocalizedText(
      "Mã chỉ gồm chữ cái không dấu, chữ số, dấu chấm và dấu gạch nối, không quá 35 ký tự.",
      "A code has only letters, digits, points and hyphens, at most 35 characters.")
  }

  private func severalHint(_ codes: [String]) -> LocalizedText {
    if case .codes = column.type {
      let together = codes.joined(separator: isExact ? " " : "|")
      return isExact
        ? LocalizedText(
          "Nhiều mã thì ngăn cách bằng dấu cách: «\(together)».", "Separate codes by spaces: «\(together)».")
        : LocalizedText(
          "Nhiều mã thì ngăn cách bằng dấu gạch đứng: «\(together)».", "Separate codes by bars: «\(together)».")
    }
    let first = codes.first ?? ""
    return LocalizedText(
      "Mỗi ô chỉ ghi một mã, ví dụ «\(first)»; nếu có nhiều hoạt động thì mỗi hoạt động ghi một dòng.",
      "One cell holds one code, such as «\(first)»; write a row for each activity.")
  }

  private func codeHint(_ codes: [String], _ nearest: String?) -> LocalizedText {
    let list = codes.count <= 24 ? codes.joined(separator: ", ") : codes.prefix(24).joined(separator: ", ") + ", …"
    let suggestion = nearest.map { LocalizedText("Gần nhất là \($0). ", "The nearest is \($0). ") } ?? proseHint
    return LocalizedText(
      "\(suggestion?.vietnamese ?? "")Các mã dùng được: \(list).",
      "\(suggestion?.english ?? "")Codes allowed: \(list).")
  }

  /// Where the words belong that stand in the place of a code.
  private var proseHint: LocalizedText? {
    let words = schema.columns.first { if case .text = $0.type { $0.name != "ma" } else { false } }
    guard problem == .codeProse, let words else { return nil }
    return LocalizedText(
      "Câu chữ đề nghị ghi ở cột «\(words.title.vietnamese)». ", "The words belong under “\(words.title.english)”. ")
  }
}
