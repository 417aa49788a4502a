import Hashing
import Regimes
import ReportingModel
import Submissions
import VietnameseText

/// What titles are compared by, of a length that does not grow with theirs: tables hold one for each of 200 000 rows.
func shortTitleKey(_ title: String) -> String {
  if title.utf8.first == folded { return String(String.UnicodeScalarView(title.unicodeScalars.dropFirst())) }
  let key = titleKey(title)
  return key.utf8.count > longestTitle ? Digest(of: Array(key.utf8)).description : key
}

/// The activity as far as it is compared with others of its unit; the rest of it may be long.
func compared(_ activity: Activity) -> Activity {
  var short = withShortTitle(activity)
  (short.link, short.note) = (nil, nil)
  return short
}

/// The activity with what its title is compared by, where the title is long.
private func withShortTitle(_ activity: Activity) -> Activity {
  guard activity.title.utf8.count > longestTitle else { return activity }
  var short = activity
  short.title = String(UnicodeScalar(folded)) + shortTitleKey(activity.title)
  return short
}

private let longestTitle = 64
/// Stands before a title that was folded already; no text has it.
private let folded: UInt8 = 1

extension SubmissionValidator {
  func checkActivities(
    _ submission: inout Submission, _ content: SubmissionContent, _ arrival: Arrival, period: ResolvedPeriod?
  ) {
    checkDates(&submission, content, arrival, period: period)
    checkProducts(&submission, content)
    checkRepeats(&submission, content)
  }

  /// An activity's date lies in the days that the period takes, and neither after the report's date nor after the day it came
  /// (<doc:regime#Calendars>).
  private func checkDates(
    _ submission: inout Submission, _ content: SubmissionContent, _ arrival: Arrival, period: ResolvedPeriod?
  ) {
    guard let period else { return }
    let taken = regime.activityWindow(for: period)
    let last = LastDay(written: content.header.date, received: arrival.receivedAt.date)
    let warnsOutside = regime.periodKind(period.key.kind)?.warnsOutsideDays ?? false
    for activity in content.activities {
      let date = activity.date
      if date > last.day || !taken.contains(date) {
        let place = submission.origin.location(.activities, line: activity.line, field: "ngay")
        submission.log.add(.activityDate, .error, at: place) {
          dateError(date, date > last.day ? last : nil, taken, at: place)
        }
      } else if warnsOutside, !period.window.contains(date) {
        let place = submission.origin.location(.activities, line: activity.line, field: "ngay")
        submission.log.add(.activityDate, .warning, at: place) { dateWarning(date, period, at: place) }
      }
    }
  }

  /// After which nothing can have happened that a report tells.
  private struct LastDay {
    let day: CalendarDate
    let name: LocalizedText

    init(written: CalendarDate, received: CalendarDate) {
      day = min(written, received)
      name =
        written <= received
        ? LocalizedText("ngày lập báo cáo", "the date of the report")
        : LocalizedText("ngày nhận báo cáo", "the day of receipt")
    }
  }

  private func dateError(
    _ date: CalendarDate, _ last: LastDay?, _ taken: Window, at place: SourceLocation
  ) -> Finding {
    Finding(
      .activityDate, .error, at: place, value: date.description,
      message: last.map {
        LocalizedText(
          "Ngày \(date.vietnamese) sau \($0.name.vietnamese) (\($0.day.vietnamese)).",
          "\(date) lies after \($0.name.english) (\($0.day)).")
      }
        ?? LocalizedText(
          "Ngày \(date.vietnamese) nằm ngoài khoảng \(taken.from.vietnamese) đến \(taken.to.vietnamese) mà kỳ này nhận.",
          "\(date) lies outside \(taken.from) to \(taken.to), which this period takes."),
      hint: LocalizedText(
        "Đề nghị kiểm tra lại ngày, nhất là năm; hoạt động chưa diễn ra thì chưa kê.",
        "Check the date, the year above all; what has not happened yet is not told."))
  }

