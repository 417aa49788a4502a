import ArgumentParser
import DurableFiles
import Ledger
import Office
import Regimes
import Register
import Rendering
import ReportingModel
import Schemas
import Workspaces

/// `regime`: the reporting regime.
struct RegimeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regime", abstract: say("Chế độ báo cáo.", "The reporting regime."),
    subcommands: [Show.self, Check.self, Test.self, Import.self])

  /// `regime show`: what the regime asks.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("In chế độ báo cáo đang dùng.", "Prints the regime in force."))

    @Flag(help: ArgumentHelp(say("In tệp gốc (XML).", "Print the file itself (XML).")))
    var xml = false

    @OptionGroup var which: RegimeOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
      guard let record = try await common.readIfThere() else {
        if xml { Terminal.out(Schemas.defaultRegime) } else { Terminal.out(RegimeText.overview(try builtInRegime())) }
        return
      }
      let inForce = record.register.inForce
      let history = try inForce.regime(which.regime)
      if xml {
        Terminal.out(try record.workspace.objects.bytes(of: history.latest.digest))
      } else {
        Terminal.out(RegimeText.overview(history.latest) + "\n\n" + RegimeText.versions(history))
        if inForce.regimes.count > 1 {
          let ids = inForce.regimes.map(\.id).joined(separator: ", ")
          Terminal.out(
            "\n" + say("Các chế độ báo cáo ở đây (--regime): \(ids).", "Regimes here (--regime): \(ids)."))
        }
      }
    }
  }

  /// `regime check`: holds a regime file against its form and its meaning.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Kiểm tra một tệp chế độ báo cáo.", "Checks a regime file."))

    @Argument(
      help: ArgumentHelp(
        say("Tệp; không có thì kiểm tra bản kèm chương trình.", "The file; the built-in one without."),
        valueName: ValueName.file), completion: .file())
    var file: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let bytes = try file.map { try DurableFiles.read($0) } ?? Schemas.defaultRegime
      let (regime, findings) = checkRegime(bytes, file: file ?? "LD-NQ57/regime.xml")
      for finding in findings { Terminal.out(finding.lines(Speech.language).joined(separator: "\n")) }
      guard let regime else { throw ExitStatus.findings }
      Terminal.remark(
        say(
          "Chế độ \(regime.id): \(regime.tasks.count) nhiệm vụ, \(regime.indicators.count) chỉ tiêu, \(regime.rules.count) quy tắc; không có lỗi.",
          "Regime \(regime.id): \(counted(regime.tasks.count, "task")), \(counted(regime.indicators.count, "indicator")), \(counted(regime.rules.count, "rule")); no faults."
        ))
    }
  }
}

extension RegimeCommand {
  /// `regime test`: runs the examples that every rule carries.
  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Chạy ví dụ của từng quy tắc.", "Runs each rule's own examples."))

    @Argument(
      help: ArgumentHelp(
        say("Tệp; không có thì thử bản kèm chương trình.", "The file; the built-in one without."),
        valueName: ValueName.file), completion: .file())
    var file: String?

    @OptionGroup var common: CommonOptions

    func run() async throws {
      let bytes = try file.map { try DurableFiles.read($0) } ?? Schemas.defaultRegime
      let (regime, findings) = checkRegime(bytes, file: file ?? "LD-NQ57/regime.xml")
      guard let regime else {
        for finding in findings { Terminal.out(finding.lines(Speech.language).joined(separator: "\n")) }
        throw ExitStatus.findings
      }
      let failing = regime.failingExamples.map { "\($0.rule.code).\($0.number)" }
      for rule in regime.rules {
        for (number, example) in rule.examples.enumerated() {
          let isRight = !failing.contains("\(rule.code).\(number + 1)")
          let wanted = example.passes ? say("đạt", "passes") : say("không đạt", "fails")
          Terminal.out(
            "\(rule.code).\(number + 1)  \(isRight ? say("đúng", "right") : say("SAI", "WRONG"))  "
              + say("ví dụ phải \(wanted): \(rule.source)", "example \(wanted): \(rule.source)"))
        }
      }
      try await trial(regime)
      if !failing.isEmpty { throw ExitStatus.findings }
    }

    /// In a workspace that has the regime: the live submissions that its rules would turn.
    private func trial(_ regime: Regime) async throws {
      guard let trial = try await common.readIfThere()?.trial(of: regime) else { return }
      var table = TextTable([
        say("đơn vị", "unit"), say("kỳ", "period"), say("sổ", "seq."), say("quy tắc", "rule"), say("nay", "now"),
        say("sẽ là", "then"), say("thông báo", "message"),
      ])
      for turn in trial.turns {
        table.add([
          turn.unit, turn.period.description, String(turn.sequence), turn.rule + (turn.it.map { " \($0)" } ?? ""),
          word(turn.before), word(turn.after), turn.message[Speech.language],
        ])
      }
      if !trial.turns.isEmpty { Terminal.out("\n" + table.text) }
      Terminal.remark(
        say(
          "\(trial.submissions) báo cáo đang tính; \(trial.turns.count) kết luận của quy tắc sẽ khác.",
          "\(counted(trial.submissions, "live submission")); rules would say something else \(counted(trial.turns.count, "time"))."
        ))
    }

