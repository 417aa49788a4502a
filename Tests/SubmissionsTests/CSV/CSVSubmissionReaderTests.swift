import Bundles
import ReportingModel
import Submissions
import Testing

/// A folder of CSV files as one raw submission.
@Suite struct CSVSubmissionReaderTests {
  private static let header = """
    Chế độ báo cáo;Mã đơn vị;Kỳ báo cáo;Năm học;Ngày lập
    KH-NHO;T-01;HK1;2026-2027;18/1/2027

    """

  private func read(_ files: [(String, [UInt8])], rows: Int = 1000) -> RawSubmission {
    CSVSubmissionReader.read(
      SubmissionSource(
        form: .csv, path: "a/thong-tin.csv", files: files.map { BundleFile(path: "a/" + $0.0, bytes: $0.1) },
        evidence: []),
      rows: RowLimit(file: rows))
  }

  private func read(_ files: [(String, String)], rows: Int = 1000) -> RawSubmission {
    read(files.map { ($0.0, Array($0.1.utf8)) }, rows: rows)
  }

  @Test func cellsKeepTheirRowAndTheirPlace() throws {
    let raw = read([
      ("thong-tin.csv", Self.header), ("CHI TIEU.CSV", "Giá trị,ma\n\n\"1.234\",CT02\n,\nchỉ một ô\n"),
    ])
    #expect(raw.log.isEmpty && !raw.isExact && raw.encoding == "UTF-8")
    #expect(raw.blocks.map(\.block) == [.header, .indicators])
    let block = raw.blocks[1]
    #expect(block.file == "a/CHI TIEU.CSV" && block.columns == [2, 1, nil])
    #expect(block.records.map(\.line) == [3, 5])
    #expect(block.records[0].values == ["CT02", "1.234", nil])
    // A row that is too short has empty cells, a column that is not there has none.
    #expect(block.records[1].values == ["", "chỉ một ô", nil])
  }

  @Test func rowsAboveTheTitlesAreSkippedAndSaid() {
    let raw = read([
      ("thong-tin.csv", Self.header),
      ("chi-tieu.csv", "TRƯỜNG MẪU;;\nBIỂU CHỈ TIÊU;;\nMã;Giá trị;Ghi chú\nCT02;5;\n"),
    ])
    #expect(raw.log.codes == ["CSV-TITLE"] && raw.log.errorCount == 0)
    #expect(raw.log.kept.first?.location.line == 3)
    #expect(raw.blocks.last?.records.map(\.line) == [4] && raw.unread == [])
  }

  @Test func aFileWithoutTitlesIsUnread() {
    let raw = read([("thong-tin.csv", Self.header), ("chi-tieu.csv", "CT02;5\nCT03;6\n")])
    #expect(raw.log.codes == ["CSV-COLUMN"] && raw.blocks.map(\.block) == [.header])
    #expect(raw.unread == [.indicators])
    let empty = read([("thong-tin.csv", Self.header), ("chi-tieu.csv", "\n\n")])
    #expect(empty.log.codes == ["CSV-EMPTY"] && empty.log.errorCount == 0 && empty.unread == [])
  }

  @Test func twoFilesOfOneName() {
    let raw = read([
      ("thong-tin.csv", Self.header), ("chi-tieu.csv", "Mã;Giá trị\nCT02;5\n"),
      ("Chỉ tiêu.csv", "Mã;Giá trị\nCT02;6\n"),
    ])
    #expect(raw.log.codes == ["CSV-TWICE"] && raw.log.kept.first?.location.file == "a/Chỉ tiêu.csv")
    #expect(raw.blocks.last?.records.first?.values[1] == "5")
  }

  @Test func aRowThatIsTooLongIsAnError() {
    let raw = read([("thong-tin.csv", Self.header), ("chi-tieu.csv", "Mã;Giá trị\nCT02;5;6;7\n")])
    #expect(raw.log.codes == ["CSV-RAGGED"] && raw.log.kept.first?.location.cell == "C2")
    #expect(raw.unread == [.indicators])
  }

  @Test func aQuoteThatIsNotClosed() {
    let raw = read([("thong-tin.csv", Self.header), ("chi-tieu.csv", "Mã;Giá trị\nCT02;\"5\nCT03;6\n")])
    #expect(raw.log.codes.contains("CSV-QUOTE") && raw.log.errorCount > 0 && raw.unread == [.indicators])
  }

  /// Titles and what stands above them are no rows.
  @Test func theLimitOfRows() {
    let table = "BIỂU\nMã;Giá trị\n" + (1...9).map { "CT0\($0);1\n" }.joined()
    #expect(read([("thong-tin.csv", Self.header), ("chi-tieu.csv", table)], rows: 9).log.codes == ["CSV-TITLE"])
    let over = read([("thong-tin.csv", Self.header), ("chi-tieu.csv", table)], rows: 8)
    #expect(over.log.codes == ["CSV-ROWS", "CSV-TITLE"])
    #expect(over.unread == [.indicators])
  }

  /// Excel saves UTF-16 and UTF-8 with a mark, whatever the school asked for; the receipt names both.
  @Test func encodingsAreNamed() {
    let text = "Mã;Giá trị\nCT02;5\n"
    let wide =
      [UInt8](arrayLiteral: 0xFF, 0xFE) + text.utf16.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let raw = read([("thong-tin.csv", [0xEF, 0xBB, 0xBF] + Array(Self.header.utf8)), ("chi-tieu.csv", wide)])
    #expect(raw.encoding == "UTF-8 BOM, UTF-16LE" && raw.log.isEmpty)
    #expect(raw.blocks.last?.records.first?.values[0] == "CT02")
  }

  @Test func bytesOfNoEncoding() {
    let raw = read([
      ("thong-tin.csv", Array(Self.header.utf8)), ("chi-tieu.csv", Array("Mã;Giá trị\nCT02;5\n".utf8) + [0xFF, 0x00]),
    ])
    #expect(raw.log.hasErrors && raw.unread == [.indicators])
    #expect(raw.blocks.map(\.block) == [.header])
  }
}
