import Documents
import Foundation
import Rendering
import ReportingModel
import Testing
import ZipFormat

@Suite struct SheetTests {
  private static let table = Table(
    name: "bang", caption: "Bảng & <thử>", unitLine: "Đơn vị tính: triệu đồng",
    columns: [
      Table.Column("TT", .center, weight: 5), Table.Column("Tên", weight: 30),
      Table.Column("Hội nghị", .center, weight: 10, group: "Hình thức", parts: ["Hoạt động", "Sản phẩm"]),
      Table.Column("Số đơn vị", .center, weight: 10, parts: ["Đã báo", "Phải báo", "Khác"]),
      Table.Column("Tỷ lệ", .right, weight: 8), Table.Column("Ngày", .center, weight: 8),
    ],
    rows: [
      .bar("A. Phần một"),
      Table.Row([
        .count(1), "=1+1", Cell(.pair(3, 12)), Cell(.coverage(required: 90, ofAll: 117, others: 8)),
        .percent(Percent(hundredths: 6135)), .date(CalendarDate(iso: "2027-06-14")),
      ]),
      Table.Row([.count(2), "_x0041_", .notTold, .notApplicable, .empty, .date(nil)], indent: 1),
    ], total: [.empty, "Tổng cộng", Cell(.pair(3, 12)), .empty, .empty, .empty], notes: ["Một ghi chú."])

  private func sheets(_ rows: Int = 0) -> [Sheet] {
    var table = Self.table
    for number in 0..<rows {
      table.rows.append(Table.Row([.count(number), "Dòng \(number)", .empty, .empty, .empty, .empty]))
    }
    return [
      Sheet(name: "Tóm tắt", head: ["Tiêu đề", "Kỳ"], tables: [table]), Sheet(name: "Trống", head: [], tables: []),
    ]
  }

  /// Numbers are numbers and days are days; a reader that is not ours reads every value.
  @Test func anotherReaderReadsEveryValue() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "sheet-\(getpid()).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(SheetBook.render(sheets(), header: "A & B")).write(to: file)
    let script = """
      import sys, openpyxl
      wb = openpyxl.load_workbook(sys.argv[1])
      print(wb.sheetnames)
      ws = wb.worksheets[0]
      for row in ws.iter_rows(min_row=7):
          print([str(c.value) for c in row if c.value is not None])
      print(ws.freeze_panes, ws.auto_filter.ref, sorted(str(m) for m in ws.merged_cells.ranges), ws.page_setup.paperSize, ws.cell(9, 8).number_format, ws.cell(9, 9).number_format)
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", script, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.hasPrefix("['Tóm tắt', 'Trống']\n"), "\(text)")
    #expect(text.contains("['1', '=1+1', '3', '12', '90', '117', '8', '61.35', '2027-06-14 00:00:00']"), "\(text)")
    #expect(text.contains("dd/mm/yyyy") && text.contains("'A. Phần một'"), "\(text)")
  }

  @Test func sameSheetsSameBytes() throws {
    #expect(SheetBook.render(sheets(500), header: "x") == SheetBook.render(sheets(500), header: "x"))
    let archive = try ZipArchive(SheetBook.render(sheets(500), header: "x"))
    for entry in archive.entries { #expect(try !archive.read(entry).isEmpty) }
  }

  /// A cell that begins like a formula is none, and a value of several numbers takes a column for each.
  @Test func tablesAsCSV() {
    #expect(
      String(decoding: TableCSV.render(Self.table), as: UTF8.self).split(separator: "\r\n").map(String.init) == [
        "\u{FEFF}TT,Tên,Hội nghị: Hoạt động,Hội nghị: Sản phẩm,Số đơn vị: Đã báo,Số đơn vị: Phải báo,Số đơn vị: Khác,Tỷ lệ,Ngày",
        "A. Phần một", "1,'=1+1,3,12,90,117,8,61.35,2027-06-14", "2,_x0041_,,,-,,,,", ",Tổng cộng,3,12,,,,,",
      ])
    for text in ["=1", "+84", "-5", "@a", "\tb"] { #expect(TableCSV.text(text) == "'" + text) }
    for text in ["a=1", "", "5"] { #expect(TableCSV.text(text) == text) }
  }
}
