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
    self.init(kind: .fault, path: path, message: PassedOver(path, nil, .fault(fault)).message)
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

  /// All that a round has to tell.
  /// - Parameter isEnding: nobody looks again soon, so that what is not ready yet is told as well.
  package static func all(in round: InboxRounds.Round, isEnding: Bool = false) -> [InboxTrouble] {
    round.passed.map { InboxTrouble($0) }
      + round.waiting.filter { isEnding || $0.isOverdue }.map { InboxTrouble($0) }
      + round.refusals.map { InboxTrouble($0.fault, path: $0.delivery.path) }
  }

  private init(_ passed: PassedOver) {
    if case .fault = passed.reason { kind = .fault } else { kind = .passed }
    path = passed.path
    message = passed.message
  }

  private init(_ waiting: StabilityTracker.Waiting) {
    let file = waiting.file
    if file.status.size == 0 {
      self.init(kind: .unfinished, path: file.delivery.path, message: PassedOver(file, .empty).message)
      return
    }
    let minutes = waiting.waited / 60_000
    let size = file.status.size
    let state =
      waiting.isStill
      ? LocalizedText("Chưa có phần cuối của tệp .zip", "The zip lacks its end")
      : LocalizedText("Đang còn được ghi", "It is still being written")
    self.init(
      kind: .unfinished, path: file.delivery.path,
      message: LocalizedText(
        state.vietnamese + (minutes > 0 ? " sau \(minutes) phút" : "")
          + " (\(VietnameseNumber.text(Int(clamping: size))) byte); để lại, chưa tiếp nhận.",
        state.english + (minutes > 0 ? " after \(counted(minutes, "minute"))" : "")
          + " (\(counted(size, "byte"))); it is left and not taken."))
  }
}

extension PassedOver {
  init(_ file: InboxScan.File, _ reason: Reason) { self.init(file.delivery.path, file.delivery.folderUnit, reason) }
}
