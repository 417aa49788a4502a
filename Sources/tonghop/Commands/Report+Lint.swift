import ArgumentParser
import DurableFiles
import Interchange
import ReportingModel

extension Report {
  /// `report lint`: holds a report's file against the official form and against itself (<doc:layout#Lint>).
  struct Lint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        "Soát một báo cáo (DOCX, XLSX) theo thể thức và đối chiếu số trong lời với bảng.",
        "Holds a report (DOCX, XLSX) against the official form, and its sentences against its tables."))

    @Argument(
      help: ArgumentHelp(say("Tệp .docx hoặc .xlsx.", "The .docx or .xlsx file."), valueName: ValueName.file),
      completion: .file())
    var file: String

    @Flag(help: ArgumentHelp(say("In dạng JSON.", "Print JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
      let bytes = try DurableFiles.read(file)
      let findings: [LintFinding]
      do {
        findings = file.lowercased().hasSuffix(".xlsx") ? try SheetLint.findings(bytes) : try WordLint.findings(bytes)
      } catch let fault as WordFault {
        throw Failure("\(file): \(fault.message[Speech.language])", ExitStatus.badInput)
      } catch let fault as FillingFault {
        throw Failure("\(file): \(fault.message[Speech.language])", ExitStatus.badInput)
      }
      if json {
        Terminal.out(
          JSONValue.object([
            "schema": .string("tonghop.lint/1"), "ok": .bool(findings.isEmpty),
            "findings": .array(
              findings.map { finding in
                .object([
                  "code": .string(finding.code), "place": .string(finding.place.vietnamese),
                  "message": .string(finding.message[Speech.language]),
                ])
              }),
          ]).fileBytes)
      } else {
        for finding in findings {
          let place = finding.place[Speech.language]
          Terminal.out("\(finding.code)\(place.isEmpty ? "" : " \(place)"): \(finding.message[Speech.language])")
        }
        Terminal.remark(
          findings.isEmpty
            ? say("\(file): đúng thể thức, số liệu khớp.", "\(file): the form is kept and the figures agree.")
            : say("\(file): \(findings.count) điểm phải xem lại.", "\(file): \(findings.count) findings."))
      }
      if !findings.isEmpty { throw ExitStatus.findings }
    }
  }
}
