import Regimes
import ReportingModel
import Submissions

extension SubmissionValidator {
  /// A nil return tells that nothing arose: no activity, no exemplar, no flow above zero (<doc:bundle#khongPhatSinh>).
  func checkNilReturn(_ submission: inout Submission, _ content: SubmissionContent, kind: String) {
    guard content.header.nilReturn else { return }
    var contradictions: [LocalizedText] = []
    if !content.activities.isEmpty {
      contradictions.append(
        LocalizedText(
          "\(content.activities.count) hoạt động",
          content.activities.count == 1 ? "1 activity" : "\(content.activities.count) activities"))
    }
    if !content.exemplars.isEmpty {
      contradictions.append(
        LocalizedText("\(content.exemplars.count) mô hình", counted(content.exemplars.count, "exemplar")))
    }
    for told in content.indicators
    where told.value > .zero && regime.indicator(told.code)?.nature == .flow {
      let value = VietnameseNumber.text(told.value)
      contradictions.append(LocalizedText("\(told.code) = \(value)", "\(told.code) = \(told.value)"))
    }
    guard !contradictions.isEmpty else { return }
    submission.log.add(
      Finding(
        .headerNil, .error,
        at: submission.origin.location(.header, line: submission.origin.headerLine, field: "khong_phat_sinh"),
        message: LocalizedText(
          "Báo cáo không phát sinh nhưng có \(contradictions.map(\.vietnamese).joined(separator: ", ")).",
          "A nil return, but it tells \(contradictions.map(\.english).joined(separator: ", "))."),
        hint: LocalizedText(
          "Đề nghị bỏ đánh dấu «Không phát sinh», hoặc bỏ các nội dung đó.",
          "Take back the mark of a nil return, or remove these.")))
  }

  /// Told only by kinds that are asked, never when derived, and told where demanded (<doc:regime#Required-content>).
  func checkIndicators(_ submission: inout Submission, _ content: SubmissionContent, kind: String) {
    for told in content.indicators {
      guard let indicator = regime.indicator(told.code) else { continue }
      let place = submission.origin.location(.indicators, line: told.line, field: "ma")
      if indicator.isDerived {
        submission.log.add(derivedTold(indicator, at: place))
      } else if !indicator.asks(kind) {
        submission.log.add(notAsked(indicator, kind, at: place))
      }
    }
    for indicator in regime.indicators
    where content.value(of: indicator.code) == nil
      && !submission.unread.mayHold(indicator.code, in: .indicators)
    {
      guard let demand = indicator.demands.first(where: { $0.kinds.contains(kind) }) else { continue }
      let empty = submission.emptyCells[indicator.code]
      let place = submission.origin.location(.indicators, field: indicator.code)
      submission.log.add(missing(indicator, demand, at: place, empty: empty))
    }
  }

  private func derivedTold(_ indicator: Indicator, at place: SourceLocation) -> Finding {
    Finding(
      .indicatorDerived, .warning, at: place, value: indicator.code,
      message: LocalizedText(
        "Chỉ tiêu \(indicator.code) được tính từ các hoạt động đã kê; số ghi ở đây không dùng.",
        "Indicator \(indicator.code) is counted from the activities; the value told here is not used."),
      hint: LocalizedText("Có thể bỏ dòng này.", "The row can go."), cite: indicator.cite)
  }

  private func notAsked(_ indicator: Indicator, _ kind: String, at place: SourceLocation) -> Finding {
    let asked = indicator.askedKinds.compactMap { regime.unitKind($0)?.name }
    return Finding(
      .indicatorKind, .error, at: place, value: indicator.code,
      message: LocalizedText(
        "Chỉ tiêu \(indicator.code) chỉ dành cho: \(asked.map(\.vietnamese).joined(separator: "; ")).",
        "Indicator \(indicator.code) is only for: \(asked.map(\.english).joined(separator: "; "))."),
      hint: LocalizedText(
        "Đề nghị bỏ dòng này; mỗi đơn vị chỉ báo phần việc của chính mình để tránh tính hai lần.",
        "Remove the row; each unit tells only its own work, so that nothing counts twice."),
      cite: indicator.cite)
  }

