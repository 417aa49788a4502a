import ArgumentParser
import ReportingModel

/// What the help of a command has besides its options.
struct Manual {
  /// Whole command lines, two or more.
  let examples: [String]
  let endings: [Ending]
}

/// A command with examples and exit statuses; every one that does something of its own is one.
protocol Explained: ParsableCommand {
  static var manual: Manual { get }
}

/// An exit status, and when a command ends with it (<doc:commands#Exit-statuses>).
struct Ending {
  let status: ExitCode
  let words: String

  var number: String { String(status.rawValue) }

  static let done = Ending(status: ExitCode.success, words: say("xong.", "done."))
  static let usage = Ending(
    status: ExitStatus.usage,
    words: say(
      "dòng lệnh sai: không có lệnh, tùy chọn, kỳ, đơn vị, mã ấy.",
      "usage: there is no such command, option, period, unit or code."))
  static let badInput = Ending(
    status: ExitStatus.badInput,
    words: say("dữ liệu đưa vào không dùng được.", "input that cannot be used at all."))
  static let noInput = Ending(
    status: ExitStatus.noInput,
    words: say("không có tệp, dự thảo hoặc không gian làm việc ấy.", "no such file, draft or workspace."))
  static let defect = Ending(status: ExitStatus.defect, words: say("lỗi của chương trình.", "a defect in the program."))
  static let cannotCreate = Ending(
    status: ExitStatus.cannotCreate,
    words: say("không tạo được, vì đã có hoặc không có quyền.", "cannot create: it is there, or no right to."))
  static let inputOutput = Ending(
    status: ExitStatus.inputOutput,
    words: say("không đọc, ghi được (đĩa đầy, sổ hỏng).", "a read or write failed (full disk, damaged ledger)."))
  static let tryAgain = Ending(
    status: ExitStatus.tryAgain,
    words: say("tiến trình khác đang ghi; thử lại sau.", "another process is writing; try again."))

  /// Status 1.
  static func findings(_ words: String) -> Ending { Ending(status: ExitStatus.findings, words: words) }

  /// Every status, as the program as a whole ends with it.
  static let all = [
    done, findings(say("xong, có điểm phải xem lại.", "done, with findings.")), usage, badInput, noInput, defect,
    cannotCreate, inputOutput, tryAgain,
  ]

  /// Of what only prints what the program itself has.
  static let printing = [done, usage, defect]
  /// Of what reads a workspace or files.
  static let reading = [done, usage, badInput, noInput, defect, inputOutput]
  /// Of what makes files or folders.
  static let making = [done, usage, badInput, noInput, defect, cannotCreate, inputOutput]
  /// Of what changes a workspace.
  static let writing = [done, usage, badInput, noInput, defect, inputOutput, tryAgain]
}

extension [Ending] {
  /// With a meaning of status 1, which stands second.
  func finding(_ words: String) -> [Ending] { prefix(1) + [.findings(words)] + dropFirst() }
}
