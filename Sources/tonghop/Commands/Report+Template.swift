import ArgumentParser
import DurableFiles
import Interchange
import Office
import Register
import Rendering
import ReportingModel
import Reports
import Workspaces

extension Report {
  /// `report template`: outlines out to Word, and home again (<doc:layout#Templates>).
  struct Template: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        "Mẫu báo cáo, công văn: xuất ra Word, sửa, nhập lại.", "Outlines of reports: out to Word, and home."),
      subcommands: [Export.self, Import.self])

    /// `report template export`.
    struct Export: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: say("Xuất một mẫu thành tệp Word để sửa.", "Writes an outline as a Word file, to be edited."))

      @Argument(
        help: ArgumentHelp(say("Tệp Word ghi ra.", "The Word file to write."), valueName: ValueName.file),
        completion: .file())
      var file: String

      @OptionGroup var which: TemplateOption
      @OptionGroup var common: CommonOptions

      func run() async throws {
        let record = try await common.read()
        let bytes: [UInt8]
        if which.name == TemplateName.skeleton {
          bytes = WordOutline.render([(0, "")], title: TemplateName.skeleton)
        } else {
          let text = try record.outline(named: which.name, regime: which.regime.regime)
          bytes = WordOutline.render(
            TemplateOutline.paragraphs(of: text).map { ($0.level, $0.text) }, title: "Mẫu \(which.name)")
        }
        try DurableFiles.write(bytes, to: file, .usual)
        Terminal.remark(file)
      }
    }

    /// `report template import`.
    struct Import: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: say(
          "Nhập một mẫu đã sửa (Word hoặc .mustache), hoặc khung trình bày.",
          "Takes an edited outline (Word or .mustache), or a skeleton."))

      @Argument(
        help: ArgumentHelp(say("Tệp Word hoặc .mustache.", "The Word or .mustache file."), valueName: ValueName.file),
        completion: .file())
      var file: String

      @OptionGroup var which: TemplateOption
      @OptionGroup var wait: WaitOption
      @OptionGroup var common: CommonOptions

      func run() async throws {
        let bytes = try DurableFiles.read(file)
        let isWord = bytes.starts(with: [0x50, 0x4B])
        let (text, numbers) = try content(bytes, isWord)
        do {
          let isNew = try await common.write("report template import", wait: wait.seconds()) {
            try await $0.importTemplate(text, named: which.name, regime: which.regime.regime, clock: common.moment)
          }
          Terminal.remark(
            isNew
              ? say("Đã nhập mẫu «\(which.name)».", "The template “\(which.name)” is in force.")
              : say("Mẫu «\(which.name)» đang dùng đúng nội dung này.", "“\(which.name)” is just this already."))
        } catch TemplateRefusal.problems(let problems) {
          throw Failure(
            lines: problems.map { problem in
              let place =
                numbers.map { numbers in
                  say(
                    "đoạn \(numbers[problem.line] ?? problem.line)",
                    "paragraph \(numbers[problem.line] ?? problem.line)")
                } ?? say("dòng \(problem.line)", "line \(problem.line)")
              return "\(file), \(place), «\(problem.text)»: \(problem.message[Speech.language])"
            }, ExitStatus.badInput)
        }
      }

      /// The template's text, and of a Word file which paragraph each line is.
      private func content(_ bytes: [UInt8], _ isWord: Bool) throws -> (String, [Int: Int]?) {
        do {
          guard which.name != TemplateName.skeleton else {
            return (String(decoding: try SkeletonFile.read(bytes).canonicalBytes, as: UTF8.self), nil)
          }
          guard isWord else {
            guard let text = String(validating: bytes, as: UTF8.self) else {
              throw Failure(say("\(file) không phải UTF-8.", "\(file) is no UTF-8."), ExitStatus.badInput)
            }
            return (text, nil)
          }
          let paragraphs = try WordText.paragraphs(bytes).filter { !$0.text.allSatisfy(\.isWhitespace) }
          // The first line is the program's own.
          let numbers = Dictionary(
            paragraphs.enumerated().map { ($0.offset + 2, $0.element.number) }, uniquingKeysWith: { first, _ in first })
          return (
            TemplateOutline.template(paragraphs.map { TemplateOutline.Paragraph(level: $0.level, $0.text) }), numbers
          )
        } catch let fault as WordFault {
          let place = fault.paragraph.map { say(", đoạn \($0)", ", paragraph \($0)") } ?? ""
          throw Failure("\(file)\(place): \(fault.message[Speech.language])", ExitStatus.badInput)
        }
      }
    }
  }
}

/// Which template.
struct TemplateOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Tên mẫu: bo-gddt, half-year.ubnd-tinh, ad-hoc, remind, request, hoặc khung (kiểu chữ, trang).",
        "Its name: bo-gddt, half-year.ubnd-tinh, ad-hoc, remind, request, or khung (styles and page)."),
      valueName: ValueName.name))
  var name: String

  @OptionGroup var regime: RegimeOption
}