  /// - Parameter empty: the cell that is there and holds nothing.
  private func missing(
    _ indicator: Indicator, _ demand: IndicatorDemand, at place: SourceLocation, empty: SourceLocation?
  ) -> Finding {
    let cite = demand.cite.map { " (\($0))" } ?? ""
    let isError = demand.severity == .error
    var place = place
    if let empty { (place.file, place.line, place.column) = (empty.file, empty.line, empty.column) }
    return Finding(
      .indicatorMissing, demand.severity, at: place, value: indicator.code,
      message: LocalizedText(
        "Chưa có \(indicator.code) «\(indicator.name.vietnamese)», là chỉ tiêu \(isError ? "bắt buộc" : "đề nghị báo")\(cite).",
        "\(indicator.code) “\(indicator.name.english)” is not told; it is \(isError ? "required" : "asked for")\(cite)."
      ),
      hint: missingHint(indicator, empty: empty, file: place.file), cite: demand.cite)
  }

  private func missingHint(_ indicator: Indicator, empty: SourceLocation?, file: String) -> LocalizedText {
    let (unit, unitEnglish) = (indicator.unit.vietnamese, indicator.unit.english)
    guard let empty else {
      return file.lowercased().hasSuffix(".xml")
        ? LocalizedText(
          "Đề nghị thêm vào thẻ <chiTieu>: <muc ma=\"\(indicator.code)\">số liệu</muc>, đơn vị tính là \(unit).",
          "Add to <chiTieu>: <muc ma=\"\(indicator.code)\">value</muc>, in \(unitEnglish).")
        : LocalizedText(
          "Đề nghị thêm một dòng: \(indicator.code); số liệu theo đơn vị tính «\(unit)».",
          "Add a row: \(indicator.code); its value in “\(unitEnglish)”.")
    }
    let cell = empty.cell.map { "ô \($0)" } ?? "dòng \(empty.line ?? 0)"
    let cellEnglish = empty.cell.map { "cell \($0)" } ?? "line \(empty.line ?? 0)"
    return LocalizedText(
      "Đề nghị ghi số vào \(cell) của tệp \(empty.file), nay đang trống (đơn vị tính: \(unit)); không có thì ghi 0.",
      "Write the number into \(cellEnglish) of \(empty.file), which is empty now (in \(unitEnglish)); write 0 for none."
    )
  }

  /// Kinds that owe an activity have told one of the school year, here or in another live submission, or give a nil return.
  func checkActivityDemand(
    _ submission: inout Submission, _ content: SubmissionContent, kind: String, period: ResolvedPeriod,
    earlier: some EarlierReports
  ) {
    guard let demand = regime.activityDemand, demand.unitKinds.contains(kind),
      demand.periodKinds.contains(period.key.kind), !content.header.nilReturn,
      !submission.unread.mayHold(in: .activities)
    else { return }
    let window = regime.activityWindow(for: period)
    // Those with a date outside have an error of their own.
    guard content.activities.isEmpty,
      !earlier.hasActivity(content.header.unit, in: window, except: period.key, of: regime.id)
    else { return }
    submission.log.add(
      Finding(
        .activityNone, .error, at: submission.origin.location(.activities),
        message: LocalizedText(
          "Báo cáo chưa kê hoạt động nào trong thời gian từ \(window.from.vietnamese) đến \(window.to.vietnamese).",
          "The report tells no activity from \(window.from) to \(window.to)."),
        hint: LocalizedText(
          "Đề nghị kê ít nhất một hoạt động; nếu không có, đánh dấu «Không phát sinh» trong thông tin chung.",
          "Tell at least one activity; if there was none, mark the report as a nil return."),
        cite: demand.cite))
  }
}
