package import VietnameseText

/// The encoding of a CSV file, named as a receipt prints it.
package enum CSVEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf8BOM = "UTF-8 BOM"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  case windows1258 = "windows-1258"
  case tcvn3 = "TCVN3"
  /// Recognised so that it can be refused by name; no file is taken in it.
  case vniWindows = "VNI-Windows"

  /// The decoder of the file, or nothing for UTF-8.
  package var legacy: LegacyEncoding? {
    switch self {
    case .utf8, .utf8BOM: nil
    case .utf16LE: .utf16LittleEndian
    case .utf16BE: .utf16BigEndian
    case .windows1258: .windows1258
    case .tcvn3: .tcvn3
    case .vniWindows: .vniWindows
    }
  }

  /// Whether a comma, a quote or a line end is the same single byte as in ASCII.
  var keepsASCII: Bool {
    self != .utf16LE && self != .utf16BE
  }
}

/// What the bytes of a CSV file tell about its encoding. Offsets count bytes from the start of the file.
package enum EncodingVerdict: Equatable, Sendable {
  case decided(CSVEncoding)
  /// Several encodings spell the text equally well. The offset is the first byte that is not ASCII.
  case undecided([CSVEncoding], offset: Int)
  /// The text is in an encoding that is not taken, VNI. The offset is the first byte that is not ASCII.
  case refused(CSVEncoding, offset: Int)
  /// Letters were replaced by `?` when the file was saved, and the rest is no encoding that is read. The offset is the
  /// first word that was spoilt.
  case lost(offset: Int)
  /// The bytes are no text in any encoding that is read. The offset is the first byte that none of them could read which had
  /// read the text so far; else the first that is wrong in UTF-8, or in what the byte order mark promised.
  case invalid(offset: Int)

  /// Whether no encoding was found that the bytes could be in.
  var isHopeless: Bool {
    switch self {
    case .lost, .invalid: true
    case .decided, .undecided, .refused: false
    }
  }
}
