import ReportingModel
import Spooling
import VietnameseText
import XMLReading

/// Turns the events of one document into raw blocks, and logs what the vocabulary does not have.
struct SubmissionHandler: XMLHandler {
  /// What the document is by its root.
  enum Root {
    case report
    case otherNamespace(String?)
    case foreign(String)
  }

  private(set) var root = Root.foreign("")
  private(set) var blocks: [RawBlock] = []
  /// Blocks with something in them that the vocabulary does not have.
  private(set) var unread: Set<SubmissionContent.Block> = []
  private(set) var log: FindingLog
  /// There are more records than are read.
  private(set) var isFull = false
  private let file: String
  private(set) var rows: RowLimit
  /// Levels of open elements.
  private var depth = 0
  /// Below an element that is unknown, everything is passed over.
  private var skipDepth = 0
  private var record: RawRecord?
  /// Of the open block.
  private var records: RowsWriter<RawRecord>
  private let spool: Spool?
  /// The column whose text is being read.
  private var column: Int?
  private var text = ""
  /// The path of the last element at fault without its number, as its cause is known by.
  private var lastPlace: (parent: String, name: String, plain: String) = ("", "", "")

  /// - Parameter spool: where records go.
  init(file: String, rows: RowLimit, into spool: Spool?, log: FindingLog) {
    self.file = file
    self.rows = rows
    self.spool = spool
    records = RowsWriter(into: spool)
    self.log = log
  }

  var isFinished: Bool { isFull }

  private var schema: BlockSchema? { blocks.last.map { Vocabulary.schema(of: $0.block) } }
  private var names: XMLNames? { blocks.last.flatMap { XMLNames.byBlock[$0.block] } }

  mutating func startElement(_ tag: XMLStartTag) {
    depth += 1
    if skipDepth > 0 {
      skipDepth += 1
      return
    }
    switch depth {
    case 1: startRoot(tag)
    case 2: startBlock(tag)
    case 3: blocks.last?.block == .header ? startHeaderField(tag) : startRecord(tag)
    default: startField(tag)
    }
  }

  mutating func text(_ text: String) {
    if column != nil, skipDepth == 0 { self.text += text }
  }

  mutating func endElement(_ name: String, line: Int) {
    depth -= 1
    if skipDepth > 0 {
      skipDepth -= 1
      return
    }
    if let column, isEndOfField {
      set(text, column, line: record?.line ?? line)
      self.column = nil
      text = ""
    }
    if depth == 2, let record, blocks.last?.block != .header {
      keep(record)
      self.record = nil
    }
    if depth == 1, !blocks.isEmpty {
      if let record, blocks.last?.block == .header { keep(record) }
      record = nil
      blocks[blocks.count - 1].records = records.finish()
    }
  }

  private mutating func keep(_ record: RawRecord) {
    guard let block = blocks.last?.block, records.count < rows.file, rows.allowed(of: block) > 0 else {
      isFull = true
      return
    }
    records.append(record)
    rows.take(1, of: block)
  }

  /// A field's text ends with its own element: a header field or a child of a record, or the record itself.
  private var isEndOfField: Bool { depth == 3 || depth == 2 }

  private mutating func startRoot(_ tag: XMLStartTag) {
    guard tag.name == Vocabulary.rootElement else {
      root = .foreign(tag.name)
      skipDepth = 1
      return
    }
    guard tag.namespace == Vocabulary.namespace else {
      root = .otherNamespace(tag.namespace)
      skipDepth = 1
      return
    }
    root = .report
    if tag["phienBan"] != Vocabulary.version { log.add(wrongVersion(tag)) }
    for attribute in tag.attributes where attribute.name != "phienBan" { unknown(attribute, tag, known: ["phienBan"]) }
  }

