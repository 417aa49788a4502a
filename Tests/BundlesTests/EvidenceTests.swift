import Bundles
import Hashing
import ReportingModel
import Testing

/// Evidence is hashed and kept, and never parsed, whatever it is called.
@Suite struct EvidenceTests {
  @Test func itBelongsToTheFolderItsOwnFolderLiesIn() throws {
    let bundle = try #require(
      Fixture.open(
        Fixture.zip(
          "a/thong-tin.csv", "a/minh-chung/2.jpg", "a/minh-chung/ảnh/1.jpg", "b/x.xml", "b/y.xml", "b/Minh chứng/z.pdf",
          "thong-tin.csv")))
    #expect(bundle.findings == [])
    let paths = Dictionary(uniqueKeysWithValues: bundle.sources.map { ($0.path, $0.evidence.map(\.path)) })
    #expect(
      paths == [
        "a/thong-tin.csv": ["a/minh-chung/2.jpg", "a/minh-chung/ảnh/1.jpg"], "b/x.xml": ["b/Minh chứng/z.pdf"],
        "b/y.xml": ["b/Minh chứng/z.pdf"], "thong-tin.csv": [],
      ])
  }

  @Test func itsDigestIsThatOfItsBytes() throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 31) }
    let bundle = try #require(
      Fixture.open(Fixture.zip([("thong-tin.csv", []), ("minh-chung/a.bin", bytes), ("minh-chung/rỗng", [])])))
    #expect(
      bundle.sources.first?.evidence == [
        Evidence(path: "minh-chung/a.bin", digest: Digest(of: bytes)),
        Evidence(path: "minh-chung/rỗng", digest: Digest(of: [] as [UInt8])),
      ])
  }

  @Test func nothingInItIsAReport() throws {
    let inner = Fixture.zip("a.xml")
    let bundle = try #require(
      Fixture.open(
        Fixture.zip([
          ("thong-tin.csv", []), ("minh-chung/thong-tin.csv", []), ("minh-chung/a.xml", []),
          ("minh-chung/b.zip", inner),
          ("minh-chung/minh-chung/c.csv", []),
        ])))
    #expect(bundle.sources.map(\.path) == ["thong-tin.csv"] && bundle.findings == [])
    #expect(bundle.sources.first?.evidence.count == 4)
  }

  /// The name of a file is not that of a folder.
  @Test func aFileOfThatNameIsNone() throws {
    let bundle = try #require(Fixture.open(Fixture.zip("thong-tin.csv", "minh-chung")))
    #expect(bundle.findings.map(\.code) == ["ZIP-STRAY"] && bundle.sources.first?.evidence == [])
  }
}
