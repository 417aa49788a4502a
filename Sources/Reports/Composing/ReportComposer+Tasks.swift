import Aggregation
import Documents
import Regimes
package import ReportingModel

/// How a task is spoken of: to whom it goes decides what is said (<doc:layout#Tasks-in-words>).
extension ReportComposer {
  /// Who leads a task: the registry's names of the units that hold its role, else as the plan words it.
  func leads(of task: PlanTask) -> String {
    let names = facts.registry.codes.compactMap { code -> String? in
      guard let unit = facts.registry.description(of: code, on: aggregate.window.to),
        unit.roles.contains(where: { task.lead.roles.contains($0) })
      else { return nil }
      return unit.name
    }
    return names.isEmpty || !task.lead.kinds.isEmpty ? task.leadText.vietnamese : names.joined(separator: ", ")
  }

  /// The same in a table, where a place that the office has not filled is dots.
  func resultCell(of task: PlanTask) -> String? { result(of: task)?.replacing("[[?]]", with: "……") }

  /// What is to be said of a task instead of its products: that the plan was issued, or that this report does it.
  func result(of task: PlanTask) -> String? {
    guard let figure = aggregate.tasks.figures.first(where: { $0.code == task.code }) else { return nil }
    switch task.timing {
    case .once where figure.status == .done:
      let words = word("daLam.\(task.code)")
      guard !words.isEmpty else { return nil }
      return figure.measures.records > 0 ? words : words + " (trước kỳ báo cáo)"
    case .reporting: return isInternal ? nil : "Báo cáo này"
    default: return nil
    }
  }

  /// The status in words: outside nothing of the department's own affairs.
  func status(of figure: TaskFigure, _ task: PlanTask) -> String {
    if task.timing == .reporting, !isInternal { return "Thực hiện tại Báo cáo này" }
    return switch figure.status {
    case .done: task.timing == .continuous ? "Đang thực hiện thường xuyên" : "Đã thực hiện"
    case .notDue: "Chưa đến hạn (\(Words.inSentence(task.timingText.vietnamese)))"
    case .overdue: isInternal ? "Quá hạn (\(Words.inSentence(task.timingText.vietnamese)))" : "Chưa hoàn thành"
    case .none: "Chưa ghi nhận kết quả trong kỳ"
    }
  }

  /// That a lead is silent, within the department only: `none` says it already, and the plan itself is told by being issued.
  func leadRemark(_ figure: TaskFigure, _ task: PlanTask) -> String {
    if case .once = task.timing { return "" }
    guard isInternal, figure.lead == .silent, figure.status == .done, task.timing != .reporting else { return "" }
    return "Đơn vị chủ trì chưa cập nhật kết quả trong kỳ"
  }

  /// Where the report says two things at once: it cites the plan by the number that the office has set, and nobody has told the
  /// task of issuing it.
  package var contradictions: [LocalizedText] {
    // A part of the units need not hold who issued it.
    guard settings.planNumber != nil, aggregate.filter.isEmpty else { return [] }
    return regime.tasks.compactMap { task in
      guard case .once = task.timing,
        regime.reportTexts["daLam.\(task.code)"]?.vietnamese.contains("{{keHoach.so}}") == true,
        let figure = aggregate.tasks.figures.first(where: { $0.code == task.code }), figure.status != .done
      else { return nil }
      let lead = leads(of: task)
      return LocalizedText(
        "Kế hoạch đã có số và ngày trong cài đặt nhưng \(lead) chưa kê hoạt động \(task.code); hãy kê rồi lập lại dự thảo.",
        "The settings have the plan's number and day, but \(lead) has told no activity of \(task.code); tell it and draft again."
      )
    }
  }

  /// `Do Văn phòng Sở chủ trì.`
  func leadSentence(of task: PlanTask) -> String {
    let words = word("chuTri.\(task.code)")
    return words.isEmpty ? "Do \(leads(of: task)) chủ trì." : words
  }

  /// One paragraph a task, in the order of the letters of the Vietnamese alphabet.
  var taskRows: [[String: Any]] {
    let letters = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t"]
    return regime.tasks.enumerated().compactMap { index, task in
      guard let figure = aggregate.tasks.figures.first(where: { $0.code == task.code }) else { return nil }
      var row: [String: Any] = [
        "chu": index < letters.count ? letters[index] : String(index + 1), "ten": task.shortName.vietnamese,
        "chuTriCau": plain(leadSentence(of: task)), "hoatDong": counted(figure.measures.records),
        "sanPham": counted(figure.measures.quantity),
        "donVi": counted(figure.measures.units), "co": figure.measures.records > 0,
        "thoiGian": Words.inSentence(task.timingText.vietnamese), "notDue": figure.status == .notDue,
      ]
      if figure.measures.people > 0 { row["luotNguoi"] = counted(figure.measures.people) }
      if figure.measures.records == 0 || task.timing == .reporting, let result = result(of: task) {
        row["ketQua"] = plain(result)
      }
      return row
    }
  }

  /// How many tasks have which status; what this very report does is counted apart.
  var taskCounts: [String: Any] {
    var counts: [String: Any] = [:]
    for status in TaskStatus.allCases {
      let number = aggregate.tasks.figures.count { figure in
        figure.status == status && (isInternal || regime.task(figure.code)?.timing != .reporting)
      }
      if number > 0 { counts[status.rawValue] = counted(number) }
    }
    let here = isInternal ? 0 : aggregate.tasks.figures.count { regime.task($0.code)?.timing == .reporting }
    if here > 0 { counts["taiDay"] = true }
    return counts
  }
}
