import Aggregation
import Ledger
import Office
import Receipts
import Regimes
import Register
import ReportingModel
import Reports
import Submissions
import Synthesis
import Testing
import Workspaces

/// The rules of <doc:bundle>, <doc:regime> and <doc:counting> on submissions, through the whole of ingestion.
@Suite struct JudgementTests {
  @Test func aResubmissionReplacesAndADuplicateDoesNot() async throws {
    let scene = try await Scene()
    var content = try scene.report("SO-001")
    #expect(try await scene.send(content).number == 1)
    #expect(try await scene.send(content, as: .csv).status == .duplicate)
    content.indicators[0].value += Amount(1)
    let second = try await scene.send(content)
    #expect(second.status == .accepted && second.number == 2)
    content.header.number = 2
    content.indicators[0].value += Amount(1)
    let stale = try await scene.send(content)
    #expect(stale.status == .rejected && stale.codes == ["HDR-STALE"])
    content.header.number = 7
    #expect(try await scene.send(content).number == 7)
  }

  /// The activities of the report that is replaced are no others of the school year.
  @Test func aReplacementWithoutActivitiesIsRefused() async throws {
    let scene = try await Scene()
    var content = try scene.report("SO-001")
    #expect(try await scene.send(content).status == .accepted)
    content.activities = []
    let replacement = try await scene.send(content)
    #expect(replacement.status == .rejected && replacement.codes.contains("ACT-NONE"))
    // Those of another period are.
    var year = try scene.report("SO-001", "NAM/2026-2027")
    year.activities = []
    #expect(try await scene.send(year, on: "2027-06-10").status == .accepted)
  }

