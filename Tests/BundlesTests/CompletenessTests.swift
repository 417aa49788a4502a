import Bundles
import Testing

/// Whether a file that stands still has arrived whole, told from its two ends.
@Suite struct CompletenessTests {
  private func isWhole(_ bytes: [UInt8]) -> Bool {
    BundleCompleteness.isWhole(
      head: Array(bytes.prefix(BundleCompleteness.headCount)), tail: Array(bytes.suffix(BundleCompleteness.tailCount)),
      size: Int64(bytes.count))
  }

  @Test func anArchiveIsWholeAtItsLastByteOnly() {
    let whole = Fixture.zip("thong-tin.csv", "chi-tieu.csv", "minh-chung/a.jpg")
    #expect(isWhole(whole))
    for count in 0..<whole.count { #expect(!isWhole(Array(whole.prefix(count))), "\(count)") }
    #expect(isWhole(Fixture.zip()))
  }

  @Test(arguments: [1, 22, 1000, 65_535]) func aCommentMayFollow(_ count: Int) {
    var bytes = Fixture.zip("thong-tin.csv")
    bytes[bytes.count - 2] = UInt8(count & 0xFF)
    bytes[bytes.count - 1] = UInt8(count >> 8)
    #expect(isWhole(bytes + [UInt8](repeating: 0x20, count: count)))
  }

  /// Some servers make a file as long as it will be before its bytes come.
  @Test func zerosAreNoFile() {
    #expect(!isWhole([UInt8](repeating: 0, count: 100_000)))
    var bytes = Fixture.zip([("a", (0..<200_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 7) })])
    bytes.replaceSubrange((bytes.count / 2)..., with: [UInt8](repeating: 0, count: bytes.count - bytes.count / 2))
    #expect(!isWhole(bytes))
  }

  /// A record that tells of a directory for which there is no room before it ends another archive.
  @Test func theEndOfAnotherArchive() {
    #expect(!isWhole(Array("PK\u{3}\u{4}".utf8) + Fixture.zip("a.xml").suffix(22)))
    let late = Fixture.zip("a.xml", "b.xml")
    #expect(!isWhole(Array("PK".utf8) + late.suffix(70)))
  }

  /// Numbers that are filled with ones stand in the ZIP64 record.
  @Test func zip64() {
    var bytes = Fixture.zip("thong-tin.csv")
    bytes.replaceSubrange((bytes.count - 6)..<(bytes.count - 2), with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(isWhole(bytes))
    bytes.replaceSubrange((bytes.count - 6)..<(bytes.count - 2), with: [0xFE, 0xFF, 0xFF, 0xFF])
    #expect(!isWhole(bytes))
  }

  /// What is no archive shows that in its first bytes and is told so at once.
  @Test func otherFilesAreWhole() {
    for text in ["%PDF-1.4", "Rar!\u{1A}", "<baoCao/>", "Pxyz", "pk\u{3}\u{4}"] { #expect(isWhole(Array(text.utf8))) }
    for text in ["", "P", "PK", "%PD", "PK\u{3}\u{4}", "PK\u{5}\u{6}"] {
      #expect(!isWhole(Array(text.utf8)), "\(text)")
    }
  }
}
