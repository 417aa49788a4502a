import Testing
import ZipFormat

/// Each rule (<doc:bundle#Archives>) broken once, in an archive that keeps all the others.
@Suite struct FaultTests {
  struct Case: CustomTestStringConvertible {
    let kind: ZipFaultKind
    let bytes: [UInt8]
    let limits: ZipLimits
    let entry: ZipEntryLimit

    init(
      _ kind: ZipFaultKind, _ bytes: [UInt8], limits: ZipLimits = ZipLimits(), entry: ZipEntryLimit = ZipEntryLimit()
    ) {
      (self.kind, self.bytes, self.limits, self.entry) = (kind, bytes, limits, entry)
    }

    init(_ kind: ZipFaultKind, _ entry: RawEntry) { self.init(kind, RawArchive(entry).bytes) }

    init(_ kind: ZipFaultKind, named name: String) { self.init(kind, RawEntry(name, "1")) }

    var testDescription: String { kind.rawValue }
  }

  private static let one = RawEntry("a.csv", "1;2;3")
  private static let long = RawEntry("a.csv", String(repeating: "0123456789abcdef", count: 10), deflate: true)

  static let cases: [Case] =
    names + headers + [
      Case(.notZip, Array("ky;so\r\n1;2\r\n, a text that is no archive".utf8)),
      Case(.truncated, Array(RawArchive(one).bytes.dropLast(30))),
      Case(.truncated, RawArchive(one).with { $0.commentCount = 5 }.bytes),
      Case(.badHeader, RawArchive(one).with { $0.end = { $0.size += 1000 } }.bytes),
      Case(.ambiguous, RawArchive(one).with { $0.comment = RawArchive(one).bytes }.bytes),
      Case(.tooLarge, RawArchive(one).bytes, limits: ZipLimits(archiveBytes: 50)),
      Case(.tooManyEntries, RawArchive(one, RawEntry("b")).bytes, limits: ZipLimits(entries: 1)),
      Case(.entryTooLarge, RawArchive(one).bytes, entry: ZipEntryLimit(bytes: 4)),
      Case(.totalTooLarge, RawArchive(one, RawEntry("b", "12345")).bytes, limits: ZipLimits(totalBytes: 9)),
      Case(
        .ratio, RawArchive(RawEntry([97], [UInt8](repeating: 48, count: 2 << 20), deflate: true)).bytes,
        entry: ZipEntryLimit(ratio: 250)),
      Case(.nameTooLong, RawArchive(RawEntry("abcd")).bytes, limits: ZipLimits(nameBytes: 3)),
      Case(.junkBefore, Array("MZ".utf8) + RawArchive(one).bytes),
      Case(.junkBefore, RawArchive(one.with { $0.gap = [0] }).bytes),
      Case(.junkBetween, RawArchive(one, RawEntry("b").with { $0.gap = [0] }).bytes),
      Case(.junkBetween, RawArchive(one).with { $0.beforeDirectory = [0] }.bytes),
      Case(.junkAfter, RawArchive(one).bytes + [0]),
      Case(.multiDisk, RawArchive(one).with { $0.end = { $0.disk = 1 } }.bytes),
      Case(.multiDisk, RawArchive(one).with { $0.end = { $0.directoryDisk = 1 } }.bytes),
      Case(.multiDisk, RawArchive(one).with { $0.end = { $0.here = 0 } }.bytes),
      Case(.duplicateName, RawArchive(one, one).bytes),
    ]

  private static let names: [Case] = [
    Case(.absolutePath, named: "/a.csv"), Case(.absolutePath, named: "//may/chu/a.csv"),
    Case(.absolutePath, named: "/"),
    Case(.parentPath, named: ".."), Case(.parentPath, named: "../a.csv"), Case(.parentPath, named: "a/../b.csv"),
    Case(.parentPath, RawEntry("a/../")), Case(.parentPath, named: "a/.. /b"), Case(.parentPath, named: "..."),
    Case(.driveLetter, named: "C:a.csv"), Case(.driveLetter, named: "c:/a.csv"),
    Case(.backslash, named: "a\\b.csv"), Case(.backslash, named: "..\\a.csv"), Case(.backslash, named: "\\a.csv"),
    Case(.controlInName, named: "a\0.csv"), Case(.controlInName, named: "a.csv\n"),
    Case(.controlInName, named: "\u{7F}"),
    Case(.emptyName, named: ""), Case(.badHeader, named: "a//b"), Case(.badHeader, named: "a/./b"),
    Case(.absolutePath, named: ".//a"),
    Case(.badHeader, named: "."),
    // In a String each of these is one character together with the mark behind it.
    Case(.absolutePath, named: "/\u{301}a"), Case(.parentPath, named: "a/../\u{301}b"),
    Case(.backslash, named: "a\\\u{301}b"),
    Case(.ambiguous, named: "a/\u{301}b"), Case(.ambiguous, named: "a\u{600}/b"),
    // Overlong, and flagged as what it is not.
    Case(.badHeader, RawEntry([0x61, 0xC0, 0xAF, 0x62], [1], flags: 0x0800)),
  ]

