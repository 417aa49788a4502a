import ReportingModel
import Testing

@testable import Submissions

/// The header row: which cell is which column, and what is said of the others.
@Suite struct HeaderRowTests {
  private let schema = Vocabulary.indicators

  private func row(_ cells: [String]) -> (row: HeaderRow, log: FindingLog) {
    let row = HeaderRow(cells: cells, width: cells.count, schema: schema, names: ColumnNames(schema))
    var log = FindingLog()
    row.report(file: "chi-tieu.csv", row: 3, into: &log)
    return (row, log)
  }

  @Test func cellsAreCountedFromOneInAnyOrder() {
    let (row, log) = row(["", "Giá trị", " Mã chỉ tiêu\u{A0}"])
    #expect(row.cellByColumn == [3, 2, nil] && log.isEmpty)
  }

  @Test func aColumnThatIsThereTwiceIsReadOnceAndRefused() {
    let (row, log) = row(["Mã", "Mã chỉ tiêu", "Giá trị", "Kết quả"])
    #expect(row.cellByColumn == [1, 3, nil])
    #expect(log.codes == ["CSV-TWICE", "CSV-TWICE"])
    #expect(log.kept.map(\.location.cell) == ["B3", "D3"])
  }

  @Test func anUnknownColumnIsAWarningAndAPersonalOneAnError() {
    let (_, log) = row(["Mã", "STT", "Giá trị", "Số điện thoại"])
    #expect(log.codes == ["CSV-UNKNOWN", "HDR-PERSONAL"])
    #expect(log.kept.map(\.severity) == [.warning, .error])
    #expect(log.kept.map(\.location.cell) == ["B3", "D3"])
  }

  @Test func aMissingColumnIsSoughtAmongTheUnknown() {
    let (_, log) = row(["Mã", "Gía trịi"])
    #expect(log.codes == ["CSV-UNKNOWN", "CSV-COLUMN"])
    #expect(log.kept.last?.hint.vietnamese == "Đề nghị thêm cột này, hoặc sửa tên cột «Gía trịi» thành «Giá trị».")
    let (_, none) = self.row(["Mã", "Người phụ trách báo cáo"])
    #expect(none.kept.last?.hint.vietnamese == "Đề nghị thêm cột này theo mẫu.")
  }

  /// Titles are saved together and lost together: one finding tells of all, and none is called missing.
  @Test func titlesThatLostTheirLettersAreSaidOnce() {
    let (_, log) = row(["Mã", "Gi? tr?", "Ghi ch? th?m"])
    #expect(log.codes == ["CSV-LOST"] && log.kept.first?.location.cell == "B3")
    // No title asks anything.
    #expect(HeaderRow.damage(in: "K?t qu? ABC") != nil && HeaderRow.damage(in: "X?") != nil)
    #expect(HeaderRow.damage(in: "Kết quả") == nil && HeaderRow.damage(in: "ma_don_vi") == nil)
  }

  @Test func valuesAreShortAndMasked() {
    let long = "Cột của ông 0912345678 " + String(repeating: "dài ", count: 40)
    let (_, log) = row(["Mã", "Giá trị", long])
    let value = log.kept.first?.value ?? ""
    #expect(value.unicodeScalars.count == 80 && value.contains("*******678"))
  }
}
