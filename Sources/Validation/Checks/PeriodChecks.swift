import Regimes
import ReportingModel
import Submissions

extension SubmissionValidator {
  /// The period exists, is open, the unit was there, and the report is in time (<doc:regime#Calendars>,
  /// <doc:regime#Unit-registry>).
  func checkPeriod(
    _ submission: inout Submission, _ content: SubmissionContent, _ arrival: Arrival, period: ResolvedPeriod?
  ) {
    let header = content.header
    let line = submission.origin.headerLine
    guard let period else {
      submission.log.add(
        unknownRequest(header.period, at: submission.origin.location(.header, line: line, field: "yeu_cau")))
      return
    }
    let place = submission.origin.location(.header, line: line, field: "loai_ky")
    if arrival.receivedAt.date < period.window.from {
      submission.log.add(early(period, arrival, at: place))
    }
    let request = request(of: period)
    if let request, let closedAt = request.closedAt, !(arrival.enteredAt != nil && arrival.receivedAt < closedAt) {
      submission.log.add(closed(request, at: place))
    }
    if let report = closedPeriods[header.period] {
      submission.log.add(afterClosing(report, period, at: place))
    }
    let rows = registry.rows(of: header.unit)
    if !rows.isEmpty, !rows.contains(where: { $0.isInForce(on: period.window.to) }) {
      let wasThere = rows.contains { $0.isInForce(during: period.window) }
      let unitPlace = submission.origin.location(.header, line: line, field: "don_vi")
      submission.log.add(
        wasThere ? leftEarly(header.unit, period, at: unitPlace) : notInForce(header.unit, period, at: unitPlace))
    }
  }

  /// A report is not written after it came; one that is entered later may bear the day of its signed copy.
  func checkDate(_ submission: inout Submission, _ header: SubmissionHeader, _ arrival: Arrival) {
    let day = arrival.receivedAt.date
    guard header.date > day else { return }
    let entered = arrival.enteredAt?.date
    let isKnown = entered.map { header.date <= $0 } ?? false
    submission.log.add(
      Finding(
        .headerDate, isKnown ? .warning : .error,
        at: submission.origin.location(.header, line: submission.origin.headerLine, field: "ngay_lap"),
        value: header.date.description,
        message: LocalizedText(
          "Ngày lập báo cáo \(header.date.vietnamese) sau ngày nhận \(day.vietnamese).",
          "The date of the report, \(header.date), lies after the day of receipt, \(day)."),
        hint: isKnown
          ? LocalizedText(
            "Nếu ngày nhận nhập đúng và ngày lập là của bản ký sau thì giữ nguyên.",
            "Leave it if the day of receipt is right and the date is that of a copy signed later.")
          : LocalizedText(
            "Đề nghị ghi ngày lập không sau ngày nộp; kiểm tra lại ngày, tháng, nhất là năm.",
            "Write a date not after the day of sending; check day and month, the year above all.")))
  }

  /// Late: the first version that is accepted comes after the due day, unless something was refused in time and this one comes
  /// by the end of the second working day after it (<doc:counting#Completeness>).
  ///
  /// Asked last, for a report that has to come again is told something else.
  func checkLate(
    _ submission: inout Submission, _ header: SubmissionHeader, _ arrival: Arrival, unit: UnitRow,
    period: ResolvedPeriod, earlier: some EarlierReports
  ) {
    let request = request(of: period)
    let obligation = regime.obligation(of: unit.kind, for: header.period.kind)
    guard obligation.level == .required, request?.asks(unit) ?? true else { return }
    let day = arrival.receivedAt.date
    let arrivals = earlier.firstArrivals(UnitPeriod(unit: header.unit, period: header.period), of: regime.id)
    guard day > period.due, arrivals.accepted == nil else { return }
    if let refused = arrivals.refused, refused.date <= period.due, day <= regime.endOfGrace(after: period.due) {
      return
    }
    let days = Int(day.dayNumber - period.due.dayNumber)
    let isRefused = submission.log.hasErrors
    let counts = LocalizedText(
      isRefused ? "" : " Báo cáo vẫn được tính.", isRefused ? "" : " The report still counts.")
    submission.log.add(
      Finding(
        .periodLate, .warning, at: SourceLocation(),
        message: LocalizedText(
          "Báo cáo nhận ngày \(day.vietnamese), sau hạn \(period.due.vietnamese) (\(days) ngày).\(counts.vietnamese)",
          "Received on \(day), after the due day \(period.due) (\(days) days).\(counts.english)"),
        hint: isRefused
          ? LocalizedText(
            "Đề nghị sửa các lỗi và nộp lại ngay; báo cáo đạt yêu cầu vẫn được tính.",
            "Mend the errors and send it again at once; it will still count.")
          : LocalizedText(
            "Không phải làm gì thêm; kỳ sau đề nghị nộp trước hạn.", "Nothing to do; next time please send it in time."),
        cite: obligation.cite))
  }

