/// A piece of the body, in reading order.
package enum Block: Sendable, Hashable {
  /// Level 1 is `I. KẾT QUẢ …` in capitals, 2 is `1. …` bold, 3 is `a) …` bold italic; the text carries its numbering.
  case heading(level: Int, String)
  case paragraph([TextSpan])
  case table(Table)
}

/// A run of text of one look.
package struct TextSpan: Sendable, Hashable {
  package enum Style: Sendable, Hashable {
    case plain
    case bold
    case italic
    /// Room that the office must fill before issuing: on yellow in a draft (<doc:layout#Blocks-of-the-office>).
    case toFillIn
  }

  package var text: String
  package var style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
