/// Returns the key under which titles are compared (<doc:counting#Folding>): case-folded, and in each word the tone marks
/// taken out and put behind its last character in their order.
///
/// Vietnamese sets the mark of `oa`, `oe`, `uy` on either vowel: `hòa` and `hoà`, `thủy` and `thuỷ` are one spelling. Other
/// accents stay where they are. The key is no text, and is compared by bytes: normalizing it would reorder the marks.
package func titleKey(_ text: String) -> String { plainTitleKey(text) ?? thoroughTitleKey(text) }

/// The key of what is written in ASCII, Vietnamese letters and common punctuation; `nil` for the rest.
///
/// Nearly all titles are, and it takes a tenth of the time.
private func plainTitleKey(_ text: String) -> String? {
  var key: [UInt8] = []
  key.reserveCapacity(text.utf8.count + 8)
  var marks: [Unicode.Scalar] = []
  var atGap = false
  for scalar in text.unicodeScalars {
    if scalar.isSpace {
      atGap = !key.isEmpty
      for mark in marks { key.append(mark) }
      marks.removeAll(keepingCapacity: true)
      continue
    }
    if scalar.isZeroWidth { continue }
    if atGap { key.append(UInt8(ascii: " ")) }
    atGap = false
    if let letter = VietnameseLetter(scalar) {
      key.append(letter.toneless)
      if let mark = letter.tone.mark { marks.append(mark) }
    } else if scalar.staysInForm {
      key.append(scalar)
    } else {
      return nil
    }
  }
  for mark in marks { key.append(mark) }
  return String(decoding: key, as: UTF8.self)
}

/// The key of any text.
private func thoroughTitleKey(_ text: String) -> String {
  var key = String.UnicodeScalarView()
  for word in caseFolded(text).unicodeScalars.split(separator: " ") {
    if !key.isEmpty { key.append(" ") }
    var rest = String.UnicodeScalarView()
    var marks: [Unicode.Scalar] = []
    for scalar in decomposition(of: String(word)) {
      if VietnameseTone(mark: scalar) == nil { rest.append(scalar) } else { marks.append(scalar) }
    }
    key.append(contentsOf: nfc(String(rest)).unicodeScalars)
    key.append(contentsOf: marks)
  }
  return String(key)
}

extension Unicode.Scalar {
  /// Whether neither case nor normal form changes the scalar whatever stands beside it: ASCII but for its letters, angle
  /// quotes, dashes, quotes and dots.
  fileprivate var staysInForm: Bool {
    switch value {
    case 0..<0x41, 0x5B..<0x61, 0x7B..<0x80, 0xAB, 0xBB, 0x2010...0x2027: true
    default: false
    }
  }
}

extension [UInt8] {
  /// Appends a scalar of the first plane in UTF-8.
  fileprivate mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0..<0x80:
      append(UInt8(value))
    case 0x80..<0x800:
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    default:
      append(UInt8(0xE0 | value >> 12 & 0x0F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    }
  }
}
