package import Aggregation
package import ReportingModel

/// How many exemplars came in, and what became of them: four counts that are never melted into one (Kế hoạch, mục II.5;
/// <doc:layout#Exemplars>).
package struct ExemplarCounts: Sendable, Hashable {
  /// Presented in the report's window.
  package let received: Int
  package let chosen: Int
  /// On the office's own site.
  package let published: Int
  package let givenToPress: Int

  package var json: JSONValue {
    .object([
      "received": .int(received), "chosen": .int(chosen), "published": .int(published), "press": .int(givenToPress),
    ])
  }
}

extension ChosenExemplarRow {
  /// As the canonical report lists it: the choice, and what was chosen.
  package var json: JSONValue {
    guard case .object(var members) = choice.json else { return .null }
    members["noiDung"] = .string(exemplar.area)
    members["ten"] = .string(exemplar.title)
    return .object(members)
  }
}

extension ReportComposer {
  package var exemplarCounts: ExemplarCounts {
    let chosen = chosen ?? []
    return ExemplarCounts(
      received: aggregate.exemplars.rows.count, chosen: chosen.count,
      published: chosen.count { $0.choice.published != nil },
      givenToPress: chosen.count { $0.choice.press != nil })
  }

  /// The chosen ones that the body names, five at most; the rest stands in the appendix. The office alone chooses: without
  /// its choice the body names none.
  var chosenInBody: [String: Any]? {
    let limit = 5
    guard let chosen, !chosen.isEmpty else { return nil }
    let named = chosen.prefix(limit)
    let list = named.enumerated().map { index, row -> [String: Any] in
      let isLast = index + 1 == named.count
      var sentence = oneSentence(of: row.exemplar.summary)
      if isLast, chosen.count > limit { sentence += "; các mô hình khác nêu tại Phụ lục" }
      return [
        "ten": "«\(plain(row.exemplar.title))»", "donVi": plain(name(of: row.exemplar.unit)),
        "motCau": plain(sentence) + (sentence.hasSuffix("…") ? "" : isLast ? "." : ";"),
      ]
    }
    return ["danhSach": list]
  }

  /// What an exemplar is: the first sentence of its summary without its full stop, at most forty words, cut at a clause's end
  /// where there is one.
  func oneSentence(of summary: String) -> String {
    let limit = 40
    let words = firstSentence(summary).split(whereSeparator: \.isWhitespace)
    guard words.count > limit else { return words.joined(separator: " ") }
    let kept = words.prefix(limit)
    // A clause that ends before the tenth word says too little to stand for the whole.
    let end = kept.lastIndex { ",;:".contains($0.last ?? " ") }.flatMap { $0 - kept.startIndex >= 9 ? $0 : nil }
    let clause = (end.map { kept[...$0] } ?? kept).joined(separator: " ")
    return String(clause.reversed().drop { ",;: ".contains($0) }.reversed()) + "…"
  }

  /// Up to the first full stop that ends a sentence: one before white space and a capital, or the last.
  private func firstSentence(_ summary: String) -> Substring {
    var index = summary.startIndex
    while let stop = summary[index...].firstIndex(where: { ".!?".contains($0) || $0.isNewline }) {
      let after = summary[summary.index(after: stop)...]
      let next = after.first { !$0.isWhitespace }
      if summary[stop].isNewline || next == nil || after.first?.isWhitespace == true && next?.isUppercase == true {
        return summary[..<stop]
      }
      index = summary.index(after: stop)
    }
    return summary[...]
  }
}
