import ArgumentParser
import DurableFiles
import Regimes
import Register
import Rendering
import ReportingModel
import Workspaces

/// `units`: the registry.
struct Units: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Danh mục đơn vị.", "The unit registry."), subcommands: [Import.self, List.self, Diff.self])

  /// `units import`: puts a registry file in force.
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Nhập danh mục mới.", "Imports a new registry."))

    @Argument(
      help: ArgumentHelp(say("Tệp units.csv.", "The file units.csv."), valueName: ValueName.file), completion: .file())
    var file: String

    @OptionGroup var wait: WaitOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let bytes = try DurableFiles.read(file)
      let (registry, findings) = try await common.write("units import", wait: wait.seconds(usually: WaitOption.byHand))
      {
        try await $0.importUnits(bytes, file: DurableFiles.name(of: file), clock: common.moment)
      }
      for finding in findings { Terminal.remark(finding) }
      Terminal.remark(
        say("Đã nhập \(registry.codes.count) đơn vị.", "Imported \(counted(registry.codes.count, "unit"))."))
    }
  }

  /// `units list`: the registry in force.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("In danh mục đang dùng.", "Prints the registry in force."))

    @Option(help: ArgumentHelp(say("Chỉ loại này.", "Of this kind only."), valueName: ValueName.code))
    var kind: String?

    @Option(help: ArgumentHelp(say("Chỉ cấp này.", "Of this level only."), valueName: ValueName.code))
    var level: String?

    @Option(help: ArgumentHelp(say("Chỉ xã này.", "Of this commune only."), valueName: ValueName.code))
    var commune: String?

    @Option(help: ArgumentHelp(say("Chỉ vùng này.", "Of this region only."), valueName: ValueName.name))
    var region: String?

    @Option(
      help: ArgumentHelp(
        say("Chỉ đơn vị hoạt động vào ngày này.", "In force on this day only."), valueName: ValueName.date))
    var on: String?

    @Flag(help: ArgumentHelp(say("In dạng JSON.", "Print JSON.")))
    var json = false

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let day = try on.map { try date($0, "--on") }
      let inForce = try await common.read(asOf: asOf.asOf).register.inForce
      guard let registry = inForce.registry else { throw WorkspaceProblem.noRegistry }
      let plans = inForce.regimes.map(\.latest)
      try known(kind?.uppercased(), "--kind", plans.flatMap(\.unitKinds).map(\.code) + registry.rows.map(\.kind))
      try known(level?.uppercased(), "--level", plans.flatMap(\.levels).map(\.code) + registry.rows.map(\.level))
      try known(commune?.uppercased(), "--commune", registry.rows.flatMap { [$0.commune, $0.code] })
      try known(region, "--region", registry.rows.map(\.region))
      let rows = registry.rows.filter { row in
        (kind == nil || row.kind == kind?.uppercased()) && (level == nil || row.level == level?.uppercased())
          && (commune == nil || row.commune == commune?.uppercased()) && (region == nil || row.region == region)
          && (day.map { row.isInForce(on: $0) } ?? true)
      }
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
        say("vùng", "region"), say("từ", "from"), say("đến", "to"), say("kế thừa", "successor"),
        say("đầu mối", "roles"),
      ])
      for row in rows {
        table.add([
          row.code, row.name, row.kind, row.level, row.commune, row.region, row.from?.description ?? "",
          row.to?.description ?? "", row.successor ?? "", row.roles.joined(separator: " "),
        ])
      }
      Terminal.out(table.text)
    }

    /// A value that nothing has narrows to nothing in silence.
    private func known(_ value: String?, _ option: String, _ all: [String]) throws {
      guard let value, !all.contains(value) else { return }
      let near = Nearest.words(value, in: Set(all).sorted())
      throw ValidationError(
        say("\(option): không có «\(value)».\(near)", "\(option): there is no “\(value)”.\(near)"))
    }
  }
}

extension Units {
  /// `units diff`: what an import would change, or what one has changed.
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        "So danh mục đang dùng với một tệp, hoặc với chính nó trước đây.",
        "Compares the registry in force with a file, or with what it was."))

    @Argument(
      help: ArgumentHelp(say("Tệp units.csv sắp nhập.", "The file that would be imported."), valueName: ValueName.file),
      completion: .file())
    var file: String?

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
      if (file == nil) == (asOf.asOf == nil) {
        throw ValidationError(say("Nêu một tệp, hoặc --as-of.", "Name a file, or --as-of."))
      }
    }

    func run() async throws {
      let record = try await common.read()
      guard let now = record.register.inForce.registry else { throw WorkspaceProblem.noRegistry }
      let diff: RegistryDiff
      if let file {
        diff = RegistryDiff(from: now, to: try record.readUnits(DurableFiles.read(file), file: file).registry)
      } else {
        // What is odd about the workspace was said already.
        guard let before = try await record.workspace.read(asOf: asOf.asOf).register.inForce.registry else {
          throw WorkspaceProblem.noRegistry
        }
        diff = RegistryDiff(from: before, to: now)
      }
      for change in diff.changes {
        for row in change.before { Terminal.out("- \(row.summary)") }
        for row in change.after { Terminal.out("+ \(row.summary)") }
      }
      Terminal.remark(say("\(diff.changes.count) đơn vị khác.", "\(counted(diff.changes.count, "changed unit"))."))
    }
  }
}

extension UnitRow {
  /// The row on one line.
  fileprivate var summary: String {
    showingControls(
      in: [
        code, name, kind, level, commune, region, email, from?.description ?? "", to?.description ?? "",
        roles.joined(separator: " "), successor ?? "",
      ].joined(separator: ","))
  }

  /// The row with the names of the registry's columns (<doc:regime#Unit-registry>).
  fileprivate var json: JSONValue {
    .object([
      "ma": .string(code), "ten": .string(name), "loai": .string(kind), "cap": .string(level), "xa": .string(commune),
      "vung": .string(region), "email": .string(email), "tu_ngay": .optional(from?.description),
      "den_ngay": .optional(to?.description), "dau_moi": .array(roles.map { .string($0) }),
      "thay_the": .optional(successor),
    ])
  }
}
