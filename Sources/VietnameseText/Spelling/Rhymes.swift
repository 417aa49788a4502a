/// The rhymes of Vietnamese, packed so that a look-up allocates nothing.
enum Rhymes {
  /// Rhymes that follow any onset, or none.
  static let all = Set(packed(general))
  /// Rhymes that follow `qu` alone, beyond the general ones.
  static let afterQu = Set(packed(labial))
  /// Every rhyme with any of its vowels unreadable, each such vowel given as `?`.
  static let withGaps = Set((packed(general) + packed(labial)).flatMap(gapped))

  /// Packs the codes of at most eight letters into one number.
  static func pack(_ codes: ArraySlice<UInt8>) -> UInt64 {
    codes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let general = """
    a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oe oem oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uôc uôi uôm uôn uông uôt uơ
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu
    """

  private static let labial = "ych yn ynh yp yt yu"

  private static func packed(_ list: String) -> [UInt64] {
    list.split { $0 == " " || $0 == "\n" }.map { rhyme in
      pack(rhyme.unicodeScalars.compactMap { VietnameseLetter($0)?.code }[...])
    }
  }

  private static func gapped(_ rhyme: UInt64) -> [UInt64] {
    var variants = [rhyme]
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      guard VietnameseLetter.isVowel(UInt8(truncatingIfNeeded: rhyme >> shift)) else { continue }
      variants += variants.map { $0 & ~(0xFF << shift) | UInt64(UInt8(ascii: "?")) << shift }
    }
    return variants
  }
}
