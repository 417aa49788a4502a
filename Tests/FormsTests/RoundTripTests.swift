import Forms
import ReportingModel
import Submissions
import Testing

/// A form comes back: what the office wrote into it is read as it was meant.
@Suite struct RoundTripTests {
  private func day(_ encoding: SubmissionForm.Encoding) -> [(old: String, new: String)] {
    encoding == .xml
      ? [("<ngayLap></ngayLap>", "<ngayLap>2027-01-18</ngayLap>")]
      // The date is the last cell of the header's only row.
      : [(";HK1;2026-2027;;;;\r\n", ";HK1;2026-2027;;;;18/01/2027\r\n")]
  }

  /// Nothing is asked for but the day, and no row that waits for an activity is taken for one.
  @Test(arguments: SubmissionForm.Encoding.allCases) func anEmptyForm(_ encoding: SubmissionForm.Encoding) throws {
    let untouched = try Fixture.readBack(Fixture.form(), encoding).submission
    #expect(untouched.log.kept.map(\.code) == ["HDR-MISSING", "IND-EMPTY"])
    #expect(untouched.log.kept.first?.location.field == "ngay_lap")
    let (dated, fault) = try Fixture.readBack(Fixture.form(), encoding, day(encoding))
    #expect(dated.log.kept.map(\.code) == ["IND-EMPTY"] && fault == nil)
    let content = try #require(dated.content)
    #expect(content.header.unit == "T-01" && content.header.unitName == "Trường \"A & B\"; <Một>")
    #expect(content.header.period.description == "HK1/2026-2027" && content.header.number == nil)
    #expect(content.activities == [] && content.exemplars == [] && content.narratives == [] && content.indicators == [])
    #expect(dated.untold == ["CT02", "CT03", "CT04", "CT05", "CT06"])
  }

  @Test func filledInCSV() throws {
    let changes =
      day(.csv) + [
        ("\r\nHD02-HK1-2026;;;;;;;;;;;\r\n", "\r\nHD02-HK1-2026;20/10/2026;NV02;;HT1;TIN;;;1.200;Tin;;\r\n"),
        ("(lượt);;", "(lượt);1.200;"), ("Kết quả;", "Kết quả;Tốt."),
      ]
    let submission = try Fixture.readBack(Fixture.form(), .csv, changes).submission
    let content = try #require(submission.content)
    #expect(submission.log.kept.map(\.code) == ["IND-EMPTY"])
    #expect(content.activities.map(\.id) == ["HD02-HK1-2026"] && content.activities.map(\.people) == [1200])
    #expect(content.value(of: "CT02") == Amount(1200) && content.narratives.map(\.text) == ["Tốt."])
  }

  @Test func filledInXML() throws {
    let row = """
      <muc ma="H1" ngay="2026-10-20" nhiemVu="NV02" hinhThuc="HT1" sanPham="TIN"><ten>Tin</ten></muc>
      """
    let changes =
      day(.xml) + [
        ("  </hoatDong>", row + "</hoatDong>"), ("<muc ma=\"CT02\"></muc>", "<muc ma=\"CT02\">1200</muc>"),
        ("<muc ma=\"KETQUA\"></muc>", "<muc ma=\"KETQUA\">Tốt.</muc>"),
      ]
    let (submission, fault) = try Fixture.readBack(Fixture.form(), .xml, changes)
    let content = try #require(submission.content)
    #expect(submission.log.kept.map(\.code) == ["IND-EMPTY"] && fault == nil)
    #expect(content.activities.map(\.id) == ["H1"] && content.value(of: "CT02") == Amount(1200))
    #expect(content.narratives.map(\.text) == ["Tốt."])
  }
}
