import Bundles
import ReportingModel
import Testing
import VietnameseText

@testable import Submissions

/// The one table that both encodings are read from.
@Suite struct VocabularyTests {
  @Test func everyBlockHasItsFile() {
    #expect(Vocabulary.all.map(\.block) == SubmissionContent.Block.allCases)
    let files = Vocabulary.all.map(\.fileName)
    #expect(Set(files.map(foldedKey)).count == files.count)
    for file in files { #expect(file.hasSuffix(".csv") && file == file.lowercased(), "\(file)") }
    #expect(Vocabulary.layout.headerFile == "thong-tin.csv" && Vocabulary.layout.blockFiles == files)
    #expect(!files.map(foldedKey).contains(foldedKey(Vocabulary.codeListFile)))
  }

  /// A title that could be two columns would be read as the first of them and nobody would know.
  @Test func noTitleMeansTwoColumns() {
    for schema in Vocabulary.all {
      var owner: [String: String] = [:]
      for column in schema.columns {
        for title in [column.name, column.title.vietnamese] + column.aliases {
          let key = foldedKey(title)
          #expect(!key.isEmpty && owner[key, default: column.name] == column.name, "\(schema.fileName): \(title)")
          owner[key] = column.name
        }
      }
      #expect(Set(schema.columns.map(\.xml)).count == schema.columns.count, "\(schema.fileName)")
    }
  }

  @Test func columnsAreFoundByTheirNames() {
    for schema in Vocabulary.all {
      for (position, column) in schema.columns.enumerated() { #expect(schema.index(of: column.name) == position) }
      #expect(schema.index(of: "không có") == nil)
      #expect(Vocabulary.schema(of: schema.block).fileName == schema.fileName)
    }
  }

  /// A required text must not be satisfied by nothing, and no other text may ask for a least length.
  @Test func boundsAgreeWithWhatIsRequired() {
    for column in Vocabulary.all.flatMap(\.columns) {
      guard case .text(let bounds) = column.type else { continue }
      #expect(column.isRequired || bounds.lowerBound == 0, "\(column.name)")
    }
  }

  @Test(
    arguments: [
      (.header, ["che_do", "don_vi", "loai_ky", "ngay_lap"]),
      (.activities, ["ngay", "nhiem_vu", "hinh_thuc", "san_pham", "ten"]), (.indicators, ["ma", "gia_tri"]),
      (.exemplars, ["noi_dung", "ten", "mo_ta"]), (.narratives, ["muc", "noi_dung"]),
      (.explanations, ["quy_tac", "noi_dung"]),
    ] as [(SubmissionContent.Block, [String])])
  func whatIsRequired(_ block: SubmissionContent.Block, _ names: [String]) {
    #expect(Vocabulary.schema(of: block).columns.filter(\.isRequired).map(\.name) == names)
  }

  @Test func aValueIsFoundAgainWhereItStood() {
    let origin = SubmissionOrigin(
      files: [.header: "a/thong-tin.csv", .indicators: "a/CHI TIEU.csv"], columns: [.indicators: ["gia_tri": 4]])
    #expect(origin.location(.indicators, line: 9, field: "gia_tri").cell == "D9")
    #expect(origin.location(.indicators, line: 9, field: "ma").cell == nil)
    // A block that is not there is looked for where it should be.
    #expect(origin.location(.exemplars).file == "a/mo-hinh.csv")
    let xml = SubmissionOrigin(files: [.header: "bao-cao.xml"])
    #expect(xml.location(.exemplars, field: "ten").file == "bao-cao.xml")
    #expect(SubmissionOrigin().location(.exemplars).file == "")
  }
}
