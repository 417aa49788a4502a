import Testing
import ZipFormat

@testable import Bundles

/// Archives as other programs write them, rebuilt byte by byte: all of them are read.
@Suite struct ForeignArchiveTests {
  private func names(_ archive: RawArchive) -> [String]? {
    opened(archive.bytes, naming: BundleNames.naming).files?.keys.sorted()
  }

  /// UTF-8 in NFD without the flag, descriptors, stored folders, and a shadow of each file.
  @Test func macOSArchiveUtility() {
    func file(_ name: String) -> RawEntry {
      DescriptorTests.entry(name).with {
        $0 = $0.both {
          $0.flags = 8; $0.extra = extra(0x5855, little(0x6000_0000, 8) + little(501, 4))
        }
        ($0.madeBy, $0.attributes) = (0x0315, 0o100644 << 16 | 0x4000)
      }
    }
    let folder = RawEntry("Ba\u{301}o ca\u{301}o/").with {
      ($0.madeBy, $0.attributes) = (0x0315, 0o040755 << 16 | 0x4000)
    }
    let archive = RawArchive(
      folder, file("Ba\u{301}o ca\u{301}o/hoat-dong.csv"), file("__MACOSX/Ba\u{301}o ca\u{301}o/._hoat-dong.csv"))
    #expect(names(archive) == ["Báo cáo/", "Báo cáo/hoat-dong.csv", "__MACOSX/Báo cáo/._hoat-dong.csv"].sorted())
  }

  /// Deflate or stored, attributes of FAT, names in the code page of the system or flagged UTF-8.
  @Test func windowsExplorer() {
    func file(_ name: [UInt8], _ flags: Int = 0) -> RawEntry {
      RawEntry(name, Array(DescriptorTests.text.utf8), deflate: true, flags: flags).with {
        ($0.madeBy, $0.attributes) = (20, 0x20)
      }
    }
    let folder = RawEntry("minh-chung/").with { ($0.madeBy, $0.attributes) = (20, 0x10) }
    let archive = RawArchive(folder, file(NameTests.windows1258), file(Array("điểm.csv".utf8), 0x0800))
    #expect(names(archive) == ["báo cáo", "minh-chung/", "điểm.csv"].sorted())
    let cloud = file(Array("a.csv".utf8)).with { $0.attributes = 0x0048_2620 }
    #expect(names(RawArchive(cloud)) == ["a.csv"])
  }

  /// Times of NTFS in the directory only, modes of Unix next to attributes of Windows, an empty file stored.
  @Test func sevenZip() {
    let times = extra(0x000A, little(0, 4) + little(1, 2) + little(24, 2) + [UInt8](repeating: 7, count: 24))
    let file = RawEntry("hoạt động.csv", DescriptorTests.text, deflate: true, flags: 0x0800).with {
      $0.central.extra = times
      ($0.madeBy, $0.attributes) = (0x003F, 0x20)
    }
    let onLinux = RawEntry("a.csv").with { ($0.madeBy, $0.attributes) = (0x033F, 0o100644 << 16 | 0x8020) }
    #expect(names(RawArchive(file, onLinux)) == ["a.csv", "hoạt động.csv"])
  }

  /// UTF-8 flag and descriptors throughout, even for folders, whose data is an empty stream; 0xCAFE on the first entry.
  @Test func java() {
    let folder = RawEntry("META-INF/", deflate: true, flags: 0x0808).with {
      ($0.local.crc, $0.local.compressed, $0.local.size) = (0, 0, 0)
      $0.descriptor = DescriptorTests.descriptor($0.central, signed: true, wide: false)
      ($0.madeBy, $0.attributes) = (20, 0)
      $0 = $0.both { $0.extra = extra(0xCAFE, []) }
    }
    #expect(names(RawArchive(folder, DescriptorTests.entry("a.csv"))) == ["META-INF/", "a.csv"])
  }

  /// Cloud drives store everything and write 64-bit descriptors behind it.
  @Test func cloudDrives() {
    let files = ["a.csv", "b.csv"].map { name in
      DescriptorTests.entry(name, wide: true, deflate: false).with { $0.local.extra = extra(1, little(0, 16)) }
    }
    #expect(names(RawArchive().with { $0.entries = files }) == ["a.csv", "b.csv"])
  }

  /// Android pads extra fields with zeros so that data is aligned.
  @Test func paddedExtraFields() {
    for count in 0...9 {
      let entry = RawEntry("a.csv", "1").with { $0.local.extra = [UInt8](repeating: 0, count: count) }
      #expect(names(RawArchive(entry)) == ["a.csv"])
    }
  }

  @Test func signaturesOfOtherFiles() {
    #expect(FileSignature.of(RawArchive(RawEntry("a")).bytes) == .zip)
    #expect(FileSignature.of(RawArchive().bytes) == .zip)
    #expect(FileSignature.of(Array("Rar!\u{1A}\u{7}".utf8)) == .rar)
    #expect(FileSignature.of([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) == .sevenZip)
    #expect(FileSignature.of([0x1F, 0x8B]) == .gzip)
    #expect(FileSignature.of(Array("%PDF-1.7".utf8)) == .pdf)
    #expect(FileSignature.of([]) == .other)
  }
}
