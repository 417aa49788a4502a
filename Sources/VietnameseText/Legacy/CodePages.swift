extension LegacyEncoding {
  /// The characters of the bytes 80 to FF; empty for UTF-16.
  var upperHalf: [Unicode.Scalar?] {
    switch self {
    case .windows1258: CodePages.windows1258
    case .tcvn3: CodePages.tcvn3
    case .vniWindows: CodePages.vniWindows
    case .windows1252: CodePages.windows1252
    case .cp437: CodePages.cp437
    case .utf16LittleEndian, .utf16BigEndian: []
    }
  }
}

/// The upper halves of the code pages, sixteen characters a row; `?` stands for a byte without meaning.
private enum CodePages {
  static let windows1252 =
    table(
      """
      €?‚ƒ„…†‡ˆ‰Š‹Œ?Ž?
      ?‘’“”•–—˜™š›œ?žŸ
      """) + latin1

  /// As windows-1252 but for the Vietnamese letters, the combining tones and four letters less.
  static let windows1258 = {
    var page = windows1252
    for byte in [0x8A, 0x8E, 0x9A, 0x9E] { page[byte - 0x80] = nil }
    let changes: [(Int, Unicode.Scalar)] = [
      (0xC3, "Ă"), (0xCC, "\u{300}"), (0xD0, "Đ"), (0xD2, "\u{309}"), (0xD5, "Ơ"), (0xDD, "Ư"), (0xDE, "\u{303}"),
      (0xE3, "ă"), (0xEC, "\u{301}"), (0xF0, "đ"), (0xF2, "\u{323}"), (0xF5, "ơ"), (0xFD, "ư"), (0xFE, "₫"),
    ]
    for (byte, scalar) in changes { page[byte - 0x80] = scalar }
    return page
  }()

  /// The 74 codes of TCVN 5712-1 that the ABC fonts draw; they have no capitals with tones.
  static let tcvn3 = table(
    """
    ????????????????
    ????????????????
    ?ĂÂÊÔƠƯĐăâêôơưđ?
    ?????àảãáạ?ằẳẵắ?
    ??????ặầẩẫấậè?ẻẽ
    éẹềểễếệìỉ???ĩíịò
    ?ỏõóọồổỗốộờởỡớợù
    ?ủũúụừửữứựỳỷỹýỵ?
    """)

  /// The letters that VNI-Windows writes with one byte; the others are pairs.
  static let vniWindows = table(
    """
    ????????????????
    ????????????????
    ????????????????
    ????????????????
    ??????Ỉ?????ÌÍỴ?
    ?ĐỊĨƠ?Ư?????????
    ??????ỉ?????ìíỵ?
    ?địĩơ?ư?????????
    """)

  static let cp437 = table(
    """
    ÇüéâäàåçêëèïîìÄÅ
    ÉæÆôöòûùÿÖÜ¢£¥₧ƒ
    áíóúñÑªº¿⌐¬½¼¡«»
    ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧
    ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀
    αßΓπΣσµτΦΘΩδ∞φε∩
    ≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
    """)

  private static let latin1: [Unicode.Scalar?] = (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }

  private static func table(_ rows: String) -> [Unicode.Scalar?] {
    rows.unicodeScalars.filter { $0 != "\n" }.map { $0 == "?" ? nil : $0 }
  }
}
