import TestSupport
import Testing

@testable import XMLReading

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct DamageTests {
  @Test func everyTruncationIsAFault() throws {
    let schema = try Sample.schema()
    let whole = Array(Sample.report.utf8)
    for length in whole.indices {
      #expect(recorded(Array(whole[..<length]), schema: schema).outcome.fault != nil, "cut at \(length)")
    }
    let wide = EncodingTests.wide(Sample.report.replacing("encoding=\"UTF-8\"", with: ""), bigEndian: true)
    #expect(recorded(wide, schema: schema).outcome.isClean)
    for length in wide.indices {
      #expect(recorded(Array(wide[..<length]), schema: schema).outcome.fault != nil, "cut at \(length)")
    }
  }

  @Test func damagedBytesNeverTrap() throws {
    let schema = try Sample.schema()
    var random = SplitMix64(seed: 57)
    let whole = Array(Sample.report.utf8)
    let pieces = [
      "<", ">", "&", "\"", "<!--", "<![CDATA[", "]]>", "<?", "/", "=", "&#x0;", "<!DOCTYPE a [", "\0", "ệ",
      " xmlns:p='u'",
    ]
    var clean = 0
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random)?.utf8 ?? "<".utf8, at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &random)))
        }
        if bytes.isEmpty { bytes = whole }
      }
      let (_, outcome) = recorded(bytes, schema: schema)
      if outcome.isClean { clean += 1 }
      if let fault = outcome.fault {
        #expect(fault.line >= 1 && fault.line <= 12)
        #expect(!fault.message.isEmpty)
      }
    }
    #expect(clean > 0 && clean < 10_000)
  }

  /// All kinds of faults in a process of its own, whose error output must be that of one that does nothing: the
  /// testing library writes a few bytes there itself.
  @Test func nothingIsPrinted() async throws {
    let result = try #require(
      await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
        let schema = try Sample.schema()
        let texts = [
          "<a>", "<p:a/>", "<a>&x;</a>", "<a xmlns='::'/>", "<!DOCTYPE a [<!ENTITY % x SYSTEM 'x'> %x;]><a/>",
          "<baoCao xmlns='urn:mau:bao-cao'/>", "<a \u{1}/>", "",
        ]
        for text in texts {
          _ = recorded(text, schema: schema)
          _ = recorded(text)
          _ = try? XMLSchema(Array(text.utf8))
        }
        for xsd in ["<xs:import schemaLocation='x.xsd'/>", "<xs:elephant/>", "<xs:element name='a' type='b'/>"] {
          _ = try? XMLSchema(Array("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\(xsd)</xs:schema>".utf8))
        }
        exit(0)
      })
    let silent = try #require(
      await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) { exit(0) })
    #expect(result.standardErrorContent == silent.standardErrorContent)
  }
}
