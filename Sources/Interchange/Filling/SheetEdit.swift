import Documents

/// Puts values into cells of a sheet's XML and leaves every other byte as it is.
///
/// A cell keeps its style; one that is not there yet is made where it belongs, its row too.
struct SheetEdit {
  private let bytes: [UInt8]
  /// What goes into a cell: a number, or a text; `nil` empties it.
  private var values: [CellReference: Value?]
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

  enum Value: Hashable {
    case number(String)
    case text(String)
  }

  /// - Parameter values: by cell.
  init(_ bytes: [UInt8], values: [CellReference: Value?]) {
    self.bytes = bytes
    self.values = values
  }

  /// The row that is being read.
  private struct OpenRow {
    var number: Int
    var tag: TagScanner.Tag
    /// Cells of the row that are still to be written, by column.
    var waiting: [CellReference]
    var lastColumn = 0
  }

  /// - Returns: the sheet with the values; `nil` where it has no room for data.
  consuming func edited() -> [UInt8]? {
    var scanner = TagScanner(bytes)
    var waitingRows = Set(values.keys.map(\.row)).sorted()
    var row: OpenRow?
    var lastRow = 0
    var cell: (start: Int, reference: CellReference, style: ArraySlice<UInt8>?, prefix: ArraySlice<UInt8>)?
    var hasData = false
    while let tag = scanner.next() {
      if tag.isCalled("sheetData") {
        hasData = true
        if tag.kind == .empty {
          let name = Array(tag.name)
          var opened = Array(bytes[tag.range].dropLast(2)) + [UInt8(ascii: ">")]
          opened += waitingRows.flatMap { newRow($0, prefix: tag.prefix) }
          edits.append((tag.range, opened + Array("</".utf8) + name + [UInt8(ascii: ">")]))
          break
        }
        if tag.kind == .close {
          insert(waitingRows.flatMap { newRow($0, prefix: tag.prefix) }, at: tag.range.lowerBound)
          break
        }
      } else if tag.isCalled("row"), tag.kind != .close {
        let number = scanner.attribute("r", of: tag).flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? lastRow + 1
        lastRow = number
        let before = waitingRows.prefix { $0 < number }
        insert(before.flatMap { newRow($0, prefix: tag.prefix) }, at: tag.range.lowerBound)
        waitingRows.removeFirst(before.count)
        let isWaiting = waitingRows.first == number
        if isWaiting { waitingRows.removeFirst() }
        let cells = isWaiting ? values.keys.filter { $0.row == number }.sorted() : []
        if tag.kind == .empty {
          guard !cells.isEmpty else { continue }
          let opened = Array(bytes[tag.range].dropLast(2)) + [UInt8(ascii: ">")]
          let made = cells.flatMap { markup($0, style: nil, prefix: tag.prefix) }
          edits.append((tag.range, opened + made + Array("</".utf8) + Array(tag.name) + [UInt8(ascii: ">")]))
        } else {
          row = OpenRow(number: number, tag: tag, waiting: cells)
        }
      } else if tag.isCalled("row") {
        guard let open = row else { continue }
        insert(open.waiting.flatMap { markup($0, style: nil, prefix: tag.prefix) }, at: tag.range.lowerBound)
        row = nil
      } else if tag.isCalled("c"), tag.kind != .close, var open = row {
        let named = scanner.attribute("r", of: tag).flatMap { CellReference(String(decoding: $0, as: UTF8.self)) }
        let column = named?.column ?? open.lastColumn + 1
        open.lastColumn = column
        let before = open.waiting.prefix { $0.column < column }
        insert(before.flatMap { markup($0, style: nil, prefix: tag.prefix) }, at: tag.range.lowerBound)
        open.waiting.removeFirst(before.count)
        if let next = open.waiting.first, next.column == column {
          open.waiting.removeFirst()
          let style = scanner.attribute("s", of: tag)
          if tag.kind == .empty {
            edits.append((tag.range, markup(next, style: style, prefix: tag.prefix)))
          } else {
            cell = (tag.range.lowerBound, next, style, tag.prefix)
          }
        }
        row = open
      } else if tag.isCalled("c"), let open = cell {
        edits.append(
          (open.start..<tag.range.upperBound, markup(open.reference, style: open.style, prefix: open.prefix)))
        cell = nil
      }
    }
    return hasData ? applied() : nil
  }

  private mutating func insert(_ new: [UInt8], at offset: Int) {
    if !new.isEmpty { edits.append((offset..<offset, new)) }
  }

  private func applied() -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    for edit in edits {
      result += bytes[offset..<edit.range.lowerBound]
      result += edit.bytes
      offset = edit.range.upperBound
    }
    return result + bytes[offset...]
  }

  private func newRow(_ number: Int, prefix: ArraySlice<UInt8>) -> [UInt8] {
    let name = String(decoding: prefix, as: UTF8.self) + "row"
    let cells = values.keys.filter { $0.row == number }.sorted().flatMap { markup($0, style: nil, prefix: prefix) }
    return Array("<\(name) r=\"\(number)\">".utf8) + cells + Array("</\(name)>".utf8)
  }

  private func markup(_ cell: CellReference, style: ArraySlice<UInt8>?, prefix: ArraySlice<UInt8>) -> [UInt8] {
    let p = String(decoding: prefix, as: UTF8.self)
    let s = style.map { " s=\"\(String(decoding: $0, as: UTF8.self))\"" } ?? ""
    var writer = MarkupWriter()
    switch values[cell] ?? nil {
    case .number(let digits)?: writer.raw("<\(p)c r=\"\(cell)\"\(s)><\(p)v>\(digits)</\(p)v></\(p)c>")
    case .text(let text)?:
      writer.raw("<\(p)c r=\"\(cell)\"\(s) t=\"inlineStr\"><\(p)is><\(p)t xml:space=\"preserve\">")
      writer.text(text)
      writer.raw("</\(p)t></\(p)is></\(p)c>")
    case nil: writer.raw("<\(p)c r=\"\(cell)\"\(s)/>")
    }
    return writer.bytes
  }
}
