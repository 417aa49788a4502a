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
      rows: rows)
  }

  private func read(_ files: [(String, String)], rows: Int = 1000) -> RawSubmission {
    read(files.map { ($0.0, Array($0.1.utf8)) }, rows: rows)
  }

  @Test func cellsKeepTheirRowAndTheirPlace() throws {
    let raw = read([
      ("thong-tin.csv", Self.header), ("CHI TIEU.CSV", "Giá trị,ma\n\n\"1.234\",CT02\n,\n,CT03\n"),
    ])
    #expect(raw.log.isEmpty && !raw.isExact && raw.encoding == "UTF-8")
    #expect(raw.blocks.map(\.block) == [.header, .indicators])
    let block = raw.blocks[1]
    #expect(block.file == "a/CHI TIEU.CSV" && block.columns == [2, 1, nil])
    #expect(block.records.map(\.line) == [3, 5])
    #expect(block.records[0].values == ["CT02", "1.234", nil])
    // A cell that is empty has an empty text, a column that is not there has none.
    #expect(block.records[1].values == ["CT03", "", nil])
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

  /// The cells of a row that is too wide stand under wrong titles: one finding is enough.
  @Test func aWideRowIsNotRead() {
    let raw = read([("thong-tin.csv", Self.header), ("chi-tieu.csv", "Mã;Giá trị\nCT02;5;\nCT03;6\n")])
    #expect(raw.log.codes == ["CSV-RAGGED"] && raw.blocks.last?.records.map(\.line) == [3])
  }

  /// What stands between the records of a table, and what is said of it.
  @Test(
    arguments: [
      ("CT02;5;\nTổng cộng;5;\n", ["CSV-LOOSE"]), ("CT02;5;\nTỔNG SỐ:;5;\n", ["CSV-LOOSE"]),
      ("CT02;5;\nMã chỉ tiêu;Giá trị;Ghi chú\n", ["CSV-LOOSE"]),
      ("MA CHI TIEU;GIA TRI;GHI CHU\nCT02;5;\n", ["CSV-LOOSE"]),
      ("CT02;5;\nCT03,6,a\nCT04,7,\n", ["CSV-LOOSE"]), ("\"CT02;5;a, b\"\nCT03;6;\n", ["CSV-LOOSE"]),
      ("CT02\t5\t\n", ["CSV-LOOSE"]), ("\"CT02;5;a\";;\n", ["CSV-LOOSE"]),
      // The form's own rows, with delimiters in the names of their codes.
      ("\"CT02 - Có kế hoạch (1: có; 0: chưa)\";;\n", []), ("CT02 - Dự án, ý tưởng, sáng kiến, mô hình;;\n", []),
    ] as [(String, [String])])
  func rowsThatAreNoRecords(_ rows: String, _ codes: [String]) {
    let raw = read([("thong-tin.csv", Self.header), ("chi-tieu.csv", "Mã chỉ tiêu;Giá trị;Ghi chú\n" + rows)])
    #expect(raw.log.codes == codes && raw.unread == (codes.isEmpty ? [] : [.indicators]))
  }

  /// An Excel that cuts at commas leaves each row in one cell, the titles too.
  @Test(arguments: ["\"Mã;Giá trị\"\n\"CT02;5\"\n", "sep=,\nMã;Giá trị\nCT02;5\n"])
  func titlesInOneCell(_ text: String) {
    let raw = read([("thong-tin.csv", Self.header), ("chi-tieu.csv", text)])
    #expect(raw.log.codes == ["CSV-LOOSE"] && raw.unread == [.indicators])
  }

  @Test(
    arguments: [
      ("Mã;;Giá trị\nCT02;x;5\n", .warning), ("Mã;;Giá trị\nCT02;x;5\nCT03;7;5\n", .error),
      ("Mã;Giá trị;\nCT02;5;1.200\n", .error), ("Mã;Giá trị;\nCT02;5;85%\n", .error),
      ("Mã;Giá trị;\nCT02;5;06/01/2027\n", .warning), ("Mã;Giá trị;\nCT02;5;\u{200B}\n", nil),
      (";Mã;Giá trị\n;CT02;5\n", nil),
    ] as [(String, Severity?)])
  func aColumnWithoutATitle(_ text: String, _ severity: Severity?) {
    let raw = read([("thong-tin.csv", Self.header), ("chi-tieu.csv", text)])
    #expect(raw.log.kept.map(\.severity) == (severity.map { [$0] } ?? []))
    #expect(raw.log.codes == (severity == nil ? [] : ["CSV-UNKNOWN"]))
  }

  /// A number that its comma cut; quoted it is a text, and in other files there is none.
  @Test(
    arguments: [
      ("Mã,Giá trị,Ghi chú\nCT02,1,234\n", .error), ("Mã,Giá trị,Ghi chú\nCT02,999,000\n", .error),
      ("Mã,Giá trị,Ghi chú\nCT02,12,5\n", .warning), ("Mã,Giá trị,Ghi chú\nCT02,1,\"234\"\n", nil),
      ("Mã,Giá trị,Ghi chú\nCT02,1234,567\n", nil), ("Mã,Giá trị,Ghi chú\nCT02,1,lớp 234\n", nil),
      ("Mã,Giá trị,Ghi chú\nCT02,1,2027\n", nil), ("Mã;Giá trị;Ghi chú\nCT02;1;234\n", nil),
      ("Mã,Giá trị,Đơn vị tính\nCT02,1,234\n", .error),
    ] as [(String, Severity?)])
  func aNumberThatItsCommaCut(_ text: String, _ severity: Severity?) {
    let raw = read([("thong-tin.csv", Self.header), ("chi-tieu.csv", text)])
    #expect(raw.log.kept.filter { $0.code == "CSV-THOUSANDS" }.map(\.severity) == (severity.map { [$0] } ?? []))
  }

  @Test func aCopyIsReadUnderItsPlainName() {
    let files = [("thong-tin.csv", Self.header), ("chi-tieu.csv", "Mã;Giá trị\nCT02;5\n")].map { name, text in
      BundleFile(path: "a/" + name.replacing(".csv", with: " (1).csv"), bytes: Array(text.utf8), plainName: name)
    }
    let source = SubmissionSource(form: .csv, path: "a/thong-tin (1).csv", files: files, evidence: [])
    let raw = CSVSubmissionReader.read(source, rows: 100)
    #expect(raw.log.codes == ["CSV-NAME", "CSV-NAME"] && !raw.log.hasErrors && raw.blocks.count == 2)
  }

  /// What is no text is told once, by its first bytes, whatever its name says.
  @Test(
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0], "ZIP-XLS"),
      ([0x50, 0x4B, 3, 4, 0, 0, 0], "ZIP-XLSX"),
      (Array("%PDF-1.4".utf8), "CSV-ENCODING"),
    ] as [([UInt8], String)])
  func aFileThatIsNoCSV(_ bytes: [UInt8], _ code: String) {
    let raw = read([("thong-tin.csv", Array(Self.header.utf8)), ("chi-tieu.csv", bytes)])
    #expect(raw.log.codes == [code] && raw.unread == [.indicators] && raw.blocks.map(\.block) == [.header])
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
