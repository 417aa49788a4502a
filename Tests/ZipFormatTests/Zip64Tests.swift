import Testing
import ZipFormat

/// 64-bit numbers, forced though everything is small.
@Suite struct Zip64Tests {
  private static let all = 0xFFFF_FFFF

  /// Sizes and offset of the directory record in the extra field, those of the local header too.
  private static func entry(_ name: String, offset: Int = 0) -> RawEntry {
    RawEntry(name, "1234567").with {
      $0.local.extra = extra(1, little($0.local.size, 8) + little($0.local.compressed, 8))
      $0.central.extra = extra(1, little($0.local.size, 8) + little($0.local.compressed, 8) + little(offset, 8))
      ($0.local.size, $0.local.compressed) = (all, all)
      ($0.central.size, $0.central.compressed, $0.offset) = (all, all, all)
    }
  }

  private static func wideEnd(_ end: RawArchive.End, _ offset: Int) -> [UInt8] {
    little(0x0606_4B50, 4) + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8) + little(end.here, 8)
      + little(end.total, 8) + little(end.size, 8) + little(end.offset, 8) + little(0x0706_4B50, 4) + little(0, 4)
      + little(offset, 8) + little(1, 4)
  }

  private static var whole: RawArchive {
    RawArchive(entry("a")).with {
      $0.wideEnd = wideEnd
      $0.end = { ($0.here, $0.total, $0.size, $0.offset) = (0xFFFF, 0xFFFF, all, all) }
    }
  }

  @Test func everythingInSixtyFourBits() {
    #expect(opened(Zip64Tests.whole).files == ["a": "1234567"])
    #expect(opened(Zip64Tests.whole.with { $0.end = { _ in } }).files == ["a": "1234567"])
    #expect(opened(RawArchive(Zip64Tests.entry("a"))).files == ["a": "1234567"])
  }

  @Test func onlyTheLocalHeader() {
    let entry = Zip64Tests.entry("a").with {
      $0.central = RawEntry("a", "1234567").central; $0.offset = nil
    }
    #expect(opened(RawArchive(entry)).files == ["a": "1234567"])
    let blank = DescriptorTests.entry("a", wide: true).with { $0.local.extra = extra(1, little(0, 16)) }
    #expect(opened(RawArchive(blank)).files?.count == 1)
  }

  /// OneDrive writes 0 as the number of disks.
  @Test func numbersOfDisks() {
    func archive(_ count: UInt8) -> RawArchive {
      Zip64Tests.whole.with {
        $0.wideEnd = {
          var bytes = Zip64Tests.wideEnd($0, $1)
          bytes[bytes.count - 4] = count
          return bytes
        }
      }
    }
    #expect(opened(archive(0)).fault == nil)
    #expect(opened(archive(2)).fault == .multiDisk)
  }

  @Test(
    arguments: [
      { $0.here = 2 }, { $0.total = 2 }, { $0.size += 1 }, { $0.offset += 1 },
    ] as [@Sendable (inout RawArchive.End) -> Void]) func endRecordsThatDisagree(
      _ change: @escaping @Sendable (inout RawArchive.End) -> Void
    )
  {
    #expect(opened(Zip64Tests.whole.with { $0.end = change }).fault == .ambiguous)
  }

  @Test func locatorsThatPointElsewhere() {
    func archive(_ change: @escaping (inout [UInt8]) -> Void) -> RawArchive {
      Zip64Tests.whole.with {
        $0.wideEnd = {
          var bytes = Zip64Tests.wideEnd($0, $1)
          change(&bytes)
          return bytes
        }
      }
    }
    #expect(opened(archive { $0[64] ^= 1 }).fault == .badHeader)
    #expect(opened(archive { $0[71] = 0xFF }).fault == .badHeader)
    #expect(
      opened(
        archive {
          $0[4] += 8; $0.insert(contentsOf: [UInt8](repeating: 0, count: 8), at: 56)
        }
      ).fault == .junkBetween)
    #expect(opened(archive { $0[4] = 45 }).fault == .junkBetween)
    #expect(opened(archive { $0[16] = 1 }).fault == .multiDisk)
    #expect(opened(archive { $0[24] = 2 }).fault == .multiDisk)
  }

  @Test func extraFieldsThatSayLessOrMore() {
    let entry = Zip64Tests.entry("a")
    func central(_ bytes: [UInt8]) -> ZipFaultKind? {
      opened(RawArchive(entry.with { $0.central.extra = bytes })).fault
    }
    #expect(central([]) == .badHeader)
    #expect(central(extra(1, little(7, 8) + little(7, 8))) == .badHeader)
    // What the record tells itself may stand beside it, where it is the same.
    #expect(central(extra(1, little(7, 8) + little(7, 8) + little(0, 8) + little(0, 4))) == nil)
    #expect(central(extra(1, little(7, 8) + little(7, 8) + little(0, 8) + little(1, 4))) == .ambiguous)
    #expect(central(extra(1, little(7, 8) + little(7, 8) + little(0, 8) + little(0, 5))) == .ambiguous)
    #expect(central(extra(1, little(7, 8) + little(7, 8) + little(0, 8)) + extra(1, [])) == .ambiguous)
    let told = RawEntry("a", "1234567")
    for (size, compressed) in [(7, 8), (8, 7)] {
      let other = extra(1, little(size, 8) + little(compressed, 8) + little(0, 8))
      #expect(opened(RawArchive(told.with { $0.central.extra = other })).fault == .ambiguous)
    }
    let same = extra(1, little(7, 8) + little(7, 8) + little(0, 8))
    #expect(opened(RawArchive(told.with { $0.central.extra = same })).files == ["a": "1234567"])
    // One field is blank: the first number is its own to some readers, to others that of the field before.
    let doubtful = told.with {
      $0.central.extra = extra(1, little(7, 8) + little(8, 8))
      $0.central.compressed = Zip64Tests.all
    }
    #expect(opened(RawArchive(doubtful)).fault == .ambiguous)
    #expect(
      opened(RawArchive(told.with { $0.local.extra = extra(1, little(7, 8) + little(8, 8)) })).fault == .localMismatch)
    #expect(opened(RawArchive(told.with { $0.local.extra = extra(1, little(7, 8)) })).fault == .badHeader)
  }

  @Test func theDiskInTheExtraField() {
    func archive(_ disk: Int) -> RawArchive {
      RawArchive(
        RawEntry("a", "1").with {
          $0.disk = 0xFFFF; $0.central.extra = extra(1, little(disk, 4))
        })
    }
    #expect(opened(archive(0)).fault == nil)
    #expect(opened(archive(1)).fault == .multiDisk)
  }
}
