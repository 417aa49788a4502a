import ReportingModel
import Testing
import VietnameseText

@testable import Submissions

/// What is said of a cell that cannot be read.
@Suite struct ProblemWordsTests {
  private static let problems: [CellProblem] = [
    .dateForm, .dateImpossible, .dateTwoDigitYear, .dateSerial, .numberForm, .numberGroups, .numberAmbiguous,
    .numberNotWhole, .numberRange(0...5000), .flagForm, .tooLong(500), .tooShort(50, found: 3), .urlForm,
    .identifierForm, .codeUnknown, .codeAmbiguous(["NV01", "CT01"]), .codeProse, .urlProse,
    .damaged(.lost(word: "Ng?y")), .damaged(.mojibake(repaired: "hội")), .damaged(.mojibake(repaired: nil)),
  ]

  /// Two remedies for one message would be a choice that nobody can make, two messages for one text a riddle.
  @Test func eachProblemHasItsOwnMessageInBothLanguages() {
    let column = Vocabulary.activities.columns[1]
    let messages = ProblemWordsTests.problems.map { $0.message("GIÁ-TRỊ", column) }
    #expect(Set(messages.map(\.vietnamese)).count == messages.count)
    #expect(Set(messages.map(\.english)).count == messages.count)
    for (problem, message) in zip(ProblemWordsTests.problems, messages) {
      #expect(message.vietnamese.hasSuffix(".") && message.english.hasSuffix("."), "\(problem)")
      #expect(!message.english.contains(column.title.vietnamese), "\(problem)")
      let hint = problem.hint(codes: ["NV01"], nearest: nil)
      #expect(!hint.vietnamese.isEmpty && hint.vietnamese != hint.english, "\(problem)")
    }
  }

  @Test func numbersInWordsAreVietnamese() {
    let column = Vocabulary.activities.columns[7]
    let range = CellProblem.numberRange(1...1_000_000_000).message("0", column)
    #expect(range.vietnamese.hasSuffix("nằm ngoài khoảng 1 đến 1.000.000.000."))
    #expect(range.english.hasSuffix("outside 1 to 1000000000."))
    #expect(CellProblem.tooLong(20_000).message("", column).vietnamese.contains("dài quá 20.000 ký tự"))
  }

  /// What can be read back from the wrong encoding is offered, so that one sees what happened.
  @Test func aRepairIsOffered() {
    #expect(CellProblem.message(.mojibake(repaired: "hội nghị"), "há»™i").vietnamese.contains("«hội nghị»"))
    #expect(!CellProblem.message(.mojibake(repaired: nil), "há»™i").vietnamese.contains("có lẽ"))
  }

  @Test(
    arguments: [
      (.header, "HDR-PERIOD"), (.activities, "ACT-CODE"), (.indicators, "IND-CODE"), (.exemplars, "EXM-CODE"),
      (.narratives, "NAR-CODE"), (.explanations, "RULE-UNUSED"),
    ] as [(SubmissionContent.Block, String)])
  func anUnknownCodeIsNamedAfterItsBlock(_ block: SubmissionContent.Block, _ code: String) {
    let schema = Vocabulary.schema(of: block)
    #expect(CellProblem.codeUnknown.code(in: schema).rawValue == code)
    #expect(CellProblem.codeProse.code(in: schema).rawValue == code)
    #expect(CellProblem.codeAmbiguous([]).code(in: schema) == .csvCode)
    #expect(CellProblem.tooShort(1, found: 0).code(in: schema) == (block == .exemplars ? .exemplarShort : .csvLength))
  }

  @Test func theCodesAllowedAreNamedUpToAScreenful() {
    let some = CellProblem.codeUnknown.hint(codes: (1...24).map { "A\($0)" }, nearest: "A7")
    #expect(some.vietnamese.hasPrefix("Gần nhất là A7. Các mã dùng được: A1, A2"))
    #expect(some.english.hasPrefix("The nearest is A7. Codes allowed: A1, A2"))
    #expect(some.vietnamese.hasSuffix("A23, A24."))
    let many = CellProblem.codeUnknown.hint(codes: (1...25).map { "A\($0)" }, nearest: nil)
    #expect(many.vietnamese.hasPrefix("Các mã dùng được: A1,") && many.vietnamese.hasSuffix("A24, …."))
  }
}
