import ReportingModel
import Testing

@testable import Submissions

/// Cells of one record: trimmed, mended, masked, bounded, and every one that cannot be read said once with its place.
@Suite struct CellReaderTests {
  private func cells(
    _ row: [String: String], of block: SubmissionContent.Block = .activities, exact: Bool = false
  ) throws -> CellReader {
    let raw = Fixture.block(block, [row])
    var cells = CellReader(raw, book: CodeBook(try Fixture.regime()), isExact: exact, log: FindingLog())
    cells.begin(raw.records[0])
    return cells
  }

  @Test func whatNobodySeesIsCutOff() throws {
    var cells = try cells(["ten": "\u{FEFF}\u{A0} ba\u{301}o \u{200B}\t", "ghi_chu": " \u{3000} ", "ma": ""])
    #expect(cells.text("ten")?.unicodeScalars.elementsEqual("báo".unicodeScalars) == true)
    #expect(cells.text("ghi_chu") == nil && cells.text("ma") == nil)
    #expect(cells.isTold("ten") && !cells.isTold("ghi_chu") && !cells.isTold("so_luong"))
    #expect(cells.log.isEmpty && !cells.isBroken)
  }

  @Test func aForeignDIsReadAsOneOfOurs() throws {
    var cells = try cells(["ten": "Ðăng bài về ɖổi mới"])
    #expect(cells.text("ten") == "Đăng bài về đổi mới")
    #expect(cells.log.codes == ["CSV-MENDED"] && cells.log.errorCount == 0 && !cells.isBroken)
  }

  @Test func personalNumbersAreMaskedBeforeAnybodySeesThem() throws {
    var cells = try cells(["ghi_chu": "Liên hệ 0912345678, thẻ 012345678901"])
    #expect(cells.text("ghi_chu") == "Liên hệ *******678, thẻ *********901")
    let finding = try #require(cells.log.kept.first)
    #expect(finding.code == "CSV-PERSONAL" && finding.severity == .warning)
    #expect(finding.value?.contains("0912345678") == false)
  }

  @Test func textHasBoundsInScalars() throws {
    var cells = try cells(["ten": String(repeating: "ế", count: 500), "ghi_chu": String(repeating: "a", count: 2001)])
    #expect(cells.text("ten") != nil && cells.log.isEmpty)
    #expect(cells.text("ghi_chu") == nil && cells.isBroken)
    #expect(cells.log.codes == ["CSV-LENGTH"])
    var short = try self.cells(["mo_ta": String(repeating: "a", count: 49)], of: .exemplars)
    #expect(short.text("mo_ta") == nil && short.log.codes == ["EXM-SHORT"])
    #expect(short.log.kept.first?.message.english.contains("49 characters; 50 are needed") == true)
  }

  @Test func lettersThatWereLostAreAnError() throws {
    var cells = try cells(["ten": "Ng?y h?i STEM"])
    #expect(cells.text("ten") == nil && cells.isBroken && cells.log.codes == ["CSV-LOST"])
    // A question is none.
    var question = try self.cells(["ten": "Vì sao phải học lập trình?"])
    #expect(question.text("ten") != nil && question.log.isEmpty)
  }

  @Test func anEmptyCellThatIsRequiredIsSaidWhereItStands() throws {
    var cells = try cells(["ten": " "])
    #expect(cells.date("ngay") == nil && cells.isBroken)
    #expect(cells.integer("so_luong") == nil)
    let finding = try #require(cells.log.kept.first)
    #expect(cells.log.codes == ["CSV-MISSING"])
    #expect(finding.location == SourceLocation(file: "hoat-dong.csv", line: 2, column: 2, field: "ngay"))
    #expect(finding.location.cell == "B2")
  }

  /// The header row says so once; each row saying it again would be noise.
  @Test func aColumnThatIsNotThereIsNotSaidARow() throws {
    var raw = Fixture.block(.activities, [[:]])
    raw.columns = raw.columns.map { _ in nil }
    var cells = CellReader(raw, book: CodeBook(try Fixture.regime()), isExact: false, log: FindingLog())
    cells.begin(raw.records[0])
    #expect(cells.date("ngay") == nil && cells.isBroken && cells.log.isEmpty)
  }

