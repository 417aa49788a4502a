import ArgumentParser
import DurableFiles
import Ledger
import Office
import Register
import Rendering
import ReportingModel
import Reports
import Workspaces

extension Report {
  /// `report issue`: freezes a saved draft.
  struct Issue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Phát hành một dự thảo đã lưu.", "Issues a saved draft."))

    @Argument(help: ArgumentHelp(say("Mã dự thảo.", "The draft's id."), valueName: ValueName.draft))
    var draft: String

    @Option(
      help: ArgumentHelp(say("Số, ví dụ 05/BC-SGDĐT.", "Its number, such as 05/BC-SGDĐT."), valueName: ValueName.number)
    )
    var number: String

    @Option(help: ArgumentHelp(say("Ngày ban hành.", "The day of issue."), valueName: ValueName.date))
    var date: String

    @Option(help: ArgumentHelp(say("Họ tên người ký.", "Who signs."), valueName: ValueName.name))
    var signer: String

    @Option(
      help: ArgumentHelp(
        say("Quyền hạn, chức vụ; các dòng cách nhau bằng /.", "Capacity; lines separated by /."),
        valueName: ValueName.text))
    var capacity: String?

    @OptionGroup var confirmation: ConfirmationOption
    @OptionGroup var wait: WaitOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
      for (name, text) in [("--number", number), ("--signer", signer)] where text.allSatisfy(\.isWhitespace) {
        throw ValidationError(say("\(name) không được để trống.", "\(name) must not be empty."))
      }
    }

    func run() async throws {
      let mark = IssueMark(
        number: number, date: try tonghop.date(date, "--date"), signer: signer,
        capacity: (capacity ?? "").split(separator: "/").map(String.init))
      try await common.write("report issue", wait: wait.seconds(usually: WaitOption.byHand)) { writer in
        let plan = try await writer.examine(draft: draft, mark, clock: common.moment)
        Terminal.remark(lines: plan.words.map { $0[Speech.language] })
        try confirmation.ask(
          say("Phát hành? Sau khi phát hành không sửa được.", "Issue it? It cannot be changed afterwards."))
        let report = try await writer.issue(plan, clock: common.moment)
        Terminal.out(report.id)
        for output in report.outputs { Terminal.remark("\(writer.workspace.reports)/\(report.id)/\(output.name)") }
      }
    }
  }

  /// `report amend`: the draft of a report that takes an issued one's place.
  struct Amend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Lập dự thảo báo cáo thay thế.", "Drafts the report that replaces an issued one."))

    @Argument(help: ArgumentHelp(say("Mã báo cáo đã phát hành.", "The issued report."), valueName: ValueName.report))
    var id: String

    @Option(help: ArgumentHelp(say("Lý do thay thế.", "Why it is replaced."), valueName: ValueName.text))
    var reason: String

    @Option(
      help: ArgumentHelp(
        say("Lời văn mới của Văn phòng Sở; không có thì giữ lời cũ.", "New words of the office; the old ones without."),
        valueName: ValueName.file), completion: .file())
    var text: String?

    @OptionGroup var confirmation: ConfirmationOption
    @OptionGroup var wait: WaitOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
      if reason.allSatisfy(\.isWhitespace) {
        throw ValidationError(say("--reason không được để trống.", "--reason must not be empty."))
      }
    }

    func run() async throws {
      let words = try text.map { OfficeTexts.parse(String(decoding: try DurableFiles.read($0), as: UTF8.self)) }
      try await common.write("report amend", wait: wait.seconds(usually: WaitOption.byHand)) { writer in
        try writer.restoreReports()
        let record = try await writer.record(asOf: writer.register.head.sequence)
        let draft = try await record.amendment(of: id, reason: reason) { if let words { $0.texts = words } }
        Terminal.remark(
          say(
            "Thay thế \(id), số liệu tính đến mục \(draft.asOf): \(draft.changeCount) số liệu thay đổi.",
            "Replaces \(id), figures as of entry \(draft.asOf): \(draft.changeCount) figures moved."))
        try confirmation.ask(say("Lập dự thảo báo cáo thay thế?", "Draft the replacement?"))
        Terminal.out(try writer.workspace.save(draft))
      }
    }
  }

  /// `report attach`: keeps the signed copy.
  struct Attach: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Đính kèm bản đã ký vào báo cáo.", "Keeps the signed copy of a report."))

    @Argument(help: ArgumentHelp(say("Mã báo cáo đã phát hành.", "The issued report."), valueName: ValueName.report))
    var id: String

    @Argument(help: ArgumentHelp(say("Bản đã ký.", "The signed copy."), valueName: ValueName.file), completion: .file())
    var file: String

    @OptionGroup var wait: WaitOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let isNew = try await common.write("report attach", wait: wait.seconds(usually: WaitOption.byHand)) {
        try await $0.attach(file, to: id, clock: common.moment)
      }
      Terminal.remark(
        isNew
          ? say("Đã đính kèm vào \(id).", "Attached to \(id).")
          : say("Tệp này đã được đính kèm vào \(id).", "This very file is attached to \(id) already."))
    }
  }

  /// `report list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Các báo cáo đã phát hành.", "The reports that were issued."))

    @Flag(help: ArgumentHelp(say("Cả các dự thảo đã lưu.", "Saved drafts too.")))
    var drafts = false

    @Flag(help: ArgumentHelp(say("In dạng JSON.", "Print JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
      let record = try await common.read()
      let issued = record.register.issued.map(\.report)
      let saved = drafts ? try record.savedDrafts() : []
      if json {
        var rows: [JSONValue] = []
        for report in issued { rows.append(report.json(ledgerHead: try await record.ledger.entry(report.asOf).digest)) }
        rows += saved.map { .object(["id": .string($0), "state": .string("draft")]) }
        Terminal.out(
          JSONValue.object(["schema": .string("tonghop.reports/1"), "reports": .array(rows)]).fileBytes)
        return
      }
      var table = TextTable([
        say("mã", "id"), say("tình trạng", "state"), say("số", "number"), say("ngày", "date"),
        say("người ký", "signer"),
        say("sổ", "as of"),
      ])
      for report in issued {
        table.add([
          report.id, say("đã phát hành", "issued"), report.number, report.date.vietnamese, report.signer,
          String(report.asOf),
        ])
      }
      for id in saved { table.add([id, say("dự thảo", "draft"), "", "", "", ""]) }
      Terminal.out(table.text)
    }
  }
}

extension ReportEvent {
  /// A row of `tonghop.reports/1` (<doc:commands#Reports-list-JSON>).
  fileprivate func json(ledgerHead: Digest) -> JSONValue {
    .object([
      "id": .string(id), "kind": .string(kind), "key": .string(key), "to": .string(recipient), "version": .int(version),
      "state": .string("issued"), "number": .string(number), "date": .string(date.description),
      "signer": .string(signer), "asOf": .int(asOf), "sha256": .string(jsonDigest.description),
      "ledgerHead": .string(ledgerHead.description),
    ])
  }
}