  private func dateWarning(_ date: CalendarDate, _ period: ResolvedPeriod, at place: SourceLocation) -> Finding {
    Finding(
      .activityDate, .warning, at: place, value: date.description,
      message: LocalizedText(
        "Ngày \(date.vietnamese) nằm ngoài kỳ \(period.key) (\(period.window.from.vietnamese) đến \(period.window.to.vietnamese)).",
        "\(date) lies outside \(period.key) (\(period.window.from) to \(period.window.to))."),
      hint: LocalizedText(
        "Nếu ngày đúng, hoạt động vẫn được tính theo ngày của nó.",
        "If the date is right, the activity counts by its date."))
  }

  /// Products that only the tasks naming them have (<doc:regime#Products>).
  private func checkProducts(_ submission: inout Submission, _ content: SubmissionContent) {
    let bound = regime.boundProducts
    let named = Dictionary(
      regime.tasks.map { ($0.code, Set($0.products)) }, uniquingKeysWith: { first, _ in first })
    for activity in content.activities
    where bound.contains(activity.product) && !(named[activity.task]?.contains(activity.product) ?? false) {
      let place = submission.origin.location(.activities, line: activity.line, field: "san_pham")
      submission.log.add(.activityProduct, .warning, at: place) {
        let tasks = regime.tasks.filter { $0.products.contains(activity.product) }.map(\.code)
        return Finding(
          .activityProduct, .warning, at: place, value: activity.product,
          message: LocalizedText(
            "Sản phẩm \(activity.product) không thuộc nhiệm vụ \(activity.task) theo Kế hoạch.",
            "The plan does not name the product \(activity.product) under task \(activity.task)."),
          hint: LocalizedText(
            "Kế hoạch nêu sản phẩm này ở \(tasks.joined(separator: ", ")); nếu đúng thì giữ nguyên.",
            "The plan names it under \(tasks.joined(separator: ", ")); leave it if it is right."),
          cite: regime.task(activity.task)?.cite)
      }
    }
  }

  /// One id twice is an error; rows without id of one nature count once and are a warning
  /// (<doc:counting#Live-activities>).
  private func checkRepeats(_ submission: inout Submission, _ content: SubmissionContent) {
    var lineByID: [OwnID: Int] = [:]
    var rowByNature = ActivityNatures(folding: shortTitleKey)
    var lines: [Int] = []
    var last: [Int: Int] = [:]
    for (row, activity) in content.activities.enumerated() {
      lines.append(activity.line)
      if let id = activity.id {
        if let first = lineByID[OwnID(id)] {
          let place = submission.origin.location(.activities, line: activity.line, field: "ma")
          submission.log.add(.activityTwice, .error, at: place) { repeatedID(id, first, at: place) }
        } else {
          lineByID[OwnID(id)] = activity.line
        }
      } else if let first = rowByNature.enter(row, for: withShortTitle(activity)) {
        submission.retold.insert(last.updateValue(row, forKey: first) ?? first)
        let place = submission.origin.location(.activities, line: activity.line, field: "ten")
        submission.log.add(.activityTwice, .warning, at: place) { repeatedNature(activity, lines[first], at: place) }
      }
    }
  }

  private func repeatedID(_ id: String, _ first: Int, at place: SourceLocation) -> Finding {
    Finding(
      .activityTwice, .error, at: place, value: id,
      message: LocalizedText(
        "Mã hoạt động «\(id)» đã dùng ở dòng \(first).", "The activity id «\(id)» is already used in row \(first)."),
      hint: LocalizedText("Đề nghị đặt cho mỗi hoạt động một mã riêng.", "Give each activity an id of its own."))
  }

