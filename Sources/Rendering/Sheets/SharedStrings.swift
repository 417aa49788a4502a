import Documents

/// Texts that a workbook holds once and its cells name by number: the first so many different ones, so that memory is bounded
/// whatever a report has; further ones stand in their cells.
///
/// A sheet of sources says the same names a thousand times: shared, the file is half as large.
struct SharedStrings {
  private var numbers: [String: Int] = [:]
  private(set) var texts: [String] = []

  private static let most = 1 << 15

  /// The number of a text; `nil` for one that stands in its cell.
  mutating func number(of text: String) -> Int? {
    if let number = numbers[text] {
      // Equal texts may be composed otherwise, and a cell holds the very bytes.
      return texts[number].utf8.elementsEqual(text.utf8) ? number : nil
    }
    guard texts.count < SharedStrings.most else { return nil }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// `xl/sharedStrings.xml`.
  var part: [UInt8] {
    var markup = MarkupWriter()
    markup.raw(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\"\(texts.count)\">"
    )
    for text in texts {
      markup.raw("<si>")
      SheetWriter.text(text, to: &markup)
      markup.raw("</si>")
    }
    markup.raw("</sst>")
    return markup.bytes
  }
}
