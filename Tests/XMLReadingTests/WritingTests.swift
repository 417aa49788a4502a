import TestSupport
import Testing

@testable import XMLReading

@Suite struct WritingTests {
  @Test func writesADocument() {
    var writer = XMLWriter()
    writer.start("baoCao", ["phienBan": "1.0", "khong": nil])
    writer.start("moHinh")
    writer.end()
    writer.start("chiTieu")
    writer.element("muc", ["ma": "A\"&"], text: "1 < 2")
    writer.end()
    writer.end()
    writer.end()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <baoCao phienBan="1.0">
          <moHinh/>
          <chiTieu>
            <muc ma="A&quot;&amp;">1 &lt; 2</muc>
          </chiTieu>
        </baoCao>

        """)
  }

  @Test func whatIsWrittenIsRead() {
    var random = SplitMix64(seed: 2026)
    let letters = Array("<>&\"'\t\n\r ệĐa😀]-;#38").map(String.init)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in letters.randomElement(using: &random) }
        .joined()
      var writer = XMLWriter()
      writer.element("a", ["x": text], text: text)
      let (recorder, outcome) = recorded(writer.bytes)
      #expect(outcome.fault == nil)
      #expect(recorder.tags.first?["x"].map { Array($0.utf8) } == Array(text.utf8))
      #expect(recorder.texts.first.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test func replacesWhatXMLCannotHold() {
    #expect(xmlEscaped("a\u{0}\u{B}\u{FFFE}b") == "a\u{FFFD}\u{FFFD}\u{FFFD}b")
    #expect(xmlEscaped("\"\t\n", inAttribute: false) == "\"\t\n")
  }
}
