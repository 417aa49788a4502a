/// How wide a line of Times New Roman is, near enough to draw a line below it or to keep a word whole in a column.
enum TextWidth {
  /// Twips, for a bold text; a plain one is at most as wide. Marks that stand above a letter take no room.
  static func estimate(_ text: some StringProtocol, halfPoints: Int) -> Int {
    let thousandths = text.unicodeScalars.reduce(0) { sum, scalar in
      if scalar == " " { return sum + 250 }
      if scalar.properties.canonicalCombiningClass != .notReordered { return sum }
      return sum + (scalar.properties.isUppercase ? 720 : 490)
    }
    return thousandths * halfPoints / 100
  }

  /// Twips that the longest word takes.
  static func longestWord(_ text: String, halfPoints: Int) -> Int {
    text.split(whereSeparator: \.isWhitespace).map { estimate($0, halfPoints: halfPoints) }.max() ?? 0
  }
}
