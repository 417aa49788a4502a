import Regimes
import ReportingModel
import VietnameseText

/// A cell that cannot be read: what is wrong, with everything that its message and its remedy name.
struct CellFault {
  let problem: CellProblem
  let text: String
  let schema: BlockSchema
  let column: Column
  /// In XML values have one form only, and other remedies.
  let isExact: Bool
  /// Whose value it is.
  let indicator: Indicator?

  init(
    problem: CellProblem, text: String, schema: BlockSchema, column: Column, isExact: Bool = false,
    indicator: Indicator? = nil
  ) {
    self.problem = problem
    self.text = text
    self.schema = schema
    self.column = column
    self.isExact = isExact
    self.indicator = indicator
  }

  /// The value as it is shown: in codes nothing is left invisible.
  var value: String {
    switch problem {
    case .identifierForm, .codeUnknown, .codeSeveral: showingInvisible(in: shortened(text))
    default: shortened(text)
    }
  }

  /// The finding code; unknown codes are named after the block they stand in.
  var code: FindingCode {
    switch problem {
    case .dateForm, .dateImpossible, .dateTwoDigitYear, .dateSerial: .csvDate
    case .numberForm, .numberGroups, .numberAmbiguous, .numberNotWhole, .numberRange: .csvNumber
    case .flagForm: .csvFlag
    case .tooShort: schema.block == .exemplars ? .exemplarShort : .csvLength
    case .tooLong: .csvLength
    case .urlForm, .urlProse: .csvURL
    case .identifierForm, .codeAmbiguous, .codeSeveral, .codeTail: .csvCode
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

  /// Where the value stands, by its column, or by the indicator that it is the value of.
  private var place: LocalizedText {
    indicator.map {
      LocalizedText(
        "chỉ tiêu \($0.code) «\(shortened($0.name.vietnamese))»", "indicator \($0.code) “\(shortened($0.name.english))”"
      )
    } ?? LocalizedText("cột «\(column.title.vietnamese)»", "“\(column.title.english)”")
  }

  /// What is wrong, in a sentence.
  var message: LocalizedText {
    let value = value
    let (vietnamese, english) = (column.title.vietnamese, column.title.english)
    let (place, placeEnglish) = (place.vietnamese, place.english)
    switch problem {
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
        "«\(value)» ở \(place) không phải là số.", "«\(value)» in \(placeEnglish) is no number.")
    case .numberGroups:
      return LocalizedText(
        "«\(value)» ở \(place) có dấu ngăn cách nhóm không đúng chỗ.",
        "«\(value)» in \(placeEnglish) has a group separator in the wrong place.")
    case .numberAmbiguous:
      return LocalizedText(
        "«\(value)» ở \(place) có thể đọc theo hai cách (dấu ngăn cách nghìn hoặc dấu thập phân).",
        "«\(value)» in \(placeEnglish) can be read two ways (thousands or decimals).")
    case .numberNotWhole:
      return LocalizedText(
        "«\(value)» ở \(place) có nhiều chữ số lẻ hơn cho phép.",
        "«\(value)» in \(placeEnglish) has more decimal places than allowed.")
    case .numberRange(let range):
      return LocalizedText(
        "«\(value)» ở \(place) nằm ngoài khoảng \(VietnameseNumber.text(range.lowerBound)) đến \(VietnameseNumber.text(range.upperBound)).",
        "«\(value)» in \(placeEnglish) is outside \(range.lowerBound) to \(range.upperBound).")
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
    case .codeSeveral(let codes):
      return LocalizedText(
        "«\(value)» ở cột «\(vietnamese)» ghi nhiều mã: \(codes.joined(separator: ", ")).",
        "«\(value)» in “\(english)” names several codes: \(codes.joined(separator: ", ")).")
    case .codeTail(let code):
      return LocalizedText(
        "«\(value)» ở cột «\(vietnamese)» có mã \(code), nhưng phần sau mã không phải là tên của mã đó.",
        "«\(value)» in “\(english)” has the code \(code), but what follows is no name of it.")
    case .codeProse:
      return LocalizedText(
        "Cột «\(vietnamese)» ghi câu chữ («\(value)»), trong khi cột này chỉ ghi mã.",
        "“\(english)” holds sentences («\(value)»), but only codes belong there.")
    case .urlProse:
      return LocalizedText(
        "Cột «\(vietnamese)» ghi địa chỉ hoặc câu chữ («\(value)»), trong khi cột này chỉ ghi đường dẫn trên mạng.",
        "“\(english)” holds an address or a sentence («\(value)»), but only links belong there.")
    case .damaged(let damage): return CellFault.message(damage, value)
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
}
