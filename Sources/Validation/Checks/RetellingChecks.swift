import Regimes
import ReportingModel
import Submissions
import VietnameseText

/// Rows of a unit's live reports that are compared with each other.
private let mostCompared = 60_000

extension SubmissionValidator {
  /// What a report tells again of the unit's other live ones: the office is told what does not count for two, and what counts
  /// twice under one id (<doc:counting#Live-activities>).
  func checkRetellings(_ submission: inout Submission, _ content: SubmissionContent, earlier: some OtherReports) {
    let (unit, period) = (content.header.unit, content.header.period)
    let others = earlier.others(of: unit, except: period, of: regime.id)
    guard !others.isEmpty else { return }
    let rows = others.reduce(content.activities.count) { $0 + $1.rows.activities.count }
    guard rows <= mostCompared || content.activities.isEmpty else {
      submission.log.add(notCompared(rows, at: submission.origin.location(.activities, line: nil)))
      return checkExemplarsRetold(&submission, content, others)
    }
    let nesting = PeriodNesting(of: [period] + others.map(\.period), in: history, requests: requests)
    let retold = RetoldActivities(
      content.activities.map(compared), of: period, among: others, comparing: compared,
      within: { nesting.wholes(of: $0) }, folding: shortTitleKey)
    if let first = retold.reused.first, let own = content.activities.row(first.row),
      let row = others[first.other].rows.activities.row(first.otherRow)
    {
      let place = submission.origin.location(.activities, line: own.line, field: "ma")
      submission.log.add(
        reused(own, row, in: others[first.other].period, count: retold.reused.count, at: place),
        about: retold.reused.count)
    }
    if let first = retold.shadowed.first, let own = content.activities.row(first.row),
      let row = others[first.other].rows.activities.row(first.otherRow)
    {
      let place = submission.origin.location(.activities, line: own.line, field: "ten")
      submission.log.add(
        shadowed(
          own, row, in: others[first.other].period, ownCounts: first.ownCounts,
          count: retold.shadowed.count, at: place), about: retold.shadowed.count)
    }
    checkExemplarsRetold(&submission, content, others)
  }

  /// Memory is bounded: what more rows than these tell again still counts once, but is not looked for row by row.
  private func notCompared(_ rows: Int, at place: SourceLocation) -> Finding {
    Finding(
      .activityShadow, .warning, at: place, value: String(rows),
      message: LocalizedText(
        "Các báo cáo của đơn vị có \(VietnameseNumber.text(rows)) hoạt động, quá nhiều để đối chiếu từng dòng; hoạt động báo hai lần vẫn chỉ tính một lần.",
        "The unit's reports have \(rows) activities, too many to be compared row by row; what is told twice still counts once."
      ),
      hint: LocalizedText(
        "Nếu mỗi hoạt động chỉ báo ở một kỳ thì không phải sửa.",
        "If each activity is told in one period only, nothing need be done."))
  }

  private func reused(
    _ own: Activity, _ other: Activity, in period: PeriodKey, count: Int, at place: SourceLocation
  ) -> Finding {
    let (id, title) = (own.id ?? "", shortenedValue(other.title))
    return Finding(
      .activityReused, .warning, at: place, value: id,
      message: counting(
        count,
        "Mã «\(id)» trong báo cáo \(period) là hoạt động khác («\(title)», ngày \(other.date.vietnamese)). Cả hai hoạt động đều được tính.",
        "The id «\(id)» is another activity in the report \(period) («\(title)», \(other.date)). Both count."),
      hint: LocalizedText(
        "Nếu là hai hoạt động thì không phải sửa. Nếu chỉ là một, đề nghị ghi ngày, nhiệm vụ, sản phẩm, tên như trong báo cáo \(period) rồi nộp lại.",
        "If they are two activities, nothing need be done. If they are one, write its date, task, product and title as in \(period) and send it again."
      ))
  }