  private mutating func startBlock(_ tag: XMLStartTag) {
    guard let block = SubmissionContent.Block(rawValue: tag.name) else {
      unknown(tag, known: SubmissionContent.Block.allCases.map(\.rawValue))
      return
    }
    guard !blocks.contains(where: { $0.block == block }) else {
      twice(tag)
      return
    }
    for attribute in tag.attributes { unknown(attribute, tag, known: []) }
    let width = Vocabulary.schema(of: block).columns.count
    records = RowsWriter(into: spool)
    blocks.append(RawBlock(block: block, file: file, columns: [Int?](repeating: nil, count: width), records: []))
    record = block == .header ? RawRecord(line: tag.line, values: [String?](repeating: nil, count: width)) : nil
  }

  private mutating func startHeaderField(_ tag: XMLStartTag) {
    guard let schema else { return }
    if tag.name == "ky" {
      for attribute in tag.attributes {
        if let index = names?.periodAttributes[attribute.name] {
          set(attribute.value, index, line: tag.line)
        } else {
          unknown(attribute, tag, known: schema.periodAttributes)
        }
      }
      return
    }
    guard let index = names?.elements[tag.name] else {
      unknown(tag, known: schema.elements + ["ky"])
      return
    }
    for attribute in tag.attributes { unknown(attribute, tag, known: []) }
    begin(index, tag)
  }

  private mutating func startRecord(_ tag: XMLStartTag) {
    guard let schema else { return }
    guard tag.name == "muc" else {
      unknown(tag, known: ["muc"])
      return
    }
    record = RawRecord(line: tag.line, values: [String?](repeating: nil, count: schema.columns.count))
    for attribute in tag.attributes {
      if attribute.namespace == nil, let index = names?.attributes[attribute.name] {
        set(attribute.value, index, line: tag.line)
      } else {
        unknown(attribute, tag, known: schema.attributes)
      }
    }
    column = names?.content
    text = ""
  }

  private mutating func startField(_ tag: XMLStartTag) {
    guard depth == 4, let index = names?.elements[tag.name] else {
      unknown(tag, known: schema?.elements ?? [])
      return
    }
    for attribute in tag.attributes { unknown(attribute, tag, known: []) }
    begin(index, tag)
  }

  private mutating func begin(_ index: Int, _ tag: XMLStartTag) {
    if record?.values[index] != nil, schema?.columns[index].type != .paths {
      twice(tag)
      return
    }
    column = index
    text = ""
  }

  /// Keeps a value; repeated evidence paths are joined as CSV joins them.
  private mutating func set(_ value: String, _ index: Int, line: Int) {
    if let earlier = record?.values[index], schema?.columns[index].type == .paths {
      record?.values[index] = earlier + "|" + value
    } else {
      record?.values[index] = value
    }
  }
}

extension SubmissionHandler {
  /// What stands there is not read: it is in the open block, or may be any block.
  private mutating func leaveUnread() {
    if depth > 2, let open = blocks.last?.block {
      unread.insert(open)
    } else {
      unread.formUnion(SubmissionContent.Block.allCases)
    }
  }

  private mutating func unknown(_ tag: XMLStartTag, known: [String]) {
    skipDepth = 1
    leaveUnread()
    log.add(.xmlElement, .error, at: SourceLocation(file: file, line: tag.line, field: plainPath(of: tag))) {
      let place = SourceLocation(file: file, line: tag.line, field: tag.path)
      let near = nearest(tag.name, in: known)
      return Finding(
        .xmlElement, .error, at: place, value: shortened(tag.name),
        message: LocalizedText(
          "Thẻ <\(shortened(tag.name))> không có trong mẫu báo cáo.",
          "The element <\(shortened(tag.name))> is unknown here."),
        hint: near.map { LocalizedText("Gần nhất là <\($0)>.", "The nearest is <\($0)>.") }
          ?? LocalizedText(
            "Báo nhà cung cấp phần mềm; gửi kèm phiếu này.", "Tell the software's maker and send this receipt."))
    }
  }

