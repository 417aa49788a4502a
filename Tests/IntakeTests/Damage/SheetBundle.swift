import ReportingModel
import Synthesis
import Testing
import VietnameseText

/// One report as files of cells, and how they are written: what an office program would make of it.
struct SheetBundle: Sendable, CustomTestStringConvertible {
  var name: String
  var delimiter: Character = ";"
  var lineEnd = "\r\n"
  var encoding = Encoding.utf8
  var quotesAll = false
  /// A first line `sep=`.
  var namesDelimiter = false
  var sheets: [Sheet]

  var testDescription: String { name }

  struct Sheet: Sendable {
    var name: String
    /// The titles, and the rows below them.
    var rows: [[String]]
  }

  enum Encoding: Sendable { case utf8, utf8Mark, utf16, tcvn3, windows1258 }

  /// The lines of a sheet, each as its cells are written.
  func lines(_ sheet: Sheet) -> [[String]] {
    sheet.rows.map { row in
      row.map { cell in
        let marks: [Character] = [delimiter, "\"", "\n", "\r"]
        let isQuoted = quotesAll || marks.contains { cell.contains($0) }
        return isQuoted ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }
    }
  }

  func text(_ lines: [[String]]) -> String {
    (namesDelimiter ? "sep=\(delimiter)" + lineEnd : "")
      + lines.map { $0.joined(separator: String(delimiter)) + lineEnd }.joined()
  }

  /// - Parameter texts: texts of files that are not written as they are.
  func zip(_ texts: [String: String] = [:]) -> [UInt8] {
    SyntheticBundle.zip(
      files: sheets.map { ($0.name, Self.bytes(texts[$0.name] ?? text(lines($0)), encoding)) })
  }

  static func bytes(_ text: String, _ encoding: Encoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf8Mark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .tcvn3: text.unicodeScalars.flatMap { tcvn3[String($0)] ?? Array(String($0).utf8) }
    case .windows1258: text.unicodeScalars.flatMap { windows1258[String($0)] ?? Array(String($0).utf8) }
    }
  }

  private static let tcvn3 = spellings(.tcvn3, pairs: false)
  private static let windows1258 = spellings(.windows1258, pairs: true)

  /// The bytes of each letter outside ASCII: one, or a letter and a tone.
  private static func spellings(_ encoding: LegacyEncoding, pairs: Bool) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    func note(_ bytes: [UInt8]) {
      guard let letter = try? encoding.decode(bytes), letter.unicodeScalars.count == 1 else { return }
      if result[letter] == nil { result[letter] = bytes }
    }
    for byte in 0x80...0xFF as ClosedRange<UInt8> { note([byte]) }
    guard pairs else { return result }
    for tone in [0xCC, 0xD2, 0xDE, 0xEC, 0xF2] as [UInt8] {
      for letter in 0x41...0xFF as ClosedRange<UInt8> { note([letter, tone]) }
    }
    return result
  }
}

extension SheetBundle {
  private static let titles: [String: [String]] = [
    "thong-tin.csv": [
      "Chế độ báo cáo", "Mã đơn vị", "Tên đơn vị", "Kỳ báo cáo", "Năm học", "Lần nộp", "Không phát sinh", "Người lập",
      "Người ký", "Ngày lập",
    ],
    "hoat-dong.csv": [
      "Mã hoạt động", "Ngày thực hiện", "Nhiệm vụ", "Mã nội dung", "Hình thức", "Sản phẩm", "Chủ đề lồng ghép",
      "Số lượng", "Số người tham gia", "Tên hoạt động, sản phẩm", "Đường dẫn (link)", "Ghi chú",
    ],
    "chi-tieu.csv": ["Mã chỉ tiêu", "Giá trị", "Ghi chú"],
    "mo-hinh.csv": [
      "Mã mô hình", "Mã nội dung", "Tên mô hình", "Mô tả", "Tác giả", "Đường dẫn (link)", "Minh chứng",
    ],
    "thuyet-minh.csv": ["Mục", "Nội dung"],
    "giai-trinh.csv": ["Quy tắc", "Nội dung"],
  ]

  private static let summary =
    "Học sinh lập nhóm tự làm trạm đo mưa và nhiệt độ bằng vật liệu tái chế, ghi số liệu mỗi ngày; nhà trường hỗ trợ."

