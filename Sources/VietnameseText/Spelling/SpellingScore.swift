/// How many of the words outside ASCII are spelt as Vietnamese spells.
///
/// The right decoder makes nearly all of them syllables, a wrong one seldom more than half: this is the evidence by
/// which an encoding is told. A short text decides nothing.
package struct SpellingScore: Equatable, Sendable {
  package private(set) var spelt = 0
  package private(set) var words = 0

  package init() {}

  /// Scores the words of a text.
  package init(_ text: String) {
    var word: [Unicode.Scalar] = []
    for scalar in nfc(text).unicodeScalars {
      if SpellingScore.divides(scalar) {
        count(word)
        word.removeAll(keepingCapacity: true)
      } else if word.count < Self.longestWord {
        word.append(scalar)
      }
    }
    count(word)
  }

  /// No word is as long; what runs on is not kept.
  static let longestWord = 64

  /// Whether the text has words outside ASCII and all of them are spelt right.
  package var isFlawless: Bool { words > 0 && spelt == words }

  package static func += (total: inout SpellingScore, other: SpellingScore) {
    total.spelt += other.spelt
    total.words += other.words
  }

  mutating func count(_ word: [Unicode.Scalar]) {
    guard word.contains(where: { !$0.isASCII }), !Self.isAbbreviation(word) else { return }
    words += 1
    if Syllable(word)?.isSpellable ?? false { spelt += 1 }
  }

  /// Whether a word has letters but no vowel, like `GDĐT`: it says nothing of the spelling.
  private static func isAbbreviation(_ word: [Unicode.Scalar]) -> Bool {
    word.allSatisfy { scalar in
      VietnameseLetter(scalar).map { !VietnameseLetter.isVowel($0.code) } ?? false
    }
  }

  /// Signs between words: ASCII but the letters, and typographic signs. Other signs of Latin-1 are what a wrong decoder
  /// makes of letters, so they stay within the word and spoil it.
  static func divides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: false
    case 0..<0x80, 0xA0, 0xAB, 0xBB, 0x2000...0x2BFF, 0xFEFF: true
    default: false
    }
  }
}

extension LegacyEncoding {
  /// Scores the words that the bytes spell in this encoding, up to a number of words.
  ///
  /// Words are bounded in the bytes, so that every encoding is scored on the same ones. A byte without meaning spoils
  /// its word.
  package func spellingScore(of bytes: Span<UInt8>, limit: Int = 20_000) -> SpellingScore {
    let reader = LegacyReader(self)
    var score = SpellingScore()
    var word: [Unicode.Scalar] = []
    var place = 0
    while place < bytes.count, score.words < limit {
      let step = reader.step(bytes, at: place)
      if let scalar = step?.scalar, SpellingScore.divides(scalar) {
        score.count(word)
        word.removeAll(keepingCapacity: true)
      } else if word.count < SpellingScore.longestWord {
        word.append(step?.scalar ?? "\u{FFFD}")
      }
      place += step?.length ?? 1
    }
    score.count(word)
    return score
  }
}
