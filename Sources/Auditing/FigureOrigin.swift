package import Aggregation
import Ledger
import Office
import Regimes
import Register
package import ReportingModel
package import Workspaces

/// A figure of a report, followed back to lines of files (<doc:record#Explanations>).
package struct FigureOrigin: Sendable {
  package struct Row: Sendable, Hashable {
    package let contribution: Contribution
    /// SHA-256 of the bundle, and the file in it.
    package let bundle: String?
    package let entry: String?
    /// `numerator` or `denominator` of a ratio.
    package let term: String?
    package let reason: LeftOut.Reason?

    var json: JSONValue {
      var members: [String: JSONValue] = [
        "unit": .string(contribution.unit), "period": .optional(contribution.period?.description),
        "sequence": contribution.sequence.map { .int($0) } ?? .null, "bundle": .optional(bundle),
        "entry": .optional(entry), "line": contribution.line > 0 ? .int(contribution.line) : .null,
        "value": .string(contribution.value.description),
      ]
      if let term { members["term"] = .string(term) }
      if let reason { members["reason"] = .string(reason.rawValue) }
      return .object(members)
    }
  }

  package let path: String
  /// As it stands in the report; `nil` where nobody told it.
  package let value: String?
  package let formula: LocalizedText
  package let rows: [Row]
  package let leftOut: [Row]

  package var json: JSONValue {
    .object([
      "path": .string(path), "value": .optional(value), "formula": .string(formula.english),
      "contributions": .array(rows.map(\.json)), "leftOut": .array(leftOut.map(\.json)),
    ])
  }
}

extension Record {
  /// Follows a figure of an issued report or a saved draft back.
  /// - Throws: `IssueProblem.unknownDraft`, `UnknownFigure`.
  package func origin(of path: String, in id: String) async throws -> FigureOrigin {
    let kept = try keptReport(id)
    let report = try CanonicalReport(kept.json)
    let figures = try await self.figures(of: kept.json, named: id)
    let asked = report.figure(at: path) == nil && report.figure(at: path + ".value") != nil ? path + ".value" : path
    guard let value = report.figure(at: asked), let explanation = figures.explainer.explain(asked) else {
      throw UnknownFigure(path: path, nearest: report.nearest(to: path))
    }
    let record = try await earlier(asOf: figures.facts.asOf)
    let origins = BundleOrigins(record, regime: figures.facts.regime.id)
    func row(_ contribution: Contribution, _ term: String?, _ reason: LeftOut.Reason? = nil) -> FigureOrigin.Row {
      let origin = origins.origin(of: contribution)
      return FigureOrigin.Row(
        contribution: contribution, bundle: origin?.bundle, entry: origin?.entry, term: term, reason: reason)
    }
    let rows = explanation.terms.flatMap { term in
      term.contributions.map { row($0, explanation.terms.count > 1 ? term.name : nil) }
    }
    let former = try await record.formerVersions(of: figures.facts.regime.id)
    return FigureOrigin(
      path: path, value: FigureOrigin.text(value), formula: explanation.formula, rows: rows,
      leftOut: figures.explainer.leftOut(asked, former: former).map { row($0.contribution, nil, $0.reason) })
  }

  /// Versions of a regime that do not live, with what they say; those whose bytes were purged are left out.
  private func formerVersions(of regime: String) async throws -> [FormerVersion] {
    let book = register.book(of: regime)
    let purged = Set(
      register.deliveries.filter { $0.value.digest.map { register.purges[$0] != nil } ?? false }.map(\.key))
    var versions: [Int64: (SubmissionVersion, UnitPeriod)] = [:]
    for key in book.keys {
      guard let history = book.history(key) else { continue }
      for version in history.versions
      where version.sequence != history.live?.sequence && !purged.contains(version.delivery) {
        versions[version.sequence] = (version, key)
      }
    }
    var former: [FormerVersion] = []
    try await Register.contents(
      of: versions.values.map(\.0), in: ledger, reading: SubmissionContent.init(storedBytes:)
    ) { sequence, content in
      guard let (version, key) = versions[sequence] else { return }
      former.append(
        FormerVersion(unit: key.unit, period: key.period, version: version, content: content))
    }
    return former
  }
}

extension FigureOrigin {
  fileprivate static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    default: nil
    }
  }
}
