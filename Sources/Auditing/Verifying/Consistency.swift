import Hashing
import Ledger
import Register
import ReportingModel
package import Workspaces

/// That the ledger of an older checkpoint is the beginning of today's (<doc:record#Audits>).
package enum Consistency {
  /// - Parameter note: a checkpoint that was printed or kept once.
  package static func answer(of note: String, in record: Record) async throws -> AuditAnswer {
    let workspace = record.workspace
    let keys = try workspace.keyFolder.publicKeys()
    guard let signed = SignedNote(note), let old = Checkpoint(signed.text) else {
      return AuditAnswer([
        AuditCheck("checkpoint", .failed, LocalizedText("không phải một đầu sổ đã ký", "this is no signed checkpoint"))
      ])
    }
    guard let key = keys.first(where: { signed.isSigned(by: $0) }), key.name == old.origin else {
      return AuditAnswer([
        AuditCheck(
          "checkpoint", .failed,
          LocalizedText("đầu sổ này của sổ khác (\(old.origin))", "this is another ledger's checkpoint (\(old.origin))")
        )
      ])
    }
    let head = record.register.head
    if old.size <= head.sequence, old.size > 0 {
      var tail = TreeTail(after: MerkleTree())
      var tree = MerkleTree()
      var before: Digest?
      var next: Int64 = 1
      while next <= head.sequence {
        for line in try await record.ledger.lines(from: next, through: head.sequence) {
          tail.append(line: line)
          tree.append(line: line)
          if tree.size == old.size { before = tree.root }
          next += 1
        }
      }
      if before == old.root, let proof = tail.consistency(from: old.size),
        TreeProof.isConsistent(from: (old.size, old.root), to: (tree.size, tree.root), proof)
      {
        return AuditAnswer([
          AuditCheck(
            "consistency", .ok, at: ["from": .int(old.size), "to": .int(tree.size)],
            LocalizedText(
              "sổ khi có \(old.size) mục là phần đầu của sổ \(tree.size) mục hôm nay",
              "the ledger of \(old.size) entries is the beginning of today's \(tree.size)"))
        ])
      }
    }
    let accepted = record.register.rollbacks.first {
      $0.event.signedSize ?? 0 >= old.size || $0.event.signedRoot == old.root.description
    }
    return AuditAnswer([
      AuditCheck(
        "consistency", .failed, at: ["from": .int(old.size)],
        accepted.map {
          LocalizedText("rẽ nhánh, đã chấp nhận ở mục \($0.sequence)", "forked, accepted in entry \($0.sequence)")
        }
          ?? LocalizedText(
            "sổ khi ấy (\(old.size) mục) không phải phần đầu của sổ hôm nay",
            "the ledger of then (\(old.size) entries) is not the beginning of today's"))
    ])
  }
}