  private func shadowed(
    _ own: Activity, _ other: Activity, in period: PeriodKey, ownCounts: Bool, count: Int, at place: SourceLocation
  ) -> Finding {
    let differences = differences(own, other)
    let told =
      ownCounts
      ? LocalizedText("theo báo cáo này", "as told here")
      : LocalizedText("theo báo cáo \(period)", "as told in \(period)")
    return Finding(
      .activityShadow, .warning, at: place, value: shortenedValue(own.title),
      message: counting(
        count,
        "Hoạt động này đã có trong báo cáo \(period), nhưng khác: \(differences.vietnamese). Chỉ tính một lần, \(told.vietnamese).",
        "This activity is told in the report \(period) as well, where it differs: \(differences.english). It counts once, \(told.english)."
      ),
      hint: ownCounts
        ? LocalizedText(
          "Nếu số liệu ở đây đúng thì không phải sửa. Nếu số trong báo cáo \(period) mới đúng, đề nghị sửa ở đây rồi nộp lại.",
          "If what stands here is right, nothing need be done. If \(period) is right, correct it here and send it again."
        )
        : LocalizedText(
          "Nếu số liệu ở đây mới đúng, đề nghị sửa trong báo cáo \(period) rồi nộp lại báo cáo đó.",
          "If what stands here is right, correct it in \(period) and send that report again."))
  }

  /// The words of a finding that stands for several.
  private func counting(_ count: Int, _ vietnamese: String, _ english: String) -> LocalizedText {
    guard count > 1 else { return LocalizedText(vietnamese, english) }
    return LocalizedText(
      "\(vietnamese) Có \(VietnameseNumber.text(count)) trường hợp như vậy.",
      "\(english) There are \(count) such cases.")
  }

  /// What an activity tells otherwise than the other one does, its own value first.
  private func differences(_ own: Activity, _ other: Activity) -> LocalizedText {
    var words: [LocalizedText] = []
    func note(_ vietnamese: String, _ english: String, _ here: String, _ there: String) {
      guard here != there else { return }
      words.append(
        LocalizedText("\(vietnamese) ở đây \(here), ở đó \(there)", "\(english) \(here) here, \(there) there"))
    }
    note("số lượng", "number", VietnameseNumber.text(own.quantity), VietnameseNumber.text(other.quantity))
    note("số người", "people", VietnameseNumber.text(own.people), VietnameseNumber.text(other.people))
    note("nội dung", "area", own.area, other.area)
    note("hình thức", "channel", own.channel, other.channel)
    func topics(_ activity: Activity) -> String {
      activity.topics.isEmpty ? "-" : activity.topics.sorted().joined(separator: "|")
    }
    note("chủ đề", "topics", topics(own), topics(other))
    return LocalizedText(
      words.map(\.vietnamese).joined(separator: "; "), words.map(\.english).joined(separator: "; "))
  }

  /// One id with another title in one school year is another exemplar; both count (<doc:counting#Exemplars-and-narratives>).
  private func checkExemplarsRetold(
    _ submission: inout Submission, _ content: SubmissionContent, _ others: [OtherReport]
  ) {
    func year(_ period: PeriodKey) -> SchoolYear? {
      history.resolve(period, requests: requests).map { SchoolYear(of: $0.window.to) }
    }
    guard !content.exemplars.isEmpty, let own = year(content.header.period) else { return }
    var counted = Set(content.exemplars.map { FoldedTitle(titleKey($0.title)) })
    var titles: [OwnID: (title: String, period: PeriodKey)] = [:]
    // The highest sequence wins, so what a later report tells again is no other exemplar of an earlier one.
    for other in others.reversed() where year(other.period) == own {
      for exemplar in other.rows.exemplars.reversed()
      where counted.insert(FoldedTitle(titleKey(exemplar.title))).inserted {
        guard let id = exemplar.id.map({ OwnID($0) }), titles[id] == nil else { continue }
        titles[id] = (exemplar.title, other.period)
      }
    }
    for exemplar in content.exemplars {
      guard let id = exemplar.id, let other = titles[OwnID(id)] else { continue }
      let place = submission.origin.location(.exemplars, line: exemplar.line, field: "ma")
      submission.log.add(.exemplarReused, .warning, at: place) {
        reusedExemplar(id, other.title, in: other.period, at: place)
      }
    }
  }

  private func reusedExemplar(_ id: String, _ title: String, in period: PeriodKey, at place: SourceLocation) -> Finding
  {
    Finding(
      .exemplarReused, .warning, at: place, value: id,
      message: LocalizedText(
        "Mã «\(id)» trong báo cáo \(period) là mô hình khác («\(shortenedValue(title))»). Cả hai mô hình đều được tính.",
        "The id «\(id)» is another exemplar in the report \(period) («\(shortenedValue(title))»). Both count."),
      hint: LocalizedText(
        "Nếu là hai mô hình thì không phải sửa. Nếu chỉ là một, đề nghị ghi tên như trong báo cáo \(period) rồi nộp lại.",
        "If they are two exemplars, nothing need be done. If they are one, write its title as in \(period) and send it again."
      ))
  }
}
