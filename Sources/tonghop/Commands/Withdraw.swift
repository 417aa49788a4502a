import ArgumentParser
import Register
import ReportingModel
import Workspaces

/// `withdraw`: takes an accepted submission back.
struct Withdraw: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "Rút một báo cáo đã tiếp nhận; bản trước đó lại được tính.",
      "Takes an accepted submission back; the version before lives again."))

  @Argument(
    help: ArgumentHelp(
      say("Số thứ tự của báo cáo trong sổ.", "The submission's sequence."), valueName: ValueName.sequence))
  var sequence: Int64

  @Option(help: ArgumentHelp(say("Lý do.", "Why."), valueName: ValueName.text))
  var reason: String

  @OptionGroup var wait: WaitOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) {
      throw ValidationError(say("--reason không được để trống.", "--reason must not be empty."))
    }
  }

  func run() async throws {
    let said = try await common.write("withdraw", wait: wait.seconds()) { writer in
      try await writer.withdraw(sequence, reason: reason, clock: common.moment)
      return consequence(writer)
    }
    Terminal.remark(said)
  }

  /// What lives now where the withdrawn version did.
  private func consequence(_ writer: Writer) -> String {
    guard let (regime, key) = writer.register.place(of: sequence) else { return "" }
    let subject = "\(key.unit), \(key.period)"
    guard let live = writer.register.book(of: regime).live(key) else {
      return say(
        "Đã rút mục \(sequence) (\(subject)); đơn vị không còn báo cáo nào được tính cho kỳ này.",
        "Withdrew entry \(sequence) (\(subject)); nothing of the unit lives for this period.")
    }
    return say(
      "Đã rút mục \(sequence) (\(subject)); lần \(live.number), mục \(live.sequence), đang được tính.",
      "Withdrew entry \(sequence) (\(subject)); number \(live.number), entry \(live.sequence), lives.")
  }
}
