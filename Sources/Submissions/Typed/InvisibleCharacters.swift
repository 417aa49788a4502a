import VietnameseText

/// The text with every character that cannot be seen, or not be told from a hyphen, as its number: `SO⟨U+200B⟩-001`.
package func showingInvisible(in text: String) -> String {
  var result = ""
  var isBehindSpace = true
  for scalar in text.unicodeScalars {
    defer { isBehindSpace = scalar.properties.isWhitespace }
    // A dash between words is no hyphen and looks like none.
    if scalar.isInvisible || scalar.isOtherSpace || scalar.isOtherDash && !isBehindSpace {
      let number = String(scalar.value, radix: 16, uppercase: true)
      result += "⟨U+\(String(repeating: "0", count: max(0, 4 - number.utf8.count)))\(number)⟩"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The text as it was probably meant: with hyphens for other dashes, and without what nobody sees.
package func withoutInvisible(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !scalar.isInvisible && !scalar.isOtherSpace {
    result.append(scalar.isOtherDash ? "-" : scalar)
  }
  return String(result)
}

extension Unicode.Scalar {
  /// Whether it takes no room and separates nothing.
  var isInvisible: Bool { properties.generalCategory == .format }

  fileprivate var isOtherSpace: Bool { properties.isWhitespace && value > 0x20 }

  fileprivate var isOtherDash: Bool {
    switch value {
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }
}
