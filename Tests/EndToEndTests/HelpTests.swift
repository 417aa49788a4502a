import Foundation
import TestSupport
import Testing

/// Help, the manual page and completion (<doc:commands#Help>), for every command in both languages.
@Suite struct HelpTests {
  @Test func everyHelpIsWhole() {
    #expect(CommandTree.words.count > 40)
    #expect(CommandTree.pages.count == CommandTree.words.count * 2)
    for page in CommandTree.pages {
      #expect(page.outcome.status == 0, "\(page.name)")
      #expect(page.outcome.remarks.isEmpty, "\(page.name): \(page.outcome.remarks)")
      #expect(page.examples.count >= 2, "\(page.name)")
      #expect(page.examples.allSatisfy { $0.hasPrefix("tonghop ") }, "\(page.name)")
      if !page.words.isEmpty {
        let call = (["tonghop"] + page.words).joined(separator: " ")
        #expect(page.examples.allSatisfy { $0.hasPrefix(call) }, "\(page.name)")
      }
      let statuses = page.section("MÃ KẾT THÚC:", "EXIT STATUSES:").compactMap { line in
        Int(line.prefix(6).trimmingCharacters(in: .whitespaces))
      }
      #expect(Set(statuses).isSuperset(of: [0, 64, 70]) && statuses == statuses.sorted(), "\(page.name)")
    }
  }

  /// Numbers, headings, placeholders: all of it is of one language.
  @Test func noWordIsOfTheOtherLanguage() {
    for page in CommandTree.pages {
      #expect(Wording.strangers(in: page.outcome.text, of: page.language) == [], "\(page.name)")
    }
  }

  @Test func everyCommandIsListedByWhoUsesIt() throws {
    let root = try #require(CommandTree.pages.first { $0.words.isEmpty && $0.language == "vi" })
    let groups = [
      "DÀNH CHO NHÀ TRƯỜNG:", "DÀNH CHO VĂN PHÒNG SỞ:", "DÀNH CHO NGƯỜI KIỂM TRA:", "DÀNH CHO NGƯỜI QUẢN TRỊ:",
      "DÙNG THỬ VÀ TRỢ GIÚP:",
    ]
    let listed = groups.flatMap { root.section($0) }.compactMap { line in
      line.hasPrefix("   ") ? nil : line.split(separator: " ").first.map(String.init)
    }
    #expect(listed.sorted() == CommandTree.words.filter { $0.count == 1 }.map { $0[0] }.sorted())
  }

  /// An example that the program does not understand is worse than none.
  @Test func everyExampleIsUnderstood() throws {
    let folder = try Folder()
    for page in CommandTree.pages {
      for example in page.examples where !example.hasPrefix("tonghop demo") {
        let words = Self.words(of: example)
        let outcome = try Program.run(
          Array(words.dropFirst()) + ["--lang", page.language],
          environment: ["TONGHOP_NOW": "2027-06-16T08:00:00+07:00"], in: folder.path)
        // There is no workspace here: 66 says so, 0 does without one.
        #expect([0, 66].contains(outcome.status), "\(example): \(outcome.status) \(outcome.remarks)")
      }
    }
  }

  @Test func whatOnlyReadsRunsAsItsExamplesSay() throws {
    let folder = try Folder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/w", withDestinationPath: DemoTests.folder.path + "/demo")
    let reading: Set = [
      "status", "query", "units list", "request list", "report list", "regime show", "settings show", "settings check",
      "report half-year", "report year", "report semester", "report school-year",
    ]
    var count = 0
    for page in CommandTree.pages where page.language == "vi" && reading.contains(page.words.joined(separator: " ")) {
      for example in page.examples where example.contains("--workspace w") && !example.contains("--save") {
        count += 1
        let outcome = try Program.run(
          Array(Self.words(of: example).dropFirst()), environment: ["TONGHOP_NOW": "2027-06-16T08:00:00+07:00"],
          in: folder.path)
        #expect([0, 1].contains(outcome.status), "\(example): \(outcome.status) \(outcome.remarks)")
      }
    }
    #expect(count >= 18)
  }

  @Test(arguments: ["vi", "en"])
  func theManualPageHasEveryCommand(language: String) throws {
    let page = try Program.run(["man", "--lang", language])
    #expect(page.status == 0 && page.remarks.isEmpty)
    let text = page.text.replacing("\\-", with: "-")
    for words in CommandTree.words
    where !CommandTree.words.contains(where: { $0.count > words.count && $0.starts(with: words) }) {
      #expect(text.contains("\n.SS \(words.joined(separator: " "))\n"), "\(words)")
    }
    let folder = try Folder()
    let path = folder.path + "/tonghop.1"
    try page.output.write(to: URL(filePath: path))
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc") {
      let linted = try Program.run("/usr/bin/mandoc", ["-T", "lint", "-W", "error", path])
      #expect(linted.status == 0, "\(linted.text)\(linted.remarks)")
    }
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/man") {
      let shown = try Program.run("/usr/bin/man", ["-l", path], environment: ["LC_ALL": "C.UTF-8", "MANWIDTH": "100"])
      #expect(shown.status == 0 && shown.text.contains("tonghop report half"), "\(shown.remarks)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"], ["vi", "en"])
  func completionIsReadByItsShell(shell: String, language: String) throws {
    let script = try Program.run(["completion", shell, "--lang", language])
    #expect(script.status == 0 && script.remarks.isEmpty)
    #expect(script.text.contains("half-year") && script.text.contains("workspace"))
    let english = ["Show help information", "Show the version", "Show subcommand help"]
    #expect(!english.contains { script.text.contains($0) })
    let program = ["/bin/", "/usr/bin/"].map { $0 + shell }.first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let program else { return }
    let folder = try Folder()
    try script.output.write(to: URL(filePath: folder.path + "/script"))
    let checked = try Program.run(program, ["-n", folder.path + "/script"])
    #expect(checked.status == 0, "\(checked.remarks)")
  }

  /// What a person gets who presses the tabulator.
  @Test func bashCompletesCommandsAndValues() throws {
    let folder = try Folder()
    try Program.run(["completion", "bash"]).output.write(to: URL(filePath: folder.path + "/script"))
    func completed(_ words: [String]) throws -> Set<Substring> {
      let list = words.map { "'\($0)'" }.joined(separator: " ")
      let asked = try Program.run(
        "/bin/bash",
        [
          "-c",
          "source \(folder.path)/script; COMP_WORDS=(tonghop \(list)); COMP_CWORD=\(words.count); COMP_LINE='tonghop \(words.joined(separator: " "))'; COMP_POINT=${#COMP_LINE}; _tonghop tonghop '\(words.last ?? "")' '\((words.dropLast().last) ?? "")'; printf '%s\\n' \"${COMPREPLY[@]}\"",
        ])
      return Set(asked.text.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " }.prefix { $0 != " " } })
    }
    #expect(try completed(["wi"]) == ["withdraw"])
    #expect(try completed(["report", "half"]) == ["half-year"])
    #expect(try completed(["generate", "--format", ""]).isSuperset(of: ["xml", "csv", "mixed"]))
  }

  /// The words of a command line before a pipe or a redirection; quotes hold some of them together.
  private static func words(of line: String) -> [String] {
    let call = line.split(separator: " > ")[0].split(separator: " | ")[0]
    return call.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }
}
