import Documents
import Regimes
import ReportingModel

/// Writes an abbreviation out where it stands first (<doc:layout#Figures-in-words>): which those are is the
/// regime's word: `vietTat.UBND` is `UBND|Ủy ban nhân dân`.
struct FirstUse {
  private let names: [(short: String, whole: String)]
  private var done: Set<String> = []

  init(_ regime: Regime) {
    names = regime.reportTexts.keys.filter { $0.hasPrefix("vietTat.") }.sorted().compactMap { key in
      let parts = (regime.reportTexts[key]?.vietnamese ?? "").split(separator: "|").map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }

  /// The blocks with each abbreviation written out once; headings and tables stay as they are.
  mutating func writtenOut(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      guard case .paragraph(var spans) = block else { return block }
      for index in spans.indices where spans[index].style == .plain {
        spans[index].text = writtenOut(spans[index].text)
      }
      return .paragraph(spans)
    }
  }

  private mutating func writtenOut(_ text: String) -> String {
    var text = text
    for (short, whole) in names where !done.contains(short) {
      guard let range = FirstUse.word(short, in: text) else { continue }
      done.insert(short)
      let before = text[..<range.lowerBound].last
      if before != "(" { text.replaceSubrange(range, with: "\(whole) (\(short))") }
    }
    return text
  }

  private static func word(_ word: String, in text: String) -> Range<String.Index>? {
    text.ranges(of: word).first { range in
      let before = text[..<range.lowerBound].last ?? " "
      let after = text[range.upperBound...].first ?? " "
      return !before.isLetter && !after.isLetter && !"-/".contains(before) && after != "-"
    }
  }
}
