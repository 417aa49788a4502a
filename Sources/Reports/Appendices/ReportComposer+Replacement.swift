import Aggregation
import Documents
import Regimes
import ReportingModel

/// What a report says that takes the place of another (Nghị định 30/2020/NĐ-CP, Điều 18; <doc:layout#Replacement>).
extension ReportComposer {
  /// The subject with its second line.
  func replacing(_ subject: String) -> String {
    guard let replacement = replaces?.replacement else { return subject }
    return "\(subject)\n(thay thế Báo cáo số \(replacement.number) ngày \(replacement.date.vietnamese))"
  }

  /// The body with what it replaces and why before all, and that the other is of no use any more before its last sentence.
  func replacing(_ body: [Block], appendix: String?) -> [Block] {
    guard let note = replaces else { return body }
    let replacement = note.replacement
    let named = "Báo cáo số \(replacement.number) ngày \(replacement.date.vietnamese)"
    let to = addressees.map { $0.drop { $0 == " " } }.joined(separator: ", ")
    let moved = printedChanges
    let what =
      moved.isEmpty
      ? "Các số liệu không thay đổi."
      : "Có \(VietnameseNumber.text(moved.count)) số liệu thay đổi\(appendix.map { ", nêu tại \($0)" } ?? ""); các nội dung khác không thay đổi."
    let reason = replacement.reason.hasSuffix(".") ? String(replacement.reason.dropLast()) : replacement.reason
    let first = plain(
      "\(word("thayThe"))\(to.isEmpty ? "" : " gửi \(to)") Báo cáo này thay thế \(named). Lý do: \(reason). \(what)")
    var body = [Block.paragraph([TextSpan(first)])] + body
    let last = Block.paragraph([
      TextSpan("\(named) hết giá trị sử dụng kể từ ngày ban hành Báo cáo này.")
    ])
    body.insert(last, at: max(1, body.count - 1))
    return body
  }

  /// The figures that moved and are printed: of sections whose rows people know by name.
  var printedChanges: [(name: String, unit: String, change: FigureChange)] {
    (replaces?.changes ?? []).compactMap { change in
      figureName(change.path).map { ($0.name, $0.unit, change) }
    }
  }

  var changesAppendix: [Block] {
    let rows = printedChanges.enumerated().map { index, moved in
      let (name, unit, change) = moved
      return Table.Row([
        .count(index + 1), .text(name), .text(unit), .amount(change.from), .amount(change.to),
        .text(signed(change.difference)), .text(causes(change)),
      ])
    }
    return block(
      Table(
        name: "thay-doi", caption: "",
        columns: [
          Table.Column("TT", .center, weight: 5), Table.Column("Số liệu", weight: 34),
          Table.Column("Đơn vị tính", .center, weight: 11), Table.Column("Đã báo cáo", .right, weight: 11),
          Table.Column("Số mới", .right, weight: 11), Table.Column("Chênh lệch", .right, weight: 11),
          Table.Column("Nguyên nhân", weight: 34),
        ], rows: rows))
  }

  private func signed(_ amount: Amount) -> String {
    amount < .zero ? "−" + VietnameseNumber.text(.zero - amount) : "+" + VietnameseNumber.text(amount)
  }

  /// Outside by kind and count; within the department unit by unit.
  private func causes(_ change: FigureChange) -> String {
    if isInternal {
      return change.parts.map { part in
        "\(part.unit.map { name(of: $0) } ?? words(part.cause)): \(signed(part.value))"
      }.joined(separator: "; ")
    }
    return FigureChange.Cause.allCases.compactMap { cause -> String? in
      let own = change.parts.filter { $0.cause == cause }
      guard !own.isEmpty else { return nil }
      let sum = signed(own.reduce(.zero) { $0 + $1.value })
      let units = Set(own.compactMap(\.unit)).count
      switch cause {
      case .late, .resubmission, .withdrawal: return "\(VietnameseNumber.text(units)) đơn vị \(words(cause)): \(sum)"
      default: return "\(words(cause)): \(sum)"
      }
    }.joined(separator: "; ")
  }

  private func words(_ cause: FigureChange.Cause) -> String {
    switch cause {
    case .late: "gửi bổ sung"
    case .resubmission: "báo cáo lại"
    case .withdrawal: "có báo cáo bị rút"
    case .registry: "thay đổi danh mục đơn vị"
    case .regime: "thay đổi chế độ báo cáo"
    case .settings: "thay đổi cài đặt"
    case .request: "thay đổi yêu cầu báo cáo"
    case .question: "thay đổi phạm vi báo cáo"
    }
  }

  /// How a figure is called, where readers know it; `nil` for groupings that no table of the body prints.
  private func figureName(_ path: String) -> (name: String, unit: String)? {
    let steps = path.split(separator: ".").map(String.init)
    let measures = [
      "records": ("số hoạt động", "hoạt động"), "soLuong": ("số sản phẩm", "sản phẩm"),
      "soNguoi": ("lượt người", "lượt"), "units": ("số đơn vị thực hiện", "đơn vị"),
    ]
    func named(_ what: String, _ code: String, _ names: [CodedName]) -> (String, String)? {
      guard let measure = measures[steps.last ?? ""], let name = names.first(where: { $0.code == code }) else {
        return nil
      }
      return ("\(what) «\(name.shortName.vietnamese)»: \(measure.0)", measure.1)
    }
    switch (steps.first, steps.count) {
    case ("total", 2): return measures[steps[1]].map { ("Toàn ngành: \($0.0)", $0.1) }
    case ("tasks", 3):
      guard let measure = measures[steps[2]], let task = regime.task(steps[1]) else { return nil }
      return ("Nhiệm vụ «\(task.shortName.vietnamese)»: \(measure.0)", measure.1)
    case ("contentAreas", 3): return named("Nội dung", steps[1], regime.areas)
    case ("channels", 3): return named("Hình thức", steps[1], regime.channels)
    case ("indicators", 3) where steps[2] == "value":
      return regime.indicator(steps[1]).map { (printedName(of: $0), $0.unit.vietnamese) }
    case ("ratios", 3): return regime.ratios.first { $0.code == steps[1] }.map { ($0.name.vietnamese, "%") }
    case ("completeness", 3):
      let words = [
        "reported": "đã gửi", "onTime": "đúng hạn", "late": "sau hạn", "rejected": "chưa đạt yêu cầu",
        "missing": "chưa gửi", "required": "phải báo cáo", "invitedReported": "phối hợp báo cáo",
      ]
      guard let word = words[steps[2]], let key = PeriodKey(steps[1]) else { return nil }
      return ("Gửi báo cáo \(Words.inSentence(name(of: key))): \(word)", "đơn vị")
    default: return nil
    }
  }
}
