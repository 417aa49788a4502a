package import DurableFiles
package import ReportingModel

extension FileFault: WordedError {
  /// What happened, to which file, and what to do; then what the system says, for an administrator.
  package var words: LocalizedText {
    let (reason, advice) = (reason, advice)
    return LocalizedText(
      "\(isReading ? "Không đọc được" : "Không ghi được") \(path): \(reason.vietnamese); \(advice.vietnamese) (\(self)).",
      "\(isReading ? "Cannot read" : "Cannot write") \(path): \(reason.english); \(advice.english) (\(self)).")
  }

  private var reason: LocalizedText {
    switch cause {
    case .missing: LocalizedText("không có tệp hoặc thư mục này", "there is no such file or folder")
    case .denied: LocalizedText("tài khoản chạy chương trình không có quyền", "the program's account has no right to")
    case .readOnly: LocalizedText("ổ đĩa chỉ cho đọc", "the disk can only be read")
    case .full: LocalizedText("đĩa đầy", "the disk is full")
    case .present: LocalizedText("đã có tệp hoặc thư mục này", "it is there already")
    case .isFolder: LocalizedText("đây là thư mục, không phải tệp", "it is a folder and no file")
    case .longName: LocalizedText("tên quá dài", "the name is too long")
    case .tooManyOpen: LocalizedText("máy đang mở quá nhiều tệp", "too many files are open")
    case .changing: LocalizedText("tệp đang được ghi", "the file is being written")
    case .device: LocalizedText("đĩa hoặc mạng có lỗi", "the disk or the network fails")
    case .other: LocalizedText("hệ thống từ chối", "the system refused")
    }
  }

  private var advice: LocalizedText {
    switch cause {
    case .missing: LocalizedText("đề nghị xem lại đường dẫn", "look at the path")
    case .denied: LocalizedText("đề nghị cấp quyền", "give it the right")
    case .readOnly: LocalizedText("đề nghị chọn nơi khác", "choose another place")
    case .full: LocalizedText("đề nghị dọn đĩa rồi chạy lại", "make room and run it again")
    case .present: LocalizedText("đề nghị chọn tên khác", "choose another name")
    case .isFolder: LocalizedText("đề nghị nêu tên tệp", "name a file")
    case .longName: LocalizedText("đề nghị đặt tên ngắn hơn", "choose a shorter name")
    case .tooManyOpen, .changing: LocalizedText("đề nghị chạy lại sau", "run it again later")
    case .device: LocalizedText("đề nghị kiểm tra đĩa, mạng", "look at the disk and the network")
    case .other: LocalizedText("đề nghị báo người quản trị", "tell the administrator")
    }
  }
}
