package import ReportingModel

/// The ids that stand in the rows of an empty form, before anybody has filled them in (<doc:commands#template>).
package enum FormID {
  /// The id of a row.
  /// - Parameter place: what tells the forms of different periods apart.
  package static func text(_ block: SubmissionContent.Block, _ number: Int, place: String) -> String {
    "\(mark(block))\(number < 10 ? "0" : "")\(number)-\(place.prefix(longestPlace))"
  }

  /// Whether a form could have given a row this id, so that a row with nothing else is one that nobody filled in.
  static func isFormID(_ text: String, in block: SubmissionContent.Block) -> Bool {
    let bytes = Array(text.utf8)
    let mark = Array(mark(block).utf8)
    guard bytes.starts(with: mark) else { return false }
    let digits = bytes.dropFirst(mark.count).prefix { (48...57).contains($0) }
    let rest = bytes.dropFirst(mark.count + digits.count)
    guard digits.count >= 2, rest.first == UInt8(ascii: "-") else { return false }
    return (1...longestPlace).contains(rest.count - 1) && rest.allSatisfy(CellValue.isOfIdentifier)
  }

  private static let longestPlace = 30

  private static func mark(_ block: SubmissionContent.Block) -> String { block == .exemplars ? "MH" : "HD" }
}
