import CSVReading
import VietnameseText

extension CSVEncoding {
  /// Writes text in the encoding, by turning its decoder round; nothing where a letter has no bytes in it.
  func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf8BOM: return [0xEF, 0xBB, 0xBF] + text.utf8
    case .utf16LE: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BE: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1258: return bytes(of: text, by: Self.tables[0])
    case .tcvn3: return bytes(of: text, by: Self.tables[1])
    case .vniWindows: return bytes(of: text, by: Self.tables[2])
    }
  }

  private func bytes(of text: String, by table: [Unicode.Scalar: [UInt8]]) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let written = scalar.isASCII ? [UInt8(scalar.value)] : table[scalar] else { return nil }
      bytes += written
    }
    return bytes
  }

  private static let tables = [LegacyEncoding.windows1258, .tcvn3, .vniWindows].map { encoding in
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for first in UInt8.min...UInt8.max {
      for bytes in [[first]] + (0xC0...0xFF).map({ [first, $0] }) {
        guard let text = try? encoding.decode(bytes), text.unicodeScalars.count == 1,
          let scalar = text.unicodeScalars.first,
          table[scalar] == nil
        else { continue }
        table[scalar] = bytes
      }
    }
    return table
  }
}

/// The titles of the sample files, folded.
let knownTitles = Set(
  [
    "Ngày thực hiện", "Nhiệm vụ", "Nội dung", "Hình thức", "Sản phẩm", "Số lượng", "Số người", "Tên", "Mã", "Giá trị",
    "Ghi chú",
  ]
  .map(foldedKey))

func knownColumns(_ cells: [String]) -> Int {
  cells.count { knownTitles.contains(foldedKey($0)) }
}

extension CSVTable {
  /// Reads a file that the test wrote in UTF-8.
  init(_ text: String, limits: CSVLimits = CSVLimits()) {
    self.init(reading: Array(text.utf8), encoding: .utf8, limits: limits, isHeader: knownColumns)
  }

  /// The texts of all rows.
  var texts: [[String]] { records.map(cells) }

  var kinds: [CSVFault.Kind] { faults.map(\.kind) }
}
