import ArgumentParser
import DurableFiles
import Regimes
import ReportingModel
import Synthesis
import Workspaces

/// `generate`: synthetic bundles and their registry, the same for the same numbers.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Tạo gói báo cáo giả để đo và thử.", "Makes synthetic bundles for trials."))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case xml, csv, mixed
  }

  @Option(help: ArgumentHelp(say("Số đơn vị.", "Number of units."), valueName: ValueName.number))
  var units: Int

  @Option(
    help: ArgumentHelp(say("Số hoạt động mỗi báo cáo.", "Activities in each report."), valueName: ValueName.number))
  var activities: Int

  @Option(help: ArgumentHelp(say("Số gieo.", "The seed."), valueName: ValueName.number))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(say("Thư mục ghi ra.", "The folder to write to."), valueName: ValueName.folder),
    completion: .directory)
  var out: String

  @Option(help: ArgumentHelp(say("Dạng của báo cáo.", "Form of the reports."), valueName: "xml|csv|mixed"))
  var format: Format = .xml

  @Option(
    help: ArgumentHelp(say("Phần trăm gói có lỗi.", "Percent of bundles with a fault."), valueName: ValueName.percent))
  var faults: Int = 0

  @Option(help: ArgumentHelp(say("Kỳ.", "The period."), valueName: ValueName.period))
  var period: String = "HK1/2026-2027"

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0...200_000).contains(units), (0...200_000).contains(activities), (0...100).contains(faults) else {
      throw ValidationError(
        say(
          "--units, --activities từ 0 đến 200000; --faults từ 0 đến 100.",
          "--units, --activities: 0 to 200000; --faults: 0 to 100."))
    }
  }

  func run() throws {
    let regime = try builtInRegime()
    let history = RegimeHistory(regime)
    let key = try PeriodArgument(period).known(to: history, [], on: common.moment.date)
    guard let resolved = regime.resolve(key, requests: []) else {
      throw Failure(say("Không có kỳ báo cáo «\(key)».", "There is no period “\(key)”."), ExitStatus.usage)
    }
    try DurableFiles.makeFolder(out, .usual)
    let province = SyntheticProvince(units: units, regime: regime)
    try DurableFiles.write(UnitsFile.bytes(province.units), to: out + "/units.csv", sync: false, .usual)
    let progress = Progress(LocalizedText("Tạo gói", "Making bundles"))
    for (index, unit) in province.units.enumerated() {
      progress.advance(index, of: province.units.count)
      var report = SyntheticReport(regime: regime, period: resolved, seed: seed, number: index)
      let encoding: SyntheticBundle.Encoding =
        switch format {
        case .xml: .xml
        case .csv: .csv
        case .mixed: index % 2 == 0 ? .xml : .csv
        }
      let isFaulty = index * faults / 100 != (index + 1) * faults / 100
      let fault = isFaulty ? SyntheticBundle.Fault(rawValue: index % SyntheticBundle.Fault.allCases.count) : nil
      let zip = SyntheticBundle.zip(report.content(of: unit, activities: activities), encoding, fault: fault)
      try DurableFiles.write(zip, to: "\(out)/\(unit.code).zip", sync: false, .usual)
    }
    Terminal.endProgress()
    try DurableFiles.syncAll(on: out)
    Terminal.remark(
      say(
        "Đã ghi \(province.units.count) gói và units.csv vào \(out).",
        "Wrote \(counted(province.units.count, "bundle")) and units.csv to \(out)."))
  }
}
