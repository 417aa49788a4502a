import Regimes
import ReportingModel
import VietnameseText

extension SubmissionReader {
  /// The header; `nil` when it lacks what makes a submission one: unit, period, date.
  func readHeader(
    _ raw: RawSubmission, book: CodeBook, regime: Regime, into result: inout Submission
  ) -> SubmissionHeader? {
    guard let block = raw.blocks.first(where: { $0.block == .header }), let record = block.records.first else {
      if !result.log.hasErrors { result.log.add(noHeader(raw)) }
      return nil
    }
    var cells = CellReader(block, book: book, isExact: raw.isExact, log: result.log)
    defer { result.log = cells.log }
    cells.begin(record)
    let regimeID = cells.identifier("che_do")
    let unit = readUnit(&cells)
    result.unit = unit
    let unitName = cells.text("ten_don_vi")
    let period = readPeriod(&cells, regime)
    result.period = period
    let number = cells.integer("lan_nop").map { Int($0) }
    let nilReturn = cells.flag("khong_phat_sinh") ?? false
    let preparer = cells.text("nguoi_lap")
    let signer = cells.text("nguoi_ky")
    let date = cells.date("ngay_lap")
    for extra in block.records.dropFirst() {
      cells.begin(extra)
      if cells.isAlone(extra), let index = cells.toldColumns(of: extra).first {
        cells.alone(index, trimmedNFC(extra.values[index] ?? ""), .error)
      } else {
        cells.log.add(extraHeader(block, extra))
      }
    }
    guard regimeID != nil, let unit, let period, let date else { return nil }
    return SubmissionHeader(
      regime: regime.id, unit: unit, unitName: unitName, period: period, number: number, nilReturn: nilReturn,
      preparer: preparer, signer: signer, date: date)
  }

  /// The unit's code. Another text is mostly the unit's name.
  private func readUnit(_ cells: inout CellReader) -> String? {
    guard let (index, text) = cells.raw("don_vi"), case .identifier(let length) = cells.schema.columns[index].type
    else { return cells.identifier("don_vi") }
    if let code = try? CellValue.identifier(text, maxLength: length) { return code }
    cells.log.add(noUnitCode(text, at: cells.location(index)))
    return nil
  }

  private func readPeriod(_ cells: inout CellReader, _ regime: Regime) -> PeriodKey? {
    let schoolYear = cells.text("nam_hoc")
    let year = cells.text("nam")
    let request = cells.identifier("yeu_cau")
    guard let code = cells.code("loai_ky"), let kind = regime.periodKind(code) else { return nil }
    if kind.calendar != .request, cells.isTold("yeu_cau") {
      cells.log.add(
        headerFinding(
          .headerRequest, cells, "yeu_cau", value: request,
          LocalizedText(
            "Kỳ \(code) không trả lời yêu cầu nào, nhưng có ghi mã yêu cầu.",
            "A report for \(code) answers no request, but one is named."),
          LocalizedText("Đề nghị bỏ mã yêu cầu, hoặc ghi kỳ là kỳ theo yêu cầu.", "Remove the request's code.")))
      return nil
    }
    switch kind.calendar {
    case .schoolYear:
      let parsed = schoolYear.flatMap { CellValue.schoolYear($0, exact: cells.isExact) }
      if let parsed {
        return PeriodKey(kind: code, which: parsed.description)
      }
      cells.log.add(
        headerFinding(
          .headerPeriod, cells, "nam_hoc", value: schoolYear,
          schoolYear.map {
            let shown = showingInvisible(in: shortened($0))
            return LocalizedText("Năm học «\(shown)» không đúng.", "School year «\(shown)» is not right.")
          } ?? LocalizedText("Chưa ghi năm học của kỳ \(code).", "The school year of \(code) is not given."),
          schoolYearHint(schoolYear)))
      return nil
    case .calendarYear:
      if let year, calendarYear(year) != nil { return PeriodKey(kind: code, which: year) }
      cells.log.add(
        headerFinding(
          .headerPeriod, cells, "nam", value: year,
          year.map { LocalizedText("Năm «\(shortened($0))» không đúng.", "Year «\(shortened($0))» is not right.") }
            ?? LocalizedText("Chưa ghi năm của kỳ \(code).", "The year of \(code) is not given."),
          LocalizedText("Đề nghị ghi bốn chữ số, ví dụ 2027.", "Write four digits, such as 2027.")))
      return nil
    case .request:
      if let request { return PeriodKey(kind: code, which: request) }
      cells.log.add(
        headerFinding(
          .headerRequest, cells, "yeu_cau", value: nil,
          LocalizedText("Chưa ghi mã yêu cầu mà báo cáo này trả lời.", "The request that is answered is not named."),
          LocalizedText("Đề nghị ghi mã yêu cầu nêu trong văn bản của Sở.", "Write the code of the request.")))
      return nil
    }
  }

  private func schoolYearHint(_ text: String?) -> LocalizedText {
    let meant = text.flatMap { CellValue.schoolYear(withoutInvisible($0), exact: false) }
    return meant.map {
      LocalizedText("Đề nghị gõ lại năm học: «\($0)».", "Type the school year again: «\($0)».")
    }
      ?? LocalizedText(
        "Đề nghị ghi hai năm liền nhau, ví dụ 2026-2027.", "Write two consecutive years, such as 2026-2027.")
  }

  private func headerFinding(
    _ code: FindingCode, _ cells: CellReader, _ field: String, value: String?, _ message: LocalizedText,
    _ hint: LocalizedText
  ) -> Finding {
    let index = cells.schema.index(of: field) ?? 0
    return Finding(code, .error, at: cells.location(index), value: value.map(shortened), message: message, hint: hint)
  }

  private func noHeader(_ raw: RawSubmission) -> Finding {
    Finding(
      .headerMissing, .error, at: SourceLocation(file: raw.path),
      message: LocalizedText(
        "Báo cáo không có phần thông tin chung (đơn vị, kỳ báo cáo, ngày lập).",
        "The report has no header (unit, period, date)."),
      hint: LocalizedText(
        "Đề nghị điền một dòng thông tin dưới dòng tiêu đề của thong-tin.csv.",
        "Fill in one row below the titles of thong-tin.csv."))
  }

  private func extraHeader(_ block: RawBlock, _ record: RawRecord) -> Finding {
    Finding(
      .headerRows, .error, at: SourceLocation(file: block.file, line: record.line),
      message: LocalizedText(
        "Phần thông tin chung có nhiều hơn một dòng.", "The header has more than one row."),
      hint: LocalizedText(
        "Mỗi thư mục chỉ chứa báo cáo của một đơn vị cho một kỳ; đề nghị tách ra.",
        "A folder holds one unit's report for one period; please split it."))
  }
}
