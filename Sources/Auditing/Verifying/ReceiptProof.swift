import Hashing
import Ledger
import ReportingModel

/// That a receipt was given for what it says, then, by the ledger that a key signs (<doc:record#Receipt-proofs>).
package enum ReceiptProof {
  /// - Parameters:
  ///   - receipt: the bytes of its JSON file.
  ///   - keys: public keys; without any the signature is not looked at, and that is said.
  package static func answer(receipt: [UInt8], proof text: String, keys lines: [String]) -> AuditAnswer {
    func failed(_ name: String, _ vietnamese: String, _ english: String) -> AuditCheck {
      AuditCheck(name, .failed, LocalizedText(vietnamese, english))
    }
    guard let proof = LogProof(text), let note = SignedNote(proof.checkpoint), let tree = Checkpoint(note.text) else {
      return AuditAnswer([failed("proof", "bằng chứng không đọc được", "the proof cannot be read")])
    }
    guard let entry = try? LedgerEntry(stored: proof.extra), case .delivery(let delivery) = entry.event else {
      return AuditAnswer([failed("proof", "bằng chứng không phải của một lần nhận gói", "the proof is of no delivery")])
    }
    var checks: [AuditCheck] = []
    if Digest(of: receipt) == delivery.receiptDigest {
      checks.append(
        AuditCheck(
          "receipt", .ok,
          LocalizedText(
            "phiếu số \(delivery.receipt), gói «\(delivery.file)», nhận lúc \(delivery.receivedAt), \(delivery.status), ghi ở mục \(entry.sequence)",
            "receipt \(delivery.receipt), “\(delivery.file)”, received \(delivery.receivedAt), \(delivery.status), entry \(entry.sequence)"
          )))
    } else {
      checks.append(
        failed("receipt", "phiếu không phải phiếu mà mục ghi", "the receipt is not the one that the entry names"))
    }
    if TreeProof.includes(
      MerkleTree.leaf(proof.extra), at: proof.index, inTreeOf: tree.size, root: tree.root, proof.path),
      proof.index + 1 == entry.sequence
    {
      checks.append(
        AuditCheck(
          "proof", .ok,
          LocalizedText(
            "mục \(entry.sequence) nằm trong cây \(tree.size) mục",
            "entry \(entry.sequence) is in the tree of \(tree.size)")))
    } else {
      checks.append(failed("proof", "mục không nằm trong cây", "the entry is not in the tree"))
    }
    let keys = lines.compactMap { VerifierKey($0) }
    if lines.isEmpty {
      checks.append(
        AuditCheck(
          "checkpoint", .skipped,
          LocalizedText("chưa kiểm chữ ký: thiếu --key", "the signature was not looked at: no --key")))
    } else if let key = keys.first(where: { note.isSigned(by: $0) }), key.name == tree.origin {
      checks.append(AuditCheck("checkpoint", .ok, LocalizedText("do \(key.name) ký", "signed by \(key.name)")))
    } else {
      checks.append(failed("checkpoint", "không do khóa này ký", "not signed with this key"))
    }
    return AuditAnswer(checks)
  }
}
