import Aggregation
import Foundation
import Inbox
import Intake
import Office
import Receipts
import Regimes
import Register
import ReportingModel
import Submissions
import Synthesis
import Testing
import Workspaces

/// Activities that a unit tells again, and ids that it uses again, through the whole of ingestion: what is counted, and what the
/// receipt says.
@Suite struct RetellingTests {
  private func report(
    _ scene: Scene, _ period: String, _ activities: [Activity], unit: String = "SO-001"
  ) throws -> SubmissionContent {
    var content = try scene.report(unit, period)
    content.activities = Rows(activities)
    content.exemplars = []
    return content
  }

  private func row(
    _ id: String?, _ date: String, _ title: String, people: Int64, product: String = "SUKIEN"
  ) throws -> Activity {
    Activity(
      id: id, date: try #require(CalendarDate(iso: date)), task: "NV05", area: "ND3", channel: "HT2", product: product,
      quantity: 1, people: people, title: title)
  }

  private func total(_ scene: Scene, _ from: String, _ to: String) async throws -> String {
    let (first, last) = (try #require(CalendarDate(iso: from)), try #require(CalendarDate(iso: to)))
    let window = try #require(Window(from: first, to: last))
    let total = try await scene.workspace.read().facts(regime: nil).query(window).total
    return "\(total.records) \(total.people)"
  }

  /// A receipt says of retelling nothing but this.
  private func told(_ line: SubmissionReceipt) -> [String] {
    #expect(line.status == .accepted, "\(line.codes)")
    return line.submission.log.causes.filter { ["ACT-REUSED", "ACT-SHADOW", "EXM-REUSED"].contains($0.code) }
      .map { "\($0.code) \($0.count)" }.sorted()
  }

  @Test func aSchoolThatNumbersFromTheStartInEveryForm() async throws {
    let scene = try await Scene()
    let first = try [
      row("HD01", "2026-10-10", "Ngày hội STEM", people: 100), row("HD02", "2026-11-10", "Hội nghị", people: 20),
    ]
    let second = try [
      row("HD01", "2027-03-10", "Cuộc thi tin học trẻ", people: 30),
      row("HD02", "2027-04-10", "Tuyên truyền dưới cờ", people: 300, product: "NGOAIKHOA"),
    ]
    #expect(try await told(scene.send(report(scene, "HK1/2026-2027", first))).isEmpty)
    #expect(try await told(scene.send(report(scene, "HK2/2026-2027", second), on: "2027-06-05")).isEmpty)
    #expect(try await total(scene, "2026-08-01", "2027-07-31") == "4 450")
    // The year has three of its own under the ids of the semesters.
    let year = try [
      row("HD01", "2026-12-01", "Giao lưu", people: 1), row("HD02", "2026-12-02", "Diễn đàn", people: 2),
      row("HD03", "2026-12-03", "Tọa đàm", people: 3),
    ]
    let receipt = try await scene.send(report(scene, "NAM/2026-2027", year), on: "2027-06-10")
    #expect(told(receipt) == ["ACT-REUSED 4"])
    #expect(try await total(scene, "2026-08-01", "2027-07-31") == "7 456")
    // The summer of another school year wipes nothing out of this one.
    let summer = try [row("HD01", "2027-07-20", "Trại hè STEM", people: 50)]
    #expect(try await told(scene.send(report(scene, "HK1/2027-2028", summer), on: "2028-01-20")).isEmpty)
    #expect(try await total(scene, "2026-06-15", "2026-12-14") == "5 126")
  }

  @Test func aYearThatTellsTheSemesterAgain() async throws {
    let semester = try [
      row("A1", "2026-10-10", "Ngày hội Hòa bình", people: 100), row("A2", "2026-11-10", "Hội nghị", people: 20),
    ]
    let years = try [
      // Without ids, spelled anew; with the id in small letters and a title or product mended.
      [row(nil, "2026-10-10", "Ngày hội Hoà  bình", people: 100), row(nil, "2026-11-10", "HỘI NGHỊ", people: 20)],
      [
        row("a1", "2026-10-10", "Ngày hội Hòa bình 2026", people: 100),
        row("a2", "2026-11-10", "Hội nghị", people: 20, product: "NGOAIKHOA"),
      ],
      [row("B1", "2026-10-10", "Ngày hội Hòa bình", people: 100), row("B2", "2026-11-10", "Hội nghị", people: 20)],
    ]
    for year in years {
      for isYearFirst in [false, true] {
        let scene = try await Scene()
        let reports = try [report(scene, "HK1/2026-2027", semester), report(scene, "NAM/2026-2027", year)]
        for content in isYearFirst ? reports.reversed() : reports {
          #expect(try await told(scene.send(content, on: "2027-06-10")).isEmpty)
        }
        #expect(try await total(scene, "2026-08-01", "2027-07-31") == "2 120")
      }
    }
  }

  /// The later receipt tells what counts once with two sets of figures, whichever of them counts; what is replaced is forgotten.
  @Test func figuresThatDifferAreToldOnTheLaterReceipt() async throws {
    let scene = try await Scene()
    let year = try [row(nil, "2026-10-10", "Ngày hội", people: 100), row(nil, "2026-11-10", "Hội nghị", people: 20)]
    _ = try await scene.send(report(scene, "NAM/2026-2027", year), on: "2027-06-01")
    let semester = try [row(nil, "2026-10-10", "Ngày hội", people: 70), row(nil, "2026-11-10", "Hội nghị", people: 20)]
    #expect(
      try await told(scene.send(report(scene, "HK1/2026-2027", semester), on: "2027-06-10")) == ["ACT-SHADOW 1"])
    #expect(try await total(scene, "2026-08-01", "2027-07-31") == "2 120")
    // The year is mended and agrees now.
    let mended = try [row(nil, "2026-10-10", "Ngày hội", people: 70), row(nil, "2026-11-10", "Hội nghị", people: 20)]
    #expect(try await told(scene.send(report(scene, "NAM/2026-2027", mended), on: "2027-06-12")).isEmpty)
    #expect(try await total(scene, "2026-08-01", "2027-07-31") == "2 90")
  }

