import ArgumentParser
import Ledger
import ReportingModel
import Workspaces

extension Audit {
  /// `audit key`: what the ledger is signed with (<doc:record#Keys>).
  struct Key: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Khóa ký của sổ.", "What the ledger is signed with."),
      subcommands: [Show.self, Rotate.self, Renew.self], defaultSubcommand: Show.self)

    /// `audit key show`.
    struct Show: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: say("In khóa công khai, mới nhất trước.", "Prints the public keys, newest first."))

      @OptionGroup var common: CommonOptions

      func run() async throws {
        for key in try Workspace(at: common.folder).keyFolder.publicKeys() { Terminal.out(key.description) }
      }
    }

    /// `audit key rotate`.
    struct Rotate: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: say("Đổi khóa; khóa cũ xác nhận khóa mới.", "Takes a new key, which the old one vouches for."))

      @OptionGroup var wait: WaitOption
      @OptionGroup var common: CommonOptions

      func run() async throws {
        let key = try await common.write("audit key rotate", wait: wait.seconds()) {
          try await $0.rotateKey(clock: common.moment)
        }
        Terminal.out(key.description)
      }
    }

    /// `audit key renew`.
    struct Renew: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: say("Lập khóa mới khi khóa cũ đã mất.", "Takes a new key where the old one is lost."))

      @Flag(help: ArgumentHelp(say("Khóa cũ đã mất.", "The old key is lost.")))
      var lost = false

      @Option(help: ArgumentHelp(say("Lý do.", "Why."), valueName: ValueName.text))
      var reason: String

      @OptionGroup var wait: WaitOption
      @OptionGroup var common: CommonOptions

      func validate() throws {
        guard lost else {
          throw ValidationError(
            say("Cần --lost: khóa còn thì dùng audit key rotate.", "Give --lost: a key that is there is rotated."))
        }
        if reason.allSatisfy(\.isWhitespace) {
          throw ValidationError(say("--reason không được để trống.", "--reason must not be empty."))
        }
      }

      func run() async throws {
        let key = try await common.write("audit key renew", wait: wait.seconds()) {
          try await $0.renewKey(lost: reason, clock: common.moment)
        }
        Terminal.out(key.description)
      }
    }
  }
}
