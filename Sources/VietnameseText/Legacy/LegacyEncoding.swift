/// An encoding older than UTF-8 in which Vietnamese text still arrives.
package enum LegacyEncoding: String, CaseIterable, Sendable {
  case windows1258 = "windows-1258"
  case tcvn3 = "TCVN3"
  case vniWindows = "VNI-Windows"
  case windows1252 = "windows-1252"
  case cp437 = "CP437"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
}

/// The first byte that an encoding gives no meaning.
package struct UndefinedByte: Error, Equatable, Sendable {
  /// The place of the byte, counted from the start of what was decoded.
  package let offset: Int

  package init(offset: Int) {
    self.offset = offset
  }
}

extension LegacyEncoding {
  /// Returns the text that the bytes spell; in the Vietnamese encodings it is in normal form C.
  ///
  /// A byte order mark is decoded like any other character.
  /// - Throws: `UndefinedByte` at the first byte without meaning, or where a UTF-16 surrogate is alone.
  package func decode(_ bytes: Span<UInt8>) throws(UndefinedByte) -> String {
    let reader = LegacyReader(self)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var place = 0
    while place < bytes.count {
      guard let step = reader.step(bytes, at: place) else { throw UndefinedByte(offset: place) }
      text.append(utf8Of: step.scalar)
      place += step.length
    }
    let decoded = String(decoding: text, as: UTF8.self)
    return self == .windows1258 ? nfc(decoded) : decoded
  }

  /// Returns the text that the bytes spell.
  /// - Throws: `UndefinedByte`, as for a span.
  package func decode(_ bytes: [UInt8]) throws(UndefinedByte) -> String {
    try decode(bytes.span)
  }

  /// Returns the place of the first byte without meaning, or nothing if all can be decoded.
  package func firstUndefinedByte(in bytes: Span<UInt8>) -> Int? {
    let reader = LegacyReader(self)
    var place = 0
    while place < bytes.count {
      guard let step = reader.step(bytes, at: place) else { return place }
      place += step.length
    }
    return nil
  }
}

extension [UInt8] {
  /// Appends the UTF-8 form of a scalar.
  package mutating func append(utf8Of scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
