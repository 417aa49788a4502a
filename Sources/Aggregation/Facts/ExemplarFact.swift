import ReportingModel
import VietnameseText

/// A live exemplar and where it was told.
struct ExemplarFact: Sendable {
  let unit: Int
  let submission: Int
  let exemplar: Exemplar
}

extension ExemplarFact {
  private struct Identity: Hashable {
    let unit: Int
    /// The school year, for one with the unit's own id.
    let year: Int?
    /// The id, or the folded title.
    let name: String
  }

  /// The exemplars of some live submissions, each identity once: the highest sequence wins, and within one submission
  /// the later.
  ///
  /// - Parameter chosen: indices in `live`.
  static func live(_ live: [LiveSubmission], among chosen: some Sequence<Int>) -> [ExemplarFact] {
    var seen: Set<Identity> = []
    var facts: [ExemplarFact] = []
    for index in chosen.sorted(by: { live[$0].sequence > live[$1].sequence }) {
      guard let day = live[index].day else { continue }
      for exemplar in live[index].content.exemplars.reversed() {
        let identity =
          if let id = exemplar.id {
            Identity(unit: live[index].unit, year: SchoolYear(of: day).firstYear, name: id)
          } else {
            Identity(unit: live[index].unit, year: nil, name: caseFolded(exemplar.title))
          }
        guard seen.insert(identity).inserted else { continue }
        facts.append(ExemplarFact(unit: live[index].unit, submission: index, exemplar: exemplar))
      }
    }
    return facts
  }
}
