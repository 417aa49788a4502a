import DurableFiles
import Hashing
import Ledger
import Register
package import ReportingModel
package import Workspaces

/// Holds everything that a workspace keeps against what was recorded and signed (<doc:record#Audits>).
package struct Verification {
  private let workspace: Workspace
  private let watching: ProgressNotice?

  package init(_ workspace: Workspace, watching: ProgressNotice? = nil) {
    self.workspace = workspace
    self.watching = watching
  }

  /// - Throws: what keeps the ledger from being opened at all.
  package func answer() async throws -> AuditAnswer {
    let register = await foldable()
    let purged = Set(register.map { Array($0.register.purges.keys) } ?? [])
    let examination: Examination
    do {
      examination = try await workspace.examine(purged: purged, watching: watching)
    } catch let damage as LedgerDamage {
      // Its schema is another: what it holds is not looked at.
      return AuditAnswer([AuditCheck("ledger", .failed, damage.message)])
    }
    var checks = chain(examination) + objects(examination, purged)
    if let sequence = examination.changedProjection {
      checks.append(
        AuditCheck(
          "projection", .failed, at: ["sequence": .int(sequence)],
          LocalizedText(
            "projections/ khác với sổ từ mục \(sequence)",
            "projections/ differs from the ledger from entry \(sequence) on"
          )))
    }
    guard let record = register else {
      return AuditAnswer(
        checks + [
          AuditCheck(
            "tree", .skipped,
            LocalizedText(
              "sổ hỏng, không xem được cây và chữ ký", "the ledger is damaged; tree and signature were not looked at"))
        ])
    }
    checks += outputs(record) + keys(record)
    checks += try await tree(record)
    return AuditAnswer(checks)
  }

  /// The record, where its chain can be followed.
  private func foldable() async -> Record? {
    do {
      return try await workspace.read()
    } catch {
      return nil
    }
  }

  private func chain(_ examination: Examination) -> [AuditCheck] {
    let damages = examination.ledger.damages
    let end = examination.ledger.head.sequence
    var checks = damages.map { damage -> AuditCheck in
      guard case .entry(let sequence) = damage.place else { return AuditCheck("chain", .failed, damage.message) }
      return AuditCheck(damage.matter.rawValue, .failed, at: ["sequence": .int(sequence)], damage.message)
    }
    for (matter, words) in [
      (LedgerDamage.Matter.chain, LocalizedText("chuỗi mục 1–\(end)", "chain 1–\(end)")),
      (.content, LocalizedText("nội dung các báo cáo", "contents of submissions")),
      (.receipt, LocalizedText("phiếu tiếp nhận", "receipts")),
    ] where !damages.contains(where: { $0.matter == matter }) { checks.append(AuditCheck(matter.rawValue, .ok, words)) }
    if !examination.knowsEnd {
      checks.append(
        AuditCheck(
          "head", .failed,
          LocalizedText("không có hoặc không đọc được keys/head", "keys/head is missing or cannot be read")))
    }
    return checks
  }

  private func objects(_ examination: Examination, _ purged: Set<Digest>) -> [AuditCheck] {
    var checks = examination.objects.map { damage -> AuditCheck in
      guard case .object(let digest) = damage.place else { return AuditCheck("object", .failed, damage.message) }
      return AuditCheck("object", .failed, at: ["sha256": .string(digest.description)], damage.message)
    }
    if checks.isEmpty {
      let count = examination.ledger.objects.count - purged.count
      checks.append(
        AuditCheck(
          "object", .ok, LocalizedText("\(count) đối tượng trong store/", "\(counted(count, "object")) in store/")))
    }
    return checks
      + purged.sorted { $0.description < $1.description }.map { digest in
        AuditCheck(
          "object", .skipped, at: ["sha256": .string(digest.description)],
          LocalizedText("đối tượng \(digest): đã xóa (purge)", "object \(digest): purged"))
      }
  }

  /// The files of issued reports, as they lie under `reports/`.
  private func outputs(_ record: Record) -> [AuditCheck] {
    var checks: [AuditCheck] = []
    var count = 0
    for report in record.register.issued.map(\.report) {
      for output in report.outputs {
        count += 1
        let path = "\(workspace.reports)/\(report.id)/\(output.name)"
        let place: [String: JSONValue] = ["report": .string(report.id), "file": .string(output.name)]
        do {
          guard try Digest(ofFile: path) != output.digest else { continue }
          checks.append(
            AuditCheck(
              "output", .failed, at: place,
              LocalizedText(
                "reports/\(report.id)/\(output.name) khác với khi phát hành",
                "reports/\(report.id)/\(output.name) is not what was issued")))
        } catch {
          checks.append(
            AuditCheck(
              "output", .failed, at: place,
              LocalizedText(
                "reports/\(report.id)/\(output.name): không đọc được",
                "reports/\(report.id)/\(output.name) cannot be read")))
        }
      }
    }
    guard checks.isEmpty else { return checks }
    return [
      AuditCheck(
        "output", .ok,
        LocalizedText("\(count) tệp của báo cáo đã phát hành", "\(counted(count, "file")) of issued reports"))
    ]
  }

  /// Each key is vouched for by the one before, and the file of public keys is that list.
  private func keys(_ record: Record) -> [AuditCheck] {
    let published = (try? workspace.keyFolder.publicKeys()) ?? []
    guard !published.isEmpty else {
      return [AuditCheck("key", .failed, LocalizedText("không có keys/ledger.pub", "there is no keys/ledger.pub"))]
    }
    let registry = KeyRegistry(first: published, record.register.keys, rollbacks: record.register.rollbacks.count)
    return registry.problems.isEmpty
      ? [AuditCheck("key", .ok, LocalizedText("\(published.count) khóa", "\(counted(published.count, "key"))"))]
      : registry.problems.map { AuditCheck("key", .failed, $0) }
  }

  private func tree(_ record: Record) async throws -> [AuditCheck] {
    let head = record.register.head
    let tree = try await workspace.tree(of: record.ledger, size: head.sequence)
    let signed = workspace.signedCheckpoint
    guard let signed else {
      return [
        AuditCheck("tree", .ok, LocalizedText("cây \(tree.size) mục", "tree of \(tree.size) entries")),
        AuditCheck("checkpoint", .failed, LocalizedText("sổ chưa được ký", "the ledger is not signed")),
      ]
    }
    let keys = (try? workspace.keyFolder.publicKeys()) ?? []
    guard let note = SignedNote(signed), let checkpoint = Checkpoint(note.text),
      let key = keys.first(where: { note.isSigned(by: $0) }), key.name == checkpoint.origin
    else {
      return [
        AuditCheck(
          "checkpoint", .failed,
          LocalizedText("đầu sổ không do khóa của sổ này ký", "the head is signed with no key of this ledger"))
      ]
    }
    guard checkpoint.size <= tree.size else {
      return [
        AuditCheck(
          "tree", .failed,
          LocalizedText(
            "đầu sổ đã ký có \(checkpoint.size) mục, sổ chỉ có \(tree.size)",
            "the signed head has \(checkpoint.size) entries, the ledger \(tree.size)"))
      ]
    }
    let then = checkpoint.size == tree.size ? tree : try await workspace.tree(of: record.ledger, size: checkpoint.size)
    guard then.root == checkpoint.root else {
      return [
        AuditCheck(
          "tree", .failed, at: ["size": .int(checkpoint.size)],
          LocalizedText(
            "cây của \(checkpoint.size) mục đầu khác với cây đã ký: sổ bị lập lại hoặc rẽ nhánh",
            "the tree of the first \(checkpoint.size) entries is not the one that was signed: the ledger was rebuilt or forked"
          ))
      ]
    }
    return [
      AuditCheck("tree", .ok, LocalizedText("cây \(tree.size) mục", "tree of \(tree.size) entries")),
      AuditCheck(
        "checkpoint", .ok,
        LocalizedText(
          "đầu sổ \(checkpoint.size) mục do \(key.name) ký", "head of \(checkpoint.size) entries signed by \(key.name)")
      ),
    ]
  }
}
