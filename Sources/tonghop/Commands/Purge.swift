import ArgumentParser
import ReportingModel
import Workspaces

/// `purge`: removes bytes that should not be kept.
struct Purge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "Xóa vĩnh viễn một gói không được phép giữ; mã và kết luận vẫn còn trong sổ.",
      "Removes a bundle that should not be kept; digest and verdict stay."))

  @Argument(
    help: ArgumentHelp(
      say("Mã SHA-256 của gói, có trong phiếu tiếp nhận.", "The bundle's SHA-256, as its receipt has it."),
      valueName: ValueName.code))
  var digest: String

  @Option(help: ArgumentHelp(say("Lý do.", "Why."), valueName: ValueName.text))
  var reason: String

  @OptionGroup var wait: WaitOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) {
      throw ValidationError(say("--reason không được để trống.", "--reason must not be empty."))
    }
    guard Digest(hex: digest.lowercased()) != nil else {
      throw ValidationError(
        say(
          "«\(digest)» không phải mã SHA-256 (64 chữ số 0-9, a-f).", "“\(digest)” is no SHA-256 (64 digits 0-9, a-f)."))
    }
  }

  func run() async throws {
    guard let digest = Digest(hex: digest.lowercased()) else { return }
    try await common.write("purge", wait: wait.seconds()) {
      try await $0.purge(digest, reason: reason, clock: common.moment)
    }
    Terminal.remark(say("Đã xóa \(digest).", "Purged \(digest)."))
  }
}
