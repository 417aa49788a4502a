import Testing

@testable import XMLReading

@Suite struct FaultTests {
  @Test(arguments: ["", " \n\t ", "\u{FEFF}", "\u{FEFF}\n"])
  func empty(_ text: String) throws {
    #expect(try fault(text).kind == .empty)
  }

  @Test(arguments: [
    ("just text", XMLSyntaxFault.noRoot), ("<!-- x -->", .noRoot), ("<?xml version='1.0'?>", .noRoot),
    ("<a/>x", .junkAfterRoot), ("<a/><b/>", .junkAfterRoot), ("<a>1 < 2</a>", .strayLessThan),
    ("<a x='<'/>", .strayLessThan),
    ("<a>R & D</a>", .strayAmpersand), ("<a>AT&T</a>", .strayAmpersand), ("<a x='R & D'/>", .strayAmpersand),
    ("<a href='?x=1&y=2'/>", .strayAmpersand), ("<a x=1/>", .unquotedAttribute), ("<a x/>", .attributeWithoutValue),
    ("<a x='1' x='2'/>", .duplicateAttribute), ("<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>", .duplicateAttribute),
    ("<p:a/>", .undeclaredPrefix), ("<a p:x='1'/>", .undeclaredPrefix), ("<a>\u{1}</a>", .invalidCharacter),
    ("<a>&#0;</a>", .invalidCharacter), ("<a>&#xZZ;</a>", .invalidCharacter), ("<a>\u{0}</a>", .invalidCharacter),
    ("<a/>\u{0}<b>", .invalidCharacter), ("\n<?xml version='1.0'?><a/>", .declarationNotFirst),
    ("<a><!-- -- --></a>", .other), ("<a>]]></a>", .other), ("<?xml version='1.0' encoding=''?><a/>", .other),
    ("<a x='1'y='2'/>", .other),
  ])
  func syntax(_ text: String, _ kind: XMLSyntaxFault) throws {
    let fault = try fault(text)
    #expect(fault.kind == .syntax(kind), "\(fault)")
    #expect(!fault.message.isEmpty)
  }

  @Test func mismatchedTagTellsBothNamesAndWhereItWasOpened() throws {
    let fault = try fault("<a>\n<b>\n<b/>\n<muc\nx='1'>\n   </mục></b></a>")
    #expect(fault.kind == .syntax(.mismatchedTag))
    #expect(fault.subject == "muc")
    #expect(fault.other == "mục")
    #expect(fault.openedLine == 5)
    #expect(fault.line == 6)
    #expect(fault.column == 10)
    #expect(fault.path == "/a/b/muc")
    #expect(fault.code == 76)
  }

  @Test func unclosedTagTellsTheInnermostElement() throws {
    let fault = try fault("<a>\n<b>\n<c/>\n\n")
    #expect(fault.kind == .syntax(.unclosed))
    #expect(fault.subject == "b")
    #expect(fault.openedLine == 2)
    #expect(fault.line == 5)
  }

  @Test(
    arguments: [
      ("<a><b", "b", nil), ("<a><b x='1", "a", nil), ("<a", "a", nil), ("<a x=", nil, nil), ("<a>text", "a", nil),
      ("<a></", "a", nil), ("<a>&am", "a", nil),
      ("<a><b></b", "b", nil), ("<a><!-- x", "a", "<!--"), ("<a><![CDATA[ x", "a", "<![CDATA["),
      ("<a><?pi x", "a", "<?"), ("<!-- x", nil, "<!--"),
    ] as [(String, String?, String?)])
  func cutOff(_ text: String, _ element: String?, _ section: String?) throws {
    let fault = try fault(text)
    #expect(fault.kind == .syntax(.unclosed), "\(fault)")
    #expect(fault.subject == element)
    #expect(fault.other == section)
  }

  @Test func namesWhatIsAtFault() throws {
    #expect(try fault("<a x='1' x='2'/>").subject == "x")
    #expect(try fault("<a x/>").subject == "x")
    #expect(try fault("<a>&nbsp;</a>").kind == .entity)
    #expect(try fault("<a>&nbsp;</a>").subject == "nbsp")
    #expect(try fault("<a x='&nbsp;'/>").kind == .entity)
    let element = try fault("<p:a/>")
    #expect(element.subject == "p")
    #expect(element.other == "a")
    #expect(try fault("<r><p:a/></r>").path == "/r")
  }

  @Test func columnsCountCharacters() throws {
    let fault = try fault("<a>\n  <ten>Đà Lạt R & D</ten></a>")
    #expect(fault.line == 2)
    #expect(fault.column == 18)
  }

  @Test func limitsHold() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    func wide(_ count: Int) -> String { "<a " + (0..<count).map { "x\($0)='1'" }.joined(separator: " ") + "/>" }
    func named(_ length: Int) -> String { "<" + String(repeating: "đ", count: length) + "/>" }
    #expect(recorded(nested(16)).outcome.isClean)
    #expect(try fault(nested(17)).kind == .tooDeep)
    #expect(try fault(nested(100_000)).kind == .tooDeep)
    #expect(recorded(wide(32)).outcome.isClean)
    #expect(try fault(wide(33)).kind == .tooManyAttributes)
    #expect(recorded(named(256)).outcome.isClean)
    #expect(try fault(named(257)).kind == .nameTooLong)
    #expect(try fault(named(60_000)).kind == .nameTooLong)
    #expect(try fault("<r \(String(repeating: "x", count: 257))='1'/>").kind == .nameTooLong)
    #expect(try fault("<r xmlns:\(String(repeating: "x", count: 257))='u'/>").kind == .nameTooLong)
  }

  @Test(.timeLimit(.minutes(1))) func manyAttributesCostLittle() throws {
    let attributes = (0..<1_000_000).map { " x\($0)=''" }.joined()
    #expect(try fault("<a\(attributes)/>").kind == .tooManyAttributes)
    let spaces = (0..<500_000).map { " xmlns:x\($0)='u'" }.joined()
    #expect(try fault("<a\(spaces)/>").kind == .tooManyAttributes)
    let names = (0..<300_000).map { "<x\($0)/>" }.joined()
    #expect(recorded("<a>\(names)</a>").outcome.isClean)
  }

  @Test func aTokenOverTenMegabytesIsRefused() throws {
    let long = String(repeating: "x", count: 12_000_000)
    #expect(recorded("<a x='\(long)'/>").outcome.fault != nil)
    #expect(recorded("<a>\(long)</a>").outcome.isClean)
  }
}
