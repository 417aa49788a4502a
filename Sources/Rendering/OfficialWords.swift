import Documents
import ReportingModel

/// The fixed words of an official document, its number and its date (Nghị định 30/2020/NĐ-CP, Phụ lục I;
/// <doc:layout#Head>).
enum OfficialWords {
  static let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
  static let motto = "Độc lập - Tự do - Hạnh phúc"

  static let draft = "DỰ THẢO"

  /// `Lâm Đồng, ngày 05 tháng 02 năm 2027`.
  static func placeAndDate(_ document: ReportDocument) -> String { "\(document.place), \(day(document.date))" }

  /// `Số: 05/BC-SGDĐT`.
  static func number(_ document: ReportDocument) -> String { "Số: \(wholeNumber(document))" }

  /// `(Kèm theo Báo cáo số 05/BC-SGDĐT ngày 05 tháng 02 năm 2027 của Sở Giáo dục và Đào tạo)`.
  static func attachedTo(_ document: ReportDocument) -> String {
    let kind =
      document.isLetter ? "Công văn" : document.kindName.prefix(1) + document.kindName.dropFirst().lowercased()
    // In an electronic document the places stay open; the document system puts number and day on its first page alone.
    let isOpen = document.isElectronic
    let number = isOpen ? "        /\(document.symbol)" : wholeNumber(document)
    let agency = document.agencyInSentence ?? smallLetters(document.agency)
    return "(Kèm theo \(kind) số \(number) \(day(isOpen ? nil : document.date)) của \(agency))"
  }

  /// The entry of a list whose last entry ends the sentence: `- Như trên;`, `- Lưu: VT, VP.`.
  static func entry(_ text: String, isLast: Bool) -> String { "- \(text)\(isLast ? "." : ";")" }

  /// Number and symbol; a draft has room for the number.
  private static func wholeNumber(_ document: ReportDocument) -> String {
    guard let number = document.number else { return "        /\(document.symbol)" }
    return number.contains("/") ? number : "\(number)/\(document.symbol)"
  }

  /// Leading zeros stand only before days below 10 and the months 1 and 2; a draft has room.
  private static func day(_ date: CalendarDate?) -> String {
    guard let (year, month, day) = date?.components else { return "ngày      tháng      năm …" }
    return "ngày \(day < 10 ? "0" : "")\(day) tháng \(month < 3 ? "0" : "")\(month) năm \(year)"
  }

  /// `Sở Giáo dục và Đào tạo` of `SỞ GIÁO DỤC VÀ ĐÀO TẠO`: a ministry's or department's fields begin with a capital. Other
  /// names may hold names of places, which capitals do not tell apart; they stay as they are.
  private static func smallLetters(_ agency: String) -> String {
    guard agency.hasPrefix("SỞ ") || agency.hasPrefix("BỘ "), agency == agency.uppercased() else { return agency }
    var words: [String] = []
    for word in agency.split(separator: " ").map({ $0.lowercased() }) {
      let beginsField = words.count < 2 || words.last == "và" || words.last?.hasSuffix(",") == true
      words.append(beginsField && word != "và" ? word.prefix(1).uppercased() + word.dropFirst() : word)
    }
    return words.joined(separator: " ")
  }
}
