/// Finds words in which letters gave way to `?`, `_` or U+FFFD.
///
/// A `?` counts where a vowel, or a đ at the beginning, in its place makes a syllable. So questions, identifiers
/// (`ma_don_vi`, `ND_1`) and addresses are left alone.
enum LostLetters {
  struct Found {
    let word: ArraySlice<Unicode.Scalar>
    let isReplaced: Bool

    /// The place of the word among the scalars.
    var offset: Int { word.startIndex }
  }

  /// The first such word.
  static func first(in text: [Unicode.Scalar]) -> Found? {
    var place = 0
    while place < text.count {
      let start = place
      while place < text.count, !text[place].isBlank { place += 1 }
      if let found = first(inToken: text[start..<place]) { return found }
      place += 1
    }
    return nil
  }

  /// Looks into what stands between two blanks.
  private static func first(inToken token: ArraySlice<Unicode.Scalar>) -> Found? {
    guard token.contains(where: { $0 == "?" || $0 == "_" || $0 == "\u{FFFD}" }) else { return nil }
    let isAddress = token.contains { "/\\=&@".unicodeScalars.contains($0) }
    var start = token.startIndex
    while start < token.endIndex {
      guard isPart(token[start]) else {
        start += 1
        continue
      }
      let word = token[start...].prefix(while: isPart)
      if word.contains("\u{FFFD}") { return Found(word: word, isReplaced: true) }
      if !isAddress, isLost(word) { return Found(word: word, isReplaced: false) }
      start = word.endIndex
    }
    return nil
  }

  private static func isLost(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    // A `?` at the end is a question; without it the word must still have a gap.
    let body = word.prefix { $0 != "\u{FFFD}" }.trimmingQuestion
    guard let gap = body.firstIndex(where: isGap), body.count > 1 else { return false }
    guard gap > body.startIndex || body.count > 2 else { return false }
    return Syllable(body, gap: isGap)?.isSpellableWithGaps ?? false
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "?" || scalar == "_"
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    isGap(scalar) || scalar == "\u{FFFD}" || scalar.properties.isAlphabetic
      || scalar.properties.generalCategory == .nonspacingMark || scalar.properties.numericType != nil
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate var trimmingQuestion: Self {
    guard let end = lastIndex(where: { $0 != "?" && $0 != "_" }) else { return [] }
    return self[startIndex...end]
  }
}
