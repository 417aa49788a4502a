import ArgumentParser
import DurableFiles
import Inbox
import Pipeline
import Receipts
import ReportingModel

/// `check`: what `ingest` would say, and nothing is kept.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Kiểm tra thử gói báo cáo, không lưu gì.", "Checks bundles and keeps nothing."))

  @Argument(help: ArgumentHelp(say("Gói báo cáo.", "Bundles."), valueName: "bundle"))
  var bundles: [String]

  @Option(
    help: ArgumentHelp(
      say("Coi như nộp vào thư mục của đơn vị này.", "As if it lay in this unit's folder."), valueName: "code"))
  var unit: String?

  @Option(
    help: ArgumentHelp(
      say("Danh mục đơn vị, khi không có không gian làm việc.", "A registry, where there is no workspace."),
      valueName: "file"))
  var units: String?

  @Flag(help: ArgumentHelp(say("In phiếu dạng JSON.", "Print receipts as JSON.")))
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let check =
      try units.map { try BundleCheck(registry: DurableFiles.read($0), file: $0) }
      ?? BundleCheck(common.open())
    let receipts = try bundles.map { path in
      try check.check(
        DurableFiles.read(path),
        Delivery(
          path: path, fileName: DurableFiles.name(of: path), folderUnit: unit?.uppercased(), isInInbox: false),
        now: common.moment)
    }
    try ReceiptText.print(receipts, json: json)
  }
}