  private mutating func unknown(_ attribute: XMLAttribute, _ tag: XMLStartTag, known: [String]) {
    // Attributes of other namespaces, such as xsi:schemaLocation, say nothing here.
    guard attribute.namespace == nil else { return }
    if depth > 2 { leaveUnread() }
    log.add(.xmlAttribute, .error, at: SourceLocation(file: file, line: tag.line, field: plainPath(of: tag))) {
      let place = SourceLocation(file: file, line: tag.line, field: tag.path)
      let near = nearest(attribute.name, in: known)
      return Finding(
        .xmlAttribute, .error, at: place, value: shortened(attribute.name),
        message: LocalizedText(
          "Thuộc tính «\(shortened(attribute.name))» của thẻ <\(tag.name)> không có trong mẫu báo cáo.",
          "The attribute “\(shortened(attribute.name))” of <\(tag.name)> is unknown."),
        hint: near.map { LocalizedText("Gần nhất là «\($0)».", "The nearest is “\($0)”.") }
          ?? LocalizedText(
            "Báo nhà cung cấp phần mềm; gửi kèm phiếu này.", "Tell the software's maker and send this receipt."))
    }
  }

  private mutating func twice(_ tag: XMLStartTag) {
    skipDepth = 1
    log.add(.xmlTwice, .error, at: SourceLocation(file: file, line: tag.line, field: plainPath(of: tag))) {
      Finding(
        .xmlTwice, .error, at: SourceLocation(file: file, line: tag.line, field: tag.path), value: tag.name,
        message: LocalizedText("Thẻ <\(tag.name)> có hai lần.", "The element <\(tag.name)> is there twice."),
        hint: LocalizedText("Đề nghị gộp thành một.", "Join them into one."))
    }
  }

  /// The path of an element without its number: of a million unknown elements beside each other it is made once.
  private mutating func plainPath(of tag: XMLStartTag) -> String {
    if lastPlace.name != tag.name || lastPlace.parent != tag.parentPath {
      lastPlace = (tag.parentPath, tag.name, tag.parentPath + "/" + tag.name)
    }
    return lastPlace.plain
  }

  private func wrongVersion(_ tag: XMLStartTag) -> Finding {
    Finding(
      .xmlVersion, .error, at: SourceLocation(file: file, line: tag.line, field: "phienBan"), value: tag["phienBan"],
      message: LocalizedText(
        "Phiên bản «\(shortened(tag["phienBan"] ?? ""))» của mẫu báo cáo không đọc được.",
        "Version «\(shortened(tag["phienBan"] ?? ""))» of the format is not read."),
      hint: LocalizedText("Ghi phienBan=\"1.0\".", "Write phienBan=\"1.0\"."))
  }
}

/// Where a block's attributes and elements stand among its columns.
private struct XMLNames {
  private(set) var attributes: [String: Int] = [:]
  private(set) var elements: [String: Int] = [:]
  private(set) var periodAttributes: [String: Int] = [:]
  /// The column that is the element's own text.
  private(set) var content: Int?

  static let byBlock = Dictionary(uniqueKeysWithValues: Vocabulary.all.map { ($0.block, XMLNames($0)) })

  private init(_ schema: BlockSchema) {
    for (index, column) in schema.columns.enumerated() {
      switch column.xml {
      case .attribute(let name): attributes[name] = index
      case .element(let name): elements[name] = index
      case .periodAttribute(let name): periodAttributes[name] = index
      case .content: content = index
      }
    }
  }
}

extension BlockSchema {
  fileprivate var periodAttributes: [String] {
    columns.compactMap { if case .periodAttribute(let name) = $0.xml { name } else { nil } }
  }
  fileprivate var attributes: [String] {
    columns.compactMap { if case .attribute(let name) = $0.xml { name } else { nil } }
  }
  fileprivate var elements: [String] {
    columns.compactMap { if case .element(let name) = $0.xml { name } else { nil } }
  }
}