  @Test func severalCodesAreSeparatedByBars() throws {
    var cells = try cells(["chu_de": "SO| dn |SO||XX"])
    #expect(cells.codes("chu_de") == ["SO", "DN"])
    #expect(cells.log.codes == ["ACT-CODE"] && cells.log.kept.first?.value == "XX")
    var exact = try self.cells(["chu_de": " SO\n DN "], exact: true)
    #expect(exact.codes("chu_de") == ["SO", "DN"] && exact.log.isEmpty)
    var lower = try self.cells(["chu_de": "SO dn"], exact: true)
    #expect(lower.codes("chu_de") == ["SO"] && lower.log.codes == ["ACT-CODE"])
  }

  @Test func pathsAreSeparatedByBars() throws {
    var cells = try cells(["minh_chung": "a.pdf | thư mục/b.jpg||"], of: .exemplars)
    #expect(cells.paths("minh_chung") == ["a.pdf", "thư mục/b.jpg"])
  }

  /// The id stands in the empty form already, so that a row with nothing else was never filled in.
  @Test(arguments: ["HD01-HK1-2026", "HD30-HK2-2026", "HD02-AI-2026", " HD01-HK1-2026 "])
  func aRowOfTheFormThatNobodyTouched(_ id: String) throws {
    let rows = Fixture.block(.activities, [["ma": id, "ten": " \u{A0}"], ["ma": id, "ghi_chu": "?"], [:]]).records
    var cells = try cells([:])
    var filled: [Bool] = []
    for row in rows { filled.append(cells.isFilledIn(row)) }
    #expect(filled == [false, true, false] && cells.log.isEmpty)
    var exact = try self.cells([:], exact: true)
    let isFilledIn = exact.isFilledIn(rows[0])
    #expect(isFilledIn)
  }

  /// What no form could have left is told: an id of one's own as a warning, words as an error.
  @Test(
    arguments: [
      ("HD01", .warning), ("A5", .warning), ("MH01-HK1-2026", .warning), ("Ghi chú: còn 3 hoạt động", .error),
      ("A5;2026-10-11;NV05", .error), (String(repeating: "a", count: 41), .error), ("Hết", .error),
    ] as [(String, Severity)])
  func anIDAlone(_ id: String, _ severity: Severity) throws {
    let row = Fixture.block(.activities, [["ma": id]]).records[0]
    var cells = try cells([:])
    let isFilledIn = cells.isFilledIn(row)
    #expect(!isFilledIn)
    #expect(cells.log.codes == ["CSV-LOOSE"] && cells.log.kept.first?.severity == severity)
  }

  @Test func aTextAloneInAColumnOfCodes() throws {
    let rows = Fixture.block(
      .narratives,
      [["muc": "KHOKHAN - Khó khăn"], ["muc": "Trường còn thiếu kinh phí"], ["muc": "X", "noi_dung": "a"]]
    ).records
    var cells = try cells([:], of: .narratives)
    var areRows: [Bool] = []
    for row in rows { areRows.append(cells.isRow(row, keyed: "muc")) }
    #expect(areRows == [true, false, true])
    #expect(cells.log.codes == ["CSV-LOOSE"] && cells.log.errorCount == 1)
    #expect(cells.log.kept.first?.location.cell == "A3")
  }

  /// An explanation of what this regime has no rule for does not get a report rejected.
  @Test func anUnknownRuleIsAWarning() throws {
    var cells = try cells(["quy_tac": "R99"], of: .explanations)
    #expect(cells.code("quy_tac") == nil && cells.log.codes == ["RULE-UNUSED"] && cells.log.errorCount == 0)
    var malformed = try self.cells(["quy_tac": "r 99"], of: .explanations, exact: true)
    #expect(malformed.code("quy_tac") == nil && malformed.log.errorCount == 1)
  }

  @Test func valuesInFindingsAreShortAndMasked() {
    #expect(shortened("ngắn") == "ngắn" && shortened(String(repeating: "ấ", count: 80)).count == 80)
    let long = shortened(String(repeating: "a", count: 81))
    #expect(long.unicodeScalars.count == 80 && long.hasSuffix("a…"))
    // A number across the cut is masked although its end is not shown.
    let cut = shortened(String(repeating: "a", count: 70) + " 012345678901 và nữa")
    #expect(cut.contains("*") && !cut.contains { $0.isNumber })
  }
}
