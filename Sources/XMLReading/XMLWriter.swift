/// Writes a document as UTF-8, element by element, indented by two spaces; the same calls give the same bytes.
///
/// Names are the caller's, written as they are. An element has either text or children.
package struct XMLWriter: Sendable {
  private var output: [UInt8]
  private var open: [String] = []
  /// The start tag of the innermost element still lacks its `>`.
  private var tagIsOpen = false

  /// Begins with an XML declaration.
  package init() {
    output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  }

  /// The document so far; whole when every element has been ended.
  package var bytes: [UInt8] { output }

  /// Opens an element; attributes without a value are left out.
  package mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    finishTag()
    begin(name, attributes)
    open.append(name)
    tagIsOpen = true
  }

  /// Closes the innermost element; does nothing if none is open.
  package mutating func end() {
    guard let name = open.popLast() else { return }
    if tagIsOpen {
      output.append(contentsOf: "/>\n".utf8)
      tagIsOpen = false
    } else {
      indent()
      output.append(contentsOf: "</\(name)>\n".utf8)
    }
  }

  /// Writes an element with a text.
  package mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    finishTag()
    begin(name, attributes)
    output.append(UInt8(ascii: ">"))
    appendXMLEscaped(text, inAttribute: false, to: &output)
    output.append(contentsOf: "</\(name)>\n".utf8)
  }

  /// Writes a comment; hyphens that would end it are set apart.
  package mutating func comment(_ text: String) {
    finishTag()
    indent()
    var safe = text.replacing("--", with: "- -")
    if safe.hasSuffix("-") { safe += " " }
    output.append(contentsOf: "<!-- \(safe.replacing("--", with: "- -")) -->\n".utf8)
  }

  private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    indent()
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: name.utf8)
    for (name, value) in attributes {
      guard let value else { continue }
      output.append(contentsOf: " \(name)=\"".utf8)
      appendXMLEscaped(value, inAttribute: true, to: &output)
      output.append(UInt8(ascii: "\""))
    }
  }

  private mutating func finishTag() {
    guard tagIsOpen else { return }
    output.append(contentsOf: ">\n".utf8)
    tagIsOpen = false
  }

  private mutating func indent() {
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * open.count))
  }
}
