import Spooling
import VietnameseText

/// What the old encodings make of a file: how much of it they spell right, and how many known titles they show.
struct LegacyEvidence {
  private struct Candidate {
    let encoding: CSVEncoding
    var score = SpellingScore()
    var titles = 0

    /// A known title weighs as much as four words: no wrong decoder comes upon one by chance.
    var points: Int { score.spelt + 4 * titles }

    /// Whether the words are Vietnamese enough; foreign names and slips are allowed for.
    var isCredible: Bool {
      let share = titles > 0 ? 60 : 80
      return score.spelt * 100 >= score.words * share
    }
  }

  private var candidates: [Candidate] = []
  /// The place of the first byte that is not ASCII.
  private(set) var firstHighByte = 0
  /// The farthest byte at which an encoding ended that had spelt the text before it; `nil` where none had.
  private(set) var farthestUndefined: Int?
  private static let shortFile = 8

  /// Evidence of no file, to add to.
  init() {}

  /// Weighs one file that is not UTF-8. Encodings in which a byte has no meaning drop out.
  init(_ bytes: ByteView, titles: Set<String>) {
    firstHighByte = bytes.firstIndex { $0 >= 0x80 } ?? 0
    for encoding in [CSVEncoding.windows1258, .tcvn3, .vniWindows] {
      guard let legacy = encoding.legacy else { continue }
      if let undefined = firstUndecodable(in: bytes, encoding) {
        let before = Candidate(
          encoding: encoding, score: bytes.withSpan(0..<undefined) { legacy.spellingScore(of: $0) })
        if before.score.words > 0, before.isCredible { farthestUndefined = max(farthestUndefined ?? 0, undefined) }
        continue
      }
      candidates.append(
        Candidate(
          encoding: encoding, score: bytes.withSpan(0..<bytes.count) { legacy.spellingScore(of: $0) },
          titles: Self.titles(shownBy: legacy, in: bytes, titles)))
    }
  }

  /// Adds the evidence of another file of the submission.
  mutating func add(_ other: LegacyEvidence) {
    for candidate in other.candidates {
      if let index = candidates.firstIndex(where: { $0.encoding == candidate.encoding }) {
        candidates[index].score += candidate.score
        candidates[index].titles += candidate.titles
      } else {
        candidates.append(candidate)
      }
    }
  }

  /// The encodings that spell most of the file, if any spells something.
  var leading: [CSVEncoding] {
    let most = candidates.map(\.points).max() ?? 0
    return candidates.filter { most > 0 && $0.points == most }.map(\.encoding)
  }

  /// Whether the file has so few words outside ASCII that one foreign name can spoil its score.
  var isShort: Bool { candidates.allSatisfy { $0.score.words < Self.shortFile } }

  /// The verdict on the file alone.
  var verdict: EncodingVerdict {
    verdict(among: CSVEncoding.allCases, offset: firstHighByte)
  }

  /// The verdict when only these encodings are possible.
  func verdict(among possible: [CSVEncoding], offset: Int) -> EncodingVerdict {
    let credible = candidates.filter { possible.contains($0.encoding) && $0.isCredible }
    guard let best = credible.max(by: { $0.points < $1.points }) else { return .invalid(offset: offset) }
    let margin = max(1, best.score.words / 20)
    let rivals = credible.filter { best.points - $0.points < margin }
    if rivals.count > 1 { return .undecided(rivals.map(\.encoding), offset: offset) }
    return best.encoding == .vniWindows ? .refused(.vniWindows, offset: offset) : .decided(best.encoding)
  }

  /// The header stands within this many bytes.
  private static let headSize = 16_384

  /// The number of known titles outside ASCII that the head of the file shows in an encoding.
  private static func titles(shownBy legacy: LegacyEncoding, in bytes: ByteView, _ known: Set<String>) -> Int {
    let ends = Array("\r\n,;\t\"".utf8)
    let cells = bytes.array(0..<min(headSize, bytes.count)).split { ends.contains($0) }
    return cells.count { cell in
      guard cell.contains(where: { $0 >= 0x80 }), let text = try? legacy.decode(cell.span) else { return false }
      return known.contains(foldedKey(text))
    }
  }
}
