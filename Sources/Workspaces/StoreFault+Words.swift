package import Ledger
package import ReportingModel

extension StoreFault: WordedError {
  /// What happened to the ledger, and what to do; then what the store says, for an administrator.
  package var words: LocalizedText {
    let plain =
      switch kind {
      case .full:
        LocalizedText(
          "Không ghi được sổ: đĩa đầy; đề nghị dọn đĩa rồi chạy lại",
          "Cannot write the ledger: the disk is full; make room and run it again")
      case .inputOutput:
        LocalizedText(
          "Không đọc, ghi được sổ: đĩa hoặc mạng có lỗi; đề nghị kiểm tra rồi chạy tonghop doctor",
          "Cannot read or write the ledger: the disk or the network fails; look at it, then run tonghop doctor")
      case .busy:
        LocalizedText(
          "Tiến trình khác đang dùng sổ; đề nghị chạy lại sau", "Another process uses the ledger; run it again later")
      case .overtaken:
        LocalizedText(
          "Sổ vừa được ghi từ nơi khác; đề nghị chạy lại", "The ledger has just grown from elsewhere; run it again")
      case .damaged:
        LocalizedText(
          "Sổ hỏng; xem mọi chỗ hỏng: tonghop doctor; đề nghị khôi phục từ bản sao lưu",
          "The ledger is damaged; see all with tonghop doctor, and restore a copy")
      case .unreachable:
        LocalizedText(
          "Không mở được sổ: không có quyền hoặc không có tệp; đề nghị xem lại quyền của không gian làm việc",
          "The ledger cannot be opened: no right to, or no file; look at the rights of the workspace")
      }
    return LocalizedText("\(plain.vietnamese) (\(self)).", "\(plain.english) (\(self)).")
  }
}
