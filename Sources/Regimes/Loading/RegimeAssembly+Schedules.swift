import ReportingModel

extension RegimeAssembly {
  mutating func periodKinds(appliesFrom: CalendarDate) -> [PeriodKind] {
    let nodes = root.rows("kyBaoCao")
    let known = nodes.compactMap { $0["ma"] }
    let kinds = nodes.map { node in
      let calendar: PeriodKind.Calendar =
        switch node["lich"] {
        case "nam": .calendarYear
        case "yeuCau": .request
        default: .schoolYear
        }
      return PeriodKind(
        code: node["ma"] ?? "", name: name(node).name, calendar: calendar, schedule: regularSchedule(node, calendar),
        exceptions: exceptions(node), parts: codes(node, "gom", known),
        warnsOutsideDays: node["canhBaoNgoaiKy"] == "true", cite: node["trichDan"],
        activityDays: span(node, "hoatDongTu", "hoatDongDen"))
    }
    for problem in ScheduleChecks(kinds: kinds, appliesFrom: appliesFrom).problems() {
      report(
        .regimeSchedule, nodes[problem.kind], in: problem.attribute, value: nodes[problem.kind][problem.attribute],
        problem.message,
        hint: LocalizedText("Đề nghị sửa các ngày tu, den, han hoặc thuộc tính gom.", "Mend tu, den, han, or gom."))
    }
    return kinds
  }

  private mutating func regularSchedule(_ node: RegimeNode, _ calendar: PeriodKind.Calendar) -> PeriodSchedule? {
    guard calendar == .request else { return schedule(node) }
    let own = ["tu", "den", "han", "hoatDongTu", "hoatDongDen", "gom"].filter { node[$0] != nil }
    if !own.isEmpty || !node.children.isEmpty {
      report(
        .regimeSchedule, node, in: own.first,
        LocalizedText("Kỳ theo yêu cầu lấy ngày của từng yêu cầu.", "A period on request has the days of its request."),
        hint: LocalizedText("Đề nghị bỏ các ngày, gom và rieng.", "Remove the days, gom and rieng."))
    }
    return nil
  }

  private mutating func exceptions(_ node: RegimeNode) -> [Int: PeriodSchedule] {
    var result: [Int: PeriodSchedule] = [:]
    var lines: [Int: Int] = [:]
    for special in node.children where special.name == "rieng" {
      guard let year = special["nam"].flatMap({ calendarYear($0) }), let schedule = schedule(special) else { continue }
      if let first = lines[year] { twice(special, "nam", String(year), first) }
      lines[year] = special.line
      result[year] = schedule
    }
    return result
  }

  private mutating func schedule(_ node: RegimeNode) -> PeriodSchedule? {
    guard let from = day(node, "tu"), let to = day(node, "den"), let due = day(node, "han") else { return nil }
    return PeriodSchedule(from: from, to: to, due: due)
  }

  /// Two attributes that may both be absent.
  private mutating func span(_ node: RegimeNode, _ first: String, _ last: String) -> DaySpan? {
    guard node[first] != nil || node[last] != nil else { return nil }
    guard let from = day(node, first), let to = day(node, last) else { return nil }
    let span = DaySpan(from: from, to: to)
    if span.window(in: 2027) == nil { reversed(node, first, last) }
    return span
  }

  private mutating func reversed(_ node: RegimeNode, _ first: String, _ last: String) {
    report(
      .regimeSchedule, node, in: last, value: node[last],
      LocalizedText(
        "Khoảng ngày \(first), \(last) kết thúc trước khi bắt đầu.", "\(first), \(last) end before they begin."),
      hint: LocalizedText("Đề nghị sửa lại các ngày.", "Mend the dates."))
  }

  /// A day written as `offset/MM-dd`, or `MM-dd` for none. 29 February stands for the last day of February.
  private mutating func day(_ node: RegimeNode, _ attribute: String) -> DayOfYear? {
    let hint = LocalizedText(
      "Đề nghị ghi số năm cộng thêm và tháng-ngày, ví dụ 1/01-17.", "Write year offset and month-day, such as 1/01-17.")
    guard let text = node[attribute] else {
      report(
        .regimeSchedule, node, value: attribute,
        LocalizedText("Thiếu thuộc tính \(attribute).", "The attribute \(attribute) is missing."), hint: hint)
      return nil
    }
    let parts = text.split(separator: "/")
    let monthDay = (parts.last ?? "").split(separator: "-")
    guard let offset = parts.count == 2 ? Int(parts[0]) : 0, (-2...2).contains(offset), monthDay.count == 2,
      let month = Int(monthDay[0]), let day = Int(monthDay[1]),
      CalendarDate(year: 2024, month: month, day: day) != nil
    else {
      report(
        .regimeSchedule, node, in: attribute, value: text,
        LocalizedText("Ngày «\(text)» không có trong lịch.", "«\(text)» is no day."), hint: hint)
      return nil
    }
    return DayOfYear(yearOffset: offset, month: month, day: day)
  }

