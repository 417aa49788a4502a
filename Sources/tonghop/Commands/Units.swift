import ArgumentParser
import DurableFiles
import Pipeline
import Regimes
import ReportingModel

/// `units`: the registry.
struct Units: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Danh mục đơn vị.", "The unit registry."), subcommands: [Import.self, List.self])

  /// `units import`: puts a registry file in force.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Nhập danh mục mới.", "Imports a new registry."))

    @Argument(help: ArgumentHelp(say("Tệp units.csv.", "The file units.csv."), valueName: "file"))
    var file: String

    @OptionGroup var common: CommonOptions

    func run() throws {
      let bytes = try DurableFiles.read(file)
      let workspace = try common.open()
      let lock = try workspace.lock()
      defer { _ = lock }
      let (registry, findings) = try workspace.importUnits(
        bytes, file: DurableFiles.name(of: file), now: common.moment, operatorName: common.account)
      for finding in findings { Terminal.remark(FindingText.line(finding)) }
      Terminal.remark(
        say("Đã nhập \(registry.codes.count) đơn vị.", "Imported \(registry.codes.count) units."))
    }
  }

  /// `units list`: the registry in force.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("In danh mục đang dùng.", "Prints the registry in force."))

    @Flag(help: ArgumentHelp(say("In dạng JSON.", "Print JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
      let state = try common.open().state()
      guard let registry = state.registry else { throw WorkspaceProblem.noRegistry }
      let rows = registry.rows
      if json {
        Terminal.out(
          JSONValue.object([
            "schema": .string("tonghop.units/1"), "sha256": .string(registry.digest.description),
            "units": .array(rows.map(\.json)),
          ]).fileBytes)
        return
      }
      var table = TextTable([
        say("mã", "code"), say("tên", "name"), say("loại", "kind"), say("cấp", "level"), say("xã", "commune"),
        say("vùng", "region"), say("từ", "from"), say("đến", "to"), say("đầu mối", "roles"),
      ])
      for row in rows {
        table.add([
          row.code, row.name, row.kind, row.level, row.commune, row.region, row.from?.description ?? "",
          row.to?.description ?? "", row.roles.joined(separator: " "),
        ])
      }
      Terminal.out(table.text)
    }
  }
}

extension UnitRow {
  /// The row with the names of the registry's columns (spec/2 Unit registry).
  fileprivate var json: JSONValue {
    .object([
      "ma": .string(code), "ten": .string(name), "loai": .string(kind), "cap": .string(level), "xa": .string(commune),
      "vung": .string(region), "email": .string(email), "tu_ngay": .optional(from?.description),
      "den_ngay": .optional(to?.description), "dau_moi": .array(roles.map { .string($0) }),
      "thay_the": .optional(successor),
    ])
  }
}
