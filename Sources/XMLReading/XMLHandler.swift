/// Receives one document as a stream of events, in document order.
///
/// Comments and processing instructions are passed over. Events arrive before the rest of the document has been
/// read, so what a handler has gathered counts only if the outcome has no fault.
package protocol XMLHandler {
  /// Takes a start tag; an empty element tag is a start followed by an end.
  mutating func startElement(_ tag: XMLStartTag)

  /// Takes the text between two tags, whole: CDATA is text, references are resolved, comments leave no gap.
  /// White space between elements is text too; an empty text is never delivered.
  mutating func text(_ text: String)

  /// Takes an end tag; `line` is where it ends.
  mutating func endElement(_ name: String, line: Int)

  /// Whether the handler wants no more; asked after each event.
  ///
  /// The outcome then has a fault of the kind ``XMLFaultKind/stopped``, unless the document was at its end. `mutating` so that
  /// it is asked where it is: to ask a copy costs more than the event.
  var isFinished: Bool { mutating get }
}

extension XMLHandler {
  package var isFinished: Bool { false }
}

/// A start tag with everything in it.
package struct XMLStartTag: Hashable, Sendable {
  /// The local name, without a prefix.
  package var name: String
  /// The namespace name; `nil` in no namespace.
  package var namespace: String?
  /// The attributes in the order of the document, namespace declarations left out.
  package var attributes: [XMLAttribute]
  /// The line where the tag ends, from 1.
  package var line: Int
  /// The path of the element around this one; empty for the root.
  package var parentPath: String
  /// Its number among the elements of its name in there, from 1.
  package var number: Int

  package init(
    name: String, namespace: String?, attributes: [XMLAttribute] = [], line: Int, parentPath: String = "",
    number: Int = 1
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.line = line
    self.parentPath = parentPath
    self.number = number
  }

  /// The way from the root, as in ``XMLFault/path``.
  package var path: String { ElementPath.text(parentPath, name, number) }

  /// The value of the attribute of that name in no namespace.
  package subscript(name: String) -> String? {
    attributes.first { $0.namespace == nil && $0.name == name }?.value
  }
}

/// An attribute of a start tag.
package struct XMLAttribute: Hashable, Sendable {
  /// The local name, without a prefix.
  package var name: String
  /// The namespace name; `nil` for an attribute without a prefix.
  package var namespace: String?
  /// The value with its references resolved and its line ends and tabs turned into spaces (XML 1.0, 3.3.3).
  package var value: String

  package init(name: String, namespace: String? = nil, value: String) {
    self.name = name
    self.namespace = namespace
    self.value = value
  }
}
