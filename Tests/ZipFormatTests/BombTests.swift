import Testing
import ZipFormat

/// Archives that want to become much more than they are.
@Suite struct BombTests {
  private static let zeros = [UInt8](repeating: 0, count: 4 << 20)

  @Test func whatIsDeclaredIsLookedAtBeforeAnythingIsInflated() {
    let bomb = RawArchive(RawEntry([97], BombTests.zeros, deflate: true)).bytes
    #expect(opened(bomb, limits: ZipLimits(totalBytes: 4 << 20 - 1)).fault == .totalTooLarge)
    #expect(opened(bomb, entry: ZipEntryLimit(bytes: 4 << 20 - 1)).fault == .entryTooLarge)
    #expect(opened(bomb, entry: ZipEntryLimit(ratio: 1000)).fault == .ratio)
    #expect(opened(bomb, entry: ZipEntryLimit(ratio: 1100)).fault == nil)
    #expect(opened(bomb, entry: ZipEntryLimit(ratio: 0)).fault == .ratio)
  }

  /// The limit itself is allowed, one byte more is not; below 1 MiB nothing is looked at.
  @Test func theEdgesOfTheRatio() throws {
    let small = RawArchive(RawEntry([97], [UInt8](BombTests.zeros.prefix(1 << 20)), deflate: true)).bytes
    #expect(opened(small, entry: ZipEntryLimit(ratio: 2)).fault == nil)
    let stored = RawArchive(RawEntry([97], BombTests.zeros)).bytes
    #expect(opened(stored, entry: ZipEntryLimit(ratio: 1)).fault == nil)
    let entry = try #require(
      try ZipArchive(RawArchive(RawEntry([97], BombTests.zeros, deflate: true)).bytes).entries.first)
    #expect(entry.size > entry.compressedSize * 1000)
  }

  /// Headers that agree on a small size, and a stream that goes on.
  @Test func aLieAboutTheSizeStopsTheStream() {
    let bomb = RawEntry([97], BombTests.zeros, deflate: true)
    for size in [0, 1, 100, 300_000] {
      #expect(opened(RawArchive(bomb.both { $0.size = size })).fault == .sizeMismatch)
    }
    let more = RawArchive(bomb.both { $0.size = 1 << 26 }).bytes
    #expect(opened(more).fault == .ratio)
    #expect(opened(more, entry: ZipEntryLimit(ratio: 1 << 20)).fault == .sizeMismatch)
  }

  @Test func sizesBeyondAllMeasure() {
    for size in [0xFFFF_FFFE, 0x7FFF_FFFF] {
      #expect(opened(RawArchive(RawEntry("a", "1", deflate: true).both { $0.size = size })).fault == .totalTooLarge)
      #expect(opened(RawArchive(RawEntry("a", "1").both { $0.compressed = size })).fault == .overlap)
    }
    for size in [Int.max, Int.max >> 1, -1] {
      let wide = RawEntry("a", "1", deflate: true).both {
        $0.extra = extra(1, little(size, 8) + little(3, 8))
        ($0.size, $0.compressed) = (0xFFFF_FFFF, 0xFFFF_FFFF)
      }
      #expect([.totalTooLarge, .badHeader].contains(opened(RawArchive(wide)).fault))
    }
  }

  /// Many names for one stream: the sum would be honest, the archive is not.
  @Test func oneStreamManyNames() {
    let kernel = RawEntry([97], BombTests.zeros, deflate: true)
    var archive = RawArchive(kernel)
    for _ in 0..<100 {
      archive.entries.append(kernel.with { $0.offset = 0 })
    }
    #expect(opened(archive).fault == .overlap)
  }

  /// Headers full of extra fields that all entries share are looked at in no time.
  @Test(.timeLimit(.minutes(1))) func sharedExtraFields() {
    let fields = (0..<9000).flatMap { _ in extra(0x9999, [1, 2, 3]) }
    let first = RawEntry("a", "1").with { $0.local.extra = fields }
    let archive = RawArchive(first).with {
      $0.entries += (0..<1999).map { _ in RawEntry("a", "1").with { $0.offset = 0 } }
    }
    #expect(opened(archive).fault == .overlap)
  }

  @Test func aZipInAZipIsNotOpened() throws {
    var bytes = BombTests.zeros
    for _ in 0..<4 { bytes = RawArchive(RawEntry(Array("a.zip".utf8), bytes, deflate: true)).bytes }
    #expect(try opened(bytes).get()["a.zip"]?.starts(with: [0x50, 0x4B, 3, 4]) == true)
  }
}
