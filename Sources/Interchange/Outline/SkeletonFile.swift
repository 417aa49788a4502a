package import ReportingModel
import XMLReading

/// A Word file that gives reports their styles, page and page number (`khung.docx`), held against the official form
/// (Nghị định 30/2020/NĐ-CP, Phụ lục I; <doc:layout#Skeleton>).
package enum SkeletonFile {
  /// What is taken of it, as `WordSkeleton` of `Rendering` stores it.
  /// - Throws: what breaks the form.
  package static func read(_ bytes: [UInt8]) throws(WordFault) -> JSONValue {
    let file = try WordFile(bytes)
    var page = PageReader()
    try file.parse("word/document.xml", into: &page)
    try check(page)
    var styles = StyleReader()
    try file.parse("word/styles.xml", into: &styles)
    if let font = styles.otherFont {
      throw WordFault(
        "Kiểu chữ phải là Times New Roman; trong styles có «\(font)».",
        "The font must be Times New Roman; the styles have “\(font)”.")
    }
    for name in ["Normal", "BodyText", "Title", "Caption", "Heading1", "Heading2", "Heading3"]
    where !styles.ids.contains(name) {
      throw WordFault("Khung thiếu kiểu «\(name)».", "The skeleton lacks the style “\(name)”.")
    }
    let size = try numberSize(file)
    let part = try file.part("word/styles.xml")
    guard let text = String(validating: part, as: UTF8.self) else {
      throw WordFault("Phần word/styles.xml không phải UTF-8.", "The part word/styles.xml is no UTF-8.")
    }
    return .object([
      "top": .int(page.margins["top"] ?? 0), "bottom": .int(page.margins["bottom"] ?? 0),
      "left": .int(page.margins["left"] ?? 0), "right": .int(page.margins["right"] ?? 0),
      "header": .int(page.margins["header"] ?? 709), "numberSize": .int(size), "styles": .string(text),
    ])
  }

  /// A4 upright; margins in twips: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm.
  private static func check(_ page: PageReader) throws(WordFault) {
    guard let (width, height) = page.size, abs(width - 11_906) <= 10, abs(height - 16_838) <= 10 else {
      throw WordFault("Khổ giấy phải là A4 đứng (210 × 297 mm).", "The page must be A4 upright (210 × 297 mm).")
    }
    for (name, words, range) in [
      ("top", "trên", 1134...1418), ("bottom", "dưới", 1134...1418), ("left", "trái", 1700...1985),
      ("right", "phải", 850...1134),
    ] {
      let value = page.margins[name] ?? 0
      guard range.contains(value) else {
        let (least, most) = (millimetres(range.lowerBound), millimetres(range.upperBound))
        throw WordFault(
          "Lề \(words) phải từ \(least) đến \(most) mm, đang là \(millimetres(value)) mm.",
          "The \(name) margin must be \(least) to \(most) mm; it is \(millimetres(value)) mm.")
      }
    }
  }

  /// Of twips, rounded.
  private static func millimetres(_ twips: Int) -> Int { (twips * 254 + 7200) / 14_400 }

  /// The page number stands centred in a header, 13 or 14 pt.
  private static func numberSize(_ file: WordFile) throws(WordFault) -> Int {
    for number in 1...6 where file.has("word/header\(number).xml") {
      var header = HeaderReader()
      try file.parse("word/header\(number).xml", into: &header)
      guard header.hasPage else { continue }
      guard header.isCentred, (26...28).contains(header.size ?? 26) else {
        throw WordFault(
          "Số trang phải ở giữa lề trên, cỡ 13–14.", "The page number must be centred in the top margin, 13–14 pt.")
      }
      return header.size ?? 26
    }
    throw WordFault("Đầu trang của khung không có số trang.", "The skeleton's header has no page number.")
  }
}

private func number(_ tag: XMLStartTag, _ name: String) -> Int? {
  tag.attributes.first { $0.name == name }.flatMap { Int($0.value) }
}

private struct PageReader: XMLHandler {
  private(set) var size: (Int, Int)?
  private(set) var margins: [String: Int] = [:]

  mutating func startElement(_ tag: XMLStartTag) {
    if tag.name == "pgSz" { size = number(tag, "w").flatMap { width in number(tag, "h").map { (width, $0) } } }
    if tag.name == "pgMar" {
      for name in ["top", "bottom", "left", "right", "header"] { margins[name] = number(tag, name) }
    }
  }
  mutating func text(_ text: String) {}
  mutating func endElement(_ name: String, line: Int) {}
}

private struct StyleReader: XMLHandler {
  private(set) var ids: Set<String> = []
  private(set) var otherFont: String?

  mutating func startElement(_ tag: XMLStartTag) {
    if tag.name == "style", let id = tag.attributes.first(where: { $0.name == "styleId" })?.value { ids.insert(id) }
    guard tag.name == "rFonts" else { return }
    for attribute in tag.attributes where attribute.name != "hint" && attribute.value != "Times New Roman" {
      otherFont = otherFont ?? attribute.value
    }
  }
  mutating func text(_ text: String) {}
  mutating func endElement(_ name: String, line: Int) {}
}

struct HeaderReader: XMLHandler {
  private(set) var hasPage = false
  private(set) var isCentred = false
  private(set) var size: Int?
  private var isInstruction = false

  mutating func startElement(_ tag: XMLStartTag) {
    switch tag.name {
    case "instrText": isInstruction = true
    case "fldSimple":
      if tag.attributes.contains(where: { $0.name == "instr" && $0.value.contains("PAGE") }) { hasPage = true }
    case "jc": if tag.attributes.contains(where: { $0.name == "val" && $0.value == "center" }) { isCentred = true }
    case "sz": size = number(tag, "val") ?? size
    default: break
    }
  }
  mutating func text(_ text: String) { if isInstruction, text.contains("PAGE") { hasPage = true } }
  mutating func endElement(_ name: String, line: Int) { if name == "instrText" { isInstruction = false } }
}
