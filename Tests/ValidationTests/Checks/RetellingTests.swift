import ReportingModel
import Submissions
import Testing
import Validation

/// What a report tells again of the unit's others, and what it calls by their ids.
@Suite struct RetellingTests {
  /// The findings of a report on a period beside another one with the sequence 7.
  private func findings(
    _ activities: [Activity], _ period: String, beside others: [Activity], _ otherPeriod: String
  ) throws -> [Finding] {
    var it = try Case("T-01", period + "/2026-2027")
    it.content.header.date = try Case.day("2027-06-30")
    it.arrival.receivedAt = try Case.moment("2027-06-30T08:00:00")
    it.history.firstAccepted = it.arrival.receivedAt
    it.content.activities = Rows(activities)
    it.history.others = [try other(otherPeriod, 7, others)]
    return try it.findings().filter { $0.code != "ACT-DATE" }
  }

  private func other(_ period: String, _ sequence: Int64, _ activities: [Activity] = []) throws -> OtherReport {
    OtherReport(
      sequence: sequence, period: try #require(PeriodKey(period + "/2026-2027")),
      rows: RetellableRows(activities: activities))
  }

  private func row(
    _ id: String?, _ date: String = "2026-10-20", title: String = "Ngày hội", line: Int = 2,
    _ change: (inout Activity) -> Void = { _ in }
  ) throws -> Activity {
    var activity = try Case.activity(date, id: id, title: title, line: line)
    change(&activity)
    return activity
  }

