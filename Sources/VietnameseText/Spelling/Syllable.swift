/// Tells whether a word is one syllable as Vietnamese spells it, case aside.
///
/// At most one tone, an onset, one to three vowels, a coda; the tone on the vowel that carries it, by the old or the new
/// habit (`hòa`, `hoà`); the codas c, ch, p, t with sắc or nặng only. Both normal forms are read.
package func isSpellable(_ syllable: String) -> Bool {
  Syllable(nfc(syllable).unicodeScalars)?.isSpellable ?? false
}

/// A word taken apart into letters and its tone.
struct Syllable {
  /// The longest syllable is `nghiêng`.
  private static let longest = 7

  private var codes: [UInt8] = []
  private var tone = VietnameseTone.level
  private var tonePlace = 0

  /// Reads a word, or gives nothing if it has another sign than a letter, two tones, or too many letters.
  ///
  /// - Parameter gap: a sign that stands for a letter that was lost.
  init?(_ scalars: some Sequence<Unicode.Scalar>, gap: ((Unicode.Scalar) -> Bool)? = nil) {
    for scalar in scalars {
      guard codes.count < Self.longest else { return nil }
      if let gap, gap(scalar) {
        codes.append(UInt8(ascii: "?"))
        continue
      }
      guard let letter = VietnameseLetter(scalar) else { return nil }
      if letter.tone != .level {
        guard tone == .level else { return nil }
        (tone, tonePlace) = (letter.tone, codes.count)
      }
      codes.append(letter.code)
    }
  }

  /// Whether the word is spelt right.
  var isSpellable: Bool {
    guard !codes.isEmpty else { return false }
    return (0...min(3, codes.count - 1)).contains { onset in
      fits(onset: codes[..<onset], rhyme: codes[onset...]) && toneFits(rhymeStart: onset)
    }
  }

  /// Whether letters in place of the gaps would make it a syllable; tones are left aside, since they went with them.
  ///
  /// A gap stands for a vowel, or for đ at the beginning.
  var isSpellableWithGaps: Bool {
    guard !codes.isEmpty else { return false }
    return (0...min(3, codes.count - 1)).contains { count in
      var onset = Array(codes[..<count])
      if onset.first == UInt8(ascii: "?") { onset[0] = UInt8(ascii: "D") }
      return Onsets.all.contains(Rhymes.pack(onset[...])) && Rhymes.withGaps.contains(Rhymes.pack(codes[count...]))
    }
  }

  private func fits(onset: ArraySlice<UInt8>, rhyme: ArraySlice<UInt8>) -> Bool {
    let packedOnset = Rhymes.pack(onset)
    let packedRhyme = Rhymes.pack(rhyme)
    guard let first = rhyme.first, Onsets.all.contains(packedOnset) else { return false }
    if packedOnset == Onsets.qu {
      if Rhymes.afterQu.contains(packedRhyme) { return true }
      guard !Onsets.neverAfterQu.contains(first) || packedRhyme == Onsets.ôc else { return false }
    }
    return Rhymes.all.contains(packedRhyme) && Onsets.joins(packedOnset, first, rhyme)
  }

  private func toneFits(rhymeStart: Int) -> Bool {
    let vowels = codes[rhymeStart...].prefix(while: VietnameseLetter.isVowel)
    let coda = codes[vowels.endIndex...]
    if let last = coda.last, Onsets.stops.contains(last) || coda.count == 2 && coda.first == UInt8(ascii: "c") {
      guard tone == .acute || tone == .dot else { return false }
    }
    guard tone != .level else { return true }
    let place = tonePlace - rhymeStart
    if let shaped = vowels.lastIndex(where: VietnameseLetter.isShapedVowel) { return place == shaped - rhymeStart }
    if !coda.isEmpty { return place == vowels.count - 1 }
    switch vowels.count {
    case 1: return place == 0
    case 2: return place == 0 || place == 1 && Onsets.openPairs.contains(Rhymes.pack(vowels))
    default: return place == 1
    }
  }
}