  /// What a unit owes goes by what it was on the period's last day, whatever it has become and whenever one asks.
  @Test func aUnitOwesByWhatItWas() async throws {
    func school(_ kind: String, _ from: String?, _ to: String?) -> UnitRow {
      UnitRow(
        code: "SO-001", name: "Trường THPT Mẫu 001", kind: kind, level: "THPT", commune: "XA-01",
        from: from.flatMap { CalendarDate(iso: $0) }, to: to.flatMap { CalendarDate(iso: $0) })
    }
    let scene = try await Scene(
      units: Scene.units.filter { $0.code != "SO-001" }
        + [school("CSGD_XA", nil, "2027-01-31"), school("CSGD_SO", "2027-02-01", nil)])
    func status(_ period: String) async throws -> String? {
      let key = try #require(PeriodKey(period))
      return try await scene.workspace.read().reporting(regime: nil, for: key)
        .status(of: key, clock: Scene.moment("2027-07-06"))?.completeness.units.first { $0.unit == "SO-001" }?.status
        .rawValue
    }
    #expect(try await status("HK1/2026-2027") == "invited")
    var other = try scene.report("SO-002")
    other.header.number = nil
    _ = try await scene.send(other, on: "2027-02-06")
    #expect(try await status("HK1/2026-2027") == "invited")
    #expect(try await status("NAM/2026-2027") == "missing")
    let (key, until) = (try #require(PeriodKey("HK1/2026-2027")), try #require(CalendarDate(iso: "2027-02-10")))
    let reminder = try await scene.workspace.read().reminder(
      key, until: until, clock: Scene.moment("2027-02-06"), regime: nil)
    #expect(reminder?.reminder.lines.contains { $0.unit == "SO-001" } == false)
  }

  @Test func aReplacementThatShrinksIsWarnedOf() async throws {
    let scene = try await Scene()
    var content = try scene.report("SO-001", activities: 8)
    _ = try await scene.send(content)
    content.activities = Rows(Array(content.activities.prefix(3)))
    let shrunk = try await scene.send(content)
    #expect(shrunk.status == .accepted && shrunk.codes.contains("HDR-SHRINK"))
    content.exemplars = []
    #expect(try await scene.send(content).codes.contains("HDR-SHRINK"))
  }

  @Test func unitsAndFolders() async throws {
    let scene = try await Scene()
    #expect(try await scene.send(scene.report("SO-001"), folder: "SO-002").codes == ["UNIT-FOLDER"])
    #expect(try await scene.send(scene.report("TR-001"), folder: "XA-01").status == .accepted)
    #expect(try await scene.send(scene.report("SO-001"), folder: "XA-01").codes == ["UNIT-FOLDER"])
    #expect(try await scene.send(scene.report("SO-099")).codes == ["UNIT-UNKNOWN"])
    #expect(try await scene.send(scene.report("SO-GONE")).codes == ["UNIT-FORCE"])
    let old = try await scene.send(scene.report("SO-OLD"))
    #expect(old.status == .accepted && old.codes == ["UNIT-LASTDAY"])
  }

  @Test func lateAndGrace() async throws {
    let scene = try await Scene()
    let late = try await scene.send(scene.report("SO-001"), on: "2027-02-02")
    #expect(late.codes == ["PERIOD-LATE"])
    var wrong = try scene.report("SO-002")
    wrong.narratives.removeAll { $0.key == "KETQUA" }
    #expect(try await scene.send(wrong, on: "2027-02-01").codes == ["NAR-MISSING"])
    // Wednesday 3 February is the second working day after Monday 1 February.
    #expect(try await scene.send(scene.report("SO-002"), on: "2027-02-03").codes == [])
    #expect(try await scene.send(scene.report("TR-001"), on: "2027-03-30").codes == [])
    let key = PeriodKey(kind: "HK1", which: "2026-2027")
    let status = try await scene.workspace.read().reporting(regime: nil, for: key).status(
      of: key, clock: Scene.moment("2027-03-31"))
    let units = Dictionary(
      try #require(status).completeness.units.map { ($0.unit, $0.status) }, uniquingKeysWith: { first, _ in first })
    #expect(
      units["SO-001"] == .late && units["SO-002"] == .onTime && units["TR-001"] == .reported && units["VP"] == .invited)
  }

  @Test func aPeriodOpensOnItsFirstDay() async throws {
    let scene = try await Scene()
    #expect(try await scene.send(scene.report("SO-001"), on: "2026-09-04").codes.contains("PERIOD-EARLY"))
  }

  @Test func datesOfActivities() async throws {
    let scene = try await Scene()
    func codes(_ day: String, _ period: String = "HK1/2026-2027") async throws -> [String] {
      var content = try scene.report("SO-001", period)
      content.activities = Rows(Array(content.activities.prefix(1)))
      content.activities[0].date = try #require(CalendarDate(iso: day))
      content.activities[0].area = "ND3"
      content.header.date = try #require(CalendarDate(iso: "2027-06-30"))
      let line = try await scene.send(content, on: "2027-07-01")
      return line.submission.log.kept.filter { $0.code == "ACT-DATE" }.map(\.severity.rawValue)
    }
    #expect(try await codes("2026-05-31") == ["error"])
    #expect(try await codes("2026-06-01") == ["warning"])
    #expect(try await codes("2026-09-05") == [])
    #expect(try await codes("2027-01-18") == ["warning"])
    #expect(try await codes("2027-07-01") == ["error"])
    #expect(try await codes("2026-06-01", "NAM/2026-2027") == [])
  }

  @Test func aNilReturnTellsZeros() async throws {
    let scene = try await Scene()
    var content = try scene.report("SO-001")
    content.header.nilReturn = true
    #expect(try await nilZip(scene, content).codes.contains("HDR-NIL"))
    content.activities = []
    content.exemplars = []
    content.indicators.removeAll { ["CT08", "CT09", "CT12", "CT19", "CT20", "CT23"].contains($0.code) }
    for index in content.indicators.indices where content.indicators[index].code == "CT17" {
      content.indicators[index].value = .zero
    }
    let accepted = try await nilZip(scene, content)
    #expect(accepted.status == .accepted, "\(accepted.codes)")
    let facts = try await scene.workspace.read().facts(regime: nil)
    let live = try #require(facts.live.first)
    #expect(live.content.value(of: "CT09") == .zero && live.content.value(of: "CT22") == nil)
  }

  /// `SyntheticBundle` writes no nil returns; CSV made here does.
  private func nilZip(_ scene: Scene, _ content: SubmissionContent) async throws -> SubmissionReceipt {
    try await scene.send(content, as: .csv)
  }

  @Test func requiredContent() async throws {
    let scene = try await Scene()
    var content = try scene.report("SO-001")
    content.indicators.removeAll { $0.code == "CT16" || $0.code == "CT17" }
    #expect(try await scene.send(content).codes == ["IND-MISSING"])
    var school = try scene.report("TR-001")
    school.indicators.removeAll { $0.code == "CT16" || $0.code == "CT17" }
    let warned = try await scene.send(school)
    #expect(warned.status == .accepted && warned.codes == ["IND-MISSING"])
    var none = try scene.report("SO-002", activities: 0)
    none.indicators.removeAll { $0.code == "CT17" }
    #expect(try await scene.send(none).codes == ["ACT-NONE"])
    var office = try scene.report("VP")
    office.indicators.append(IndicatorValue(code: "CT16", value: Amount(5)))
    #expect(try await scene.send(office).codes == ["IND-KIND"])
    var derived = try scene.report("TR-001")
    derived.indicators.append(IndicatorValue(code: "CT01", value: Amount(5)))
    // Another day, for two that come within ten minutes are told.
    #expect(try await scene.send(derived, on: "2027-01-21").codes == ["IND-DERIVED"])
  }

  @Test func codesAndRepeats() async throws {
    let scene = try await Scene()
    var content = try scene.report("SO-001")
    content.activities[1].id = content.activities[0].id
    #expect(try await scene.send(content).codes == ["ACT-TWICE"])
    content = try scene.report("SO-001")
    content.activities[0].product = "DUTHI"
    content.activities[0].task = "NV02"
    #expect(try await scene.send(content).codes == ["ACT-PRODUCT"])
    content.activities[0].task = "NV99"
    let unknown = try await scene.send(content, as: .csv)
    #expect(unknown.codes == ["ACT-CODE"])
    #expect(unknown.submission.log.kept.first?.location.cell == "C2")
  }

  @Test func twoReportsOfOneUnitInOneBundle() async throws {
    let scene = try await Scene()
    let content = try scene.report("SO-001")
    let xml = SyntheticBundle.files(content, .xml), csv = SyntheticBundle.files(content, .csv)
    let receipts = try await scene.send([SyntheticBundle.zip(files: xml + csv)], on: "2027-01-20")
    let receipt = try #require(receipts.first)
    #expect(receipt.status == .rejected)
    #expect(receipt.submissions.map(\.codes) == [["HDR-TWICE"], ["HDR-TWICE"]])
  }

  /// R08: once twenty others of the kind, level and period have told, a value above ten times their lower median is warned of.
  @Test func outliersAgainstPeers() async throws {
    let units = (1...25).map {
      UnitRow(code: "TR-\(100 + $0)", name: "Trường Mẫu \(100 + $0)", kind: "CSGD_XA", level: "TH", commune: "XA-01")
    }
    let scene = try await Scene(units: Scene.units + units)
    for (index, unit) in units.prefix(20).enumerated() {
      var content = try scene.report("TR-001")
      content.header.unit = unit.code
      content.header.unitName = unit.name
      set(&content, "CT09", 100 + index)
      #expect(try await scene.send(content).codes == [])
    }
    var content = try scene.report("TR-001")
    // The lower median of 100…119 is 109.
    set(&content, "CT09", 1090)
    #expect(try await scene.send(content).codes == [])
    set(&content, "CT09", 1091)
    #expect(try await scene.send(content, on: "2027-01-21").codes == ["RULE-R08"])
    // The ledger keeps the median, so that a replay gives the same warning whatever came later.
    let register = try await scene.workspace.read().register
    let last = try #require(register.book(of: scene.regime.id).live.last?.version)
    #expect(last.medians["CT09"] == Amount(109))
  }

  private func set(_ content: inout SubmissionContent, _ code: String, _ value: Int) {
    for index in content.indicators.indices where content.indicators[index].code == code {
      content.indicators[index].value = Amount(value)
    }
  }
}
