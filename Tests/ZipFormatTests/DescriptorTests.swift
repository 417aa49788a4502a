import Testing
import ZipFormat

/// CRC and sizes behind the data, in all the forms that writers have.
@Suite struct DescriptorTests {
  static let text = String(repeating: "hoạt động;", count: 20)

  /// An entry whose local header is blank.
  static func entry(_ name: String, signed: Bool = true, wide: Bool = false, deflate: Bool = true) -> RawEntry {
    RawEntry(name, text, deflate: deflate, flags: 0x0808).with {
      ($0.local.crc, $0.local.compressed, $0.local.size) = (0, 0, 0)
      $0.descriptor = descriptor($0.central, signed: signed, wide: wide)
    }
  }

  static func descriptor(_ header: RawEntry.Header, signed: Bool, wide: Bool) -> [UInt8] {
    let width = wide ? 8 : 4
    return (signed ? little(0x0807_4B50, 4) : []) + little(header.crc, 4) + little(header.compressed, width)
      + little(header.size, width)
  }

  @Test(arguments: [true, false], [true, false]) func everyForm(_ signed: Bool, _ wide: Bool) {
    for deflate in [true, false] {
      let first = DescriptorTests.entry("a", signed: signed, wide: wide, deflate: deflate)
      let second = DescriptorTests.entry("b", signed: signed, wide: wide, deflate: deflate)
      #expect(opened(RawArchive(first, second)).files == ["a": DescriptorTests.text, "b": DescriptorTests.text])
    }
  }

  /// Info-ZIP knows the size beforehand and leaves the rest blank; others tell all and write a descriptor nevertheless.
  @Test func halfBlankHeaders() {
    var entry = DescriptorTests.entry("a")
    entry.local.size = entry.central.size
    #expect(opened(RawArchive(entry)).files?.count == 1)
    entry.local.crc = entry.central.crc
    entry.local.compressed = entry.central.compressed
    #expect(opened(RawArchive(entry)).files?.count == 1)
    entry.local.size += 1
    #expect(opened(RawArchive(entry)).fault == .localMismatch)
  }

  @Test func emptyFilesMayLackIt() {
    #expect(opened(RawArchive(RawEntry("a", flags: 8), RawEntry("b", "1"))).files == ["a": "", "b": "1"])
    #expect(opened(RawArchive(RawEntry("a", "1", flags: 8))).fault == .localMismatch)
  }

  @Test(arguments: 0..<16) func everyByteIsHeldAgainstTheDirectory(_ index: Int) {
    var entry = DescriptorTests.entry("a")
    entry.descriptor[index] ^= 1
    #expect(opened(RawArchive(entry)).fault == .localMismatch)
  }

  @Test func descriptorsOfOtherLengths() {
    let whole = DescriptorTests.entry("a")
    #expect(opened(RawArchive(whole.with { $0.descriptor.removeLast() })).fault == .localMismatch)
    #expect(opened(RawArchive(whole.with { $0.descriptor += [0, 0] })).fault == .localMismatch)
    #expect(opened(RawArchive(whole.with { $0.descriptor += [UInt8](repeating: 0, count: 9) })).fault == .junkBetween)
    let unannounced = RawEntry("a", "1").with {
      $0.descriptor = DescriptorTests.descriptor($0.central, signed: true, wide: false)
    }
    #expect(opened(RawArchive(unannounced)).fault == .junkBetween)
  }

  /// A reader from front to back would end the stored data at the first descriptor that fits.
  @Test func storedDataThatHoldsItsOwnEnd() {
    func archive(_ told: Int) -> RawArchive {
      let content = Array("abc".utf8) + little(0x0807_4B50, 4) + little(1, 4) + little(told, 4) + little(told, 4)
      return RawArchive(
        RawEntry(Array("a".utf8), content, flags: 8).with {
          ($0.local.crc, $0.local.compressed, $0.local.size) = (0, 0, 0)
          $0.descriptor = DescriptorTests.descriptor($0.central, signed: true, wide: false)
        })
    }
    #expect(opened(archive(3)).fault == .ambiguous)
    #expect(opened(archive(4)).fault == nil)
  }
}
