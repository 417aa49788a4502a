package import ReportingModel
import XMLReading
import ZipFormat

/// A paragraph of a Word file, its runs joined.
package struct WordParagraph: Sendable, Hashable {
  /// From 1, counting every paragraph as Word does.
  package let number: Int
  /// 0 for a paragraph, 1 to 3 for a heading.
  package let level: Int
  package let text: String
}

/// Why a Word file cannot be taken.
package struct WordFault: Error, Sendable, Hashable {
  /// Paragraph, where one is meant.
  package let paragraph: Int?
  package let message: LocalizedText

  init(_ vietnamese: String, _ english: String, paragraph: Int? = nil) {
    self.paragraph = paragraph
    message = LocalizedText(vietnamese, english)
  }
}

/// The parts of a Word file that are read.
struct WordFile {
  private let archive: ZipArchive

  /// An outline is small; what inflates to more is none.
  private static let limits = ZipLimits(totalBytes: 64 << 20)

  init(_ bytes: [UInt8]) throws(WordFault) {
    do {
      archive = try ZipArchive(bytes, limits: WordFile.limits)
    } catch {
      throw WordFault("Không phải tệp Word (.docx).", "This is no Word file (.docx).")
    }
  }

  /// Whether the part is there.
  func has(_ name: String) -> Bool { archive.entries.contains { $0.name == name } }

  func part(_ name: String) throws(WordFault) -> [UInt8] {
    guard let entry = archive.entries.first(where: { $0.name == name }) else {
      throw WordFault("Tệp Word thiếu phần \(name).", "The Word file lacks the part \(name).")
    }
    do {
      return try archive.read(entry)
    } catch {
      throw WordFault("Không đọc được phần \(name).", "The part \(name) cannot be read.")
    }
  }

  func parse(_ name: String, into handler: inout some XMLHandler) throws(WordFault) {
    let bytes = try part(name)
    let outcome = XMLReading.parse(bytes, limits: XMLLimits(depth: 128, attributes: 64), into: &handler)
    if let fault = outcome.fault {
      throw WordFault(
        "Phần \(name) không phải XML đúng: \(fault.message).", "The part \(name) is no XML: \(fault.message).")
    }
  }
}

/// Reads the text of a Word file (<doc:layout#Templates>).
package enum WordText {
  /// The paragraphs of the body, those in tables left out; what was deleted with changes tracked is not read, what was inserted is.
  package static func paragraphs(_ bytes: [UInt8]) throws(WordFault) -> [WordParagraph] {
    let file = try WordFile(bytes)
    var levels = HeadingLevels()
    if file.has("word/styles.xml") { try file.parse("word/styles.xml", into: &levels) }
    var reader = ParagraphReader(levels: levels.byStyle)
    try file.parse("word/document.xml", into: &reader)
    if let number = reader.tableAt {
      throw WordFault(
        "Có bảng của Word: bảng của báo cáo ghi bằng một đoạn «|Tên bảng: loại|».",
        "There is a table of Word: a report's table is written as a paragraph “|Caption: name|”.", paragraph: number)
    }
    return reader.paragraphs
  }
}

/// The outline levels of styles.
private struct HeadingLevels: XMLHandler {
  private(set) var byStyle: [String: Int] = [:]
  private var style: String?

  mutating func startElement(_ tag: XMLStartTag) {
    func value(_ name: String) -> String? { tag.attributes.first { $0.name == name }?.value }
    switch tag.name {
    case "style": style = value("styleId")
    case "outlineLvl":
      if let style, let level = value("val").flatMap({ Int($0) }), level < 3 { byStyle[style] = level + 1 }
    default: break
    }
  }
  mutating func text(_ text: String) {}
  mutating func endElement(_ name: String, line: Int) { if name == "style" { style = nil } }
}

private struct ParagraphReader: XMLHandler {
  let levels: [String: Int]
  private(set) var paragraphs: [WordParagraph] = []
  /// The number of the first paragraph in a table.
  private(set) var tableAt: Int?
  private var number = 0
  private var text = ""
  private var level = 0
  private var isText = false
  private var deleted = 0

  init(levels: [String: Int]) {
    self.levels = levels
  }

  mutating func startElement(_ tag: XMLStartTag) {
    switch tag.name {
    case "p" where tag.namespace?.hasSuffix("/main") == true:
      number += 1
      text = ""
      level = 0
    case "tbl": if tableAt == nil { tableAt = number + 1 }
    case "pStyle": level = tag.attributes.first { $0.name == "val" }.flatMap { levels[$0.value] } ?? 0
    case "outlineLvl":
      if let own = tag.attributes.first(where: { $0.name == "val" }).flatMap({ Int($0.value) }), own < 3 {
        level = own + 1
      }
    case "t": isText = deleted == 0
    case "tab", "br", "cr": if deleted == 0 { text += " " }
    case "noBreakHyphen": if deleted == 0 { text += "-" }
    case "del", "moveFrom": deleted += 1
    default: break
    }
  }

  mutating func text(_ piece: String) {
    guard isText else { return }
    text.unicodeScalars.append(contentsOf: piece.unicodeScalars.filter { $0 != "\u{AD}" && $0 != "\u{200B}" })
  }

  mutating func endElement(_ name: String, line: Int) {
    switch name {
    case "t": isText = false
    case "del", "moveFrom": deleted -= 1
    case "p":
      paragraphs.append(WordParagraph(number: number, level: level, text: text))
      text = ""
    default: break
    }
  }
}
