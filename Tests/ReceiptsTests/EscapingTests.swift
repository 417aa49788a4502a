import Regimes
import ReportingModel
import Submissions
import Testing

@testable import Receipts

/// Nothing in a receipt's page is markup but the program's own.
@Suite struct EscapingTests {
  @Test(arguments: [
    ("a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;"), ("&amp;", "&amp;amp;"), ("", ""), ("ế\u{301}đ", "ế\u{301}đ"),
    ("</main>", "&lt;/main&gt;"), ("<\u{301}", "&lt;\u{301}"), ("\"\u{300}>", "&quot;\u{300}&gt;"),
  ])
  func textIsEscaped(_ text: String, _ escaped: String) {
    // A mark that combines with a sign does not hide it.
    var page = PageWriter(language: .vietnamese)
    page.text(text)
    #expect(page.bytes == Array(escaped.utf8))
  }

  /// The same hostile text wherever a bundle, an office or a plan can put one.
  @Test(arguments: Language.allCases) func hostileTextStaysText(_ language: Language) throws {
    let hostile = "</p><script>alert(1)</script>\"><img src=x onerror=alert(2)>&lt;"
    let text = LocalizedText(hostile, hostile)
    var content = try Fixture.content(hostile)
    content.indicators = [IndicatorValue(code: "CT02", value: Amount(1))]
    content.exemplars = [Exemplar(area: "ND1", title: hostile, summary: hostile)]
    content.narratives = [KeyedText(key: hostile, text: hostile)]
    content.explanations = [KeyedText(key: "CSV-TITLE", text: hostile)]
    func finding(_ code: FindingCode, _ severity: Severity, _ line: Int) -> Finding {
      Finding(
        code, severity, at: SourceLocation(file: hostile, line: line, column: 1, field: hostile), value: hostile,
        message: text, hint: text, cite: hostile)
    }
    let findings = [finding(.csvDate, .error, 1), finding(.csvDate, .error, 2), finding(.csvTitle, .warning, 3)]
    var line = try Fixture.line(.rejected, findings, unit: hostile, name: hostile, content: content)
    _ = line.submission.log.explain(["CSV-TITLE"])
    line.submission.path = hostile
    line.submission.encoding = hostile
    line.periodName = text
    line.earlier = SubmissionReceipt.Earlier(number: 1, activityCount: 3, told: [:])
    for lines in [[line], [line, line]] {
      var receipt = try Fixture.receipt(lines, findings: findings)
      receipt.fileName = hostile
      receipt.lateReason = hostile
      receipt.regime.reportTexts["noiTiepNhan"] = text
      let page = String(
        decoding: ReceiptPage(receipt: receipt, contactPhone: hostile, contactEmail: hostile).html(language),
        as: UTF8.self)
      #expect(!page.contains("<script") && !page.contains("<img"))
      #expect(page.count(of: "alert(1)") > 25)
    }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