  /// The rows of a report that is accepted.
  private static let rows: [(String, [[String]])] = [
    (
      "thong-tin.csv",
      [
        [
          "LD-NQ57", "SO-001", "Trường THPT Mẫu 001", "HK1", "2026-2027", "", "", "Người lập Mẫu", "Người ký Mẫu",
          "15/01/2027",
        ]
      ]
    ),
    (
      "hoat-dong.csv",
      [
        [
          "HD01", "20/10/2026", "NV05", "ND3", "HT2", "NGOAIKHOA", "SHTT|DN", "1", "1.200", "Ngày hội STEM, lần hai",
          "https://truong.example.edu.vn/stem", "Có 3 gian hàng; 12 lớp",
        ],
        [
          "", "21/10/2026", "NV02 - Tuyên truyền", "", "HT1", "Tin, bài", "", "2", "0", "Bài \"Số hóa\" trên trang", "",
          "",
        ],
        [
          "HD03", "06/01/2027", "NV05", "", "HT2", "SUKIEN", "DN", "", "350", "Cuộc thi\nrobot cấp trường",
          "https://truong.example.edu.vn/robot", "Cả ngày",
        ],
        ["HD04-HK1-2026", "", "", "", "", "", "", "", "", "", "", ""],
      ]
    ),
    (
      "chi-tieu.csv",
      [
        ["CT08 - Lượt cán bộ", "45", ""], ["CT09", "1250", "gồm cả học viên"], ["CT14", "62", "STEM, AI"],
        ["CT16", "900", "đầu năm; cuối năm 898"], ["CT17", "120", ""], ["CT18", "1", ""], ["CT19", "", ""],
        ["CT20", "12500000", ""], ["CT21", "1", ""],
      ]
    ),
    (
      "mo-hinh.csv",
      [["MH01", "ND3", "Trạm thời tiết", summary, "Tổ Vật lí", "https://truong.example.edu.vn/tram", ""]]
    ),
    (
      "thuyet-minh.csv",
      [
        ["KETQUA - Kết quả thực hiện", "Trường đã tổ chức ngày hội STEM, hai buổi tập huấn; có 1.200 lượt người."],
        ["KHOKHAN", "Thiếu phòng thực hành.\nThiếu máy tính."],
      ]
    ),
    ("giai-trinh.csv", [["IND-EMPTY", "Câu lạc bộ khởi nghiệp chưa thành lập."]]),
  ]

  /// The report in the ways in which people send it.
  static let all: [SheetBundle] = {
    func sheets(_ change: (inout [[String]]) -> Void = { _ in }) -> [Sheet] {
      rows.map { name, rows in
        var all = [titles[name] ?? []] + rows
        change(&all)
        return Sheet(name: name, rows: all)
      }
    }
    return [
      SheetBundle(name: "Excel, tiếng Việt", encoding: .utf8Mark, sheets: sheets()),
      SheetBundle(name: "Excel, English", delimiter: ",", lineEnd: "\n", sheets: sheets()),
      SheetBundle(name: "Unicode Text", delimiter: "\t", encoding: .utf16, sheets: sheets()),
      SheetBundle(name: "mẫu, ABC", encoding: .tcvn3, namesDelimiter: true, sheets: sheets()),
      SheetBundle(name: "máy chủ", delimiter: ",", encoding: .windows1258, quotesAll: true, sheets: sheets()),
      // A row has no others of its kind beside it.
      SheetBundle(
        name: "một dòng", encoding: .utf8Mark, sheets: sheets { if $0[0].count > 3 { $0 = Array($0.prefix(2)) } }),
      // Whoever types the rows by hand leaves empty ends away, and has no rows that wait to be filled in.
      SheetBundle(
        name: "gõ tay",
        sheets: sheets { rows in
          rows.removeAll { $0[0].hasPrefix("HD04") }
          rows = rows.map { Array($0.prefix(($0.lastIndex { !$0.isEmpty } ?? 0) + 1)) }
        }),
      // Empty columns behind the last title.
      SheetBundle(name: "cột trống", delimiter: ",", sheets: sheets { rows in rows = rows.map { $0 + ["", ""] } }),
    ]
  }()
}
