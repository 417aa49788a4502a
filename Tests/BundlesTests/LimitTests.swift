import Bundles
import ReportingModel
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
}
