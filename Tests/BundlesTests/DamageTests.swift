import Bundles
import TestSupport
import Testing

/// A byte that changed on the way gives no other report: the bundle is the same, or it is refused.
@Suite struct DamageTests {
  @Test func aChangedByteChangesNothingUnseen() throws {
    let whole = Fixture.zip([
      ("a/thong-tin.csv", Array("Chế độ;Đơn vị\n".utf8)), ("a/minh-chung/ảnh.jpg", (0...255).map { UInt8($0) }),
      ("b.xml", Array(repeatElement(UInt8(ascii: "x"), count: 500))),
    ])
    let sources = try #require(Fixture.open(whole)).sources
    var random = SplitMix64(seed: 57)
    var refused = 0
    for place in whole.indices {
      for _ in 0..<4 {
        var damaged = whole
        damaged[place] ^= UInt8.random(in: 1...255, using: &random)
        guard let bundle = Fixture.open(damaged) else {
          refused += 1
          continue
        }
        #expect(bundle.sources == sources, "byte \(place) became \(damaged[place])")
      }
    }
    // Nearly every byte matters: what does not are times, versions and rights.
    #expect(refused > whole.count * 2)
  }
}
