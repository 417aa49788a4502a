import ReportingModel
import Testing

@testable import Receipts
@testable import Submissions

/// Findings and causes of a delivery take at most 1 MiB of its receipt; beyond that causes are told, and then counts.
@Suite struct SizeTests {
  private func receipt(lines: Int, findings: Int, causes: Int) throws -> Receipt {
    let words = String(repeating: "một hai ba ", count: 40)
    let lines = try (0..<lines).map { _ in
      var line = try Fixture.line(.rejected)
      line.submission.log = FindingLog()
      for number in 0..<findings {
        line.submission.log.add(
          Finding(
            .csvDate, .error, at: SourceLocation(file: "\(number % causes)/hoat-dong.csv", line: number),
            message: LocalizedText(words, words), hint: LocalizedText("h", "h")))
      }
      return line
    }
    var receipt = try Fixture.receipt(lines)
    receipt.cutToSize()
    return receipt
  }

  private func size(_ receipt: Receipt) -> Int { receipt.json(.vietnamese).canonicalBytes.count }

  @Test func whatFitsIsToldWhole() throws {
    let receipt = try receipt(lines: 1, findings: 1000, causes: 200)
    #expect(receipt.submissions[0].submission.log.kept.count == 1000 && size(receipt) < 1 << 20)
  }

  @Test func thenCauses() throws {
    let receipt = try receipt(lines: 20, findings: 1000, causes: 10)
    for line in receipt.submissions {
      let log = line.submission.log
      #expect(log.kept.isEmpty && log.causes.map(\.count) == Array(repeating: 100, count: 10) && log.count == 1000)
    }
    #expect(size(receipt) < 1 << 20 && ReceiptPage(receipt: receipt).html(.vietnamese).count < 1 << 20)
  }

  @Test func thenCounts() throws {
    let receipt = try receipt(lines: 60, findings: 400, causes: 200)
    for line in receipt.submissions {
      #expect(line.submission.log.causes.isEmpty && line.submission.log.errorCount == 400)
    }
    #expect(size(receipt) < 1 << 20 && ReceiptPage(receipt: receipt).html(.vietnamese).count < 1 << 20)
  }

  @Test func findingsAboutTheBundleAreCutToo() throws {
    let strays = (0..<2000).map {
      Fixture.finding(.zipStray, .warning, file: String(repeating: "d/", count: 400) + "\($0)")
    }
    var receipt = try Fixture.receipt([], findings: strays)
    receipt.cutToSize()
    #expect(receipt.findings.count == 100 && size(receipt) < 1 << 20)
  }

  @Test func aLongListOfExemplarsEnds() throws {
    var content = try Fixture.content()
    content.exemplars = Rows((0..<900).map { Exemplar(area: "ND1", title: "Mô hình \($0)", summary: "…") })
    let receipt = try Fixture.receipt([Fixture.line(.accepted, content: content)])
    let text = String(decoding: receipt.json(.vietnamese).canonicalBytes, as: UTF8.self)
    #expect(text.contains("Mô hình 199\"") && !text.contains("Mô hình 200") && text.contains("\"exemplars\":900"))
  }
}
