import Bundles
import ReportingModel
import Schemas
import Submissions
import Testing
import XMLReading

/// An XML file as a raw submission: the same blocks as CSV gives, and findings for what the vocabulary does not have.
@Suite struct XMLSubmissionReaderTests {
  private static let schema = Result { () throws(XMLFault) in try XMLSchema(Schemas.submissionXSD) }

  private static let header = """
    <thongTin><cheDo>KH-NHO</cheDo><donVi>T-01</donVi><ky loai="HK1" namHoc="2026-2027"/>\
    <ngayLap>2027-01-18</ngayLap></thongTin>
    """

  private func read(_ xml: String) throws -> XMLSubmissionReader.Result {
    XMLSubmissionReader.read(
      SubmissionSource(
        form: .xml, path: "bao-cao.xml", files: [BundleFile(path: "bao-cao.xml", bytes: Array(xml.utf8))],
        evidence: []),
      schema: try Self.schema.get(), log: FindingLog())
  }

  private func report(_ body: String, root: String = "phienBan=\"1.0\"") throws -> RawSubmission {
    let result = try read("<baoCao xmlns=\"\(Vocabulary.namespace)\" \(root)>\n\(body)\n</baoCao>")
    guard case .submission(let raw) = result else { throw Stray() }
    return raw
  }

  private struct Stray: Error {}

  /// Values by the names of their columns.
  private func values(_ block: RawBlock?, _ row: Int = 0) -> [String: String] {
    guard let block, row < block.records.count else { return [:] }
    let told = zip(Vocabulary.schema(of: block.block).columns, block.records[row].values)
    return Dictionary(uniqueKeysWithValues: told.compactMap { column, value in value.map { (column.name, $0) } })
  }

  @Test func aReportIsReadIntoTheBlocksOfCSV() throws {
    let raw = try report(
      """
      \(Self.header)
      <hoatDong>
      <muc ma="H1" ngay="2026-10-20" nhiemVu="NV02" hinhThuc="HT1"
           sanPham="TIN"><ten>Tin &amp; <![CDATA[bài]]></ten><diaChi>https://a.vn</diaChi></muc>
      </hoatDong>
      <chiTieu><muc ma="CT02" ghiChu="x">5</muc><muc ma="CT03"/></chiTieu>
      <moHinh><muc noiDung="ND1"><ten>A</ten><moTa>B</moTa>
      <minhChung>a.pdf</minhChung><minhChung>b.pdf</minhChung></muc></moHinh>
      """)
    #expect(raw.log.isEmpty && raw.schemaFault == nil && raw.isExact && raw.encoding == "xml" && raw.unread == [])
    #expect(raw.blocks.map(\.block) == [.header, .activities, .indicators, .exemplars])
    #expect(
      values(raw.blocks[0]) == [
        "che_do": "KH-NHO", "don_vi": "T-01", "loai_ky": "HK1", "nam_hoc": "2026-2027", "ngay_lap": "2027-01-18",
      ])
    #expect(values(raw.blocks[1])["ten"] == "Tin & bài" && values(raw.blocks[1])["ma"] == "H1")
    // The line where the start tag ends.
    #expect(raw.blocks[1].records.map(\.line) == [5])
    #expect(values(raw.blocks[2]) == ["ma": "CT02", "gia_tri": "5", "ghi_chu": "x"])
    #expect(values(raw.blocks[2], 1) == ["ma": "CT03", "gia_tri": ""])
    #expect(values(raw.blocks[3])["minh_chung"] == "a.pdf|b.pdf")
  }

  @Test(arguments: [
    ("<la/>", "XML-ELEMENT", SubmissionContent.Block.allCases.count), ("<hoatDong><la/></hoatDong>", "XML-ELEMENT", 1),
    ("<hoatDong la=\"1\"/>", "XML-ATTRIBUTE", 0), ("<hoatDong><muc la=\"1\"/></hoatDong>", "XML-ATTRIBUTE", 1),
    ("<moHinh/><moHinh/>", "XML-TWICE", 0),
  ])
  func whatTheVocabularyDoesNotHave(_ body: String, _ code: String, _ unread: Int) throws {
    let raw = try report(Self.header + body)
    #expect(raw.log.codes == [code] && raw.unread.count == unread)
    // The schema says the same in words that nobody understands.
    #expect(raw.schemaFault == nil)
  }

  @Test func aMisspeltNameIsShownItsNeighbour() throws {
    let raw = try report(Self.header + "<hoatDongs><muc/></hoatDongs><chiTieu><muc maa=\"CT02\">5</muc></chiTieu>")
    #expect(raw.log.kept.map(\.hint.english) == ["The nearest is <hoatDong>.", "The nearest is “ma”."])
  }

  @Test func whatIsBelowAnUnknownElementIsPassedOver() throws {
    let unknown = "<la><muc ma=\"CT02\">5</muc><chiTieu/></la>"
    let raw = try report(Self.header + unknown + "<chiTieu><muc ma=\"CT03\">6</muc></chiTieu>")
    #expect(raw.log.codes == ["XML-ELEMENT"])
    #expect(raw.blocks.map(\.block) == [.header, .indicators])
    #expect(values(raw.blocks[1]) == ["ma": "CT03", "gia_tri": "6"])
  }

  @Test func versionAndNamespace() throws {
    #expect(try report(Self.header, root: "phienBan=\"2.0\"").log.codes == ["XML-VERSION"])
    #expect(try report(Self.header, root: "").log.codes == ["XML-VERSION"])
    let foreign = try read("<baoCao xmlns=\"urn:khac\" phienBan=\"1.0\"/>")
    guard case .submission(let raw) = foreign else { throw Stray() }
    #expect(raw.log.codes == ["XML-NAMESPACE"] && raw.blocks.isEmpty)
    // Attributes of other namespaces say nothing here.
    let hint = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\" phienBan=\"1.0\""
    #expect(try report(Self.header, root: hint).log.isEmpty)
  }

  @Test func anotherDocumentIsNoReport() throws {
    guard case .stray(let finding) = try read("<html><baoCao/></html>") else { throw Stray() }
    #expect(finding.code == "ZIP-STRAY" && finding.severity == .warning && finding.value == "html")
  }

  /// What was gathered before the fault is a part of a report; nothing of it counts but whose it is.
  @Test func aBrokenDocumentKeepsItsHeaderOnly() throws {
    let raw = try report(Self.header + "<chiTieu><muc ma=\"CT02\">5</chiTieu>")
    #expect(raw.log.codes == ["XML-SYNTAX"] && raw.blocks.map(\.block) == [.header])
    #expect(raw.unread == Set(SubmissionContent.Block.allCases))
    guard case .submission(let doctype) = try read("<!DOCTYPE baoCao><baoCao/>") else { throw Stray() }
    #expect(doctype.log.codes == ["XML-DOCTYPE"])
  }

  /// The schema is a second gate for what the vocabulary lets through.
  @Test func theSchemaIsAskedLast() throws {
    let raw = try report(Self.header + "<chiTieu><muc ma=\"CT02\">nhiều</muc></chiTieu>")
    #expect(raw.log.isEmpty && raw.schemaFault?.code == "XML-SCHEMA")
    #expect(try Fixture.reader().read(raw).log.codes == ["CSV-NUMBER"])
  }
}
