import XMLReading

/// What a sheet says of the cells that a map names: their texts, formulas, and the areas that are merged.
struct SheetReading: XMLHandler {
  private let wanted: Set<CellReference>
  private let sharedStrings: [String]
  private(set) var texts: [CellReference: String] = [:]
  private(set) var formulas: Set<CellReference> = []
  /// References such as `A1:C1`.
  private(set) var merged: [String] = []
  /// Any cell that holds a formula.
  private(set) var hasFormulas = false

  private var row = 0
  private var column = 0
  private var kind: String?
  private var isValue = false
  private var value = ""

  init(_ wanted: Set<CellReference>, sharedStrings: [String]) {
    self.wanted = wanted
    self.sharedStrings = sharedStrings
  }

  private var here: CellReference? { CellReference(row: row, column: column) }

  mutating func startElement(_ tag: XMLStartTag) {
    switch tag.name {
    case "row":
      row = tag["r"].flatMap { Int($0) } ?? row + 1
      column = 0
    case "c":
      let named = tag["r"].flatMap { CellReference($0) }
      column = named?.column ?? column + 1
      kind = tag["t"]
      value = ""
    case "f":
      hasFormulas = true
      if let here, wanted.contains(here) { formulas.insert(here) }
    case "v", "t": isValue = true
    case "mergeCell": if let area = tag["ref"] { merged.append(area) }
    default: break
    }
  }

  mutating func text(_ text: String) {
    if isValue { value += text }
  }

  mutating func endElement(_ name: String, line: Int) {
    switch name {
    case "v", "t": isValue = false
    case "c":
      if let here, wanted.contains(here) {
        texts[here] =
          kind == "s" ? Int(value).flatMap { sharedStrings.indices.contains($0) ? sharedStrings[$0] : nil } : value
      }
    default: break
    }
  }
}

/// The texts that the sheets of a workbook share, in their order.
struct SharedStrings: XMLHandler {
  private(set) var texts: [String] = []
  private var current = ""
  private var isText = false
  /// Readings of characters beside a text are no part of it.
  private var isPhonetic = false

  mutating func startElement(_ tag: XMLStartTag) {
    switch tag.name {
    case "si": current = ""
    case "rPh": isPhonetic = true
    case "t": isText = !isPhonetic
    default: break
    }
  }

  mutating func text(_ text: String) {
    if isText { current += text }
  }

  mutating func endElement(_ name: String, line: Int) {
    switch name {
    case "si": texts.append(current)
    case "rPh": isPhonetic = false
    case "t": isText = false
    default: break
    }
  }
}

/// Start tags of one name, such as the sheets of a workbook or the relations of a part.
struct TagCollector: XMLHandler {
  let name: String
  private(set) var tags: [XMLStartTag] = []

  init(_ name: String) { self.name = name }

  mutating func startElement(_ tag: XMLStartTag) {
    if tag.name == name { tags.append(tag) }
  }

  mutating func text(_ text: String) {}
  mutating func endElement(_ name: String, line: Int) {}
}
