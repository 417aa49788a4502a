/// One of the six tones, numbered as dictionaries order them.
enum VietnameseTone: UInt8 {
  case level, grave, hook, tilde, acute, dot

  /// The combining mark that writes a tone.
  init?(mark: Unicode.Scalar) {
    switch mark.value {
    case 0x300: self = .grave
    case 0x309: self = .hook
    case 0x303: self = .tilde
    case 0x301: self = .acute
    case 0x323: self = .dot
    default: return nil
    }
  }

  /// The combining mark that writes the tone; none for the level one.
  var mark: Unicode.Scalar? {
    switch self {
    case .level: nil
    case .grave: "\u{300}"
    case .hook: "\u{309}"
    case .tilde: "\u{303}"
    case .acute: "\u{301}"
    case .dot: "\u{323}"
    }
  }

  /// The twelve vowels of each case, each with its six tones.
  static let rows: [[Unicode.Scalar]] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
    "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ",
    "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ",
  ].map { (row: String) in Array(row.unicodeScalars) }

  /// The letter that a vowel without tone becomes under this tone, or nothing if it is no Vietnamese vowel.
  func applied(to vowel: Unicode.Scalar) -> Unicode.Scalar? {
    let value = Int(vowel.value)
    guard value < Self.rowOfVowel.count, Self.rowOfVowel[value] > 0 else { return nil }
    return Self.rows[Self.rowOfVowel[value] - 1][Int(rawValue)]
  }

  private static let rowOfVowel: [Int] = {
    var table = [Int](repeating: 0, count: 0x1B1)
    for (index, row) in rows.enumerated() { table[Int(row[0].value)] = index + 1 }
    return table
  }()
}
