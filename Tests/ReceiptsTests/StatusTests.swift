import Receipts
import ReportingModel
import Testing

/// What became of a delivery, by what became of its reports.
@Suite struct StatusTests {
  @Test(
    arguments: [
      ([], .rejected), ([.accepted], .accepted), ([.duplicate], .duplicate), ([.rejected], .rejected),
      ([.accepted, .accepted], .accepted), ([.accepted, .duplicate], .accepted),
      ([.duplicate, .duplicate], .duplicate),
      ([.rejected, .rejected], .rejected), ([.accepted, .rejected], .partial), ([.duplicate, .rejected], .partial),
      ([.rejected, .duplicate, .accepted], .partial),
    ] as [([SubmissionReceipt.Status], Receipt.Status)])
  func aDelivery(_ lines: [SubmissionReceipt.Status], _ status: Receipt.Status) throws {
    let receipt = try Fixture.receipt(lines.map { try Fixture.line($0) })
    #expect(receipt.status == status)
    // Without a readable archive nothing else matters.
    var unreadable = receipt
    unreadable.isReadable = false
    #expect(unreadable.status == .quarantined)
  }

  @Test(arguments: [(1, "BN-000001"), (123, "BN-000123"), (999_999, "BN-999999"), (1_000_000, "BN-1000000")])
  func numbersHaveSixDigitsOrMore(_ number: Int, _ label: String) throws {
    #expect(try Fixture.receipt([], number: number).label == label && ReceiptLabel.of(number) == label)
  }

  @Test func aCheckHasNothingThatOnlyADeliveryHas() throws {
    let lines = try [Fixture.line(.accepted), Fixture.line(.duplicate), Fixture.line(.rejected)]
    let receipt = try Fixture.receipt(lines)
    let check = receipt.asCheck
    #expect(!receipt.isCheck && check.isCheck && check.label == nil)
    // The one that counts already has its place in the ledger, whoever asks.
    #expect(check.submissions.map(\.sequence) == [nil, 17, nil])
    #expect(check.status == receipt.status && check.fileName == receipt.fileName)
  }

  /// The folder decides where it goes; without one, the unit that all reports have in common.
  @Test func whoseOutboxItGoesTo() throws {
    let a = try Fixture.line(.accepted, unit: "T-01"), b = try Fixture.line(.rejected, unit: "T-02")
    let unknown = try Fixture.line(.rejected, unit: "T-99", name: nil)
    #expect(try Fixture.receipt([a, b], folder: "XA-01").outboxUnit == "XA-01")
    #expect(try Fixture.receipt([a, a]).outboxUnit == "T-01")
    #expect(try Fixture.receipt([a, b]).outboxUnit == nil)
    // A code that the registry does not know names no folder, and must not make one.
    #expect(try Fixture.receipt([unknown]).outboxUnit == nil)
    #expect(try Fixture.receipt([a, unknown]).outboxUnit == nil)
    #expect(try Fixture.receipt([]).outboxUnit == nil)
  }
}
