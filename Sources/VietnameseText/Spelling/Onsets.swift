/// The onsets of Vietnamese and how they join rhymes.
enum Onsets {
  /// Every onset, none among them, and `kr` of the highlands' names.
  static let all = Set(
    [
      "", "b", "c", "ch", "d", "D", "g", "gh", "gi", "h", "k", "kh", "kr", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
      "qu", "r", "s", "t", "th", "tr", "v", "x",
    ].map(packed))

  static let qu = packed("qu")
  static let ôc = packed("Oc")
  /// Codas that end in a stop; `ch` is known by its first letter.
  static let stops = Array("cptk".utf8)
  static let neverAfterQu = Array("oOuU".utf8)
  /// Open pairs of vowels that take the tone on either: `hòa` and `hoà`.
  static let openPairs = Set(["oa", "oe", "uy"].map(packed))

  private static let none = packed("")
  private static let c = packed("c")
  private static let g = packed("g")
  private static let gi = packed("gi")
  private static let gh = packed("gh")
  private static let ng = packed("ng")
  private static let ngh = packed("ngh")
  private static let ia = packed("ia")
  private static let front = Array("eEiy".utf8)

  /// Whether an onset may stand before a rhyme: `k`, `gh`, `ngh` belong to front vowels, `c`, `g`, `ng` to the others.
  ///
  /// `k` is let through everywhere for names such as `Bắc Kạn`.
  static func joins(_ onset: UInt64, _ first: UInt8, _ rhyme: ArraySlice<UInt8>) -> Bool {
    let isFront = front.contains(first)
    let next = rhyme.dropFirst().first
    switch onset {
    case c, ng: return !isFront
    case gh, ngh: return isFront && first != UInt8(ascii: "y")
    case g: return !isFront || first == UInt8(ascii: "i") && Rhymes.pack(rhyme) != ia
    case gi: return first != UInt8(ascii: "i") && first != UInt8(ascii: "y")
    case none: return first != UInt8(ascii: "i") || next != UInt8(ascii: "E")
    case qu: return true
    default: return first != UInt8(ascii: "y") || next == nil
    }
  }

  private static func packed(_ letters: String) -> UInt64 {
    Rhymes.pack(Array(letters.utf8)[...])
  }
}
