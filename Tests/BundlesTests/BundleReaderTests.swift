import Bundles
import ReportingModel
import Testing

/// Files of a delivery sorted into submissions.
@Suite struct BundleReaderTests {
  @Test func eachFolderWithAHeaderAndEachXMLFileIsASubmission() throws {
    let bundle = try #require(
      Fixture.open(
        Fixture.zip(
          "b/thong-tin.csv", "b/hoat-dong.csv", "thong-tin.csv", "chi-tieu.csv", "a.XML", "b/c/x.xml", "Z/thong-tin.csv"
        )))
    #expect(bundle.findings == [])
    // By their paths, bytewise.
    #expect(
      bundle.sources.map(\.path) == ["Z/thong-tin.csv", "a.XML", "b/c/x.xml", "b/thong-tin.csv", "thong-tin.csv"])
    #expect(bundle.sources.map(\.form) == [.csv, .xml, .xml, .csv, .csv])
    #expect(
      bundle.sources.map { $0.files.map(\.name) } == [
        ["thong-tin.csv"], ["a.XML"], ["x.xml"], ["thong-tin.csv", "hoat-dong.csv"], ["thong-tin.csv", "chi-tieu.csv"],
      ])
    #expect(bundle.sources.last?.files.first?.bytes == Array("thong-tin.csv".utf8))
  }

  /// People name files as they speak of them.
  @Test func namesMatchWithoutAccentsAndCase() throws {
    let bundle = try #require(
      Fixture.open(Fixture.zip("Trường/Thông tin.CSV", "Trường/CHI TIÊU.csv", "Trường/hoạt_động.csv")))
    #expect(bundle.findings == [] && bundle.sources.map(\.path) == ["Trường/Thông tin.CSV"])
    #expect(bundle.sources.first?.files.count == 3)
  }

  /// A copy's name is taken where the plain one is not there.
  @Test(arguments: [
    "thong-tin.csv.csv", "thong-tin (1).csv", "Thông tin(2).CSV", "thong-tin - Copy.csv", "thong-tin - Copy (3).csv",
    "thong-tin - Bản sao.csv", "thong-tin (1).csv.csv", "thong-tin.csv (1).csv",
  ])
  func copiesAreTakenForTheirOriginal(_ name: String) throws {
    let bundle = try #require(Fixture.open(Fixture.zip("a/" + name, "a/chi-tieu.csv")))
    #expect(bundle.findings == [] && bundle.sources.map(\.path) == ["a/" + name])
    #expect(bundle.sources.first?.files.count == 2)
    let beside = try #require(Fixture.open(Fixture.zip("a/thong-tin.csv", "a/" + name, "b/" + name)))
    #expect(beside.sources.map(\.path) == ["a/thong-tin.csv", "b/" + name])
    #expect(beside.findings.map(\.location.file) == ["a/" + name])
  }

  @Test(arguments: ["thong-tin.csv.txt", "thong-tin.csv.bak", "thong-tin cũ.csv", "thong-tin1.csv", "(1).csv", ".csv"])
  func otherNamesAreNone(_ name: String) {
    #expect(Fixture.open(Fixture.zip(name))?.findings.map(\.code) == ["ZIP-EMPTY", "ZIP-STRAY"])
  }

  /// What is missing is said where a report lacks its header.
  @Test func aReportWithoutItsHeader() throws {
    let bundle = try #require(Fixture.open(Fixture.zip("hk1/chi-tieu.csv", "hk1/hoat-dong.csv")))
    #expect(bundle.findings.map(\.code) == ["ZIP-EMPTY", "ZIP-STRAY", "ZIP-STRAY"])
    #expect(bundle.findings[0].message.vietnamese.contains("«hk1/chi-tieu.csv» nhưng thiếu tệp thong-tin.csv"))
  }

  @Test func whatBelongsToNothingIsAWarning() throws {
    let bundle = try #require(
      Fixture.open(Fixture.zip("a/thong-tin.csv", "a/bang-luong.csv", "b/chi-tieu.csv", "thong-tin.csv.bak")))
    #expect(bundle.findings.map(\.code) == ["ZIP-STRAY", "ZIP-STRAY", "ZIP-STRAY"])
    #expect(bundle.findings.map(\.location.file) == ["a/bang-luong.csv", "b/chi-tieu.csv", "thong-tin.csv.bak"])
    #expect(bundle.findings.allSatisfy { $0.severity == .warning } && bundle.sources.count == 1)
  }

  @Test(arguments: [
    "__MACOSX/a/._thong-tin.csv", "a/._x.xml", ".DS_Store", "a/.ds_store", "a/Thumbs.db", "Desktop.ini", "bang-ma.txt",
    "a/bang-ma.txt", "minh-chung/Thumbs.db", "a/b/", "a/~$thong-tin.csv", "~$bao-cao.xlsx", "a/.~lock.chi-tieu.csv#",
  ])
  func whatSystemsAndFormsLeaveBehindIsPassedOver(_ name: String) throws {
    let bundle = try #require(Fixture.open(Fixture.zip("a/thong-tin.csv", name)))
    #expect(bundle.findings == [] && bundle.sources.map(\.path) == ["a/thong-tin.csv"])
    #expect(bundle.sources.first?.evidence == [])
    // Nothing else is a bundle without a report.
    #expect(Fixture.open(Fixture.zip(name))?.findings.map(\.code) == ["ZIP-EMPTY"])
  }

  @Test func aBundleWithoutAReport() {
    let stray = Fixture.open(Fixture.zip("a.docx"))
    #expect(stray?.findings.map(\.code) == ["ZIP-EMPTY", "ZIP-STRAY"])
    #expect(Fixture.open(Fixture.zip())?.findings.map(\.code) == ["ZIP-EMPTY"])
    // An archive inside is no report, but nothing empty either.
    let nested = Fixture.open(Fixture.zip([("b.zip", Fixture.zip("a.xml"))]))
    #expect(nested?.findings == [] && nested?.sources.map(\.form) == [.archive("zip")])
  }

  /// Whatever it holds and whatever it is called: by the contract an archive is told by its first bytes alone.
  @Test(
    arguments: [
      ("zip", Fixture.zip("a.xml")), ("zip", Fixture.zip("a.jpg")), ("zip", Fixture.zip()),
      ("zip", [0x50, 0x4B, 3, 4, 0]), ("rar", Array("Rar!\u{1A}\u{7}\u{0}".utf8)),
      ("rar", Array("Rar!\u{1A}\u{7}\u{1}\u{0}".utf8)), ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]),
    ] as [(String, [UInt8])])
  func archivesInsideAreSubmissionsThatNobodyRead(_ kind: String, _ inner: [UInt8]) throws {
    for name in ["truong/X1.zip", "bảng.xlsx", "z"] {
      let bundle = try #require(Fixture.open(Fixture.zip([("thong-tin.csv", []), (name, inner)])))
      #expect(bundle.findings == [] && bundle.sources.map(\.path) == ["thong-tin.csv", name].sorted())
      #expect(bundle.sources.first { $0.path == name }?.form == .archive(kind))
    }
    // As evidence it is kept and not read.
    let evidence = try #require(Fixture.open(Fixture.zip([("thong-tin.csv", []), ("minh-chung/anh.zip", inner)])))
    #expect(evidence.sources.map(\.path) == ["thong-tin.csv"] && evidence.sources[0].evidence.count == 1)
  }

  /// Documents of office programs are zips that nobody packed.
  @Test func documentsAreNoArchives() {
    for inner in [
      Fixture.zip("[Content_Types].xml", "xl/workbook.xml"), Fixture.zip("[Content_Types].xml", "word/document.xml"),
      Fixture.zip("mimetype", "content.xml"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      Array("%PDF-1.7".utf8), [0x1F, 0x8B, 8],
    ] {
      let bundle = Fixture.open(Fixture.zip([("thong-tin.csv", []), ("kế hoạch.docx", inner)]))
      #expect(bundle?.findings.map(\.code) == ["ZIP-STRAY"] && bundle?.sources.count == 1)
    }
  }

  @Test func moreReportsThanAreReadAtOnce() throws {
    let bytes = Fixture.zip("a.xml", "b.xml", "c/thong-tin.csv")
    #expect(Fixture.open(bytes) { $0.submissions = 3 }?.sources.count == 3)
    let over = try #require(Fixture.open(bytes) { $0.submissions = 2 })
    #expect(over.sources.isEmpty && over.findings.map(\.code) == ["ZIP-SUBMISSIONS"])
    #expect(over.findings.first?.value == "3")
  }
}
