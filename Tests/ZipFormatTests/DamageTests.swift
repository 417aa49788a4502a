import TestSupport
import Testing
import ZipFormat

/// Whatever is damaged ends in a fault or in the very files: never in a trap, never in other contents.
@Suite struct DamageTests {
  private static let files = [
    "thong-tin.csv": "che_do;don_vi\r\n", "a/": "", "a/b.csv": "1", "c.xml": DescriptorTests.text,
  ]

  private static let whole = RawArchive(
    RawEntry("thong-tin.csv", "che_do;don_vi\r\n").both { $0.extra = extra(0x5455, [1, 0, 0, 0, 0]) }, RawEntry("a/"),
    RawEntry("a/b.csv", "1"), DescriptorTests.entry("c.xml")
  ).with { $0.comment = Array("nộp".utf8) }.bytes

  @Test func everyTruncationIsAFault() {
    #expect(opened(DamageTests.whole).files == DamageTests.files)
    for count in DamageTests.whole.indices {
      #expect(opened(Array(DamageTests.whole[..<count])).fault != nil, "cut at \(count)")
      #expect(opened(Array(DamageTests.whole[count...])).fault != nil || count == 0, "begun at \(count)")
    }
  }

  /// Dates, versions and attributes may change; what is read may not.
  @Test(arguments: [0x01, 0x80, 0xFF] as [UInt8]) func everyFlippedByte(_ mask: UInt8) {
    let contents = Set(DamageTests.files.values)
    var opens = 0
    for index in DamageTests.whole.indices {
      var bytes = DamageTests.whole
      bytes[index] ^= mask
      guard let files = opened(bytes).files else { continue }
      opens += 1
      #expect(Set(files.values) == contents && files.count == 4, "flipped at \(index)")
    }
    #expect(opens > 0 && opens < DamageTests.whole.count / 3)
  }

  @Test func randomDamageNeverTraps() {
    var random = SplitMix64(seed: 57)
    let numbers = [
      0, 1, 0x7F, 0xFF, 0xFFFF, 0xFFFF_FFFF, 0x0201_4B50, 0x0403_4B50, 0x0605_4B50, 0x0606_4B50, 0x0706_4B50,
    ]
    var faults: Set<ZipFaultKind> = []
    for _ in 0..<20_000 {
      var bytes = DamageTests.whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count - 8, using: &random)
        let width = [1, 2, 4, 8].randomElement(using: &random) ?? 1
        let number = little(numbers.randomElement(using: &random) ?? 0, width)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.insert(contentsOf: number, at: place)
        case 1 where bytes.count > 64: bytes.removeSubrange(place..<place + width)
        default: bytes.replaceSubrange(place..<place + width, with: number)
        }
      }
      if let fault = opened(bytes).fault { faults.insert(fault) }
    }
    #expect(faults.count > 10)
  }
}
