package import ReportingModel

/// A bundle as it arrived: its bytes are a stored object, its receipt is kept by number.
package struct DeliveryEvent: EventPayload {
  /// Counted from 1; printed `BN-000001`.
  package let receipt: Int
  package let file: String
  /// The unit whose inbox folder it lay in.
  package let folder: String?
  /// `nil` for a file over the size limit, which is never read.
  package let digest: Digest?
  /// In bytes.
  package let size: Int
  /// When it came, which may lie before its entry was recorded (<doc:commands#ingest>).
  package let receivedAt: Instant
  /// Why it is entered with another time than now.
  package let lateReason: String?
  package let status: String
  /// The folder's unit, else the one unit common to its submissions.
  package let sender: String?
  /// Digest of the receipt's JSON file.
  package let receiptDigest: Digest
  /// The version of the program that judged it.
  package let program: String
  /// After how many tries it was set aside, where it was never parsed.
  package let setAside: Int?

  package init(
    receipt: Int, file: String, folder: String?, digest: Digest?, size: Int, receivedAt: Instant, lateReason: String?,
    status: String, sender: String?, receiptDigest: Digest, program: String, setAside: Int? = nil
  ) {
    self.receipt = receipt
    self.file = file
    self.folder = folder
    self.digest = digest
    self.size = size
    self.receivedAt = receivedAt
    self.lateReason = lateReason
    self.status = status
    self.sender = sender
    self.receiptDigest = receiptDigest
    self.program = program
    self.setAside = setAside
  }

  var members: [String: JSONValue?] {
    [
      "receipt": .int(receipt), "file": .string(file), "folder": .text(folder), "sha256": .optionalDigest(digest),
      "size": .int(size), "receivedAt": .string(receivedAt.description), "lateReason": .text(lateReason),
      "status": .string(status), "sender": .text(sender), "receiptSha256": .digest(receiptDigest),
      "program": .string(program), "setAside": setAside.map { .int($0) },
    ]
  }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    receipt = try fields.int("receipt")
    file = try fields.string("file")
    folder = try fields.optionalString("folder")
    digest = try fields.optionalDigest("sha256")
    size = try fields.int("size")
    receivedAt = try fields.instant("receivedAt")
    lateReason = try fields.optionalString("lateReason")
    status = try fields.string("status")
    sender = try fields.optionalString("sender")
    receiptDigest = try fields.digest("receiptSha256")
    program = try fields.string("program")
    setAside = try fields.optionalInt("setAside")
  }
}
