/// A place where a document is not what XML, the limits or the schema allow.
package struct XMLFault: Error, Hashable, Sendable {
  /// What is wrong.
  package var kind: XMLFaultKind
  /// The line, from 1: for tags the line where the tag ends, otherwise where the parser stood.
  package var line: Int
  /// The position in the line, from 1 and roughly in characters; `nil` unless the fault is one of syntax or bytes.
  package var column: Int?
  /// The innermost element that was open, or the element at fault: `/baoCao/hoatDong/muc[3]`; empty before the root.
  ///
  /// Local names; the second and later elements of a name carry their number, the first cannot know of them.
  package var path: String
  /// libxml2's error code, 0 where the fault was found without it.
  package var code: Int32
  /// libxml2's own words or their like, in English, at most 500 bytes.
  package var message: String
  /// What the fault is about; its meaning is told by the kind.
  package var subject: String?
  /// The second thing the fault is about; its meaning is told by the kind.
  package var other: String?
  /// The line where the start tag of the element in question ends, for tags that are not closed.
  package var openedLine: Int?

  package init(
    kind: XMLFaultKind, line: Int, column: Int? = nil, path: String = "", code: Int32 = 0, message: String,
    subject: String? = nil, other: String? = nil, openedLine: Int? = nil
  ) {
    self.kind = kind
    self.line = line
    self.column = column
    self.path = path
    self.code = code
    self.message = message
    self.subject = subject
    self.other = other
    self.openedLine = openedLine
  }
}
