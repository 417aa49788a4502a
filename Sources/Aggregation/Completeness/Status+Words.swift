package import Regimes
package import ReportingModel

extension ReportingStatus {
  /// In words (<doc:layout#Statuses-in-words>).
  package var words: LocalizedText {
    switch self {
    case .onTime: LocalizedText("Đúng hạn", "in time")
    case .late: LocalizedText("Sau hạn", "late")
    case .rejected: LocalizedText("Đã gửi, chưa đạt yêu cầu", "rejected")
    case .missing: LocalizedText("Chưa gửi", "missing")
    case .pending: LocalizedText("Chưa đến hạn", "pending")
    case .reported: LocalizedText("Có phối hợp báo cáo", "reported")
    case .invited: LocalizedText("-", "-")
    }
  }
}

extension Obligation.Level {
  package var words: LocalizedText {
    self == .required ? LocalizedText("phải báo cáo", "required") : LocalizedText("mời", "invited")
  }
}
