import Bundles
import Hashing
import ReportingModel
import Spooling
import TestSupport
import Testing

/// Sizes up to which a bundle is read; what is beyond them is refused with the number that was set.
@Suite struct LimitTests {
  private let bundle = Fixture.zip([
    ("thong-tin.csv", [UInt8](repeating: 0x61, count: 1000)),
    ("minh-chung/a.jpg", [UInt8](repeating: 0x62, count: 3000)),
  ])

  @Test func eachHasItsFinding() {
    #expect(Fixture.refused(bundle) { $0.archiveBytes = 50 }?.code == "ZIP-SIZE")
    #expect(Fixture.refused(bundle) { $0.entries = 1 }?.code == "ZIP-ENTRIES")
    #expect(Fixture.refused(bundle) { $0.totalBytes = 3999 }?.code == "ZIP-TOTAL")
    let parsed = Fixture.refused(bundle) { $0.parsedBytes = 999 }
    #expect(parsed?.code == "ZIP-TOTAL" && parsed?.message.vietnamese.contains("lớn hơn 999 byte") == true)
    let large = Fixture.refused(bundle) { $0.parsedEntryBytes = 999 }
    #expect(large?.code == "ZIP-ENTRYSIZE" && large?.location.file == "thong-tin.csv")
    let evidence = Fixture.refused(bundle) { $0.evidenceEntryBytes = 2999 }
    #expect(evidence?.code == "ZIP-ENTRYSIZE" && evidence?.location.file == "minh-chung/a.jpg")
  }

  @Test func whatIsJustWithinThemIsRead() {
    let count = bundle.count
    let opened = Fixture.open(bundle) { limits in
      limits.archiveBytes = count
      limits.entries = 2
      limits.totalBytes = 4000
      limits.parsedBytes = 1000
      limits.parsedEntryBytes = 1000
      limits.evidenceEntryBytes = 3000
    }
    #expect(opened?.sources.first?.evidence.count == 1)
  }

  /// Evidence compresses less than tables do, so that it may unpack to less.
  @Test func aBombIsTold() {
    let zeros = [UInt8](repeating: 0, count: 3 << 20)
    func finding(_ name: String, parsed: Int, evidence: Int) -> String? {
      Fixture.refused(Fixture.zip([("thong-tin.csv", []), (name, zeros)])) {
        $0.parsedRatio = parsed
        $0.evidenceRatio = evidence
      }?.code
    }
    #expect(finding("chi-tieu.csv", parsed: 100, evidence: 10_000) == "ZIP-RATIO")
    #expect(finding("chi-tieu.csv", parsed: 10_000, evidence: 100) == nil)
    #expect(finding("minh-chung/a", parsed: 10_000, evidence: 100) == "ZIP-RATIO")
    #expect(finding("minh-chung/a", parsed: 100, evidence: 10_000) == nil)
  }

  @Test func theWordsNameTheLimitThatWasSet() {
    let size = Fixture.refused(bundle) { $0.archiveBytes = 50 }
    #expect(size?.message.vietnamese == "Gói lớn hơn 50 byte.")
    #expect(Fixture.refused(bundle) { $0.totalBytes = 999 }?.message.english.hasSuffix("more than 999 bytes.") == true)
    let reader = BundleReader(layout: Fixture.layout)
    // Whatever it is: a file over the size limit is never read, not even its first bytes (spec 1 says so by now).
    let huge = reader.findings(onTooLarge: 1 << 40, name: "g.zip")
    #expect(huge.map(\.code) == ["ZIP-SIZE"] && huge.first?.message.vietnamese == "Gói lớn hơn 256 MiB.")
  }

  /// What is large of a bundle lies in the spool, and what comes out of it is the same.
  @Test func littleStaysInMemory() throws {
    let folder = try Folder()
    let random = (0..<600_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }
    let bytes = Fixture.zip([
      ("thong-tin.csv", random), ("hoat-dong.csv", random.reversed()), ("minh-chung/a.jpg", random),
      ("la.bin", random),
    ])
    let spool = Spool(folder: folder.path, memory: 1000)
    guard
      case .bundle(let bundle) = BundleReader(layout: Fixture.layout).read(spool.keep(bytes), name: "g", into: spool)
    else {
      Issue.record("the bundle was not read")
      return
    }
    #expect(spool.held <= 1000 && spool.fault == nil)
    #expect(bundle.sources.first?.files.map { $0.bytes.all } == [random, random.reversed()])
    #expect(bundle.sources.first?.evidence.map(\.digest) == [Digest(of: random)])
    #expect(bundle.findings.map(\.code) == ["ZIP-STRAY"])
  }

  /// How much a file will be when inflated is known from its end.
  @Test func theDeclaredSizeIsReadFromTheEnd() throws {
    let directory = try #require(BundleCompleteness.directory(tail: bundle, size: Int64(bundle.count)))
    let records = Array(bundle[Int(directory.lowerBound)..<Int(directory.upperBound)])
    #expect(BundleCompleteness.inflatedSize(directory: records) == 4000)
    #expect(BundleCompleteness.directory(tail: [1, 2, 3], size: 3) == nil)
  }
}