  /// Reports of one run are held against each other like those of many.
  @Test func inOneRunAndOneBundle() async throws {
    let scene = try await Scene()
    let semester = try report(scene, "HK1/2026-2027", [row("HD01", "2026-10-10", "Ngày hội", people: 100)])
    let year = try report(scene, "NAM/2026-2027", [row("HD01", "2026-10-10", "Ngày hội", people: 99)])
    let other = try report(scene, "NAM/2026-2027", [row("HD01", "2026-10-11", "Khác", people: 99)])
    let receipts = try await scene.send(
      [semester, year, other].map { SyntheticBundle.zip($0, .xml) }, on: "2027-06-10")
    #expect(receipts.flatMap(\.submissions).map(told) == [[], ["ACT-SHADOW 1"], ["ACT-REUSED 1"]])
    #expect(try await total(scene, "2026-08-01", "2027-07-31") == "2 199")
  }

  @Test func aUnitOfTheSameCommuneTellsItToo() async throws {
    let scene = try await Scene()
    let school = try report(scene, "HK1/2026-2027", [row("A1", "2026-10-10", "Ngày hội Hòa bình", people: 100)])
    let commune = try report(
      scene, "HK1/2026-2027", [row("B7", "2026-10-10", "Ngày hội Hoà bình", people: 100)], unit: "XA-01")
    _ = try await scene.send(school)
    #expect(try await told(scene.send(commune)).isEmpty)
    #expect(try await total(scene, "2026-08-01", "2027-07-31") == "2 200")
    let facts = try await scene.workspace.read().facts(regime: nil)
    let doubles = facts.report(
      ReportQuestion(window: try #require(SchoolYear(firstYear: 2026).window))
    ).doubts.possibleDoubles
    #expect(doubles.map(\.title) == ["Ngày hội Hòa bình"])
    #expect(doubles.first?.rows.map { "\($0.unit) \($0.id ?? "")" } == ["SO-001 A1", "XA-01 B7"])
  }

  /// A check holds bundles against each other too, though none of them is in the ledger.
  @Test func inACheckOfSeveralBundles() async throws {
    let scene = try await Scene()
    let others = try report(
      scene, "HK1/2026-2027", [row("HD01", "2026-10-12", "Của đơn vị khác", people: 1)], unit: "SO-002")
    let told = try [
      report(scene, "HK1/2026-2027", [row("HD01", "2026-10-10", "Ngày hội", people: 100)]), others,
      report(scene, "NAM/2026-2027", [row("HD01", "2026-10-10", "Ngày hội", people: 99)]),
      report(scene, "NAM/2026-2027", [row("HD01", "2026-10-11", "Khác", people: 99)]),
    ]
    var check = try BundleCheck(await scene.workspace.read())
    var codes: [[String]] = []
    for content in told {
      let receipt = try await check.check(
        SyntheticBundle.zip(content, .xml),
        Delivery(path: "a.zip", fileName: "a.zip", folderUnit: nil, isInInbox: false), now: Scene.moment("2027-06-10"))
      codes.append(try #require(receipt.submissions.first).codes.filter { $0.hasPrefix("ACT-") }.sorted())
    }
    #expect(codes == [[], [], ["ACT-SHADOW"], ["ACT-REUSED"]])
  }

  /// A run that goes on for long keeps the rows of nobody but those it decides upon, and reads them again when they are asked for.
  @Test func inALongRun() async throws {
    let scene = try await Scene()
    let told = try [
      report(scene, "HK1/2026-2027", [row("HD01", "2026-10-10", "Ngày hội", people: 100)]),
      report(scene, "HK1/2026-2027", [row("HD01", "2026-10-12", "Khác", people: 1)], unit: "SO-002"),
      report(scene, "NAM/2026-2027", [row("HD01", "2026-10-10", "Ngày hội", people: 99)]),
      report(scene, "NAM/2026-2027", [row("HD02", "2026-10-12", "KHÁC", people: 2)], unit: "SO-002"),
    ]
    var deliveries: [Delivery] = []
    for (number, content) in told.enumerated() {
      let file = "goi-\(number).zip"
      try Data(SyntheticBundle.zip(content, .xml)).write(to: URL(filePath: scene.workspace.inbox + "/" + file))
      deliveries.append(
        Delivery(path: scene.workspace.inbox + "/" + file, fileName: file, folderUnit: nil, isInInbox: true))
    }
    let waiting = deliveries
    let receipts = try await scene.workspace.write(operatorName: "thử") { writer in
      var receipts: [Receipt] = []
      let ingestion = try Ingestion(writer)
      for delivery in waiting {
        try await ingestion.ingest(
          [delivery], Occasion(now: Scene.moment("2027-06-10")), refused: { throw $1 }, each: { receipts.append($0) })
      }
      return receipts
    }
    #expect(receipts.flatMap(\.submissions).map(self.told) == [[], [], ["ACT-SHADOW 1"], ["ACT-SHADOW 1"]])
  }

  /// The unit's own words stand beside the warning, in the record too.
  @Test func explained() async throws {
    let scene = try await Scene()
    _ = try await scene.send(
      report(scene, "HK1/2026-2027", [row("HD01", "2026-10-10", "Ngày hội", people: 100)]), on: "2027-06-10")
    var year = try report(
      scene, "NAM/2026-2027",
      [row("HD01", "2026-10-11", "Khác", people: 9), row("HD02", "2026-10-10", "Ngày hội", people: 101)])
    year.activities.append(try row("HD01B", "2027-03-01", "Nữa", people: 1))
    year.explanations = Rows(
      ["ACT-REUSED", "ACT-SHADOW"].map {
        KeyedText(key: $0, text: "Trường đánh số lại từ đầu trong mỗi biểu.")
      })
    // HD01 of the semester is told again as HD02, so it is no second activity of that id.
    let receipt = try await scene.send(year, on: "2027-06-12", as: .csv)
    #expect(told(receipt) == ["ACT-SHADOW 1"] && receipt.codes.contains("RULE-UNUSED"))
    #expect(receipt.submission.log.kept.filter(\.explained).map(\.code) == ["ACT-SHADOW"])
    let register = try await scene.workspace.read().register
    #expect(register.book(of: scene.regime.id).live.last?.version.explained == ["ACT-SHADOW"])
  }
}
