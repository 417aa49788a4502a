package import ReportingModel
package import Reports

/// What issuing a draft would freeze: a draft that was held against what is kept and found fit.
package struct IssuePlan: Sendable {
  let draft: ReportDraft
  let version: Int
  package let mark: IssueMark
  /// Accepted submissions that came after N and are in none of its figures.
  package let laterSubmissions: Int

  /// The issued report's.
  package var id: String { "\(draft.base)-v\(version)" }
  package var window: Window { draft.window }
  package var asOf: Int64 { draft.asOf }
  package var capacity: [String] { mark.capacity.isEmpty ? draft.capacity : mark.capacity }

  /// As it is shown before it is done.
  package var words: [LocalizedText] {
    let capacity = capacity.joined(separator: " / ")
    return [
      LocalizedText(
        "Báo cáo số \(mark.number) ngày \(mark.date.vietnamese), \(capacity) \(mark.signer) ký.",
        "Report no. \(mark.number) of \(mark.date), signed by \(mark.signer), \(capacity)."),
      LocalizedText(
        "Số liệu từ ngày \(window.from.vietnamese) đến ngày \(window.to.vietnamese), tính đến mục \(asOf); \(laterSubmissions) báo cáo nhận sau đó không được tính.",
        "Figures of \(window.from) to \(window.to), as of entry \(asOf); \(laterSubmissions) submissions that came later are not counted."
      ),
    ] + draft.remarks
  }
}
