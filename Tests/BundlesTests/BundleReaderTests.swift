import Bundles
import ReportingModel
import Spooling
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
    #expect(bundle.sources.last?.files.first?.bytes.all == Array("thong-tin.csv".utf8))
  }

  /// People name files as they speak of them.
  @Test func namesMatchWithoutAccentsAndCase() throws {
    let bundle = try #require(
      Fixture.open(Fixture.zip("Trường/Thông tin.CSV", "Trường/CHI TIÊU.csv", "Trường/hoạt_động.csv")))
    #expect(bundle.findings == [] && bundle.sources.map(\.path) == ["Trường/Thông tin.CSV"])
    #expect(bundle.sources.first?.files.count == 3)
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
    "a/bang-ma.txt", "minh-chung/Thumbs.db", "a/b/",
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
    // Nothing is said of emptiness where a better reason is known.
    let nested = Fixture.open(Fixture.zip([("b.zip", Fixture.zip("a.xml"))]))
    #expect(nested?.findings.map(\.code) == ["ZIP-NESTED"] && nested?.findings.first?.severity == .error)
  }

  @Test func anInnerArchiveWithoutReportsIsStray() {
    for inner in [Fixture.zip("a.jpg"), Fixture.zip("[Content_Types].xml", "xl/workbook.xml"), [0x50, 0x4B, 3, 4, 0]] {
      let bundle = Fixture.open(Fixture.zip([("thong-tin.csv", []), ("bảng.xlsx", inner)]))
      #expect(bundle?.findings.map(\.code) == ["ZIP-STRAY"])
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