  @Test func anIdOfAnotherActivityInAPeriodWithinOrAround() throws {
    let others = try [row("HD01"), row("HD02", "2026-11-20"), row("HD03", "2026-11-21")]
    let rows = try [
      row("hd01", "2027-03-10", title: "Cuộc thi", line: 4), row("HD02", "2027-04-10", title: "Hội thảo", line: 5),
      row("HD9", "2027-04-10", title: "Khác", line: 6), row(nil, "2027-04-10", title: "Nữa", line: 7),
    ]
    for (period, otherPeriod) in [("NAM", "HK1"), ("HK1", "NAM")] {
      let found = try findings(rows, period, beside: others, otherPeriod)
      let finding = try #require(found.first)
      #expect(found.map(\.code) == ["ACT-REUSED"] && finding.severity == .warning)
      #expect(finding.location.cell == "A4" && finding.value == "hd01")
      #expect(
        finding.message.vietnamese
          == "Mã «hd01» trong báo cáo \(otherPeriod)/2026-2027 là hoạt động khác («Ngày hội», ngày 20/10/2026). Cả hai hoạt động đều được tính. Có 2 trường hợp như vậy."
      )
      #expect(finding.message.english.hasSuffix("Both count. There are 2 such cases."))
    }
    // Schools number from HD01 in every form; beside one another it is nothing.
    #expect(try findings(rows, "HK2", beside: others, "HK1").isEmpty)
  }

  /// The year is numbered anew and tells everything again: what the semester told counts there, under another id.
  @Test func aYearThatIsNumberedAnewIsNoSurprise() throws {
    let semester = try [row("HD01", title: "Một"), row("HD02", "2026-11-20", title: "Hai")]
    let year = try [row("HD01", "2026-11-20", title: "Hai"), row("HD02", title: "Một", line: 3)]
    #expect(try findings(year, "NAM", beside: semester, "HK1").isEmpty)
    #expect(try findings(semester, "HK1", beside: year, "NAM").isEmpty)
  }

  @Test func figuresThatDiffer() throws {
    let changes: [(vietnamese: String, change: (inout Activity) -> Void)] = [
      ("số lượng ở đây 1.200, ở đó 1", { $0.quantity = 1200 }), ("số người ở đây 5, ở đó 0", { $0.people = 5 }),
      ("nội dung ở đây ND2, ở đó ND1", { $0.area = "ND2" }), ("hình thức ở đây HT2, ở đó HT1", { $0.channel = "HT2" }),
      ("chủ đề ở đây DN|SO, ở đó -", { $0.topics = ["SO", "DN"] }),
    ]
    for (words, change) in changes {
      let told = try findings([row("HD01", line: 4, change)], "NAM", beside: [row("HD05")], "HK1")
      #expect(told.map(\.code) == ["ACT-SHADOW"] && told.map(\.severity) == [.warning] && told[0].location.line == 4)
      #expect(
        told[0].message.vietnamese
          == "Hoạt động này đã có trong báo cáo HK1/2026-2027, nhưng khác: \(words). Chỉ tính một lần, theo báo cáo này."
      )
      // The later receipt tells it where the year counts, too.
      let counted = try findings([row("HD01", line: 4, change)], "HK1", beside: [row("HD05")], "NAM")
      #expect(counted.map(\.code) == ["ACT-SHADOW"])
      #expect(counted[0].message.vietnamese.hasSuffix("\(words). Chỉ tính một lần, theo báo cáo NAM/2026-2027."))
    }
    // A title or a link that was mended, or topics in another order, are no other figures.
    func told(_ row: Activity, _ other: Activity) throws -> [Finding] {
      try findings([row], "HK2", beside: [other], "HK1")
    }
    let topics = try (row("A") { $0.topics = ["SO", "DN"] }, row("A") { $0.topics = ["DN", "SO"] })
    #expect(try told(topics.0, topics.1).isEmpty)
    #expect(try told(row("A", title: "Ngày hội lớn") { $0.note = "Mới" }, row("a")).isEmpty)
  }

  @Test func severalThatDifferAreOneFinding() throws {
    let others = try (0..<5).map { try row(nil, "2026-10-0\($0 + 1)") }
    let rows = try (0..<5).map { number in
      try row(nil, "2026-10-0\(number + 1)", line: number + 2) { $0.people = number < 2 ? 0 : 9 }
    }
    var it = try Case("T-01", "NAM/2026-2027")
    it.content.header.date = try Case.day("2027-06-10")
    it.arrival.receivedAt = try Case.moment("2027-06-10T08:00:00")
    it.content.activities = Rows(rows)
    it.history.others = [try other("HK1", 7, others)]
    let log = try it.judge(it.content).submission.log
    #expect(log.kept.map(\.code) == ["ACT-SHADOW"] && log.warningCount == 1)
    #expect(log.causes.map(\.count) == [3] && log.causes.first?.firstLine == 4)
    #expect(log.kept[0].message.vietnamese.hasSuffix("Có 3 trường hợp như vậy."))
  }

  /// Two rows of one nature with figures of their own: each is told again by the row that has its figures.
  @Test func rowsOfOneNatureAreToldAgainByTheirOwn() throws {
    let semester = try [row("HD01") { $0.people = 120 }, row("HD02") { $0.people = 90 }]
    let year = try [row("HD11") { $0.people = 120 }, row("HD12", line: 3) { $0.people = 90 }]
    #expect(try findings(year, "NAM", beside: semester, "HK1").isEmpty)
    #expect(
      try findings(year, "NAM", beside: semester + [row("HD03") { $0.people = 7 }], "HK1").map(\.code)
        == ["ACT-SHADOW"])
  }

  @Test func explained() throws {
    var it = try Case("T-01", "NAM/2026-2027")
    it.content.header.date = try Case.day("2027-06-10")
    it.arrival.receivedAt = try Case.moment("2027-06-10T08:00:00")
    it.content.activities = try [row("HD01", "2027-03-10", title: "Cuộc thi")]
    it.history.others = [try other("HK1", 7, [row("HD01")])]
    it.content.explanations = [KeyedText(key: "ACT-REUSED", text: "Trường đánh số lại từ đầu mỗi biểu.", line: 2)]
    let found = try it.findings()
    #expect(found.map(\.code) == ["ACT-REUSED"] && found.allSatisfy(\.explained))
    it.history.others = []
    #expect(try it.codes() == ["RULE-UNUSED"])
  }

  @Test func anIdOfAnotherExemplar() throws {
    func exemplar(_ id: String?, _ title: String, line: Int = 2) -> Exemplar {
      Exemplar(id: id, area: "ND1", title: title, summary: "…", line: line)
    }
    func found(_ own: [Exemplar], _ others: [(String, [NamedExemplar])]) throws -> [Finding] {
      var it = try Case("T-01", "NAM/2026-2027")
      it.content.header.date = try Case.day("2027-06-10")
      it.arrival.receivedAt = try Case.moment("2027-06-10T08:00:00")
      it.content.exemplars = Rows(own)
      it.history.others = try others.enumerated().map { number, other in
        OtherReport(
          sequence: Int64(number), period: try #require(PeriodKey(other.0)), rows: RetellableRows(exemplars: other.1))
      }
      return try it.findings()
    }
    let semester = "HK1/2026-2027"
    let told = try found(
      [exemplar("MH01", "Câu lạc bộ Robot", line: 5)], [(semester, [NamedExemplar(id: "mh01", title: "Thư viện số")])])
    #expect(told.map(\.code) == ["EXM-REUSED"] && told.map(\.severity) == [.warning])
    #expect(told.first?.location.cell == "A5" && told.first?.message.vietnamese.contains("«Thư viện số»") == true)
    // The same one, whatever its id and however it is spelled; the other year's; one that is told again by another row.
    for (own, others) in [
      ([exemplar("MH01", "Thư viện  SỐ")], [(semester, [NamedExemplar(id: "MH01", title: "Thư viện số")])]),
      ([exemplar("MH01", "Robot")], [("HK1/2025-2026", [NamedExemplar(id: "MH01", title: "Thư viện số")])]),
      ([exemplar(nil, "Robot")], [(semester, [NamedExemplar(id: "MH01", title: "Thư viện số")])]),
      (
        [exemplar("MH01", "Robot"), exemplar("MH02", "Thư viện số", line: 3)],
        [(semester, [NamedExemplar(id: "MH01", title: "Thư viện số")])]
      ),
      (
        [exemplar("MH01", "Robot")],
        [
          (semester, [NamedExemplar(id: "MH01", title: "Thư viện số")]),
          ("HK2/2026-2027", [NamedExemplar(id: "MH07", title: "Thư viện số")]),
        ]
      ),
    ] as [([Exemplar], [(String, [NamedExemplar])])] {
      #expect(try found(own, others).isEmpty, "\(own.map(\.title))")
    }
  }
}
