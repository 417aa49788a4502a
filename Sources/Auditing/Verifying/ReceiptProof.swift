import Hashing
import Ledger
import ReportingModel

/// That a receipt was given for what it says, then, by the ledger that a key signs (<doc:record#Receipt-proofs>).
package struct ReceiptProof: Sendable {
  private let proof: PackedProof
  private let entry: LedgerEntry?

  /// Reads a proof, the text beside a receipt or the bytes of its page's QR code.
  /// - Returns: `nil` for what is neither.
  package init?(_ bytes: [UInt8]) {
    let text = String(validating: bytes, as: UTF8.self)
    guard let proof = PackedProof(bytes) ?? text.flatMap({ LogProof($0) }).map({ PackedProof($0, isWhole: true) })
    else {
      return nil
    }
    self.proof = proof
    entry = proof.extra.flatMap { try? LedgerEntry(stored: $0) }
  }

  package static let unreadable = AuditAnswer([
    AuditCheck("proof", .failed, LocalizedText("bằng chứng không đọc được", "the proof cannot be read"))
  ])

  /// - Parameters:
  ///   - receipt: the bytes of its JSON file; `nil` where there is only paper.
  ///   - lines: public keys; without any the signature is not looked at, and that is said.
  package func answer(receipt: [UInt8]?, keys lines: [String]) -> AuditAnswer {
    guard let note = SignedNote(proof.checkpoint), let tree = Checkpoint(note.text) else { return Self.unreadable }
    let grounds = [inclusion(in: tree), signature(of: note, tree, lines)]
    return AuditAnswer([check(receipt, provedBy: grounds)] + grounds)
  }

  /// What the entry says is told only on grounds that hold: of a proof that does not, nothing is taken for true.
  private func check(_ receipt: [UInt8]?, provedBy grounds: [AuditCheck]) -> AuditCheck {
    guard proof.extra != nil else {
      return AuditCheck(
        "receipt", .skipped,
        LocalizedText(
          "mã QR chỉ mang mã băm của mục \(proof.index + 1); xem phiếu bằng tệp .tlog-proof",
          "the code has the hash of entry \(proof.index + 1) alone; the receipt takes the .tlog-proof"))
    }
    guard let entry, case .delivery(let delivery) = entry.event, entry.sequence == proof.index + 1 else {
      return AuditCheck(
        "receipt", .failed,
        LocalizedText("bằng chứng không phải của một lần nhận gói", "the proof is of no delivery"))
    }
    guard receipt.map({ Digest(of: $0) == delivery.receiptDigest }) ?? true else {
      return AuditCheck(
        "receipt", .failed,
        LocalizedText("phiếu không phải phiếu mà mục ghi", "the receipt is not the one that the entry names"))
    }
    guard grounds.allSatisfy({ $0.state != .failed }) else {
      return AuditCheck(
        "receipt", .failed,
        LocalizedText("bằng chứng không đứng vững nên chưa chứng minh được phiếu", "nothing is proved: the proof fails")
      )
    }
    let (label, digest) = (ReceiptLabel.of(delivery.receipt), delivery.digest?.description ?? "…")
    return AuditCheck(
      "receipt", .ok, at: ["sequence": .int(entry.sequence)],
      LocalizedText(
        "phiếu \(label), gói «\(delivery.file)» (SHA-256 \(digest)), nhận lúc \(delivery.receivedAt), \(delivery.status), ghi ở mục \(entry.sequence)",
        "receipt \(label), “\(delivery.file)” (SHA-256 \(digest)), received \(delivery.receivedAt), \(delivery.status), entry \(entry.sequence)"
      ))
  }

  private func inclusion(in tree: Checkpoint) -> AuditCheck {
    let isIn = TreeProof.includes(proof.leaf, at: proof.index, inTreeOf: tree.size, root: tree.root, proof.path)
    return isIn
      ? AuditCheck(
        "proof", .ok,
        LocalizedText(
          "mục \(proof.index + 1) nằm trong cây \(tree.size) mục",
          "entry \(proof.index + 1) is in the tree of \(tree.size)"))
      : AuditCheck("proof", .failed, LocalizedText("mục không nằm trong cây", "the entry is not in the tree"))
  }

  private func signature(of note: SignedNote, _ tree: Checkpoint, _ lines: [String]) -> AuditCheck {
    guard !lines.isEmpty else {
      return AuditCheck(
        "checkpoint", .skipped,
        LocalizedText("chưa kiểm chữ ký: thiếu --key", "the signature was not looked at: no --key"))
    }
    guard let key = lines.compactMap({ VerifierKey($0) }).first(where: { note.isSigned(by: $0) }),
      key.name == tree.origin
    else {
      return AuditCheck("checkpoint", .failed, LocalizedText("không do khóa này ký", "not signed with this key"))
    }
    return AuditCheck("checkpoint", .ok, LocalizedText("do \(key.name) ký", "signed by \(key.name)"))
  }
}
