import ReportingModel
import Testing

/// Findings gathered into causes, counted without end and kept up to a limit.
@Suite struct FindingLogTests {
  private func finding(
    _ code: FindingCode, _ severity: Severity = .error, file: String = "a.csv", line: Int? = nil, field: String? = nil
  ) -> Finding {
    Finding(
      code, severity, at: SourceLocation(file: file, line: line, field: field), value: line.map(String.init),
      message: LocalizedText("vi", "en"), hint: LocalizedText("h", "h"))
  }

  private func log(_ findings: [Finding], limit: Int = 1000) -> FindingLog {
    var log = FindingLog(limit: limit)
    log.add(findings)
    return log
  }

  /// One wrong column is one cause: the same code in the same file and field, whatever line.
  @Test func findingsAreGroupedIntoCauses() {
    let log = log([
      finding(.csvDate, line: 7, field: "ngay"), finding(.csvDate, line: 2, field: "ngay"),
      finding(.csvDate, line: 3, field: "ngay_lap"), finding(.csvDate, line: 4),
      finding(.csvDate, file: "b.csv", line: 5, field: "ngay"),
      finding(.csvDate, .warning, line: 6, field: "ngay"), finding(.csvNumber, line: 8, field: "ngay"),
      finding(.csvDate, line: 9, field: "ngay"),
    ])
    #expect(log.causes.map(\.count) == [3, 1, 1, 1, 1, 1])
    let first = log.causes.first
    #expect(first?.code == "CSV-DATE" && first?.file == "a.csv" && first?.field == "ngay" && first?.severity == .error)
    // The line met first, not the smallest; its words are those of that finding.
    #expect(first?.firstLine == 7 && first?.first.value == "7")
    #expect(log.kept.map(\.location.line) == [7, 2, 3, 4, 5, 6, 8, 9])
    #expect(log.errorCount == 7 && log.warningCount == 1)
  }

