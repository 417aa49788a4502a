import Testing

@testable import XMLReading

@Suite struct EventTests {
  @Test func tellsTagsTextsAndEndsInOrder() {
    let (recorder, outcome) = recorded("<a>\n <b x='1'/>\n</a>")
    #expect(outcome == XMLOutcome())
    #expect(
      recorder.events == [
        .start(XMLStartTag(name: "a", namespace: nil, line: 1)), .text("\n "),
        .start(
          XMLStartTag(
            name: "b", namespace: nil, attributes: [XMLAttribute(name: "x", value: "1")], line: 2, parentPath: "/a")),
        .end("b", line: 2), .text("\n"), .end("a", line: 3),
      ])
  }

  @Test func joinsTextAcrossReferencesSectionsAndComments() {
    let (recorder, outcome) = recorded("<a>Vi&#x1EC7;t &amp; <![CDATA[<Nam> &amp;]]><!-- x --> ]<?pi?>!</a>")
    #expect(outcome.fault == nil)
    #expect(recorder.texts == ["Việt & <Nam> &amp; ]!"])
  }

  @Test(arguments: [
    ("&amp;", "&"), ("a&amp;b&#38;c", "a&b&c"), ("&amp;#38;", "&#38;"), ("&amp;amp;", "&amp;"), ("&#x1EC7;ệ", "ệệ"),
    ("&lt;&gt;&quot;&apos;", "<>\"'"), ("a\nb\tc", "a b c"), ("&#10;", "\n"), ("", ""), ("x &amp;", "x &"),
    ("&#38;#38", "&#38"),
  ])
  func resolvesReferencesInAttributes(_ written: String, _ read: String) {
    let (recorder, outcome) = recorded("<a x=\"\(written)\"/>")
    #expect(outcome.fault == nil)
    #expect(recorder.tags.first?["x"] == read)
  }

  @Test func tellsNamespaces() throws {
    let (recorder, _) = recorded("<p:a xmlns:p='urn:p' xmlns='urn:d' p:x='1' y='2'><b xmlns=''/><c/></p:a>")
    #expect(recorder.tags.map(\.name) == ["a", "b", "c"])
    #expect(recorder.tags.map(\.namespace) == ["urn:p", nil, "urn:d"])
    let root = try #require(recorder.tags.first)
    #expect(root.attributes.map(\.namespace) == ["urn:p", nil])
    #expect(root["x"] == nil)
    #expect(root["y"] == "2")
  }

  @Test func numbersElementsOfOneName() {
    let (recorder, _) = recorded("<r><m/><n/><m/><m><k/><k/></m></r>")
    #expect(recorder.tags.map(\.path) == ["/r", "/r/m", "/r/n", "/r/m[2]", "/r/m[3]", "/r/m[3]/k", "/r/m[3]/k[2]"])
  }

  @Test func tellsTheLineWhereTagsEnd() {
    let many = String(repeating: "\n", count: 70_000)
    let (recorder, _) = recorded("<a>\(many)<b\nx='1'\n/></a\n>")
    #expect(recorder.tags.map(\.line) == [1, 70_003])
    #expect(recorder.events.last == .end("a", line: 70_004))
  }

  @Test func deliversLongTextWhole() {
    let long = String(repeating: "Đà Lạt ", count: 300_000)
    let (recorder, outcome) = recorded("<a ten=\"\(long)\">\(long)</a>")
    #expect(outcome.fault == nil)
    #expect(recorder.texts == [long])
    #expect(recorder.tags.first?["ten"] == long)
  }

  @Test func stopsWhenTheHandlerWants() {
    var recorder = Recorder(limit: 3)
    let outcome = parse(Array(Sample.report.utf8), into: &recorder)
    #expect(recorder.events.count == 3)
    #expect(outcome.fault?.kind == .stopped)
    for limit in 1...20 {
      var recorder = Recorder(limit: limit)
      let outcome = parse(Array(Sample.report.utf8), schema: try? Sample.schema(), into: &recorder)
      #expect(recorder.events.count == limit)
      #expect(outcome.fault?.kind == .stopped)
    }
  }
}
