import Office
import ReportingModel
import Reports

/// What issuing is about to freeze, as it is shown before it is done.
enum IssueText {
  static func lines(_ plan: IssuePlan) -> [String] {
    let (mark, capacity) = (plan.mark, plan.capacity.joined(separator: " / "))
    return [
      say(
        "Báo cáo số \(mark.number) ngày \(mark.date.vietnamese), \(capacity) \(mark.signer) ký.",
        "Report no. \(mark.number) of \(mark.date), signed by \(mark.signer), \(capacity)."),
      say(
        "Số liệu từ ngày \(plan.window.from.vietnamese) đến ngày \(plan.window.to.vietnamese), tính đến mục \(plan.asOf); \(plan.laterSubmissions) báo cáo nhận sau đó không được tính.",
        "Figures of \(plan.window.from) to \(plan.window.to), as of entry \(plan.asOf); \(plan.laterSubmissions) submissions that came later are not counted."
      ),
    ]
  }
}
