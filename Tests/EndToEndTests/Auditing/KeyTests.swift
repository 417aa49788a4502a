import Foundation
import TestSupport
import Testing

/// The keys that heads are signed with, and heads that were kept elsewhere (<doc:record#Keys>).
@Suite struct KeyTests {
  private func lines(_ copy: IssuedCopy) throws -> [String] {
    try copy.run(["audit", "key", "show"]).text.split(separator: "\n").map(String.init)
  }

  private func checkpoint(_ copy: IssuedCopy, _ name: String) throws -> String {
    let signed = try copy.run(["audit", "checkpoint"])
    #expect(signed.status == 0, "\(signed.remarks)")
    try copy.folder.write(name, signed.text)
    return copy.folder.path + "/" + name
  }

  @Test func anOlderHeadIsTheBeginningOfTodays() throws {
    let copy = try IssuedCopy()
    let then = try checkpoint(copy, "then.txt")
    #expect(try copy.run(["audit", "key", "rotate"]).status == 0)
    let bundle = CommandTests.samples + "/bundles/2027-01-27/gdtx002-hk1.zip"
    #expect([0, 1].contains(try copy.run(["ingest", bundle]).status))
    let consistent = try copy.run(["audit", "consistency", then])
    #expect(consistent.status == 0, "\(consistent.text) \(consistent.remarks)")
    // Another workspace's head, and one whose root was changed.
    let other = try IssuedCopy()
    #expect(try other.run(["audit", "key", "rotate"]).status == 0)
    let text = try String(contentsOfFile: checkpoint(other, "now.txt"), encoding: .utf8)
    for (index, changed) in [text, text.replacingOccurrences(of: "\n1", with: "\n2"), "", "tonghop/00000000\n1\n\n"]
      .enumerated()
    {
      try copy.folder.write("other.txt", changed)
      let answer = try copy.run(["audit", "consistency", copy.folder.path + "/other.txt"])
      #expect([1, 65].contains(answer.status) && !answer.isKilled, "\(index): \(answer.status) \(answer.text)")
    }
  }

  @Test func aNewKeyIsVouchedForByTheOld() throws {
    let copy = try IssuedCopy()
    let before = try lines(copy)
    #expect(try copy.run(["audit", "key", "rotate"]).status == 0)
    let after = try lines(copy)
    #expect(after.count == 2 && after.last == before.first && after.first != before.first)
    #expect(Set(after.map { $0.split(separator: "+")[0] }).count == 1)
    let verified = try copy.run(["audit", "verify"])
    #expect(verified.status == 0 && verified.text.contains("2 keys"), "\(verified.text)")
    // A report issued before is held by the key of then.
    #expect(try copy.run(["audit", "rerun", IssuedCopy.id]).status == 0)
  }

  @Test func aLostKeyIsRenewedAndNothingElseIsLost() throws {
    let copy = try IssuedCopy()
    #expect(try copy.run(["audit", "key", "renew", "--lost", "--reason", "x"]).status == 65)
    try FileManager.default.removeItem(atPath: copy.w + "/keys/ledger.key")
    #expect(try copy.run(["audit", "key", "rotate"]).status == 65)
    // Without a key the office's work goes on, unsigned, and that is told.
    let bundle = CommandTests.samples + "/bundles/2027-01-27/gdtx002-hk1.zip"
    #expect([0, 1].contains(try copy.run(["ingest", bundle]).status))
    #expect(try copy.run(["audit", "verify"]).status == 1)
    let renewed = try copy.run(["audit", "key", "renew", "--lost", "--reason", "hỏng đĩa"])
    #expect(renewed.status == 0, "\(renewed.remarks)")
    let verified = try copy.run(["audit", "verify"])
    #expect(verified.status == 0, "\(verified.text)")
    #expect(try copy.run(["audit", "log", "--kind", "key"]).text.contains("hỏng đĩa"))
  }
}
