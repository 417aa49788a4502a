import Aggregation
import Foundation
import Regimes
import ReportingModel
import Schemas
import Testing

@testable import Reports

/// Templates against what there is to name.
@Suite struct TemplateCheckTests {
  static func plan() throws -> Regime {
    try #require(
      RegimeLoader.load(Schemas.defaultRegime, schema: Schemas.regimeXSD, digest: .zero, file: "regime.xml").regime)
  }

  /// The program's own templates name nothing that is not there.
  @Test func embeddedTemplatesHold() throws {
    let regime = try Self.plan()
    for (name, bytes) in Schemas.templates.sorted(by: { $0.key < $1.key }) {
      let short = name.split(separator: "/").last.map(String.init) ?? name
      let problems = TemplateCheck.problems(in: String(decoding: bytes, as: UTF8.self), named: short, for: regime)
      #expect(problems.isEmpty, "\(name): \(problems.first.map { "\($0)" } ?? "")")
    }
  }

  /// Each kind of fault is said with its line, the tag and the nearest name.
  @Test(arguments: [
    ("a\n{{tenKi}}", 2, "{{tenKi}}", "tenKy"), ("{{chiTieu.CT99.so}}", 1, "{{chiTieu.CT99.so}}", "CT09"),
    ("{{#ky}}{{tenn}}{{/ky}}", 1, "{{tenn}}", "ten"), ("|B: chi-tiu|", 1, "|B: chi-tiu|", "chi-tieu"),
    ("|B: theo-loai CT2O|", 1, "|B: theo-loai CT2O|", "CT20"), ("|B: nhiem-vu CT01|", 1, "|B: nhiem-vu CT01|", "CT01"),
    ("|>P: nhiemvu|", 1, "|>P: nhiemvu|", "nhiemVu"), ("[[UUDIM]]", 1, "[[UUDIM]]", "UUDIEM"),
    ("x\n\n{{#tong.co}}y", 3, "{{#tong.co}}", "tong.co"), ("{{/tong.co}}", 1, "{{/tong.co}}", "tong.co"),
    ("{{#laNam}}{{#noiBo}}{{/laNam}}{{/noiBo}}", 1, "{{/laNam}}", "noiBo"), ("{{tong}}", 1, "{{tong}}", "tong"),
    ("{{laNam}}", 1, "{{laNam}}", "laNam"), ("[(a|b", 1, "[(a|b", "[( … )]"), ("a {{tenKy", 1, "{{tenKy", "}}"),
    ("|Bảng chi-tieu|", 1, "|Bảng chi-tieu|", "|…: …|"),
  ])
  func eachFaultIsNamed(template: String, line: Int, text: String, word: String) throws {
    let problem = try #require(TemplateCheck.problems(in: template, named: "half-year", for: Self.plan()).first)
    #expect(problem.line == line && problem.text == text)
    #expect(problem.message.vietnamese.contains(word) && problem.message.english.contains(word), "\(problem)")
  }

  @Test func lettersHaveWordsOfTheirOwn() throws {
    let regime = try Self.plan()
    #expect(TemplateCheck.problems(in: "{{hanMoi}}", named: "remind", for: regime).isEmpty)
    #expect(!TemplateCheck.problems(in: "{{hanMoi}}", named: "half-year", for: regime).isEmpty)
    #expect(!TemplateCheck.problems(in: "{{tong.hoatDong}}", named: "remind", for: regime).isEmpty)
  }

  /// Whatever a report gives to its template is declared.
  @Test func everyKeyIsDeclared() throws {
    let composer = try Fixture.composer(
      [
        Fixture.accepted(
          1, "T-01", people: [3], told: ["CT08": 5], exemplars: [Exemplar(area: "ND1", title: "M", summary: "S")])
      ], recipient: .department, chosen: [ChosenExemplar(unit: "T-01", id: "M")], title: "t")
    let vocabulary = TemplateVocabulary("half-year", composer.regime)
    func look(_ value: Any, _ path: [Substring]) {
      switch value {
      case let members as [String: Any]:
        for (key, value) in members { look(value, path + key.split(separator: ".")) }
      case let list as [[String: Any]]: for one in list { look(one, path) }
      default: #expect(vocabulary.kind(of: path) != nil, "\(path.joined(separator: "."))")
      }
    }
    look(composer.context(), [])
  }

  /// The page for those who write templates is made from the vocabulary; `TONGHOP_RECORD=1` writes it anew.
  @Test func thePageIsTheVocabulary() throws {
    let page = try TemplateVocabulary.page(Self.plan())
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Schemas/TU-VUNG.md")
    if ProcessInfo.processInfo.environment["TONGHOP_RECORD"] == "1" {
      try page.write(to: path, atomically: true, encoding: .utf8)
      Issue.record("recorded")
    }
    #expect(try String(contentsOf: path, encoding: .utf8) == page)
  }

  /// Through Word and home again a template is the same.
  @Test func outlinesComeHome() throws {
    for (name, bytes) in Schemas.templates {
      let template = String(decoding: bytes, as: UTF8.self)
      let paragraphs = TemplateOutline.paragraphs(of: template)
      let home = TemplateOutline.template(paragraphs)
      #expect(TemplateOutline.paragraphs(of: home) == paragraphs, "\(name)")
      let short = name.split(separator: "/").last.map(String.init) ?? name
      #expect(try TemplateCheck.problems(in: home, named: short, for: Self.plan()).isEmpty, "\(name)")
    }
  }

  /// What a word processor does by itself within tags is undone; in sentences it stays.
  @Test func typographyOfWordProcessors() {
    let text = TemplateOutline.template([
      .init(level: 1, "I. “Mục” – a"), .init("{{#phuLuc.nhiemVu}} {{ten\u{A0}Ky}}“{{chiTieu.CT01.so}}”"),
      .init("|Bảng: chi–tieu|"),
    ])
    #expect(
      text
        == "{{% CONTENT_TYPE:TEXT}}\n# I. “Mục” – a\n{{#phuLuc.nhiemVu}} {{ten Ky}}“{{chiTieu.CT01.so}}”\n|Bảng: chi-tieu|\n"
    )
  }
}
