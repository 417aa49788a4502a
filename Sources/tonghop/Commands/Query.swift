import Aggregation
import ArgumentParser
import CSVReading
import Office
import Regimes
import Rendering
import ReportingModel
import Workspaces

/// `query`: any aggregate of activities.
struct Query: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Tổng hợp hoạt động theo bất kỳ chiều nào.", "Any aggregate of activities."))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, xlsx
  }

  @Option(help: ArgumentHelp(say("Từ ngày.", "From this day."), valueName: ValueName.date))
  var from: String

  @Option(help: ArgumentHelp(say("Đến ngày.", "To this day."), valueName: ValueName.date))
  var to: String

  @Option(
    help: ArgumentHelp(
      say("Các chiều: ", "Dimensions: ") + Dimension.allCases.map(\.rawValue).joined(separator: ","),
      valueName: ValueName.dimensions
    ))
  var by: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      say("Lọc theo chiều, nhiều giá trị cách nhau dấu |.", "Filter; several values separated by |."),
      valueName: ValueName.filter))
  var filters: [String] = []

  @Option(help: ArgumentHelp(say("Dạng in ra.", "Form of the output."), valueName: "table|csv|json|xlsx"))
  var format: Format = .table

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var which: RegimeOption
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let first = try date(from, "--from")
    let last = try date(to, "--to")
    guard let window = Window(from: first, to: last) else {
      throw ValidationError(say("--from phải không sau --to.", "--from must not lie after --to."))
    }
    let dimensions = try DimensionArguments.dimensions(by)
    let filter = try DimensionArguments.filter(filters)
    let facts = try await common.read(asOf: asOf.asOf).facts(regime: which.regime) { history, _ in
      history.applying(on: last)
    }
    try facts.check(filter)
    let result = facts.query(window, by: dimensions, where: filter)
    switch format {
    case .json: Terminal.out(result.json.fileBytes)
    case .xlsx: Terminal.out(WorkingSheets.query(result, facts))
    case .csv:
      var writer = CSVWriter()
      writer.write(dimensions.map(\.rawValue) + Query.measures)
      for row in result.rows { writer.write(row.codes + Query.cells(row.measures)) }
      // Without a dimension there is one group: all.
      if dimensions.isEmpty { writer.write(Query.cells(result.total)) }
      Terminal.out(writer.bytes)
    case .table:
      var table = TextTable(dimensions.map(\.rawValue) + Query.measures)
      for row in result.rows { table.add(row.codes + Query.cells(row.measures)) }
      if dimensions.isEmpty {
        table.add(Query.cells(result.total))
      } else {
        table.add(
          [say("Tổng", "total")] + Array(repeating: "", count: dimensions.count - 1) + Query.cells(result.total))
      }
      Terminal.out(table.text)
    }
  }

  private static let measures = ["records", "soLuong", "soNguoi", "units"]

  private static func cells(_ measures: Measures) -> [String] {
    [String(measures.records), String(measures.quantity), String(measures.people), String(measures.units)]
  }
}

/// Dimensions and filters as the command line writes them.
enum DimensionArguments {
  static func dimensions(_ text: String?) throws -> [Dimension] {
    var result: [Dimension] = []
    for name in (text ?? "").split(separator: ",") {
      let dimension = try dimension(String(name))
      if !result.contains(dimension) { result.append(dimension) }
    }
    return result
  }

  /// `dim=v|v`; several separated by commas or in several options; one dimension twice matches any of both.
  static func filter(_ texts: [String]) throws -> DimensionFilter {
    var result: DimensionFilter = [:]
    for clause in texts.flatMap({ $0.split(separator: ",") }) {
      let sides = clause.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[1].isEmpty else {
        throw ValidationError(say("«\(clause)» không có dạng chiều=giá trị.", "«\(clause)» is no dimension=value."))
      }
      let values = sides[1].split(separator: "|").map(String.init)
      guard !values.isEmpty else {
        throw ValidationError(say("«\(clause)» không nêu giá trị nào.", "«\(clause)» names no value."))
      }
      result[try dimension(String(sides[0])), default: []].formUnion(values)
    }
    return result
  }

  private static func dimension(_ name: String) throws -> Dimension {
    guard let dimension = Dimension(rawValue: name) else {
      let known = Dimension.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(say("Không có chiều «\(name)»: \(known).", "There is no dimension «\(name)»: \(known)."))
    }
    return dimension
  }
}
