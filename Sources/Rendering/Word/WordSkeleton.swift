package import ReportingModel

/// What an office gives its reports of its own within the official form: styles, margins, the size of the page number
/// (<doc:layout#Skeleton>).
package struct WordSkeleton: Sendable, Hashable {
  /// In twips.
  package var top: Int
  package var bottom: Int
  package var left: Int
  package var right: Int
  /// Distance of the page number from the upper edge, in twips.
  package var header: Int
  /// Of the page number, in half points.
  package var numberSize: Int
  /// The part `word/styles.xml`.
  package var styles: String

  package init(
    top: Int, bottom: Int, left: Int, right: Int, header: Int, numberSize: Int, styles: String
  ) {
    self.top = top
    self.bottom = bottom
    self.left = left
    self.right = right
    self.header = header
    self.numberSize = numberSize
    self.styles = styles
  }

  /// The form as the program has it.
  package static let usual = WordSkeleton(
    top: WordLayout.top, bottom: WordLayout.bottom, left: WordLayout.left, right: WordLayout.right,
    header: WordLayout.header, numberSize: 26, styles: WordParts.styles)

  /// What is stored of it.
  package var json: JSONValue {
    .object([
      "top": .int(top), "bottom": .int(bottom), "left": .int(left), "right": .int(right), "header": .int(header),
      "numberSize": .int(numberSize), "styles": .string(styles),
    ])
  }

  /// - Throws: what of stored bytes is not as `json` gives it.
  package init(stored bytes: [UInt8]) throws {
    var fields = try JSONFields(JSONNode(parsing: bytes))
    top = try fields.int("top")
    bottom = try fields.int("bottom")
    left = try fields.int("left")
    right = try fields.int("right")
    header = try fields.int("header")
    numberSize = try fields.int("numberSize")
    styles = try fields.string("styles")
    try fields.finish()
  }

  /// Between the margins, upright and turned.
  var textWidth: Int { WordLayout.pageWidth - left - right }
  var landscapeWidth: Int { WordLayout.pageHeight - left - right }
}
