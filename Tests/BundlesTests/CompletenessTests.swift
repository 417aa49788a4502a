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

  /// A zip that lies stored in the archive ends as the archive does; a copy that broke off behind it, or behind what follows
  /// and looks like its comment, is none the wholer.
  @Test func anInnerArchiveIsNoEnd() {
    let inner = Fixture.zip("thong-tin.csv", "hoat-dong.csv")
    var commented = inner
    commented[commented.count - 2] = 9
    for inside in [inner, commented, Fixture.zip([("sau.zip", inner)])] {
      let whole = Fixture.zip([("X1.zip", inside), ("X2.zip", inside), ("thong-tin.csv", Array("che_do".utf8))])
      #expect(isWhole(whole))
      for count in 0..<whole.count { #expect(!isWhole(Array(whole.prefix(count))), "\(count)") }
    }
    // Nor is one behind whose end more stands than its comment.
    #expect(!isWhole(inner + [0]) && !isWhole(commented + [UInt8](repeating: 0x20, count: 8)))
    #expect(isWhole(commented + [UInt8](repeating: 0x20, count: 9)))
  }

  /// Numbers that are filled with ones stand in the ZIP64 record, which lies before the end record with a locator between: the
  /// contract asks that the directory ends where the first of them begins.
  @Test func zip64() {
    let plain = Fixture.zip("thong-tin.csv", "hoat-dong.csv")
    let end = Array(plain.suffix(22)), body = Array(plain.dropLast(22))
    func wide(_ number: Int) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
    let start = (0..<4).reversed().reduce(0) { $0 << 8 | Int(end[16 + $1]) }
    func made(_ start: Int, _ size: Int) -> [UInt8] {
      let record = Array("PK\u{6}\u{6}".utf8) + wide(44) + [UInt8](repeating: 0, count: 28) + wide(size) + wide(start)
      let locator = Array("PK\u{6}\u{7}".utf8) + [0, 0, 0, 0] + wide(body.count) + [1, 0, 0, 0]
      return body + record + locator + end.prefix(12) + [UInt8](repeating: 0xFF, count: 8) + [0, 0]
    }
    let whole = made(start, body.count - start)
    #expect(isWhole(whole) && !isWhole(whole.dropLast()) && !isWhole(made(start, body.count - start - 1)))
    // Ones alone tell of a record that is not there.
    var bytes = plain
    bytes.replaceSubrange((bytes.count - 6)..<(bytes.count - 2), with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(!isWhole(bytes))
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
