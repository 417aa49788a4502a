import Documents
import FoundationXML
import Rendering
import ReportingModel
import TestSupport
import Testing

/// No text breaks a file: every part stays well-formed, and every character that XML allows arrives.
@Suite struct HostileTextTests {
  static let texts = [
    "", " ", "<>&\"'", "]]>", "<!--", "-->", "<?xml?>", "&amp;&#0;&lt;", "</w:t></w:r>", "</style><script>",
    "\u{0}\u{1}\u{8}\u{B}\u{C}\u{E}\u{1F}\u{7F}\u{80}\u{9F}", "\u{FFFE}\u{FFFF}\u{FEFF}", "\u{10FFFF}\u{1F600}",
    "a\tb\nc\r\nd\re",
    "\u{2028}\u{2029}\u{85}", "مرحبا بالعالم שלום", "\u{202E}đảo ngược\u{202C}", "\u{301}\u{301}e\u{302}\u{301}",
    String(repeating: "dài", count: 3000), String(repeating: "\n", count: 200), "%n${x}{{y}}\\u0000",
  ]

  private func expectWellFormed(_ document: ReportDocument) throws {
    for part in try WordFile(document).parts {
      guard let verdict = try Verdict(of: "xmllint", ["--noout", "--huge", "-"], input: part.bytes) else { return }
      #expect(verdict.status == 0, "\(part.name): \(verdict.output)")
    }
    let page = WebPage.render(document, language: .vietnamese)
    guard let verdict = try Verdict(of: "xmllint", ["--noout", "--huge", "-"], input: page) else { return }
    #expect(verdict.status == 0, "\(verdict.output)")
  }

  @Test func theJudgeSeesABrokenPart() throws {
    guard let verdict = try Verdict(of: "xmllint", ["--noout", "-"], input: Array("<a>&</a>".utf8)) else { return }
    #expect(verdict.status != 0)
  }

  @Test(arguments: texts) func noTextBreaksAPart(text: String) throws {
    try expectWellFormed(Sample.filled(with: text))
  }

  @Test(arguments: 1...8) func noRandomTextBreaksAPart(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var text = String.UnicodeScalarView()
    for _ in 0..<400 {
      let limit: UInt32 = Bool.random(using: &random) ? 0x100 : 0x11_0000
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { text.append(scalar) }
    }
    try expectWellFormed(Sample.filled(with: String(text)))
  }

  @Test func allowedCharactersArrive() throws {
    let text = "Ấ Ợ ữ <đ> & \"e\" 'f' مرحبا \u{1F600} ]]>"
    let paragraphs = try WordFile(Sample.filled(with: text)).paragraphs()
    #expect(paragraphs.filter { Array($0.utf8) == Array(text.utf8) }.count > 10)
  }

  @Test func forbiddenCharactersAreDropped() throws {
    let paragraphs = try WordFile(Sample.filled(with: "a\u{0}b\u{1F}c\u{FFFE}d")).paragraphs()
    #expect(paragraphs.contains("abcd"))
  }

  @Test func lineEndsBecomeBreaks() throws {
    let paragraphs = try WordFile(Sample.filled(with: "a\r\nb\nc")).paragraphs()
    #expect(paragraphs.contains("a\nb\nc"))
  }

  @Test(arguments: [
    Table(caption: "Không cột", columns: [], rows: [["a"], []], total: ["b"]),
    Table(caption: "", columns: [Table.Column("Một", weight: 1)], rows: []),
    Table(
      caption: "Trọng số lạ",
      columns: [.max, .min, 0, -1, .max].map { Table.Column("Cột", .right, weight: $0) }, rows: [["1"], []]),
    Table(
      caption: "Nhiều cột", columns: (0..<300).map { Table.Column("Cột \($0)", .center, weight: $0) },
      rows: [Array(repeating: "dài dài", count: 400)]),
  ])
  func noTableBreaksAPart(table: Table) throws {
    var document = Sample.report(appendices: Sample.appendices)
    document.body = [.table(table)]
    document.appendices[0].body = [.table(table), .table(table)]
    try expectWellFormed(document)
    let widths = try WordFile(document).elements("//w:gridCol").map { $0.attribute(forName: "w:w")?.stringValue ?? "" }
    #expect(widths.allSatisfy { (Int($0) ?? 0) > 0 })
  }

  @Test func anEmptyDocumentIsStillOne() throws {
    try expectWellFormed(
      ReportDocument(
        superiorAgency: "", agency: "", symbol: "", place: "", kindName: "", subject: "", addressees: [], body: [],
        signature: SignatureBlock(capacity: [], signer: nil), receivers: [], isDraft: false, provenance: ""))
  }
}
