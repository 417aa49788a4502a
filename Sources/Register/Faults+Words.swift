package import ReportingModel
import VietnameseText

extension BeyondEnd: WordedError {
  package var words: LocalizedText {
    LocalizedText(
      "Sổ chỉ có đến số thứ tự \(last), không có \(asked).", "The ledger ends at \(last); there is no \(asked).")
  }
}

extension InForce.UnknownRegime: WordedError {
  package var words: LocalizedText {
    guard let id else { return LocalizedText("Chưa có chế độ báo cáo nào.", "There is no regime yet.") }
    return LocalizedText("Không có chế độ báo cáo «\(id)».", "There is no regime «\(id)».")
      + .nearest(nearest(id, in: known))
  }
}