    private func word(_ severity: Severity?) -> String {
      switch severity {
      case .error: say("lỗi", "error")
      case .warning: say("cảnh báo", "warning")
      case nil: say("đạt", "passes")
      }
    }
  }

  /// `regime import`: puts a regime file in force in the workspace.
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Đưa một chế độ báo cáo (hoặc bản sửa) vào dùng.", "Puts a regime, or an amended one, in force."))

    @Argument(
      help: ArgumentHelp(say("Tệp regime.xml.", "The file regime.xml."), valueName: ValueName.file), completion: .file()
    )
    var file: String

    @OptionGroup var wait: WaitOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let files = try RegimeFiles.read(file)
      let (regime, findings, isNew, namesake) = try await common.write("regime import", wait: wait.seconds()) {
        try await $0.importRegime(files, clock: common.moment)
      }
      for finding in findings { Terminal.remark(finding) }
      Terminal.remark(
        isNew
          ? say(
            "Đã nhập chế độ \(regime.id), phiên bản \(regime.version), áp dụng từ \(regime.appliesFrom.vietnamese).",
            "Imported the regime \(regime.id), version \(regime.version), which applies from \(regime.appliesFrom).")
          : say("Chế độ \(regime.id) đang dùng đúng tệp này.", "This very file of \(regime.id) is in force."))
      if namesake {
        Terminal.remark(
          say(
            "Lưu ý: đã có phiên bản «\(regime.version)» với nội dung khác; nên ghi phienBan mới để dễ phân biệt.",
            "Note: another file was recorded as version «\(regime.version)»; a new phienBan would tell them apart."))
      }
    }
  }
}

/// A regime on a terminal.
enum RegimeText {
  /// Every version with its two times: from when it applies, and when it was recorded (<doc:regime#Versions>).
  static func versions(_ history: RegimeHistory) -> String {
    var table = TextTable([
      say("phiên bản", "version"), say("áp dụng từ", "applies from"), say("ghi nhận", "recorded"), "sha256",
    ])
    for version in history.versions {
      table.add([
        version.version, version.appliesFrom.vietnamese, version.recordedOn.vietnamese, version.digest.description,
      ])
    }
    return say("Các phiên bản", "Versions") + "\n" + table.text
  }

  static func overview(_ regime: Regime) -> String {
    let language = Speech.language
    var lines = [
      "\(regime.id)  \(regime.name[language])",
      say("Áp dụng từ", "Applies from") + " \(regime.appliesFrom), sha256 \(regime.digest)", "",
    ]
    for element in regime.elements { lines.append("\(element.key): \(element.text)") }
    func section(_ title: String, _ header: [String], _ rows: [[String]]) {
      var table = TextTable(header)
      rows.forEach { table.add($0) }
      lines += ["", title, table.text]
    }
    let code = say("mã", "code"), name = say("tên", "name"), cite = say("trích dẫn", "clause")
    section(
      say("Nhiệm vụ", "Tasks"), [code, name, say("thời gian", "time"), say("chủ trì", "lead"), cite],
      regime.tasks.map {
        [$0.code, $0.shortName[language], $0.timingText[language], $0.leadText[language], $0.cite ?? ""]
      })
    for (title, list) in [
      (say("Nội dung", "Content areas"), regime.areas), (say("Hình thức", "Channels"), regime.channels),
      (say("Sản phẩm", "Products"), regime.products), (say("Chủ đề", "Topics"), regime.topics),
    ] {
      section(title, [code, name, cite], list.map { [$0.code, $0.name[language], $0.cite ?? ""] })
    }
    section(
      say("Kỳ báo cáo", "Periods"), [code, name, say("gồm", "parts"), cite],
      regime.periodKinds.map { [$0.code, $0.name[language], $0.parts.joined(separator: " "), $0.cite ?? ""] })
    section(
      say("Nghĩa vụ", "Obligations"), [say("loại", "kind")] + regime.periodKinds.map(\.code),
      regime.unitKinds.map { kind in
        [kind.code] + regime.periodKinds.map { regime.obligation(of: kind.code, for: $0.code).level.rawValue }
      })
    section(
      say("Chỉ tiêu", "Indicators"),
      [code, name, say("đơn vị", "unit"), say("loại", "nature"), say("ai báo", "told by"), cite],
      regime.indicators.map { indicator in
        let nature =
          switch indicator.nature {
          case .derived: "derived"
          case .flow: "flow"
          case .stock: "stock"
          }
        return [
          indicator.code, indicator.name[language], indicator.unit[language], nature,
          indicator.askedKinds.joined(separator: " "), indicator.cite ?? "",
        ]
      })
    section(
      say("Tỷ lệ", "Ratios"), [code, name, cite], regime.ratios.map { [$0.code, $0.name[language], $0.cite ?? ""] })
    section(
      say("Quy tắc", "Rules"), [code, say("mức", "severity"), say("biểu thức", "expression"), cite],
      regime.rules.map { [$0.code, $0.severity.rawValue, $0.source, $0.cite ?? ""] })
    return lines.joined(separator: "\n")
  }
}
