import Regimes
import ReportingModel
import Submissions

extension ReceiptPage {
  /// What is new against the report that this one replaces; nothing where nothing is replaced.
  func changes(_ line: SubmissionReceipt, _ page: inout PageWriter) {
    guard line.status == .accepted, let earlier = line.earlier, let content = line.counted ?? line.submission.content
    else { return }
    page.heading(
      sectionLevel, "So với lần nộp trước (lần \(earlier.number))",
      "Against the submission before (number \(earlier.number))")
    var rows: [[String]] = []
    if content.activities.count != earlier.activityCount {
      rows.append([
        page.words("Số hoạt động", "Activities"), page.number(earlier.activityCount),
        page.number(content.activities.count),
      ])
    }
    let told = content.toldValues
    for indicator in line.regime.indicators where told[indicator.code] != earlier.told[indicator.code] {
      rows.append(
        [indicator.label(page)]
          + [earlier.told, told].map { $0[indicator.code].map { page.number($0) } ?? page.notTold })
    }
    guard !rows.isEmpty else {
      page.paragraph(
        "Số hoạt động và các chỉ tiêu không thay đổi.", "The number of activities and the indicators are the same.")
      return
    }
    page.table([.words("Nội dung", "What"), .number("Lần trước", "Before"), .number("Lần này", "Now")], rows)
  }
}

extension SubmissionContent {
  /// Values by indicator, the first where one is told twice.
  var toldValues: [String: Amount] {
    Dictionary(indicators.map { ($0.code, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Indicator {
  /// `CT09 Lượt học sinh`.
  func label(_ page: PageWriter) -> String { "\(code) \(name[page.language])" }
}

extension PageWriter {
  /// Of an indicator without a value, which is not zero (<doc:layout#Figures-in-words>).
  var notTold: String { words("không báo", "not told") }
}
