import Testing
import ZipFormat

/// Archives that two readers see differently: one trusts the directory, another the local headers.
@Suite struct AmbiguityTests {
  typealias Change = @Sendable (inout RawEntry.Header) -> Void

  private static let changes: [Change] = [
    { $0.name = Array("b.csv".utf8) }, { $0.name = Array("A.csv".utf8) }, { $0.name += [0x20] }, { $0.method = 8 },
    { $0.method = 9 }, { $0.flags = 0x0800 }, { $0.flags = 0x0001 }, { $0.flags = 0x0008 }, { $0.crc ^= 1 },
    { $0.crc = 0 }, { $0.size += 1 }, { $0.size = 0 }, { $0.compressed += 1 }, { $0.compressed = 0 },
    { $0.size = 0xFFFF_FFFF },
  ]

  @Test(arguments: changes.indices) func aLocalHeaderThatDisagrees(_ index: Int) {
    let entry = RawEntry("a.csv", "1;2;3").with { AmbiguityTests.changes[index](&$0.local) }
    #expect(opened(RawArchive(entry)).fault == .localMismatch)
  }

  /// The bits that say how hard the writer tried change nothing.
  @Test func compressionLevelBitsMayDiffer() {
    #expect(opened(RawArchive(RawEntry("a", "1", deflate: true).with { $0.local.flags = 6 })).fault == nil)
  }

  @Test func entriesThatShareBytes() {
    let first = RawEntry("a.csv", "1;2;3")
    let twice = RawArchive(first, RawEntry("b.csv").with { $0.offset = 0 })
    #expect(opened(twice).fault == .overlap)
    let same = RawArchive(
      first,
      first.with {
        $0.central.name = $0.local.name; $0.offset = 0
      })
    #expect(opened(same).fault == .overlap)
    // The second entry lies within the data of the first.
    let inner = RawArchive(RawEntry("b.csv", "x")).bytes.prefix(36)
    let nested = RawArchive(
      RawEntry(Array("a.csv".utf8), Array(inner)),
      RawEntry("b.csv", "x").with {
        $0.offset = 35; $0.gap = []
      })
    #expect(opened(nested).fault == .overlap)
  }

  @Test func entriesTheDirectoryDoesNotList() {
    let hidden = RawEntry("hidden.csv", "1").with { $0.isListed = false }
    let shown = RawEntry("a.csv", "1")
    #expect(opened(RawArchive(hidden, shown)).fault == .junkBefore)
    #expect(opened(RawArchive(shown, hidden, RawEntry("b.csv", "1"))).fault == .junkBetween)
    #expect(opened(RawArchive(shown, hidden)).fault == .junkBetween)
    #expect(opened(RawArchive(hidden)).fault == .junkBefore)
  }

  /// Nobody reads a folder, so what lies there is looked at when the archive is opened.
  @Test func dataHiddenInAFolder() {
    let folder = RawEntry("a/", deflate: true)
    #expect(opened(RawArchive(folder)).files == ["a/": ""])
    let hiding = folder.with { $0.data += Array("hidden".utf8) }.both { $0.compressed += 6 }
    #expect(throws: ZipFault.self) { _ = try ZipArchive(RawArchive(hiding).bytes) }
  }

  @Test func countsAndPlacesOfTheDirectory() {
    let archive = RawArchive(RawEntry("a.csv", "1"), RawEntry("b.csv", "1"))
    func fault(_ change: @escaping (inout RawArchive.End) -> Void) -> ZipFaultKind? {
      opened(archive.with { $0.end = change }).fault
    }
    #expect(fault { ($0.here, $0.total) = (1, 1) } == .junkBetween)
    #expect(fault { ($0.here, $0.total) = (3, 3) } == .badHeader)
    #expect(fault { ($0.here, $0.total) = (0, 0) } == .junkBetween)
    #expect(fault { ($0.here, $0.total) = (0xFFFF, 0xFFFF) } == .tooManyEntries)
    #expect(fault { $0.size -= 1 } == .junkBefore)
    #expect(fault { $0.size += 1 } == .badHeader)
    #expect(fault { $0.offset -= 1 } == .junkBefore)
    #expect(fault { $0.offset += 1 } == .badHeader)
    #expect(fault { $0.offset = 0xFFFF_FFFF } == .badHeader)
    #expect(fault { ($0.size, $0.offset) = ($0.size / 2, $0.offset + $0.size / 2) } == .badHeader)
    #expect(fault { ($0.size, $0.offset) = (0, 0) } == .junkBefore)
  }

  /// The directory of another archive is further up, its end record reaching to the same end.
  @Test func twoEndRecords() {
    let inner = RawArchive(RawEntry("a.csv", "1")).bytes
    let doubled = RawArchive(RawEntry("b.csv", "2")).with { $0.comment = inner }
    #expect(opened(doubled).fault == .ambiguous)
    #expect(opened(inner + RawArchive(RawEntry("b.csv", "2")).bytes).fault == .junkBefore)
    // A stored zip whose comment takes in all that follows it.
    let outer = RawArchive(RawEntry(Array("a.zip".utf8), inner, deflate: false))
    let tail = outer.bytes.count - 35 - inner.count
    let reaching = Array(inner.dropLast(2)) + little(tail, 2)
    #expect(opened(RawArchive(RawEntry(Array("a.zip".utf8), reaching))).fault == .ambiguous)
    #expect(opened(outer).fault == nil)
  }

  @Test func comments() {
    let archive = RawArchive(RawEntry("a.csv", "1").with { $0.comment = Array("PK\u{5}\u{6} của tệp".utf8) })
    #expect(opened(archive).fault == nil)
    #expect(opened(archive.with { $0.comment = Array("Phòng GD&ĐT: báo cáo PK".utf8) }).fault == nil)
    #expect(opened(archive.with { $0.comment = [UInt8](repeating: 0x50, count: 0xFFFF) }).fault == nil)
    for signature in ["PK\u{5}\u{6}", "PK\u{1}\u{2}", "PK\u{6}\u{6}", "PK\u{3}\u{4}"] {
      #expect(opened(archive.with { $0.comment = Array("x\(signature)".utf8) }).fault == .ambiguous)
    }
    #expect(
      opened(
        archive.with {
          $0.comment = [1, 2, 3]; $0.commentCount = 2
        }
      ).fault == .junkAfter)
    #expect(
      opened(
        archive.with {
          $0.comment = [1, 2, 3]; $0.commentCount = 4
        }
      ).fault == .truncated)
  }

  @Test func anEmptyArchive() {
    #expect(opened(RawArchive()).files == [:])
    #expect(opened([0] + RawArchive().bytes).fault == .junkBefore)
  }

  @Test func theDirectoryMayHaveAnotherOrder() {
    let first = RawEntry("a.csv", "1").with { $0.isListed = false }
    var archive = RawArchive(first, RawEntry("b.csv", "2"))
    archive.entries.append(RawEntry("c.csv", "3"))
    #expect(opened(archive).fault == .junkBefore)
    let swapped = RawArchive(
      RawEntry("a.csv", "1").with {
        $0.central = RawEntry("b.csv", "2").central; $0.offset = 36
      },
      RawEntry("b.csv", "2").with {
        $0.central = RawEntry("a.csv", "1").central; $0.offset = 0
      })
    #expect(opened(swapped).files == ["a.csv": "1", "b.csv": "2"])
  }
}
