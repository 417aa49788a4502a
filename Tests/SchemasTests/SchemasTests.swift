import Foundation
import Schemas
import TestSupport
import Testing

/// What is embedded in the executable is what lies in `Schemas/`, whole and byte for byte.
@Suite struct SchemasTests {
  private static let folder = Folder.root + "/Schemas/"

  private func file(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: SchemasTests.folder + name)))
  }

  @Test func theEmbeddedFilesAreThoseOfTheFolder() throws {
    #expect(try Schemas.submissionXSD == file("submission.xsd"))
    #expect(try Schemas.regimeXSD == file("regime.xsd"))
    #expect(try Schemas.defaultRegime == file("plans/LD-NQ57/regime.xml"))
    for (name, bytes) in Schemas.templates {
      #expect(try bytes == file("templates/\(name).mustache"), "\(name)")
    }
  }

  /// A template that is added to the folder and not embedded would be missed only where a lone executable runs.
  @Test func noTemplateIsForgotten() throws {
    let files = FileManager.default.enumerator(atPath: SchemasTests.folder + "templates")?.allObjects as? [String] ?? []
    let names = files.filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) }
    #expect(names.count >= 7)
    #expect(Set(names) == Set(Schemas.templates.keys))
  }

  /// Letters of several bytes survive the way through C, and nothing is cut off at a zero byte or a quote.
  @Test func textIsWhole() throws {
    for bytes in [Schemas.submissionXSD, Schemas.regimeXSD, Schemas.defaultRegime] + Array(Schemas.templates.values) {
      let text = try #require(String(validating: bytes, as: UTF8.self))
      #expect(text.last == "\n" && !text.contains("\0"))
    }
    #expect(String(decoding: Schemas.submissionXSD, as: UTF8.self).hasSuffix("</xs:schema>\n"))
    #expect(String(decoding: Schemas.defaultRegime, as: UTF8.self).hasSuffix("</cheDo>\n"))
    #expect(String(decoding: Schemas.defaultRegime, as: UTF8.self).contains("Lâm Đồng"))
  }
}
