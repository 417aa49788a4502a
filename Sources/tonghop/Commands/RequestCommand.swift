import ArgumentParser
import DurableFiles
import Office
import Regimes
import Register
import Rendering
import ReportingModel
import Workspaces

/// `request`: collections on request (<doc:regime#Requests>).
struct RequestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: say("Yêu cầu báo cáo chuyên đề, đột xuất.", "Collections on request."),
    subcommands: [Open.self, List.self, Letter.self, Close.self])

  /// `request open`.
  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: say("Mở một yêu cầu.", "Opens a request."))

    @Argument(help: ArgumentHelp(say("Mã yêu cầu.", "The request's code."), valueName: ValueName.code))
    var code: String

    @Option(help: ArgumentHelp(say("Tên yêu cầu.", "Its title."), valueName: ValueName.text))
    var title: String

    @Option(help: ArgumentHelp(say("Từ ngày.", "First day."), valueName: ValueName.date))
    var from: String

    @Option(help: ArgumentHelp(say("Đến ngày.", "Last day."), valueName: ValueName.date))
    var to: String

    @Option(help: ArgumentHelp(say("Hạn gửi.", "Due day."), valueName: ValueName.date))
    var due: String

    @Option(
      name: .customLong("part-of"),
      help: ArgumentHelp(
        say("Là một phần của kỳ này, ví dụ HK1/2026-2027.", "It is a part of this period, such as HK1/2026-2027."),
        valueName: ValueName.period))
    var partOf: String?

    @Option(
      help: ArgumentHelp(
        say("Loại đơn vị được hỏi; nhắc lại được.", "Kinds that are asked; may be repeated."), valueName: ValueName.code
      ))
    var kind: [String] = []

    @Option(
      help: ArgumentHelp(
        say("Cấp học được hỏi; nhắc lại được.", "Levels that are asked; may be repeated."), valueName: ValueName.code))
    var level: [String] = []

    @Option(
      help: ArgumentHelp(
        say("Các đơn vị được hỏi, cách nhau bằng dấu phẩy.", "Units that are asked, by commas."),
        valueName: ValueName.units))
    var units: String?

    @OptionGroup var which: RegimeOption
    @OptionGroup var wait: WaitOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
      guard title.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError(say("--title không được để trống.", "--title must not be empty."))
      }
      let (first, last) = (try date(from, "--from"), try date(to, "--to"))
      guard let window = Window(from: first, to: last) else { throw RequestProblem.days }
      let whole = try partOf.map { try PeriodArgument($0).key }
      let due = try date(due, "--due")
      let seconds = wait.seconds(usually: WaitOption.byHand)
      let request = try await common.write("request open", wait: seconds) { writer in
        let request = CollectionRequest(
          regime: try writer.register.inForce.regime(which.regime).id, code: code.uppercased(), title: title,
          window: window, due: due, partOf: whole, kinds: kind.flatMap(listed), levels: level.flatMap(listed),
          units: units.map(listed) ?? [])
        try await writer.open(request, clock: common.moment)
        return request
      }
      Terminal.remark(say("Đã mở yêu cầu \(request.code).", "Opened the request \(request.code)."))
    }

    private func listed(_ text: String) -> [String] {
      text.split(separator: ",").map { $0.trimmingPrefix { $0 == " " }.uppercased() }.filter { !$0.isEmpty }
    }
  }

  /// `request list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Các yêu cầu đã mở.", "The requests that were opened."))

    @Flag(help: ArgumentHelp(say("In dạng JSON.", "Print JSON.")))
    var json = false

    @OptionGroup var which: RegimeOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let inForce = try await common.read().register.inForce
      let history = try inForce.regime(which.regime)
      let requests = inForce.requests(of: history.id)
      if json {
        Terminal.out(
          JSONValue.object([
            "schema": .string("tonghop.requests/1"), "requests": .array(requests.map(\.json)),
          ]).fileBytes)
        return
      }
      var table = TextTable([
        say("mã", "code"), say("tên", "title"), say("từ", "from"), say("đến", "to"), say("hạn", "due"),
        say("thuộc kỳ", "part of"), say("hỏi ai", "asked"), say("tình trạng", "state"),
      ])
      for request in requests {
        let asked = (request.kinds + request.levels + request.units).joined(separator: " ")
        table.add([
          request.code, request.title, request.window.from.description, request.window.to.description,
          history.applying(on: request.window.to).dueDate(request.due).description, request.partOf?.description ?? "-",
          asked.isEmpty ? say("mọi đơn vị", "everybody") : asked,
          request.isClosed ? say("đã khóa", "closed") : say("đang mở", "open"),
        ])
      }
      Terminal.out(table.text)
    }
  }

  /// `request letter`: the công văn that asks for it.
  struct Letter: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Công văn yêu cầu báo cáo (DOCX).", "The letter that asks for it (DOCX)."))

    @Argument(help: ArgumentHelp(say("Mã yêu cầu.", "The request's code."), valueName: ValueName.code))
    var code: String

    @Option(
      help: ArgumentHelp(say("Thư mục ghi ra.", "The folder to write to."), valueName: ValueName.folder),
      completion: .directory)
    var out: String

    @OptionGroup var which: RegimeOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let bytes = try await common.read().letter(forRequest: code.uppercased(), regime: which.regime)
      try DurableFiles.makeFolder(out, .usual)
      let path = "\(out)/request-\(code.uppercased()).docx"
      try DurableFiles.write(bytes, to: path, .usual)
      Terminal.remark(path)
    }
  }

  /// `request close`.
  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: say("Khóa một yêu cầu.", "Closes a request."))

    @Argument(help: ArgumentHelp(say("Mã yêu cầu.", "The request's code."), valueName: ValueName.code))
    var code: String

    @OptionGroup var which: RegimeOption
    @OptionGroup var wait: WaitOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
      try await common.write("request close", wait: wait.seconds(usually: WaitOption.byHand)) {
        try await $0.closeRequest(code.uppercased(), regime: which.regime, clock: common.moment)
      }
      Terminal.remark(say("Đã khóa yêu cầu \(code.uppercased()).", "Closed the request \(code.uppercased())."))
    }
  }
}

extension CollectionRequest {
  fileprivate var json: JSONValue {
    .object([
      "code": .string(code), "title": .string(title), "from": .string(window.from.description),
      "to": .string(window.to.description), "due": .string(due.description),
      "partOf": .optional(partOf?.description), "kinds": .array(kinds.map { .string($0) }),
      "levels": .array(levels.map { .string($0) }), "units": .array(units.map { .string($0) }),
      "closed": .bool(isClosed),
    ])
  }
}
