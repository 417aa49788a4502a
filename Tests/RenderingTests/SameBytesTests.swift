import Documents
import Rendering
import ReportingModel
import Testing

/// The same document gives the same bytes; another gives others.
@Suite struct SameBytesTests {
  @Test(arguments: ["Báo cáo", "<&>", "Tiếng Việt"]) func sameInputSameBytes(text: String) {
    let documents = [Sample.filled(with: text), Sample.filled(with: text)]
    #expect(WordDocument.render(documents[0]) == WordDocument.render(documents[1]))
    for language in Language.allCases {
      #expect(WebPage.render(documents[0], language: language) == WebPage.render(documents[1], language: language))
    }
    #expect(WordDocument.render(documents[0]) != WordDocument.render(Sample.report()))
  }

  @Test func noTimeIsInTheFile() throws {
    let core = try WordFile(Sample.report()).text("docProps/core.xml")
    #expect(!core.contains("created") && !core.contains("modified"))
    let bytes = WordDocument.render(Sample.report())
    // Time and date of the first local header: 00:00 of 1 January 1980.
    #expect(bytes[10..<14] == [0, 0, 0x21, 0])
  }
}
