import ReportingModel
import Testing
import VietnameseText

@testable import Submissions

/// What is said of a cell that cannot be read.
@Suite struct ProblemWordsTests {
  private static let problems: [CellProblem] = [
    .dateForm, .dateImpossible, .dateTwoDigitYear, .dateSerial, .numberForm, .numberGroups, .numberAmbiguous,
    .numberNotWhole, .numberRange(0...5000), .flagForm, .tooLong(500), .tooShort(50, found: 3), .urlForm,
    .identifierForm, .codeUnknown, .codeAmbiguous(["NV01", "CT01"]), .codeSeveral(["NV01", "NV02"]), .codeTail("NV01"),
    .codeProse, .urlProse,
    .damaged(.lost(word: "Ng?y")), .damaged(.mojibake(repaired: "hội")), .damaged(.mojibake(repaired: nil)),
  ]

  private func fault(
    _ problem: CellProblem, _ text: String = "GIÁ-TRỊ", column: Int = 1, in schema: BlockSchema = Vocabulary.activities
  ) -> CellFault {
    CellFault(problem: problem, text: text, schema: schema, column: schema.columns[column])
  }

  /// Two remedies for one message would be a choice that nobody can make, two messages for one text a riddle.
  @Test func eachProblemHasItsOwnMessageInBothLanguages() {
    let column = Vocabulary.activities.columns[1]
    let messages = ProblemWordsTests.problems.map { fault($0).message }
    #expect(Set(messages.map(\.vietnamese)).count == messages.count)
    #expect(Set(messages.map(\.english)).count == messages.count)
    for (problem, message) in zip(ProblemWordsTests.problems, messages) {
      #expect(message.vietnamese.hasSuffix(".") && message.english.hasSuffix("."), "\(problem)")
      #expect(!message.english.contains(column.title.vietnamese), "\(problem)")
      let hint = fault(problem).hint(codes: ["NV01"], nearest: nil)
      #expect(!hint.vietnamese.isEmpty && hint.vietnamese != hint.english, "\(problem)")
    }
  }

  @Test func numbersInWordsAreVietnamese() {
    let range = fault(.numberRange(1...1_000_000_000), "0", column: 7).message
    #expect(range.vietnamese.hasSuffix("nằm ngoài khoảng 1 đến 1.000.000.000."))
    #expect(range.english.hasSuffix("outside 1 to 1000000000."))
    #expect(fault(.tooLong(20_000), "", column: 7).message.vietnamese.contains("dài quá 20.000 ký tự"))
  }

  /// What can be read back from the wrong encoding is offered, so that one sees what happened.
  @Test func aRepairIsOffered() {
    #expect(CellFault.message(.mojibake(repaired: "hội nghị"), "há»™i").vietnamese.contains("«hội nghị»"))
    #expect(!CellFault.message(.mojibake(repaired: nil), "há»™i").vietnamese.contains("có lẽ"))
  }

  @Test(
    arguments: [
      (.header, "HDR-PERIOD"), (.activities, "ACT-CODE"), (.indicators, "IND-CODE"), (.exemplars, "EXM-CODE"),
      (.narratives, "NAR-CODE"), (.explanations, "RULE-UNUSED"),
    ] as [(SubmissionContent.Block, String)])
  func anUnknownCodeIsNamedAfterItsBlock(_ block: SubmissionContent.Block, _ code: String) {
    let schema = Vocabulary.schema(of: block)
    #expect(fault(.codeUnknown, in: schema).code.rawValue == code)
    #expect(fault(.codeProse, in: schema).code.rawValue == code)
    for problem in [.codeAmbiguous([]), .codeSeveral([]), .codeTail("")] as [CellProblem] {
      #expect(fault(problem, in: schema).code == .csvCode)
    }
    #expect(fault(.tooShort(1, found: 0), in: schema).code == (block == .exemplars ? .exemplarShort : .csvLength))
  }

  @Test func theCodesAllowedAreNamedUpToAScreenful() {
    let some = fault(.codeUnknown).hint(codes: (1...24).map { "A\($0)" }, nearest: "A7")
    #expect(some.vietnamese.hasPrefix("Gần nhất là A7. Các mã dùng được: A1, A2"))
    #expect(some.english.hasPrefix("The nearest is A7. Codes allowed: A1, A2"))
    #expect(some.vietnamese.hasSuffix("A23, A24."))
    let many = fault(.codeUnknown).hint(codes: (1...25).map { "A\($0)" }, nearest: nil)
    #expect(many.vietnamese.hasPrefix("Các mã dùng được: A1,") && many.vietnamese.hasSuffix("A24, …."))
  }
}
