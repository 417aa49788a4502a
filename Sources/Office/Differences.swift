package import Aggregation
import Hashing
import Ledger
import Regimes
import Register
import ReportingModel
import Reports
package import Workspaces

/// A report as it can be asked again: its figures as of its N, and what it was asked (<doc:record#Differences>).
package struct ReportFigures {
  package let facts: LiveFacts
  package let question: ReportQuestion
  package let json: [UInt8]

  package var explainer: FigureExplainer { FigureExplainer(facts, question) }
}

extension Record {
  /// What a canonical report was made from, as of its N.
  /// - Throws: `IssueProblem.changed` for what the program never wrote.
  package func figures(of json: [UInt8], named id: String) async throws -> ReportFigures {
    guard let (request, asOf) = SavedDraft.request(of: json) else { throw IssueProblem.changed(id) }
    let record = try await earlier(asOf: asOf)
    let facts = try await record.facts(regime: request.regime) { history, requests in
      history.applying { request.subject.lastDay($0, requests) }
    }
    guard var question = request.subject.resolve(facts)?.question else { throw IssueProblem.changed(id) }
    question.filter = request.filter
    question.by = request.by
    return ReportFigures(facts: facts, question: question, json: json)
  }

  /// What moved between two reports, or drafts.
  package func changes(from old: ReportFigures, to new: ReportFigures) throws -> [FigureChange] {
    let (a, b) = (old.facts, new.facts)
    let cause: FigureChange.Cause =
      old.question.window != new.question.window || old.question.filter != new.question.filter
        || old.question.basis != new.question.basis
      ? .question
      : a.registry.digest != b.registry.digest
        ? .registry : a.regime.digest != b.regime.digest ? .regime : a.requests != b.requests ? .request : .settings
    return FigureDiff(
      (old.explainer, try CanonicalReport(old.json)), (new.explainer, try CanonicalReport(new.json)), otherCause: cause
    ).changes()
  }

  /// What a report that replaces another says of it.
  /// - Throws: `IssueProblem.notIssued`.
  func note(
    on replacement: Replacement?, _ facts: LiveFacts, _ question: ReportQuestion
  ) async throws -> ReplacementNote? {
    guard let replacement else { return nil }
    guard let issued = register.issued.map(\.report).first(where: { $0.id == replacement.id }) else {
      throw IssueProblem.notIssued(replacement.id)
    }
    let old = try await figures(of: workspace.objects.bytes(of: issued.jsonDigest), named: issued.id)
    let head = ReportHead(kind: "", key: "", recipient: .department, ledgerHead: "")
    let new = ReportFigures(
      facts: facts, question: question, json: facts.report(question).json(head).fileBytes)
    return ReplacementNote(replacement, changes: try changes(from: old, to: new))
  }
}
