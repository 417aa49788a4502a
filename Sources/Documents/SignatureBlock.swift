/// Who signs: the lines of the capacity (`KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`) and the name, which a draft may leave open.
package struct SignatureBlock: Sendable, Hashable {
  package var capacity: [String]
  package var signer: String?

  package init(capacity: [String], signer: String?) {
    self.capacity = capacity
    self.signer = signer
  }
}
