import ReportingModel
import Testing
import Validation

/// Dates, products and repeats of activities; evidence and repeats of exemplars.
@Suite struct ActivityTests {
  private func findings(_ activities: [Activity], _ period: String = "HK1/2026-2027") throws -> [Finding] {
    var it = try Case("T-01", period)
    it.content.header.date = try Case.day("2027-06-30")
    it.arrival.receivedAt = try Case.moment("2027-06-30T08:00:00")
    it.history.firstAccepted = it.arrival.receivedAt
    it.content.activities = Rows(activities)
    return try it.findings()
  }

  /// The plan takes activities of June before the school year to its July; outside the period itself is a second look.
  @Test(
    arguments: [
      ("2026-05-31", "HK1", .error), ("2026-06-01", "HK1", .warning), ("2026-09-04", "HK1", .warning),
      ("2026-09-05", "HK1", nil), ("2027-01-17", "HK1", nil), ("2027-01-18", "HK1", .warning),
      ("2027-06-30", "HK1", .warning), ("2027-07-01", "HK1", .error), ("2026-06-01", "NAM", nil),
      ("2027-06-30", "NAM", nil), ("2026-05-31", "NAM", .error),
    ] as [(String, String, Severity?)])
  func dates(_ date: String, _ kind: String, _ severity: Severity?) throws {
    let found = try findings([Case.activity(date, line: 7)], kind + "/2026-2027")
    #expect(found.map(\.severity) == [severity].compactMap { $0 } && found.allSatisfy { $0.code == "ACT-DATE" })
    #expect(found.allSatisfy { $0.location.cell == "B7" && $0.value == date })
  }

  @Test func whatHasNotHappenedIsNotTold() throws {
    var it = try Case()
    it.content.activities = try [Case.activity("2027-01-17"), Case.activity("2027-01-19", title: "Khác")]
    it.content.header.date = try Case.day("2027-01-17")
    let finding = try #require(it.findings().first)
    #expect(try it.codes() == ["ACT-DATE"] && finding.severity == .error)
    #expect(finding.message.vietnamese == "Ngày 19/01/2027 sau ngày lập báo cáo (17/01/2027).")
  }

  /// Whatever day the report bears, and whenever it is entered.
  @Test func whatCameBeforeItHappened() throws {
    var it = try Case()
    it.content.activities = try [Case.activity("2027-01-17"), Case.activity("2027-01-21", title: "Khác")]
    it.content.header.date = try Case.day("2027-01-22")
    it.arrival.enteredAt = try Case.moment("2027-01-25T08:00:00")
    let finding = try #require(it.findings().first { $0.code == "ACT-DATE" })
    #expect(try it.codes().sorted() == ["ACT-DATE", "HDR-DATE"] && finding.severity == .error)
    #expect(finding.message.vietnamese == "Ngày 21/01/2027 sau ngày nhận báo cáo (20/01/2027).")
    it.arrival.receivedAt = try Case.moment("2027-01-21T08:00:00")
    #expect(try it.findings().map(\.severity) == [.warning, .warning])
  }

  @Test func aProductUnderATaskThatDoesNotNameIt() throws {
    let found = try findings([
      Case.activity("2026-10-20", task: "NV03", product: "THI"),
      Case.activity("2026-10-20", task: "NV02", product: "THI"),
      Case.activity("2026-10-20", task: "NV03", product: "TIN"),
    ])
    #expect(found.map(\.code) == ["ACT-PRODUCT"] && found.first?.severity == .warning && found.first?.value == "THI")
    #expect(found.first?.hint.vietnamese.contains("nêu sản phẩm này ở NV03;") == true && found.first?.cite == "IV.2")
  }

  /// An id twice is a slip that must be mended; the same thing twice without ids counts once and is said.
  @Test func repeats() throws {
    let found = try findings([
      Case.activity("2026-10-20", id: "A", line: 2), Case.activity("2026-10-21", id: "A", title: "Khác", line: 3),
      Case.activity("2026-10-22", title: "Ngày  hội", line: 4),
      Case.activity("2026-10-22", title: "NGÀY HỘI ", line: 5),
      Case.activity("2026-10-22", title: "Ngày hơi", line: 6),
      Case.activity("2026-10-22", id: "B", title: "Ngày hội", line: 7),
      Case.activity("2026-10-23", title: "Ngày hội", line: 8),
      Case.activity("2026-10-22", task: "NV03", title: "Ngày hội", line: 9),
    ])
    #expect(found.map(\.code) == ["ACT-TWICE", "ACT-TWICE"] && found.map(\.severity) == [.error, .warning])
    #expect(found.map(\.location.line) == [3, 5] && found.map(\.location.field) == ["ma", "ten"])
    #expect(found[0].message.english.hasSuffix("in row 2.") && found[1].message.english.contains("equals row 4"))
  }

  @Test func evidenceIsThereHoweverItsFolderIsWritten() throws {
    var it = try Case()
    func exemplar(_ paths: [String]) -> Exemplar {
      Exemplar(area: "ND1", title: "Câu lạc bộ", summary: "…", evidence: paths, line: 4)
    }
    it.content.evidence = ["a/minh-chung/Ảnh 1.jpg", "a/minh-chung/con/b.pdf"].map { Evidence(path: $0, digest: .zero) }
    for path in [
      "Ảnh 1.jpg", "ẢNH 1.JPG", "minh-chung/ảnh 1.jpg", "a/Minh chứng/Ảnh 1.jpg", "con/b.pdf", "/con//b.pdf",
    ] {
      it.content.exemplars = [exemplar([path])]
      #expect(try it.codes() == [], "\(path)")
    }
    it.content.exemplars = [exemplar(["b.pdf", "Anh 1.jpg", "Ảnh 1.jpg"])]
    #expect(try it.codes() == ["EXM-EVIDENCE", "EXM-EVIDENCE"])
    #expect(try it.findings().map(\.value) == ["b.pdf", "Anh 1.jpg"])
  }

  @Test func exemplarsThatAreToldTwice() throws {
    var it = try Case()
    func exemplar(_ id: String?, _ title: String, _ line: Int) -> Exemplar {
      Exemplar(id: id, area: "ND1", title: title, summary: "…", line: line)
    }
    it.content.exemplars = [
      exemplar("M1", "Một", 2), exemplar("M1", "Hai", 3), exemplar(nil, "Ba", 4), exemplar(nil, "BA ", 5),
      exemplar(nil, "Bà", 6), exemplar("M2", "Một", 7),
    ]
    // An exemplar is one by its title whatever its id, so the last one counts once too, and is told.
    let found = try it.findings()
    #expect(found.map(\.code) == ["EXM-TWICE", "EXM-TWICE", "EXM-TWICE"])
    #expect(found.map(\.severity) == [.error, .warning, .warning])
    #expect(found.map(\.location.line) == [3, 5, 7] && found.map(\.location.field) == ["ma", "ten", "ten"])
  }
}
