/// A cell of a sheet: `C12`; columns A…XFD, rows 1…1 048 576.
struct CellReference: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// From 1.
  let row: Int
  /// From 1.
  let column: Int

  init?(row: Int, column: Int) {
    guard (1...1_048_576).contains(row), (1...16_384).contains(column) else { return nil }
    self.row = row
    self.column = column
  }

  init?(_ text: some StringProtocol) {
    var (column, row) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: column = column * 26 + Int(byte) - 96
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte) - 48
      default: return nil
      }
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    self.init(row: row, column: column)
  }

  static func < (left: CellReference, right: CellReference) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }

  var description: String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.insert(UInt8(65 + (rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self) + String(row)
  }
}