  /// The request that a period answers; `nil` for the regime's own periods.
  private func request(of period: ResolvedPeriod) -> CollectionRequest? {
    period.isRequest ? requests.first { $0.code == period.key.which } : nil
  }

  private func unknownRequest(_ key: PeriodKey, at place: SourceLocation) -> Finding {
    let known = requests.map(\.code).sorted()
    return Finding(
      .headerRequest, .error, at: place, value: shortenedValue(key.which),
      message: LocalizedText(
        "Không có yêu cầu báo cáo nào mang mã «\(shortenedValue(key.which))».",
        "There is no request «\(shortenedValue(key.which))»."),
      hint: known.isEmpty
        ? LocalizedText("Đề nghị xem lại văn bản của Sở.", "Look at the department's letter again.")
        : LocalizedText(
          "Các yêu cầu đang có: \(known.joined(separator: ", ")).", "Requests: \(known.joined(separator: ", "))."))
  }

  private func early(_ period: ResolvedPeriod, _ arrival: Arrival, at place: SourceLocation) -> Finding {
    Finding(
      .periodEarly, .error, at: place, value: period.key.description,
      message: LocalizedText(
        "Kỳ \(period.key) bắt đầu ngày \(period.window.from.vietnamese), chưa nhận báo cáo vào ngày \(arrival.receivedAt.date.vietnamese).",
        "The period \(period.key) begins on \(period.window.from); it is not open on \(arrival.receivedAt.date)."),
      hint: LocalizedText("Đề nghị kiểm tra lại kỳ và năm học.", "Check the period and the school year."))
  }

  private func closed(_ request: CollectionRequest, at place: SourceLocation) -> Finding {
    Finding(
      .periodClosed, .error, at: place, value: request.code,
      message: LocalizedText(
        "Yêu cầu «\(request.code)» đã khóa, không nhận thêm báo cáo.", "The request «\(request.code)» is closed."),
      hint: LocalizedText("Đề nghị liên hệ Văn phòng Sở.", "Ask the office."))
  }

  private func afterClosing(_ report: ClosedPeriod, _ period: ResolvedPeriod, at place: SourceLocation) -> Finding {
    Finding(
      .periodIssued, .warning, at: place, value: period.key.description,
      message: LocalizedText(
        "Sở đã phát hành Báo cáo số \(report.number) ngày \(report.date.vietnamese) có số liệu kỳ này; báo cáo của đơn vị nhận sau khi khóa sổ.",
        "The department issued report \(report.number) of \(report.date) on this period; yours came after closing."),
      hint: LocalizedText(
        "Báo cáo vẫn được tiếp nhận và tính vào báo cáo sau của Sở, hoặc báo cáo thay thế. Không phải làm gì thêm.",
        "It is accepted and waits for the next report or an amendment. Nothing to do."))
  }

  private func notInForce(_ unit: String, _ period: ResolvedPeriod, at place: SourceLocation) -> Finding {
    let successor = registry.successor(of: unit, on: period.window.to)
    return Finding(
      .unitForce, .error, at: place, value: unit,
      message: LocalizedText(
        "Đơn vị \(unit) không hoạt động trong kỳ \(period.key) theo danh mục.",
        "By the registry, unit \(unit) was not in force in \(period.key)."),
      hint: successor.map {
        LocalizedText(
          "Đơn vị kế thừa là \($0.code), \($0.name); đề nghị báo cáo bằng mã đó.",
          "Its successor is \($0.code), \($0.name); use that code.")
      } ?? LocalizedText("Đề nghị liên hệ Văn phòng Sở để kiểm tra danh mục.", "Ask the office to check the registry."))
  }

  private func leftEarly(_ unit: String, _ period: ResolvedPeriod, at place: SourceLocation) -> Finding {
    let successor = registry.successor(of: unit, on: period.window.to)
    return Finding(
      .unitLastDay, .warning, at: place, value: unit,
      message: LocalizedText(
        "Đơn vị \(unit) không còn hoạt động vào ngày cuối kỳ (\(period.window.to.vietnamese)).",
        "Unit \(unit) was no longer in force on the period's last day (\(period.window.to))."),
      hint: LocalizedText(
        "Báo cáo vẫn được tính, trừ số liệu tại thời điểm\(successor.map { "; số ấy do đơn vị kế thừa (\($0.code)) báo cáo" } ?? "").",
        "The report counts but for its stocks\(successor.map { ", which its successor (\($0.code)) tells" } ?? "")."))
  }
}
