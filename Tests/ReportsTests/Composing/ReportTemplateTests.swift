import Schemas
import Testing

@testable import Reports

/// Templates before and after figures are put into them.
@Suite struct ReportTemplateTests {
  @Test(arguments: ["{{#a}}", "{{a", "{{/a}}", "{{#a}}{{/b}}", "{{=<% %}}"])
  func whatIsNoTemplateIsSaid(_ text: String) {
    #expect(ReportTemplate.fault(in: Array(text.utf8)) != nil)
    #expect(throws: TemplateFault.self) { try ReportTemplate.fill(text, [:]) }
  }

  @Test func bytesThatAreNoText() {
    #expect(ReportTemplate.fault(in: [0x61, 0xFF]) == "not UTF-8")
    #expect(ReportTemplate.fault(in: []) == nil && ReportTemplate.fault(in: Array("Chữ {{a}}".utf8)) == nil)
  }

  @Test func figuresAreFilledIn() throws {
    let context: [String: Any] = ["so": "1.234", "co": true, "khong": false, "nhom": ["ten": "A & <B>"]]
    let template = "{{% CONTENT_TYPE:TEXT}}\n{{so}}{{#co}} có{{/co}}{{^khong}} chưa{{/khong}} {{nhom.ten}}{{thieu}}."
    #expect(try ReportTemplate.fill(template, context) == "1.234 có chưa A & <B>.")
  }

  /// A document is no web page: «Trường A & B» must not become «Trường A &amp;amp; B».
  @Test func noTemplateEscapesForTheWeb() throws {
    for (name, bytes) in Schemas.templates {
      #expect(ReportTemplate.fault(in: bytes) == nil, "\(name)")
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.hasPrefix("{{% CONTENT_TYPE:TEXT}}\n"), "\(name)")
    }
  }
}
