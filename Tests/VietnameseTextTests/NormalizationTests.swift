import Foundation
import TestSupport
import Testing
import VietnameseText

private func same(_ first: String, _ second: String) -> Bool {
  Array(first.utf8) == Array(second.utf8)
}

@Suite struct NormalizationTests {
  @Test(arguments: [
    ("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "Ti\u{1EBF}ng Vi\u{1EC7}t"),
    ("\u{EA}\u{323}", "\u{1EC7}"), ("ASCII", "ASCII"), ("\u{212B}", "\u{C5}"), ("\u{2000}x", "\u{2002}x"), ("", ""),
  ])
  func composes(_ text: String, _ composed: String) {
    #expect(same(nfc(text), composed))
  }

  @Test func agreesWithFoundationOnEveryScalar() {
    for value in UInt32(0)..<0x1_1000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a" + String(scalar) + "e"
      #expect(same(nfc(text), text.precomposedStringWithCanonicalMapping), "U+\(String(value, radix: 16))")
    }
  }

  @Test func agreesWithFoundationOnMixedText() {
    var random = SplitMix64(seed: 1)
    let alphabet = Array("aeouAEOUdđêơư \u{300}\u{301}\u{309}\u{303}\u{323}\u{302}\u{306}\u{31B}…”".unicodeScalars)
    for _ in 0..<5_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      #expect(same(nfc(String(text)), String(text).precomposedStringWithCanonicalMapping))
    }
  }

  @Test func longRunsOfMarksAreOrderedInLinearTime() {
    let run = String(repeating: "\u{301}\u{323}\u{31B}", count: 40)
    for text in ["a" + run, "ệ" + run + "x" + run, run] {
      #expect(same(nfc(text), text.precomposedStringWithCanonicalMapping))
    }
    // Minutes, were the time to grow with the square.
    #expect(nfc("ệ" + String(repeating: "\u{301}\u{323}", count: 400_000)).unicodeScalars.count == 800_001)
  }

  @Test(arguments: [
    (" a b ", "a b"), ("\u{FEFF}Mã\u{A0}", "Mã"), ("\u{200B}\t\r\nx\u{200B}", "x"), ("\u{A0}\u{FEFF} ", ""), ("", ""),
    ("dòng 1\r\ndòng 2\r\n", "dòng 1\r\ndòng 2"),
  ])
  func trims(_ text: String, _ expected: String) {
    #expect(same(trimmed(text), expected))
  }

  @Test func cleansACell() {
    #expect(same(trimmedNFC("\u{A0}Ho\u{323}c ky\u{300}\u{200B} "), "H\u{1ECD}c k\u{1EF3}"))
  }
}