  private func repeatedNature(_ activity: Activity, _ first: Int, at place: SourceLocation) -> Finding {
    Finding(
      .activityTwice, .warning, at: place, value: shortenedValue(activity.title),
      message: LocalizedText(
        "Hoạt động này trùng với dòng \(first) (cùng ngày, nhiệm vụ, sản phẩm, tên) nên chỉ tính một lần.",
        "This activity equals row \(first) (date, task, product, title) and counts once."),
      hint: LocalizedText(
        "Nếu là hai hoạt động khác nhau, đề nghị ghi mã hoạt động hoặc tên khác nhau.",
        "If they are two activities, give them ids or different titles."))
  }

  func checkExemplars(_ submission: inout Submission, _ content: SubmissionContent) {
    var lineByID: [String: Int] = [:]
    var lineByTitle: [FoldedTitle: Int] = [:]
    let folder = Vocabulary.evidenceFolder
    let known = Set(content.evidence.map { evidenceKey($0.path, below: folder) })
    for exemplar in content.exemplars {
      for path in exemplar.evidence where !known.contains(evidenceKey(path, below: folder)) {
        let place = submission.origin.location(.exemplars, line: exemplar.line, field: "minh_chung")
        submission.log.add(.exemplarEvidence, .error, at: place) { missingEvidence(path, at: place) }
      }
      let title = FoldedTitle(shortTitleKey(exemplar.title))
      if let first = exemplar.id.flatMap({ lineByID[$0] }) {
        let place = submission.origin.location(.exemplars, line: exemplar.line, field: "ma")
        submission.log.add(.exemplarTwice, .error, at: place) {
          repeatedExemplar(exemplar.id ?? "", first, at: place)
        }
      } else if let first = lineByTitle[title] {
        let place = submission.origin.location(.exemplars, line: exemplar.line, field: "ten")
        submission.log.add(.exemplarTwice, .warning, at: place) { repeatedTitle(exemplar.title, first, at: place) }
      }
      if let id = exemplar.id { lineByID[id] = lineByID[id] ?? exemplar.line }
      lineByTitle[title] = lineByTitle[title] ?? exemplar.line
    }
  }

  /// A path below the evidence folder, however the folder is written before it.
  private func evidenceKey(_ path: String, below folder: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    if let index = parts.firstIndex(where: { foldedKey($0) == foldedKey(folder) }) {
      return caseFolded(parts[(index + 1)...].joined(separator: "/"))
    }
    return caseFolded(parts.joined(separator: "/"))
  }

  private func missingEvidence(_ path: String, at place: SourceLocation) -> Finding {
    Finding(
      .exemplarEvidence, .error, at: place, value: shortenedValue(path),
      message: LocalizedText(
        "Không thấy tệp minh chứng «\(shortenedValue(path))» trong thư mục minh-chung.",
        "The evidence «\(shortenedValue(path))» is not in the folder minh-chung."),
      hint: LocalizedText(
        "Đề nghị chép tệp vào thư mục minh-chung của gói, hoặc sửa lại tên tệp.",
        "Put the file into minh-chung, or correct its name."))
  }

  private func repeatedExemplar(_ id: String, _ first: Int, at place: SourceLocation) -> Finding {
    Finding(
      .exemplarTwice, .error, at: place, value: id,
      message: LocalizedText(
        "Mã mô hình «\(id)» đã dùng ở dòng \(first).", "The exemplar's id «\(id)» is already used in row \(first)."),
      hint: LocalizedText(
        "Đề nghị đặt cho mỗi mô hình một mã riêng; nếu là một mô hình thì giữ lại một dòng.",
        "Give each exemplar an id of its own; keep one row if they are one."))
  }

  private func repeatedTitle(_ title: String, _ first: Int, at place: SourceLocation) -> Finding {
    Finding(
      .exemplarTwice, .warning, at: place, value: shortenedValue(title),
      message: LocalizedText(
        "Mô hình này trùng tên với dòng \(first) nên chỉ tính một lần.",
        "This exemplar has the title of row \(first) and counts once."),
      hint: LocalizedText(
        "Nếu là hai mô hình khác nhau, đề nghị ghi tên khác nhau.", "If they are two exemplars, give them two titles."))
  }
}
