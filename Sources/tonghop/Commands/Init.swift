import ArgumentParser
import DurableFiles
import Workspaces

/// `init`: makes a workspace.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Tạo một không gian làm việc.", "Makes a workspace."))

  @Argument(help: ArgumentHelp(say("Thư mục.", "The folder."), valueName: ValueName.folder), completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp(
      say("Danh mục đơn vị (units.csv).", "The unit registry (units.csv)."), valueName: ValueName.file),
    completion: .file())
  var units: String?

  @Option(
    help: ArgumentHelp(
      say("Chế độ báo cáo; mặc định là LD-NQ57.", "The regime; LD-NQ57 by default."), valueName: ValueName.file),
    completion: .file())
  var regime: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let files = try regime.map { try RegimeFiles.read($0) } ?? .builtIn
    let unitBytes = try units.map { try DurableFiles.read($0) }
    let made = try await Workspace.create(
      at: folder, regime: files, registry: unitBytes, now: common.moment, operatorName: common.account)
    for finding in made.findings { Terminal.remark(finding) }
    Terminal.remark(
      say(
        "Đã tạo không gian làm việc ở \(folder). Thả gói báo cáo vào \(folder)/inbox.",
        "Made a workspace in \(folder). Drop bundles into \(folder)/inbox."))
  }
}