  private static let headers: [Case] = [
    Case(.encrypted, one.both { $0.flags = 1 }), Case(.encrypted, one.both { $0.flags = 0x41 }),
    Case(.encrypted, one.both { $0.flags = 0x40 }), Case(.encrypted, one.both { $0.flags = 0x2000 }),
    Case(.method, one.both { $0.flags = 0x20 }), Case(.method, one.both { $0.method = 9 }),
    Case(.method, one.both { $0.method = 12 }), Case(.method, one.both { $0.method = 93 }),
    Case(.method, one.both { $0.method = 99 }),
    Case(.method, one.with { $0.central.version = 64 }), Case(.method, one.with { $0.local.version = 64 }),
    Case(.specialFile, one.with { $0.attributes = 0x08 }),
    Case(.symbolicLink, one.with { $0.attributes = 0o120777 << 16 }),
    Case(.symbolicLink, one.with { ($0.attributes, $0.madeBy) = (0o120777 << 16, 0x0014) }),
    Case(.specialFile, one.with { $0.attributes = 0o010644 << 16 }),
    Case(.specialFile, one.with { $0.attributes = 0o060644 << 16 }),
    Case(.specialFile, one.with { $0.attributes = 0o040755 << 16 }),
    Case(.specialFile, one.with { $0.attributes = 0x10 }),
    Case(.multiDisk, one.with { $0.disk = 1 }),
    Case(.overlap, one.with { $0.data.removeLast() }),
    Case(.localMismatch, one.with { $0.offset = 4 }), Case(.localMismatch, one.with { $0.offset = 0x7FFF_FFFF }),
    Case(.badCRC, one.both { $0.crc ^= 1 }), Case(.badCRC, long.both { $0.crc ^= 1 }),
    Case(.sizeMismatch, one.both { $0.size -= 1 }), Case(.sizeMismatch, long.both { $0.size -= 1 }),
    Case(.sizeMismatch, long.both { $0.size += 1 }),
    // Bytes behind the end of the deflate stream, within the entry.
    Case(.sizeMismatch, long.with { $0.data += [0] }.both { $0.compressed += 1 }),
    Case(.badDeflate, long.with { $0.data[0] = 0xFF }),
    Case(.badDeflate, long.both { $0.compressed -= 2 }.with { $0.data.removeLast(2) }),
    Case(.badDeflate, RawEntry("a").both { $0.method = 8 }),
    Case(.badHeader, RawEntry("a/", "hidden")), Case(.badHeader, RawEntry("a/").both { $0.crc = 1 }),
    Case(.sizeMismatch, RawEntry("a/", deflate: true).with { $0.data += [1] }.both { $0.compressed += 1 }),
    Case(.badHeader, one.both { $0.extra = [1, 2, 3, 4, 5] }), Case(.badHeader, one.with { $0.local.extra = [1] }),
  ]

  @Test(arguments: cases) func isRefusedByItsRule(_ broken: Case) {
    #expect(opened(broken.bytes, limits: broken.limits, entry: broken.entry).fault == broken.kind)
  }

  @Test func everyRuleIsBrokenOnce() {
    #expect(Set(FaultTests.cases.map(\.kind)) == Set(ZipFaultKind.allCases))
    #expect(opened(RawArchive(FaultTests.one)).fault == nil)
    #expect(opened(RawArchive(FaultTests.long)).fault == nil)
  }

  @Test func theFaultTellsEntryAndPlace() throws {
    let archive = RawArchive(RawEntry("a.csv", "1"), RawEntry("../b.csv", "1"))
    guard case .failure(let fault) = opened(archive) else { throw ZipFault(.notZip) }
    #expect(fault.entry == "../b.csv")
    #expect(Array(archive.bytes[fault.offset..<fault.offset + 4]) == little(0x0201_4B50, 4))
  }
}
