import ArgumentParser
import DurableFiles
import Inbox
import Intake
import Receipts
import ReportingModel
import Workspaces

/// `check`: what `ingest` would say, and nothing is kept.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Kiểm tra thử gói báo cáo, không lưu gì.", "Checks bundles and keeps nothing."))

  @Argument(
    help: ArgumentHelp(say("Gói báo cáo.", "Bundles."), valueName: ValueName.bundle),
    completion: .file(extensions: ["zip"]))
  var bundles: [String]

  @Option(
    help: ArgumentHelp(
      say("Coi như nộp vào thư mục của đơn vị này.", "As if it lay in this unit's folder."), valueName: ValueName.code))
  var unit: String?

  @Option(
    help: ArgumentHelp(
      say("Danh mục đơn vị, khi không có không gian làm việc.", "A registry, where there is no workspace."),
      valueName: ValueName.file), completion: .file())
  var units: String?

  @Flag(help: ArgumentHelp(say("In phiếu dạng JSON.", "Print receipts as JSON.")))
  var json = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var check: BundleCheck
    if let units {
      check = try BundleCheck(registry: DurableFiles.read(units), file: units)
    } else {
      check = try BundleCheck(await common.read())
    }
    var (list, isWhole) = (ReceiptList(), true)
    do {
      for path in bundles {
        let delivery = Delivery(
          path: path, fileName: DurableFiles.name(of: path), folderUnit: unit?.uppercased(), isInInbox: false)
        let receipt = try await check.check(delivery, now: common.moment)
        isWhole = isWhole && (receipt.status == .accepted || receipt.status == .duplicate)
        if json { list.add(receipt) } else { Terminal.out(receipt.lines(Speech.language).joined(separator: "\n")) }
      }
    } catch {
      if json { list.breakOff() }
      throw error
    }
    if json { list.end() }
    if !isWhole { throw ExitStatus.findings }
  }
}
