import DurableFiles
import Intake
import Ledger
import Office
import Register
package import ReportingModel
package import Workspaces

/// Makes an issued report again from the raw bundles: every verdict and receipt, the figures, and each file
/// (<doc:record#Rerun>).
package struct Rerun {
  private let record: Record
  private let watching: ProgressNotice?
  private let purges: [Digest: Register.PurgedObject]

  /// - Parameter purged: objects that are known to be purged by entries after the record's.
  package init(_ record: Record, purged: Set<Digest> = [], watching: ProgressNotice? = nil) {
    self.record = record
    purges = purged.reduce(into: record.register.purges) { $0[$1] = Register.PurgedObject(sequence: 0, reason: "") }
    self.watching = watching
  }

  /// - Throws: `IssueProblem.notIssued`.
  package func answer(of id: String) async throws -> AuditAnswer {
    guard let report = record.register.issued.map(\.report).first(where: { $0.id == id }) else {
      throw IssueProblem.notIssued(id)
    }
    let workspace = record.workspace
    var replay = VerdictReplay(
      Rejudging(record.ledger, workspace.objects, passing: DurableFiles.temporaryFolder), purges: purges)
    var chain = Chain()
    while chain.head.sequence < report.asOf, !replay.isStopped {
      var steps: [(LedgerEntry, Chain)] = []
      let next = min(chain.head.sequence + 256, report.asOf)
      do {
        try await record.ledger.follow(&chain, through: next) { steps.append(($0, $1)) }
      } catch let damage as LedgerDamage {
        return AuditAnswer([AuditCheck("chain", .failed, damage.message)])
      }
      for (entry, reached) in steps { try await replay.take(entry, reached) }
      watching?(Int(chain.head.sequence), Int(report.asOf))
    }
    try await replay.flush()
    let json = try? workspace.objects.bytes(of: report.jsonDigest)
    return AuditAnswer(
      replay.answer
        + (try await ReportReplay(record: record, report: report, gone: replay.gone).checks(json: json)))
  }
}

extension VerdictReplay {
  /// Its checks, with one line for all that agree.
  var answer: [AuditCheck] {
    let agree = checks.allSatisfy { $0.state != .failed }
    let line = AuditCheck(
      "verdict", .ok,
      LocalizedText(
        "\(deliveries) gói, \(submissions) báo cáo: kết luận và phiếu y nguyên",
        "\(counted(deliveries, "bundle")), \(counted(submissions, "submission")): verdicts and receipts the same"))
    return agree ? [line] + checks : checks
  }
}
