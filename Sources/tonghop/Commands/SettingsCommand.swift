import ArgumentParser
import DurableFiles
import Ledger
import Register
import ReportingModel
import Settings
import Workspaces

/// `settings`: what the office has set, as the ledger has it, and as its file says.
struct SettingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: say("Cài đặt của Văn phòng Sở.", "The office's settings."),
    subcommands: [Show.self, Check.self, Apply.self])

  /// `settings show`: what is recorded.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("In cài đặt đã ghi trong sổ (JSON).", "Prints the settings recorded (JSON)."))

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let register = try await common.read(asOf: asOf.asOf).register
      Terminal.out(
        JSONValue.object([
          "schema": .string("tonghop.settings/1"), "asOf": .int(register.head.sequence),
          "entry": .int(register.settingsSequence), "office": register.settings.json,
        ]).fileBytes)
    }
  }

  /// `settings check`: whether a file could be applied.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Kiểm tra tệp cài đặt.", "Checks a file of settings."))

    @OptionGroup var file: FileArgument
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let settings = try file.read(in: common.folder)
      guard let record = try await common.readIfThere() else { return }
      do throws(InForce.UnknownRegime) {
        if let regime = settings.office.regime { _ = try record.register.inForce.regime(regime) }
      } catch {
        throw Failure(error, ExitStatus.badInput)
      }
      Terminal.remark(
        settings.office == record.register.settings
          ? say("Tệp đúng, và đúng như đã ghi trong sổ.", "The file is right, and is what is recorded.")
          : say(
            "Tệp đúng, khác với cài đặt đã ghi; để áp dụng: tonghop settings apply.",
            "The file is right and differs from what is recorded; to apply it: tonghop settings apply."))
    }
  }

  /// `settings apply`: records what a file says.
  struct Apply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Ghi cài đặt trong tệp vào sổ.", "Records what a file says."))

    @OptionGroup var file: FileArgument
    @OptionGroup var wait: WaitOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let settings = try file.read(in: common.folder)
      let seconds = wait.seconds(usually: WaitOption.byHand)
      let sequence = try await common.write("settings apply", wait: seconds) { writer in
        do {
          return try await writer.apply(settings.office, clock: common.moment) ? writer.register.settingsSequence : nil
        } catch let unknown as InForce.UnknownRegime {
          throw Failure(unknown, ExitStatus.badInput)
        }
      }
      Terminal.remark(
        sequence.map {
          say("Đã ghi cài đặt mới ở mục \($0) của sổ.", "The settings are recorded in entry \($0).")
        } ?? say("Cài đặt không có gì thay đổi.", "Nothing has changed."))
    }
  }

  /// The file; without one the workspace's own.
  struct FileArgument: ParsableArguments {
    @Argument(
      help: ArgumentHelp(
        say("Tệp; không có thì là tonghop.json.", "The file; tonghop.json without."), valueName: ValueName.file),
      completion: .file())
    var file: String?

    func read(in folder: String) throws -> SettingsFile {
      let path = file ?? folder + "/tonghop.json"
      do {
        return try SettingsFile(DurableFiles.read(path))
      } catch let problem as SettingsProblem {
        throw Failure(problem, in: file ?? "tonghop.json")
      }
    }
  }
}

extension Failure {
  /// Everything that is wrong with a file of settings.
  init(_ problem: SettingsProblem, in file: String) {
    let lines = problem.faults.flatMap { fault in
      [
        "\(file):\(fault.line):\(fault.column): \(say("lỗi", "error")) \(fault.message[Speech.language])",
        "    \(fault.hint[Speech.language])",
      ]
    }
    self.init(lines: lines, ExitStatus.badInput)
  }
}
