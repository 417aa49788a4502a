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

  @Option(help: ArgumentHelp(say("Số đơn vị.", "Number of units."), valueName: "n"))
  var units: Int

  @Option(help: ArgumentHelp(say("Số hoạt động mỗi báo cáo.", "Activities in each report."), valueName: "n"))
  var activities: Int

  @Option(help: ArgumentHelp(say("Số gieo.", "The seed."), valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp(say("Thư mục ghi ra.", "The folder to write to."), valueName: "dir"))
  var out: String

  @Option(help: ArgumentHelp(say("xml, csv hoặc mixed.", "xml, csv or mixed.")))
  var format: Format = .xml

  @Option(help: ArgumentHelp(say("Phần trăm gói có lỗi.", "Percent of bundles with a fault."), valueName: "percent"))
  var faults: Int = 0

  @Option(help: ArgumentHelp(say("Kỳ.", "The period."), valueName: "period"))
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
    guard let key = PeriodKey(period), let resolved = regime.resolve(key, requests: []) else {
      throw Failure(say("Không có kỳ «\(period)».", "There is no period «\(period)»."), ExitStatus.usage)
    }
    try DurableFiles.makeFolder(out, .usual)
    let province = SyntheticProvince(units: units, regime: regime)
    try DurableFiles.write(UnitsFile.bytes(province.units), to: out + "/units.csv", sync: false, .usual)
    for (index, unit) in province.units.enumerated() {
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
    try DurableFiles.syncAll(on: out)
    Terminal.remark(
      say(
        "Đã ghi \(province.units.count) gói và units.csv vào \(out).",
        "Wrote \(province.units.count) bundles and units.csv to \(out)."))
  }
}
