import XMLReading

/// A Word file as it looks: paragraphs with their runs, tables, sections.
struct WordLook: XMLHandler {
  struct Run {
    var text = ""
    var font: String?
    /// In half points.
    var size: Int?
    var isBold = false
    var isItalic = false
    var isMarked = false
  }

  struct Paragraph {
    let number: Int
    /// Number of the table it stands in, from 0.
    let table: Int?
    var style: String?
    var alignment: String?
    var runs: [Run] = []

    var text: String { runs.map(\.text).joined() }
    /// Of the runs that say something.
    var shown: [Run] { runs.filter { !$0.text.allSatisfy(\.isWhitespace) } }
  }

  struct WordTable {
    var hasBorders = false
    var headRows = 0
    var rows = 0
    /// Rows that may be parted by a page's end.
    var divisibleRows = 0
    /// Number of the paragraph before it.
    var after = 0
  }

  struct Section {
    var width = 0
    var height = 0
    var margins: [String: Int] = [:]
    var hasFirstPage = false
    var beginsPages = false
  }

  private(set) var paragraphs: [Paragraph] = []
  private(set) var tables: [WordTable] = []
  private(set) var sections: [Section] = []

  private var open: [Int] = []
  private var current: Paragraph?
  private var run: Run?
  private var isText = false
  private var isRowWhole = false
  private var section: Section?

  private static func value(_ tag: XMLStartTag, _ name: String = "val") -> String? {
    tag.attributes.first { $0.name == name }?.value
  }

  private static func isOn(_ tag: XMLStartTag) -> Bool { !["0", "false", "off"].contains(value(tag) ?? "1") }

  mutating func startElement(_ tag: XMLStartTag) {
    switch tag.name {
    case "tbl":
      open.append(tables.count)
      tables.append(WordTable(after: paragraphs.last?.number ?? 0))
    case "tblBorders": if let last = open.last { tables[last].hasBorders = true }
    case "tr":
      if let last = open.last { tables[last].rows += 1 }
      isRowWhole = false
    case "tblHeader": if let last = open.last { tables[last].headRows += 1 }
    case "cantSplit": isRowWhole = true
    case "p": current = Paragraph(number: paragraphs.count + 1, table: open.last)
    case "pStyle": current?.style = Self.value(tag)
    case "jc": if run == nil, current != nil { current?.alignment = Self.value(tag) }
    case "r": run = Run()
    case "rFonts": run?.font = Self.value(tag, "ascii")
    case "sz": run?.size = Self.value(tag).flatMap { Int($0) }
    case "b": run?.isBold = Self.isOn(tag)
    case "i": run?.isItalic = Self.isOn(tag)
    case "highlight": run?.isMarked = Self.value(tag) != "none"
    case "t": isText = true
    case "noBreakHyphen": run?.text += "-"
    case "br", "tab": run?.text += " "
    case "sectPr": section = Section()
    case "pgSz":
      section?.width = Self.value(tag, "w").flatMap { Int($0) } ?? 0
      section?.height = Self.value(tag, "h").flatMap { Int($0) } ?? 0
    case "pgMar":
      for name in ["top", "bottom", "left", "right"] {
        section?.margins[name] = Self.value(tag, name).flatMap { Int($0) }
      }
    case "pgNumType": section?.beginsPages = Self.value(tag, "start") == "1"
    case "titlePg": section?.hasFirstPage = true
    default: break
    }
  }

  mutating func text(_ text: String) {
    if isText { run?.text += text.replacing("\u{A0}", with: " ") }
  }

  mutating func endElement(_ name: String, line: Int) {
    switch name {
    case "t": isText = false
    case "r":
      if let run { current?.runs.append(run) }
      run = nil
    case "p":
      if let current { paragraphs.append(current) }
      current = nil
    case "tr": if let last = open.last, !isRowWhole { tables[last].divisibleRows += 1 }
    case "tbl": open.removeLast()
    case "sectPr":
      if let section { sections.append(section) }
      section = nil
    default: break
    }
  }
}
