import ReportingModel
import VietnameseText

/// Which column a header cell means: names and titles match after folding (<doc:bundle#Columns>).
struct ColumnNames: Sendable {
  private let indexByKey: [String: Int]
  /// Bytes of the longest key: what is longer is no title.
  private let longestKey: Int

  init(_ schema: BlockSchema) {
    var index: [String: Int] = [:]
    for (position, column) in schema.columns.enumerated() {
      for name in [column.name, column.title.vietnamese] + column.aliases {
        index[foldedKey(name)] = index[foldedKey(name)] ?? position
      }
      if case .attribute(let name) = column.xml { index[foldedKey(name)] = index[foldedKey(name)] ?? position }
      if case .element(let name) = column.xml { index[foldedKey(name)] = index[foldedKey(name)] ?? position }
    }
    indexByKey = index
    longestKey = index.keys.map(\.utf8.count).max() ?? 0
  }

  func index(of header: String) -> Int? { foldedKey(header, atMost: longestKey).flatMap { indexByKey[$0] } }

  /// How many columns the cells of a row name; a row is a header when they are many.
  func score(_ cells: [String]) -> Int { Set(cells.compactMap(index)).count }

  var keys: [String] { Array(indexByKey.keys) }

  static let bySchema = Dictionary(
    uniqueKeysWithValues: Vocabulary.all.map { ($0.block, ColumnNames($0)) })

  /// Every title there is, as evidence for the encoding of a file.
  static let allKeys = Set(bySchema.values.flatMap(\.keys))
}

/// Columns that hold data about single people, which this service does not collect (Luật 91/2025/QH15;
/// <doc:regime#Personal-data>).
enum PersonalColumns {
  private static let keys = Set(
    [
      "Số định danh", "Số định danh cá nhân", "Mã định danh", "Mã định danh cá nhân", "CCCD", "Số CCCD", "Căn cước",
      "Số căn cước", "Căn cước công dân", "Số căn cước công dân", "CMND", "Số CMND", "Ngày sinh",
      "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Năm sinh", "Dân tộc", "Điện thoại", "Số điện thoại", "SĐT",
      "Điện thoại phụ huynh", "Số điện thoại phụ huynh", "Điện thoại liên hệ", "Di động", "Địa chỉ nhà",
      "Địa chỉ nhà riêng", "Địa chỉ thường trú", "Nơi thường trú", "Hộ khẩu", "Hộ khẩu thường trú", "Nơi ở hiện nay",
      "Chỗ ở hiện nay", "Tên học sinh", "Họ tên học sinh", "Họ và tên học sinh", "Họ và tên", "Họ tên", "Tên học viên",
      "Họ và tên học viên", "Họ tên học viên", "Danh sách học sinh",
    ].map(foldedKey))

  static func contains(_ header: String) -> Bool { keys.contains(foldedKey(header)) }
}
