import Testing

@testable import XMLReading

@Suite struct SchemaTests {
  @Test func takesAGoodDocument() throws {
    let (recorder, outcome) = recorded(Sample.report, schema: try Sample.schema())
    #expect(outcome.isClean, "\(outcome)")
    #expect(recorder == recorded(Sample.report).recorder)
  }

  @Test func tellsViolationsWithLineAndPath() throws {
    let text = """
      <baoCao xmlns="urn:mau:bao-cao" phienBan="1.0">
        <hoatDong>
          <muc ma="HD001"
            soNguoi="nhiều"><ten>A</ten></muc>
          <muc ma="HD002"><ten></ten></muc>
          <muc><la/></muc>
        </hoatDong>
        <chiTieu><muc ma="CT09">ba trăm</muc>chữ</chiTieu>
      </baoCao>
      """
    let (recorder, outcome) = recorded(text, schema: try Sample.schema())
    #expect(outcome.fault == nil)
    #expect(recorder == recorded(text).recorder)
    let places = outcome.schemaFaults.map { "\($0.line) \($0.path) \($0.code)" }
    #expect(Set(outcome.schemaFaults.map(\.kind)) == [.schema])
    #expect(
      places == [
        "4 /baoCao/hoatDong/muc 1824", "5 /baoCao/hoatDong/muc[2]/ten 1831", "6 /baoCao/hoatDong/muc[3] 1868",
        "6 /baoCao/hoatDong/muc[3]/la 1871", "8 /baoCao/chiTieu/muc 1824", "8 /baoCao/chiTieu 1843",
      ], "\(outcome.schemaFaults)")
    #expect(outcome.schemaFaults.first?.message.contains("soNguoi") == true)
  }

  @Test func keepsSomeAndCountsAll() throws {
    let items = String(repeating: "<muc ma='x'>1</muc>", count: 500)
    let text = "<baoCao xmlns='urn:mau:bao-cao' phienBan='1.0'><chiTieu>\(items)</chiTieu></baoCao>"
    let limits = XMLLimits(schemaFaults: 7)
    let (_, outcome) = recorded(Array(text.utf8), schema: try Sample.schema(), limits: limits)
    #expect(outcome.schemaFaults.count == 7)
    #expect(outcome.schemaFaultCount == recorded(text, schema: try Sample.schema()).outcome.schemaFaultCount)
    #expect(outcome.schemaFaultCount >= 500)
  }

  @Test func theValidatorSeesResolvedAttributes() throws {
    let xsd = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType>
      <xs:attribute name="x" fixed="&amp;&#x1EC7;&lt;"/></xs:complexType></xs:element></xs:schema>
      """
    let schema = try XMLSchema(Array(xsd.utf8))
    #expect(recorded("<a x='&amp;ệ&lt;'/>", schema: schema).outcome.isClean)
    #expect(!recorded("<a x='&amp;ê&lt;'/>", schema: schema).outcome.isClean)
  }

  @Test(.timeLimit(.minutes(1))) func longTextCostsLittle() throws {
    let long = String(repeating: "Đà Lạt &amp; ", count: 1_000_000)
    let text =
      "<baoCao xmlns='urn:mau:bao-cao' phienBan='1.0'><hoatDong><muc ma='A'><ten>\(long)</ten></muc></hoatDong></baoCao>"
    let (_, outcome) = recorded(text, schema: try Sample.schema())
    #expect(outcome.fault == nil)
    #expect(outcome.schemaFaults.map(\.path) == ["/baoCao/hoatDong/muc/ten"])
    #expect(outcome.schemaFaults.first.map { $0.message.utf8.count <= 500 } == true)
  }

  @Test(arguments: [
    ("<xs:schema", XMLFaultKind.syntax(.unclosed), 1), ("<!DOCTYPE a><a/>", .doctype, 1), ("<a/>", .schema, 1),
    ("", .empty, 1),
    (
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n<xs:element name='a' type='t'/></xs:schema>", .schema, 2
    ),
    ("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n\n<xs:elephant/></xs:schema>", .schema, 3),
  ])
  func badSchemas(_ text: String, _ kind: XMLFaultKind, _ line: Int) {
    do throws(XMLFault) {
      _ = try XMLSchema(Array(text.utf8))
      Issue.record("taken")
    } catch {
      #expect(error.kind == kind)
      #expect(error.line == line)
    }
  }

  @Test func oneSchemaServesManyThreads() async throws {
    let schema = try Sample.schema()
    let good = Array(Sample.report.utf8)
    let bad = Array(Sample.report.replacing("HD002", with: "hd 2").utf8)
    let expected = (recorded(good, schema: schema).outcome, recorded(bad, schema: schema).outcome)
    #expect(expected.0.isClean && !expected.1.isClean)
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<64 {
        group.addTask {
          (0..<100).count { turn in
            let isGood = (task + turn).isMultiple(of: 2)
            return recorded(isGood ? good : bad, schema: schema).outcome != (isGood ? expected.0 : expected.1)
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test func schemasAreCompiledOnManyThreads() async {
    let compiled = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<32 { group.addTask { (try? Sample.schema()) != nil } }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(compiled == 32)
  }
}