  @Test func causesAreInOrder() {
    let log = log([
      finding(.csvFlag, .warning), finding(.csvDate), finding(.csvCode, .warning), finding(.csvURL),
      finding(.csvNumber, .warning), finding(.csvNumber, .warning), finding(.csvLength), finding(.csvLength),
      finding(.csvLost, .warning), finding(.csvLost, .warning), finding(.csvLost, .warning),
    ])
    // Most frequent first; of as many, errors before warnings; of equals the one met first.
    #expect(
      log.causes.map(\.code) == [
        "CSV-LOST", "CSV-LENGTH", "CSV-NUMBER", "CSV-DATE", "CSV-URL", "CSV-FLAG", "CSV-CODE",
      ])
  }

  @Test func anEmptyLogHasNothingInIt() {
    var log = FindingLog()
    #expect(log.isEmpty && !log.hasErrors && log.causes.isEmpty && log.kept.isEmpty)
    log.add(finding(.csvDate, .warning))
    #expect(!log.isEmpty && !log.hasErrors && log.warningCount == 1)
    log.add(finding(.csvDate))
    #expect(log.hasErrors)
  }

  @Test func countsGoOnPastTheLimit() {
    let many = (1...250).map { finding(.csvDate, $0 % 5 == 0 ? .warning : .error, line: $0, field: "ngay") }
    let log = log(many, limit: 10)
    #expect(log.kept.map(\.location.line) == (1...10).map { $0 })
    #expect(log.errorCount == 200 && log.warningCount == 50)
    #expect(log.causes.map(\.count) == [200, 50] && log.causes.map(\.firstLine) == [1, 5])
  }

  /// A cause that is met past the limit has its words all the same: the receipt explains every cause.
  @Test func aCauseMetPastTheLimitIsNotLost() {
    let log = log([finding(.csvDate), finding(.csvFlag), finding(.csvURL, line: 3)], limit: 2)
    #expect(log.kept.map(\.code) == ["CSV-DATE", "CSV-FLAG"])
    #expect(log.causes.map(\.code) == ["CSV-DATE", "CSV-FLAG", "CSV-URL"] && log.causes.last?.first.value == "3")
    #expect(self.log([finding(.csvDate)], limit: 0).causes.count == 1)
  }

  /// The words of the hundred-thousandth finding of a cause are never made.
  @Test func wordsAreMadeOnlyWhereTheyAreKept() {
    var log = FindingLog(limit: 10)
    var made = 0
    for line in 1...5000 {
      let place = SourceLocation(file: "a.csv", line: line, field: line > 4000 ? "ten" : "ngay")
      log.add(.csvDate, .error, at: place) {
        made += 1
        return finding(.csvDate, line: line)
      }
    }
    // Ten that are kept, and the first of the second cause.
    #expect(made == 11 && log.kept.count == 10 && log.errorCount == 5000)
    #expect(log.causes.map(\.count) == [4000, 1000] && log.causes.map(\.firstLine) == [1, 4001])
  }

  @Test func explainingMarksWarningsAndSaysWhichArose() {
    var log = log([
      finding(.csvDate, .warning, line: 1), finding(.csvDate, .warning, line: 2), finding(.csvDate, line: 3),
      finding(.csvFlag, .warning, line: 4), finding(.csvURL, line: 5),
    ])
    // An error cannot be explained away, and what did not arise is not among the answer.
    #expect(log.explain(["CSV-DATE", "CSV-URL", "CSV-CODE"]) == ["CSV-DATE"])
    #expect(log.kept.map(\.explained) == [true, true, false, false, false])
    let explained = log.causes.filter(\.first.explained)
    #expect(explained.map(\.code) == ["CSV-DATE"] && explained.map(\.severity) == [.warning])
    #expect(log.errorCount == 2 && log.warningCount == 3)
    #expect(log.explain([]) == [])
  }

  @Test func aCausePastTheLimitCanBeExplained() {
    var log = log([finding(.csvDate), finding(.csvFlag, .warning)], limit: 1)
    #expect(log.explain(["CSV-FLAG"]) == ["CSV-FLAG"])
    #expect(log.causes.last?.first.explained == true && log.kept.map(\.explained) == [false])
  }

  /// What is said of hostile input must not act on a terminal or break a page.
  /// By their numbers, not as signs: C1 characters have none, and all look alike on a terminal.
  @Test func controlCharactersAreShownByTheirNumbers() {
    let finding = Finding(
      .csvDate, .error, at: SourceLocation(file: "a\u{1B}[2J.csv"), value: "b\0\u{7F}\u{9B}é\n",
      message: LocalizedText("c\r", "d\u{85}"), hint: LocalizedText("e", "f"))
    #expect(finding.location.file == "a⟨U+001B⟩[2J.csv")
    #expect(finding.value == "b⟨U+0000⟩⟨U+007F⟩⟨U+009B⟩é⟨U+000A⟩")
    #expect(finding.message == LocalizedText("c⟨U+000D⟩", "d⟨U+0085⟩"))
  }

  /// Marks that turn the direction round, and separators that break a line, act as control characters do.
  @Test(arguments: ["\u{61C}", "\u{200E}", "\u{200F}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{2028}", "\u{2029}"])
  func whatTurnsALineRoundIsShown(_ mark: String) {
    let number = mark.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }.joined()
    let padded = String(repeating: "0", count: 4 - number.count) + number
    #expect(showingControls(in: "gpj\(mark)piz.\n", keepingLines: true) == "gpj⟨U+\(padded)⟩piz.\n")
    #expect(showingControls(in: "\(mark)\r\n") == "⟨U+\(padded)⟩⟨U+000D⟩⟨U+000A⟩")
  }

  /// Letters, marks upon letters and the signs of ordinary writing stay.
  @Test(arguments: ["Báo cáo học kỳ I – “THPT” …", "e\u{302}\u{301}", "\u{A0}\u{FEFF}", "«ø»", "\u{200B}", ""])
  func ordinaryTextStays(_ text: String) { #expect(showingControls(in: text) == text) }
  /// The number of an element is no part of a cause: a wrong attribute in every activity is one.
  @Test func numbersInAPathMakeNoCauses() {
    let fields = (1...500).flatMap {
      ["/baoCao/hoatDong/muc[\($0)]", "/baoCao/hoatDong/muc[\($0)]/ten", "ngay[\($0)]"]
    }
    let log = log(fields.enumerated().map { finding(.xmlAttribute, line: $0, field: $1) })
    #expect(log.causes.prefix(2).map(\.count) == [500, 500])
    #expect(log.causes.prefix(2).map(\.field) == ["/baoCao/hoatDong/muc", "/baoCao/hoatDong/muc/ten"])
    // A finding says where it is all the same.
    #expect(log.kept[3].location.field == "/baoCao/hoatDong/muc[2]")
  }

  /// Beyond the limit of causes everything is counted and nothing is held.
  @Test func causesHaveALimit() {
    var log = FindingLog(limit: 1000, causes: 3)
    var made = 0
    for line in 1...10_000 {
      log.add(.csvDate, .error, at: SourceLocation(file: "\(line).csv", line: line)) {
        made += 1
        return finding(.csvDate, line: line)
      }
    }
    log.add(finding(.csvFlag, .warning, file: "x"))
    #expect(log.causes.count == 3 && log.kept.count == 3 && made == 3)
    #expect(log.errorCount == 10_000 && log.warningCount == 1 && log.count == 10_001)
    // What was not kept can be asked for, and explained.
    #expect(log.has("CSV-FLAG", .warning) && !log.has("CSV-FLAG", .error))
    #expect(log.explain(["CSV-FLAG"]) == ["CSV-FLAG"] && log.explained == ["CSV-FLAG"])
  }

  @Test func whatIsForgottenIsStillCounted() {
    var log = log([finding(.csvDate, line: 1), finding(.csvDate, line: 2), finding(.csvFlag, .warning)])
    log.forgetFindings()
    log.add(finding(.csvDate, line: 3))
    #expect(log.kept.isEmpty && log.causes.map(\.count) == [3, 1] && log.errorCount == 3)
    log.forgetCauses()
    log.add(finding(.csvURL))
    #expect(log.kept.isEmpty && log.causes.isEmpty && log.errorCount == 4 && log.hasErrors && !log.isEmpty)
    #expect(log.explain(["CSV-FLAG"]) == ["CSV-FLAG"])
  }
}
