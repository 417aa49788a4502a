/// Returns the key under which names match: letters and digits only, without case and accents, with đ as d.
///
/// `Mã đơn vị`, `ma_don_vi`, `maDonVi` and `MA DON VI` give `madonvi`. Digits stay, because communes are told apart by
/// them. The key is for headers, file names and suggestions; it never decides which person or place is meant.
package func foldedKey(_ text: String) -> String { foldedKey(text, atMost: .max) ?? "" }

/// Returns the key of a text; `nil` for one whose key is longer than so many bytes, so that a long text is not folded whole only
/// to be found to be no title.
package func foldedKey(_ text: String, atMost limit: Int) -> String? {
  var key: [UInt8] = []
  for scalar in text.unicodeScalars {
    if let plain = plainLetter(scalar) {
      key.append(plain)
    } else if scalar.value >= 0x80 {
      for part in decomposition(of: scalar) where part.isKeyPart {
        if let plain = plainLetter(part) {
          key.append(plain)
        } else {
          key += part.properties.lowercaseMapping.utf8
        }
      }
    }
    if key.count > limit { return nil }
  }
  return String(decoding: key, as: UTF8.self)
}

/// The ASCII digit or lower-case letter that stands for a scalar in a key, for ASCII and Vietnamese.
private func plainLetter(_ scalar: Unicode.Scalar) -> UInt8? {
  switch scalar.value {
  case 0x30...0x39, 0x61...0x7A: UInt8(scalar.value)
  case 0x41...0x5A: UInt8(scalar.value) | 0x20
  case 0xD0, 0xF0, 0x189, 0x256: UInt8(ascii: "d")
  default: VietnameseLetter(scalar)?.plain
  }
}

extension Unicode.Scalar {
  /// Whether a scalar outside ASCII tells names apart: letters and numbers do; marks and punctuation do not.
  fileprivate var isKeyPart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber,
      .otherNumber:
      true
    default: false
    }
  }
}
