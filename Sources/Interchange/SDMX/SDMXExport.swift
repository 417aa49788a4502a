package import Aggregation
import CSVReading
package import Regimes
import ReportingModel

/// A report as SDMX-CSV 2.0: an observation a row, what it is about in dimensions, how it is to be read in attributes
/// (<doc:commands#Figures-for-other-systems>).
package struct SDMXExport: Sendable {
  private let report: CanonicalReport
  private let regime: Regime
  /// Of a report that is not issued every figure is provisional.
  private let isIssued: Bool

  package init(_ report: CanonicalReport, regime: Regime, isIssued: Bool) {
    self.report = report
    self.regime = regime
    self.isIssued = isIssued
  }

  static let columns = [
    "STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "SUBJECT", "ITEM", "MEASURE", "BREAKDOWN", "BREAKDOWN_ITEM",
    "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "UNITS_TOLD", "REQUIRED_UNITS_TOLD", "REQUIRED_UNITS",
  ]

  /// UTF-8 without a mark, as the format asks; every row complete.
  /// - Throws: `CanonicalReport.Malformed` for a report without a window.
  package func bytes() throws -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: false)
    writer.write(SDMXExport.columns)
    let window = try report.window(report.json)
    for observation in observations(of: report.json, window) { writer.write(cells(observation)) }
    if let before = report.json["before"], before != .null {
      let window = try report.window(before)
      for observation in observations(of: before, window) { writer.write(cells(observation)) }
    }
    return writer.bytes
  }

  private func cells(_ observation: Observation) -> [String] {
    [
      "dataflow", "\(regime.id):TONGHOP_REPORT(1.0)", "I", frequency, observation.subject, observation.item,
      observation.measure, observation.breakdown, observation.breakdownItem, observation.period,
      observation.value ?? "", observation.unit, observation.value == nil ? "M" : isIssued ? "A" : "P",
    ] + observation.coverage.map { $0 ?? "" }
  }

  /// A code of the list CL_FREQ; `_O` for windows of another length.
  private var frequency: String {
    guard case .string(let kind)? = report.json["kind"] else { return "_O" }
    return switch kind {
    case "year", "school-year": "A"
    case "half-year", "semester": "S"
    case "quarter": "Q"
    case "month": "M"
    default: "_O"
    }
  }

  private func observations(of json: JSONValue, _ window: Window) -> [Observation] {
    let sheet = ObservationSheet(json: json, period: window.timeRange, regime: regime)
    return sheet.measures + sheet.indicators + sheet.ratios + sheet.completeness
  }
}

/// One figure with what it is about.
struct Observation {
  var subject: String
  var item: String
  var measure: String
  var breakdown = "_T"
  var breakdownItem = "_T"
  var period: String
  /// `nil` where nobody told it.
  var value: String?
  var unit: String
  /// Units that told it, required ones among them, and all required ones.
  var coverage: [String?] = [nil, nil, nil]
}

extension Window {
  /// A time range of SDMX: the first day and how many days there are.
  var timeRange: String { "\(from)/P\(to.dayNumber - from.dayNumber + 1)D" }
}

extension CanonicalReport {
  /// What is no canonical report.
  package struct Malformed: Error, Sendable {}

  func window(_ json: JSONValue) throws -> Window {
    guard case .string(let from)? = json["window"]?["from"],
      case .string(let to)? = json["window"]?["to"], let first = CalendarDate(iso: from),
      let last = CalendarDate(iso: to), let window = Window(from: first, to: last)
    else { throw Malformed() }
    return window
  }
}
