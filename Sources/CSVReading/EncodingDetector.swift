package import Spooling
import VietnameseText

/// Tells the encoding of CSV files from their bytes; what stays open is said, never guessed.
///
/// In this order: byte order mark, zero bytes, strict UTF-8, then the encoding in which most words outside ASCII are
/// Vietnamese syllables and most known titles appear (<doc:bundle#Encodings>).
package struct EncodingDetector: Sendable {
  private let titles: Set<String>

  /// Makes a detector.
  /// - Parameter headerTitles: the titles of known columns, as `foldedKey(_:)` gives them.
  package init(headerTitles: Set<String>) {
    titles = headerTitles
  }

  /// Returns what one file alone tells.
  package func detect(_ bytes: [UInt8]) -> EncodingVerdict {
    examine(ByteView(bytes)).alone
  }

  /// Returns what the CSV files of one submission tell, in their order.
  ///
  /// A file that is too short to decide takes the encoding that all files in old encodings decide together.
  package func detect(files: [[UInt8]]) -> [EncodingVerdict] { detect(files: files.map { ByteView($0) }) }

  /// Returns what the CSV files of one submission tell, in their order.
  package func detect(files: [ByteView]) -> [EncodingVerdict] {
    let examined = files.map(examine)
    var pool = LegacyEvidence()
    for file in examined where !file.alone.isHopeless {
      if let evidence = file.evidence { pool.add(evidence) }
    }
    return examined.map { file in
      guard let evidence = file.evidence, let rivals = file.rivals else { return file.alone }
      switch pool.verdict(among: rivals, offset: evidence.firstHighByte) {
      case .decided(let encoding): return .decided(encoding)
      case .refused(let encoding, let offset): return .refused(encoding, offset: offset)
      case .undecided, .lost, .invalid: return file.alone
      }
    }
  }

  /// One file: its verdict, and the evidence where it is in an old encoding.
  private struct Examined {
    let alone: EncodingVerdict
    var evidence: LegacyEvidence?

    /// The encodings among which the other files may decide, or nothing if this one needs no help.
    var rivals: [CSVEncoding]? {
      switch alone {
      case .undecided(let rivals, _): rivals
      case .invalid where evidence?.isShort ?? false: evidence?.leading
      default: nil
      }
    }
  }

  private func examine(_ bytes: ByteView) -> Examined {
    defer { bytes.letGo() }
    if let encoding = ByteOrder.marked(bytes) ?? ByteOrder.betrayedByZeros(bytes) {
      return Examined(alone: firstUndecodable(in: bytes, encoding).map { .invalid(offset: $0) } ?? .decided(encoding))
    }
    guard let wrong = firstInvalidUTF8(in: bytes) else { return Examined(alone: .decided(.utf8)) }
    if isMostlyUTF8(bytes) { return Examined(alone: .invalid(offset: wrong)) }
    let evidence = LegacyEvidence(bytes, titles: titles)
    var alone = evidence.verdict
    if alone.isHopeless {
      let lost = firstLostWord(in: Array(bytes.prefix(Self.lossSample)))
      alone = lost.map { .lost(offset: $0) } ?? .invalid(offset: evidence.farthestUndefined ?? wrong)
    }
    return Examined(alone: alone, evidence: evidence)
  }

  /// Losses show early: no more of the file is searched for them.
  private static let lossSample = 1 << 20

  /// Whether sequences of UTF-8 far outnumber the bytes that are wrong: the file is UTF-8 with stray bytes in it.
  ///
  /// The old encodings hardly ever put their bytes so that they look like UTF-8.
  private func isMostlyUTF8(_ bytes: ByteView) -> Bool {
    var (sequences, strays) = (0, 0)
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      if place & 0xF_FFFF == 0 { bytes.visit(place) }
      place += 1
      let length: Int
      switch lead {
      case 0..<0x80: continue
      case 0xC2...0xDF: length = 1
      case 0xE0...0xEF: length = 2
      case 0xF0...0xF4: length = 3
      default: length = 4
      }
      let end = min(place + length, bytes.count)
      if length < 4, end - place == length, (place..<end).allSatisfy({ bytes[$0] & 0xC0 == 0x80 }) {
        sequences += 1
        place += length
      } else {
        strays += 1
      }
    }
    return sequences >= strays * 4
  }
}

/// The place of the first byte that cannot be decoded, or nothing.
func firstUndecodable(in bytes: ByteView, _ encoding: CSVEncoding) -> Int? {
  guard let legacy = encoding.legacy else { return firstInvalidUTF8(in: bytes) }
  var wrong: Int?
  bytes.eachPiece(from: ByteOrder.markLength(bytes, encoding), encoding) { piece, span in
    wrong = legacy.firstUndefinedByte(in: span).map { $0 + piece.lowerBound }
    return wrong == nil
  }
  return wrong
}