  mutating func outgoing() -> [OutgoingKind] {
    let cite = root.first("baoCaoDi")?["trichDan"]
    var result: [(row: OutgoingKind, line: Int)] = []
    for node in root.rows("baoCaoDi") {
      guard let kind = node["loai"].flatMap(OutgoingKind.Kind.init), let from = day(node, "tu"),
        let to = day(node, "den")
      else { continue }
      let row = OutgoingKind(
        kind: kind, ordinal: node["so"].flatMap { Int($0) } ?? 0,
        name: LocalizedText(node["ten"] ?? "", node["en"] ?? ""),
        nextName: LocalizedText(node["kyToi"] ?? "", node["enKyToi"] ?? ""), from: from, to: to,
        due: node["han"] == nil ? nil : day(node, "han"), cite: cite)
      check(row, node, result)
      result.append((row, node.line))
    }
    return result.map(\.row)
  }

  private mutating func check(_ row: OutgoingKind, _ node: RegimeNode, _ others: [(row: OutgoingKind, line: Int)]) {
    let year = 2027
    if !row.kind.ordinals.contains(row.ordinal) {
      let range = row.kind.ordinals
      report(
        .regimeSchedule, node, in: "so", value: String(row.ordinal),
        LocalizedText(
          "Báo cáo «\(row.kind.rawValue)» có thứ tự từ \(range.lowerBound) đến \(range.upperBound) (0 là không ghi so).",
          "A report «\(row.kind.rawValue)» has a number from \(range.lowerBound) to \(range.upperBound) (0: no so)."),
        hint: LocalizedText("Đề nghị sửa thuộc tính so.", "Mend the attribute so."))
    }
    guard let window = row.window(in: year) else { return reversed(node, "tu", "den") }
    if let due = row.due?.date(in: year), due < window.to { reversed(node, "den", "han") }
    for (other, line) in others where other.kind == row.kind {
      if other.ordinal == row.ordinal {
        let attribute = node["so"] == nil ? "loai" : "so"
        twice(node, attribute, node[attribute] ?? "", line)
      } else if let theirs = other.window(in: year), theirs.overlaps(window) {
        report(
          .regimeSchedule, node, in: "tu", value: node["tu"],
          LocalizedText(
            "Khoảng ngày chồng lên «\(other.name.vietnamese)».", "Its days overlap “\(other.name.english)”."),
          hint: LocalizedText("Đề nghị sửa lại các ngày.", "Mend the dates."))
      }
    }
  }

  mutating func workingDays() -> WorkingDays {
    var result = WorkingDays(yearly: [], single: [])
    var lines: [DayOfYear: Int] = [:]
    for node in root.rows("ngayNghi") {
      if node.name == "hangNam" {
        guard let holiday = day(node, "ngay") else { continue }
        if let first = lines[holiday] { twice(node, "ngay", node["ngay"] ?? "", first) }
        lines[holiday] = node.line
        result.yearly.append(holiday)
      } else if node["ngay"] != nil {
        result.single.insert(date(node, "ngay"))
      }
    }
    if result.yearly.count > WorkingDays.yearlyLimit, let node = root.first("ngayNghi") {
      report(
        .regimeSchedule, node,
        LocalizedText("Có quá nhiều ngày nghỉ hằng năm.", "There are too many yearly days off."),
        hint: LocalizedText(
          "Nhiều nhất \(WorkingDays.yearlyLimit) ngày.", "\(WorkingDays.yearlyLimit) at most."))
    }
    return result
  }
}

extension OutgoingKind.Kind {
  /// The numbers within a year; 0 where there is one a year.
  fileprivate var ordinals: ClosedRange<Int> {
    switch self {
    case .halfYear: 1...2
    case .quarter: 1...4
    case .month: 1...12
    case .year, .nineMonths: 0...0
    }
  }
}

extension WorkingDays {
  /// More would leave hardly a working day, and the search for one would not end.
  fileprivate static var yearlyLimit: Int { 60 }
}
