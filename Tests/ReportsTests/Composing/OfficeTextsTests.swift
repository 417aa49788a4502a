import Documents
import Testing

@testable import Reports

/// The words of the office: blocks that begin with `# UUDIEM` and the like.
@Suite struct OfficeTextsTests {
  @Test func blocksBeginWithTheirName() {
    let texts = OfficeTexts.parse("# UUDIEM\nMột.\nHai.\n\n# HANCHE ghi chú sau tên\nBa.\n")
    #expect(texts.blocks == ["UUDIEM": "Một.\nHai.\n", "HANCHE": "Ba.\n"])
    #expect(texts.paragraphs("UUDIEM") == ["Một.", "Hai."] && texts.paragraphs("HANCHE") == ["Ba."])
    #expect(texts.paragraphs("KIENNGHI") == [])
  }

  /// As Notepad and Word write text files.
  @Test func lineEndsAndTheMarkOfTheFileAreNoText() {
    let texts = OfficeTexts.parse("\u{FEFF}# CHIDAO\r\n\u{A0} Một. \t\r\n\r\n  \r\nHai.\r# ND1\rBa.\u{2028}Bốn.")
    #expect(texts.paragraphs("CHIDAO") == ["Một.", "Hai."] && texts.paragraphs("ND1") == ["Ba.", "Bốn."])
    #expect(Set(texts.blocks.keys) == ["CHIDAO", "ND1"])
  }

  @Test(arguments: ["#UUDIEM", " # UUDIEM", "## UUDIEM", "### 1. UUDIEM", "UUDIEM", "* UUDIEM"])
  func otherLinesBeginNoBlock(_ line: String) {
    let texts = OfficeTexts.parse("# ND1\n\(line)\nMột.")
    #expect(texts.blocks.keys.sorted() == ["ND1"] && texts.blocks["ND1"]?.contains("UUDIEM") == true)
  }

  @Test func aBlockThatComesTwiceIsOne() {
    #expect(OfficeTexts.parse("# ND1\nMột.\n# ND2\nHai.\n# ND1\nBa.").paragraphs("ND1") == ["Một.", "Ba."])
  }

  @Test func anEmptyBlockIsThereWithoutParagraphs() {
    let texts = OfficeTexts.parse("# UUDIEM\n \n# HANCHE")
    #expect(texts.blocks.keys.sorted() == ["HANCHE", "UUDIEM"] && texts.paragraphs("UUDIEM").isEmpty)
    #expect(OfficeTexts.parse("").blocks == [:] && OfficeTexts.parse(" \n\n").blocks == [:])
  }

  /// Words that no report prints are named, so that nobody believes that they were printed.
  @Test func unknownBlocksAreNamed() throws {
    let regime = try Fixture.regime()
    #expect(
      OfficeTexts.names(regime) == [
        "CHIDAO", "ND1", "ND2", "DULUAN", "UUDIEM", "HANCHE", "NGUYENNHAN", "PHUONGHUONG", "KIENNGHI",
      ])
    let texts = OfficeTexts.parse("Lời đầu.\n# ND9\nMột.\n# uudiem\nHai.\n# HANCHE\nBa.")
    #expect(texts.unknown(to: regime) == ["", "ND9", "uudiem"])
    #expect(OfficeTexts.parse("# ND1\nMột.").unknown(to: regime) == [])
  }
}
