import ReportingModel
import VietnameseText

/// A live exemplar and where it was told.
struct ExemplarFact: Sendable {
  let unit: Int
  let submission: Int
  let exemplar: Exemplar
}

extension ExemplarFact {
  /// The exemplars of some live submissions, each identity once: the highest sequence wins, and within one submission
  /// the later row (<doc:counting#Exemplars-and-narratives>).
  ///
  /// - Parameter chosen: indices in `live`.
  static func live(_ live: [LiveSubmission], among chosen: some Sequence<Int>) -> [ExemplarFact] {
    var seen: Set<ExemplarIdentity> = []
    var facts: [ExemplarFact] = []
    for index in chosen.sorted(by: { live[$0].sequence > live[$1].sequence }) {
      guard let day = live[index].day else { continue }
      for exemplar in live[index].content.exemplars.reversed() {
        let identity = ExemplarIdentity(
          unit: live[index].unitCode, day: day, title: FoldedTitle(titleKey(exemplar.title)))
        guard seen.insert(identity).inserted else { continue }
        facts.append(ExemplarFact(unit: live[index].unit, submission: index, exemplar: exemplar))
      }
    }
    return facts
  }
}
