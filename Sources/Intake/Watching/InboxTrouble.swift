package import DurableFiles
import Inbox
import Ledger
package import ReportingModel
import Workspaces

/// Something that keeps a file, or the whole inbox, waiting. It is no verdict on anybody's report: it is told to the
/// office and tried again (<doc:commands#watch>).
package struct InboxTrouble: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// The system refused: a full disk, a share that went away, a lock, missing rights.
    case fault
    /// The file is still being written, or lacks its end.
    case unfinished
    /// Left alone for good: a link, a special file, a folder too deep.
    case passed
  }

  package var kind: Kind
  /// What it is about; empty for the workspace as a whole.
  package var path: String
  package var message: LocalizedText

  package init(kind: Kind, path: String, message: LocalizedText) {
    self.kind = kind
    self.path = path
    self.message = message
  }

  package init(_ fault: FileFault, path: String) {
    self.init(
      kind: .fault, path: path,
      message: LocalizedText(
        "\(fault.words.vietnamese) Sẽ tự thử lại.", "\(fault.words.english) It is tried again."))
  }

  /// What an error means that stops the whole road; `nil` for a defect of the program.
  package init?(stopping error: any Error) {
    switch error {
    case let fault as FileFault: self.init(fault, path: "")
    case let fault as StoreFault where fault.kind == .overtaken:
      self.init(
        kind: .fault, path: "",
        message: LocalizedText("Sổ vừa được ghi từ nơi khác; sẽ tự thử lại.", "The ledger has just grown; tried again.")
      )
    default:
      guard let fault = error as? StoreFault, fault.kind != .damaged else { return nil }
      self.init(
        kind: .fault, path: "",
        message: LocalizedText(
          "\(fault.words.vietnamese) Sẽ tự thử lại.", "\(fault.words.english) It is tried again."))
    }
  }

  init(_ passed: InboxScan.Passed) {
    switch passed.reason {
    case .link:
      self.init(
        kind: .passed, path: passed.path,
        message: LocalizedText(
          "Là liên kết, không phải tệp; không nhận.", "A link and no file; it is not taken."))
    case .special:
      self.init(
        kind: .passed, path: passed.path,
        message: LocalizedText("Không phải tệp thường; không nhận.", "No regular file; it is not taken."))
    case .deepFolder:
      self.init(
        kind: .passed, path: passed.path,
        message: LocalizedText(
          "Thư mục con trong thư mục của đơn vị; chỉ nhận tệp .zip đặt ngay trong thư mục của đơn vị.",
          "A folder inside a unit's folder; only files right inside the unit's folder are taken."))
    case .name:
      self.init(
        kind: .passed, path: passed.path,
        message: LocalizedText(
          "Tên tệp không phải Unicode; đề nghị đổi tên.", "The name is no valid UTF-8; rename the file."))
    case .fault(let fault): self.init(fault, path: passed.path)
    }
  }

  init(unfinished file: InboxScan.File, waited: Int64) {
    let minutes = max(1, waited / 60_000)
    self.init(
      kind: .unfinished, path: file.delivery.path,
      message: LocalizedText(
        "Chưa chép xong sau \(minutes) phút (\(VietnameseNumber.text(Int(clamping: file.status.size))) byte).",
        "Not complete after \(counted(minutes, "minute")) (\(counted(file.status.size, "byte")))."))
  }
}
