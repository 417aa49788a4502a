/// Returns the key under which names match: letters and digits only, without case and accents, with đ as d.
///
/// `Mã đơn vị`, `ma_don_vi`, `maDonVi` and `MA DON VI` give `madonvi`. Digits stay, because communes are told apart by
/// them. The key is for headers, file names and suggestions; it never decides which person or place is meant.
package func foldedKey(_ text: String) -> String {
  var key = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if let plain = plainLetter(scalar) {
      key.append(plain)
    } else if scalar.value >= 0x80 {
      for part in decomposition(of: scalar) where part.isKeyPart {
        if let plain = plainLetter(part) {
          key.append(plain)
        } else {
          key.append(contentsOf: part.properties.lowercaseMapping.unicodeScalars)
        }
      }
    }
  }
  return String(key)
}

/// The ASCII digit or lower-case letter that stands for a scalar in a key, for ASCII and Vietnamese.
private func plainLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x30...0x39: scalar
  case 0xD0, 0xF0, 0x189, 0x256: "d"
  default: VietnameseLetter(scalar).map { Unicode.Scalar($0.plain) }
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
