import XMLReading

/// An element of a regime file as it stands: small documents may be trees.
struct RegimeNode {
  let name: String
  /// Values with their white space collapsed, as the schema's `xs:token` takes them.
  let attributes: [String: String]
  /// Where its start tag ends.
  let line: Int
  /// Its number among all elements, in the order of the file, from 0.
  let order: Int
  var text = ""
  var children: [RegimeNode] = []

  func first(_ name: String) -> RegimeNode? { children.first { $0.name == name } }

  /// The children of the child with a name.
  func rows(_ name: String) -> [RegimeNode] { first(name)?.children ?? [] }

  subscript(attribute: String) -> String? { attributes[attribute] }

  /// The words of a list attribute.
  func list(_ attribute: String) -> [String] {
    (attributes[attribute] ?? "").split(separator: " ").map(String.init)
  }
}

/// Builds the tree.
struct RegimeTreeBuilder: XMLHandler {
  private(set) var root: RegimeNode?
  /// Numbers of the elements by their paths.
  private(set) var orders: [String: Int] = [:]
  private var open: [RegimeNode] = []

  mutating func startElement(_ tag: XMLStartTag) {
    let attributes = tag.attributes.filter { $0.namespace == nil }.map { ($0.name, collapsed($0.value)) }
    open.append(
      RegimeNode(
        name: tag.name, attributes: Dictionary(attributes, uniquingKeysWith: { first, _ in first }), line: tag.line,
        order: orders.count))
    orders[tag.path] = orders.count
  }

  mutating func text(_ text: String) {
    if !open.isEmpty { open[open.count - 1].text += text }
  }

  mutating func endElement(_ name: String, line: Int) {
    guard let done = open.popLast() else { return }
    if open.isEmpty { root = done } else { open[open.count - 1].children.append(done) }
  }
}

/// A text trimmed, with one space for every run of XML's white space.
func collapsed(_ text: String) -> String {
  let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
  let words = text.utf8.split(whereSeparator: blanks.contains)
  return words.map { String(Substring($0)) }.joined(separator: " ")
}
