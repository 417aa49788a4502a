/// Sizes of the official form, in twips unless said otherwise (<doc:layout#Page>; the sample of Nghị định
/// 30/2020/NĐ-CP).
enum WordLayout {
  static let pageWidth = 11_906
  static let pageHeight = 16_838
  static let top = 1418
  static let bottom = 1134
  static let left = 1985
  static let right = 1134
  /// Distance of the page number from the upper edge.
  static let header = 709
  static let textWidth = pageWidth - left - right
  static let landscapeWidth = pageHeight - left - right
  static let headColumns = (3829, 5670)
  static let signatureColumns = (2994, 6290)
  /// 1.27 cm.
  static let firstLine = 720
  /// 6 pt between paragraphs.
  static let paragraphRoom = 120
  /// 1.1 lines, in 240ths.
  static let lineSpacing = 264
  /// Left and right of a table cell's text.
  static let cellMargin = 70

  // Half points.
  static let nation = 26
  static let motto = 28
  static let agency = 26
  static let number = 26
  static let place = 28
  static let kindName = 28
  static let subject = 28
  /// Of a letter, below its number: 12 pt, upright.
  static let letterSubject = 24
  static let body = 28
  static let receiverTitle = 24
  static let receivers = 22
  static let tableText = 24
  static let caption = 26
  static let small = 18
}
