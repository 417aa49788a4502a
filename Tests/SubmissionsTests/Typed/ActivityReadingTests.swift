import ReportingModel
import Submissions
import Testing

/// Activities, exemplars and texts of a raw submission as typed content.
@Suite struct ActivityReadingTests {
  private func read(
    _ rows: [[String: String]], in block: SubmissionContent.Block = .activities, exact: Bool = false
  ) throws -> Submission {
    let header = exact ? Fixture.header.with("ngay_lap", "2027-01-18") : Fixture.header
    return try Fixture.reader().read(Fixture.raw(header: header, rows, in: block, exact: exact))
  }

  @Test func whatIsNotToldHasADefault() throws {
    let result = try read([Fixture.activity])
    let activity = try #require(result.content?.activities.first)
    #expect(result.log.isEmpty)
    // One product, nobody counted, the task's own area.
    #expect(activity.quantity == 1 && activity.people == 0 && activity.area == "ND1")
    #expect(activity.id == nil && activity.link == nil && activity.topics == [] && activity.line == 2)
    #expect(activity.date.description == "2026-10-20")
  }

  @Test func aTaskWithoutAnAreaMustBeToldOne() throws {
    let row = Fixture.activity.with("nhiem_vu", "NV03").with("san_pham", "THI")
    let without = try read([row])
    #expect(without.log.codes == ["ACT-AREA"] && without.content?.activities == [])
    #expect(without.log.kept.first?.location.cell == "D2")
    #expect(try read([row.with("noi_dung", "2")]).content?.activities.first?.area == "ND2")
    // A wrong area is one finding, not two.
    #expect(try read([row.with("noi_dung", "ND9")]).log.codes == ["ACT-CODE"])
  }

  @Test func aRowThatCannotBeReadIsLeftOutAndTheOthersStay() throws {
    let rows = [
      Fixture.activity.with("ngay", "31/02/2027").with("so_nguoi", "nhiều"), Fixture.activity,
      Fixture.activity.with("hinh_thuc", "HT9"), [:], ["ma": "HD05-HK1-2026"],
    ]
    let result = try read(rows)
    #expect(result.log.codes == ["CSV-DATE", "CSV-NUMBER", "ACT-CODE"])
    #expect(result.content?.activities.map(\.line) == [3])
    #expect(result.unread.blocks == [.activities] && result.unread.mayHold(in: .activities))
    #expect(!result.unread.mayHold(in: .indicators))
  }

  @Test func xmlTakesOnlyItsOwnForms() throws {
    let row = Fixture.activity.with("ngay", "2026-10-20")
    #expect(try read([row], exact: true).log.isEmpty)
    #expect(try read([row.with("ngay", "20/10/2026")], exact: true).log.codes == ["CSV-DATE"])
    #expect(try read([row.with("nhiem_vu", "nv2")], exact: true).log.codes == ["ACT-CODE"])
    #expect(try read([row.with("so_nguoi", "1.000")], exact: true).log.codes == ["CSV-NUMBER"])
    #expect(try read([row.with("so_nguoi", "1.000")]).log.isEmpty)
  }

  @Test func anExemplarNeedsFiftyCharacters() throws {
    let row = ["noi_dung": "ND1", "ten": "Câu lạc bộ", "mo_ta": String(repeating: "mô tả ", count: 9)]
    let result = try read([row.with("minh_chung", "a.pdf|b.pdf"), row.with("mo_ta", "ngắn")], in: .exemplars)
    #expect(result.content?.exemplars.map(\.evidence) == [["a.pdf", "b.pdf"]])
    #expect(result.log.codes == ["EXM-SHORT"] && result.unread.blocks == [.exemplars])
  }

  @Test func aSectionWithoutWordsIsNotTold() throws {
    let rows = [
      ["muc": "KETQUA - Kết quả", "noi_dung": "Tốt."], ["muc": "KHOKHAN", "noi_dung": " "],
      ["muc": "ketqua", "noi_dung": "Lần hai."], ["muc": "XX", "noi_dung": "Chữ"],
    ]
    let result = try read(rows, in: .narratives)
    #expect(result.content?.narratives == [KeyedText(key: "KETQUA", text: "Tốt.", line: 2)])
    #expect(result.log.codes == ["NAR-TWICE", "NAR-CODE"])
  }

  /// One wrong cell is one finding: its section is neither told nor missing.
  @Test func aSectionWhoseWordsWereLostIsUnread() throws {
    let result = try read([["muc": "KETQUA", "noi_dung": "Ng?y h?i"]], in: .narratives)
    #expect(result.content?.narratives == [] && result.log.codes == ["CSV-LOST"])
    #expect(result.unread.mayHold("KETQUA", in: .narratives) && !result.unread.mayHold("KHOKHAN", in: .narratives))
    #expect(result.unread.mayHold(in: .narratives))
  }
}
