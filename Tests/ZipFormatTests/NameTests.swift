import Testing
import ZipFormat

@testable import Bundles

/// How a raw name becomes text: UTF-8 flag, Unicode Path, valid UTF-8, windows-1258 that spells Vietnamese, CP437.
@Suite struct NameTests {
  private func name(_ entry: RawEntry) -> String? {
    opened(RawArchive(entry).bytes, naming: BundleNames.naming).files?.keys.first
  }

  private func fault(_ entry: RawEntry) -> ZipFaultKind? {
    opened(RawArchive(entry).bytes, naming: BundleNames.naming).fault
  }

  /// «báo cáo» with a combining tone, as windows-1258 has it.
  static let windows1258: [UInt8] = [0x62, 0x61, 0xEC, 0x6F, 0x20, 0x63, 0x61, 0xEC, 0x6F]

  /// A Unicode Path extra field.
  static func path(_ text: String, for raw: [UInt8], version: UInt8 = 1, crc: Int? = nil) -> [UInt8] {
    extra(0x7075, [version] + little(crc ?? Int(Checksum.crc32(raw[...])), 4) + Array(text.utf8))
  }

  @Test func theOrder() {
    #expect(name(RawEntry("báo cáo.csv", flags: 0x0800)) == "báo cáo.csv")
    #expect(name(RawEntry("báo cáo.csv")) == "báo cáo.csv")
    #expect(name(RawEntry("ba\u{301}o.csv"))?.utf8.elementsEqual("báo.csv".utf8) == true)
    #expect(name(RawEntry(NameTests.windows1258)) == "báo cáo")
    #expect(name(RawEntry([0x63, 0x61, 0x66, 0x82, 0x2E, 0x63, 0x73, 0x76])) == "café.csv")
    // Flagged as UTF-8, so nothing else is tried.
    #expect(fault(RawEntry(NameTests.windows1258, flags: 0x0800)) == .badHeader)
    // Bytes that would spell Vietnamese in windows-1258 too.
    #expect(name(RawEntry("Trường.csv")) == "Trường.csv")
  }

  @Test(arguments: [
    ("b?o c?o.csv", "báo cáo.csv"), ("bao cao.csv", "báo cáo.csv"), ("b_o/c_o.csv", "bảo/cảo.csv"),
    ("b%U00E1o.csv", "báo.csv"), ("?.csv", "đ.csv"), ("a.csv", "a.csv"), ("d/?", "d/ỷ"), ("??", "ấn"),
  ])
  func aUnicodePathSaysTheRawNameInFull(_ raw: String, _ full: String) {
    let raw = Array(raw.utf8)
    let entry = RawEntry(raw).both { $0.extra = NameTests.path(full, for: raw) }
    if raw.elementsEqual("??".utf8) {
      #expect(fault(entry) == .ambiguous)
    } else {
      #expect(name(entry) == full)
      #expect(name(entry.with { $0.local.extra = [] }) == full)
      #expect(fault(entry.with { $0.central.extra = [] }) == .localMismatch)
    }
  }

  @Test func aUnicodePathOfACodePageName() {
    let raw: [UInt8] = [0x62, 0xA0, 0x6F, 0x2E, 0x63, 0x73, 0x76]
    #expect(name(RawEntry(raw)) == "báo.csv")
    #expect(name(RawEntry(raw).both { $0.extra = NameTests.path("bảo.csv", for: raw) }) == "bảo.csv")
  }

  /// Readers that know the field and readers that do not would open different files.
  @Test(arguments: ["b.csv", "../a.csv", "x/a.csv", "á.xml", "thông-tin.csv", "a.csv\u{301}/", "/á.csv"])
  func aUnicodePathThatSaysAnotherName(_ other: String) {
    let raw = Array("a.csv".utf8)
    #expect(fault(RawEntry(raw).both { $0.extra = NameTests.path(other, for: raw) }) == .ambiguous)
    #expect(fault(RawEntry(raw, flags: 0x0800).both { $0.extra = NameTests.path(other, for: raw) }) == .ambiguous)
  }

  @Test(arguments: [
    ("xyb?o.csv", "báo.csv", ZipFaultKind.ambiguous), ("b?o.csv.exe", "báo.csv", .ambiguous),
    ("d/a.csv", "đá.csv", .ambiguous), ("?", "a", .ambiguous), ("/x.csv", "đ/ă.csv", .absolutePath),
    ("../x", "á/b", .ambiguous), ("../?", "ấ/á", .parentPath), ("", "á", .emptyName),
  ])
  func aRawNameThatIsNoSuchName(_ raw: String, _ full: String, _ kind: ZipFaultKind) {
    let raw = Array(raw.utf8)
    #expect(fault(RawEntry(raw).both { $0.extra = NameTests.path(full, for: raw) }) == kind)
  }

  @Test func aUnicodePathThatIsNotInOrder() {
    let raw = Array("b?o.csv".utf8)
    func fault(_ field: [UInt8]) -> ZipFaultKind? { self.fault(RawEntry(raw).both { $0.extra = field }) }
    #expect(fault(NameTests.path("báo.csv", for: raw)) == nil)
    #expect(fault(NameTests.path("báo.csv", for: raw, crc: 1)) == .ambiguous)
    #expect(fault(NameTests.path("báo.csv", for: raw, version: 2)) == .ambiguous)
    #expect(fault(NameTests.path("", for: raw)) == .ambiguous)
    #expect(fault(extra(0x7075, [])) == .ambiguous)
    #expect(fault(NameTests.path("báo.csv", for: raw) + NameTests.path("bào.csv", for: raw)) == .ambiguous)
    #expect(fault(extra(0x7075, [1] + little(Int(Checksum.crc32(raw[...])), 4) + [0x62, 0xFF])) == .ambiguous)
    let utf8 = Array("báo.csv".utf8)
    #expect(self.fault(RawEntry(utf8).both { $0.extra = NameTests.path("bão.csv", for: utf8) }) == .ambiguous)
    #expect(self.fault(RawEntry(utf8).both { $0.extra = NameTests.path("báo.csv", for: utf8) }) == nil)
  }

  /// Names in two encodings that are one name.
  @Test func oneNameInTwoEncodings() {
    let archive = RawArchive(RawEntry("báo cáo"), RawEntry(NameTests.windows1258))
    #expect(opened(archive.bytes, naming: BundleNames.naming).fault == .duplicateName)
  }
}
