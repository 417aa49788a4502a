import Spooling

/// What the first bytes of a file say about its encoding.
enum ByteOrder {
  static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let sampleSize = 4096

  /// The encoding that a byte order mark names.
  static func marked(_ bytes: ByteView) -> CSVEncoding? {
    if bytes.starts(with: utf8Mark) { return .utf8BOM }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BE }
    return nil
  }

  /// The number of bytes that the mark of an encoding takes at the start of the file.
  static func markLength(_ bytes: ByteView, _ encoding: CSVEncoding) -> Int {
    guard marked(bytes) == encoding else { return 0 }
    return encoding == .utf8BOM ? utf8Mark.count : 2
  }

  /// The form of UTF-16 that zero bytes betray where the mark is missing.
  ///
  /// In Vietnamese text two fifths of the bytes are zero, all on one side.
  static func betrayedByZeros(_ bytes: ByteView) -> CSVEncoding? {
    var zeros = (even: 0, odd: 0)
    let sample = bytes.prefix(sampleSize)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let units = sample.count / 2
    guard bytes.count % 2 == 0, units > 1 else { return nil }
    if zeros.odd * 4 >= units, zeros.even * 20 <= zeros.odd { return .utf16LE }
    if zeros.even * 4 >= units, zeros.odd * 20 <= zeros.even { return .utf16BE }
    return nil
  }
}

/// The place of the first byte that is wrong in UTF-8, or nothing.
func firstInvalidUTF8(in bytes: ByteView) -> Int? {
  var wrong: Int?
  bytes.eachPiece(.utf8) { piece, span in
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: span)
    } catch {
      wrong = piece.lowerBound + error.byteOffsets.lowerBound
    }
    return wrong == nil
  }
  return wrong
}
