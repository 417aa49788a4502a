import Foundation
import TestSupport
import Testing

/// An amendment is a new version of the plan from its day on; what ended before it stays as it was
/// (<doc:regime#Versions>).
@Suite struct AmendmentTests {
  /// The demo's year, with an amended plan to put in force.
  private struct Scene {
    private let demo: DemoCopy
    var folder: Folder { demo.folder }

    init() throws { demo = try DemoCopy() }

    func run(_ arguments: [String], now: String = "2027-06-16T09:00:00+07:00") throws -> Program.Outcome {
      try demo.run(arguments, now: now)
    }

    /// Puts the plan in force as version 2 from a day, with some texts replaced.
    func amend(from day: String, _ changes: [(String, String)] = []) throws {
      var plan = try String(contentsOfFile: Program.root + "/Schemas/plans/LD-NQ57/regime.xml", encoding: .utf8)
      for (old, new) in [("phienBan=\"1\" apDungTu=\"2026-06-01\"", "phienBan=\"2\" apDungTu=\"\(day)\"")] + changes {
        #expect(plan.contains(old), "\(old)")
        plan = plan.replacingOccurrences(of: old, with: new)
      }
      try folder.write("moi.xml", plan)
      let made = try run(["regime", "import", folder.path + "/moi.xml"])
      #expect(made.status == 0, "\(made.remarks)")
    }

    func report(_ arguments: [String]) throws -> Object {
      let made = try run(["report"] + arguments)
      #expect(made.status == 0, "\(made.remarks)")
      return try #require(try made.json() as? Object)
    }

    func value(_ arguments: [String], _ code: String = "CT09") throws -> String? {
      try DemoTests.row("indicators", code, in: report(arguments))["value"] as? String
    }
  }

  private static let reports = [
    ["half-year", "2026-2", "--to", "ubnd-tinh"], ["half-year", "2027-1", "--to", "ubnd-tinh"],
    ["year", "2027", "--to", "ubnd-tinh"], ["school-year", "2026-2027"], ["semester", "HK1/2026-2027"],
    ["ad-hoc", "--request", "BC12-2026"],
  ]

  @Test func anAmendmentThatChangesNothingMovesNoFigure() throws {
    let scene = try Scene()
    func figures(_ arguments: [String]) throws -> NSDictionary {
      var report = try scene.report(arguments)
      for key in ["regime", "asOf", "ledgerHead"] { report[key] = nil }
      return report as NSDictionary
    }
    let before = try Self.reports.map(figures)
    let open = try scene.run(["status", "--json"]).json() as? Object
    try scene.amend(from: "2027-06-01")
    for (arguments, old) in zip(Self.reports, before) { #expect(try figures(arguments) == old, "\(arguments)") }
    let still = try scene.run(["status", "--json"]).json() as? Object
    #expect(open?["period"] as? String == "HK2/2026-2027")
    for key in ["period", "due", "units", "rates"] {
      #expect(still?[key] as? NSObject == open?[key] as? NSObject, "\(key)")
    }
  }

  /// Days that move for later years move nothing that was told before: every figure stands in one report and in one year.
  @Test func movedDaysLoseNoFigure() throws {
    let scene = try Scene()
    try scene.amend(
      from: "2027-08-01",
      [
        (#"den="1/01-17" han="1/01-31""#, #"den="0/12-10" han="0/12-20""#),
        (#"tu="1/01-18" den="1/05-31""#, #"tu="0/12-11" den="1/05-31""#),
      ])
    #expect(try scene.value(["half-year", "2026-2", "--to", "ubnd-tinh"]) == "1395")
    #expect(try scene.value(["half-year", "2027-1", "--to", "ubnd-tinh"]) == "10565")
    #expect(try scene.value(["year", "2026", "--to", "ubnd-tinh"]) == "1395")
    #expect(try scene.value(["year", "2027", "--to", "ubnd-tinh"]) == "10565")
    func due(_ period: String) throws -> String? {
      (try scene.run(["status", "--period", period, "--json"]).json() as? Object)?["due"] as? String
    }
    #expect(try due("HK1/2026-2027") == "2027-02-01" && due("HK1/2027-2028") == "2027-12-20")
  }

  /// A kind of period that an amendment drops is still told for the years before it, and for none after.
  @Test func aDroppedPeriodIsStillToldForItsYears() throws {
    let scene = try Scene()
    try scene.amend(
      from: "2027-08-01",
      [
        (#"    <muc ma="HK2" "#, #"    <!-- bỏ "#),
        (#"trichDan="VI.5"/>"# + "\n    <muc ma=\"NAM\"", "-->\n    <muc ma=\"NAM\""),
        (#"gom="HK1 HK2""#, #"gom="HK1""#), (#"ky="HK1 HK2 NAM CD""#, #"ky="HK1 NAM CD""#),
        (#"<muc loai="PHONG" ky="HK2" muc="moi" trichDan="VI.2"/>"#, ""),
        (#"<muc loai="CSGD_SO" ky="HK2" muc="moi" trichDan="VI.4, VI.5"/>"#, ""),
      ])
    func send(_ year: String, _ written: String) throws -> Object {
      let header = "che_do,don_vi,loai_ky,nam_hoc,ngay_lap\nLD-NQ57,SO-THPT-001,HK2,\(year),\(written)\n"
      let indicators = "ma,gia_tri\nCT14,50\nCT16,600\nCT18,1\nCT21,1\n"
      let zip = scene.folder.path + "/\(year).zip"
      try Program.zip(
        [
          ("thong-tin.csv", header), ("chi-tieu.csv", indicators), ("thuyet-minh.csv", "muc,noi_dung\nKETQUA,Tốt\n"),
        ], to: zip)
      let receipts = try scene.run(["ingest", zip, "--json"], now: "\(written)T08:00:00+07:00").json() as? [Object]
      return try #require((receipts?.first?["submissions"] as? [Object])?.first)
    }
    let told = try send("2026-2027", "2027-06-20")
    #expect(told["status"] as? String == "accepted" && told["period"] as? String == "HK2/2026-2027")
    let refused = try send("2027-2028", "2028-06-10")
    #expect(refused["status"] as? String == "rejected")
    #expect((refused["issues"] as? [Object])?.first?["field"] as? String == "loai_ky")
    #expect(try scene.run(["status", "--period", "HK2/2027-2028"]).status == 64)
    #expect(try scene.run(["status", "--period", "HK2/2026-2027"]).status == 0)
  }

  /// What came before an amendment was recorded, or before a request was closed, and is entered afterwards is judged as it would
  /// have been then.
  @Test func whatIsEnteredLaterIsJudgedByWhatWasRecordedWhenItCame() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    let bundle = CommandTests.samples + "/bundles/2027-01-20/thpt001-hk1.zip"
    func run(_ arguments: [String], _ now: String) throws -> Program.Outcome {
      try Program.run(arguments + ["--workspace", w, "--now", now])
    }
    #expect(
      try Program.run(
        ["init", w, "--units", CommandTests.samples + "/units.csv", "--now", "2026-09-01T08:00:00+07:00"]
      ).status == 0)
    let plan = try String(contentsOfFile: Program.root + "/Schemas/plans/LD-NQ57/regime.xml", encoding: .utf8)
    try folder.write(
      "moi.xml",
      plan.replacingOccurrences(of: "if CT20 &gt; 0 then CT20 ≥ 100000<", with: "CT20 ≥ 900000000<")
        .replacingOccurrences(of: #"<muc ma="R06" muc="canhBao""#, with: #"<muc ma="R06" muc="loi""#))
    #expect(try run(["regime", "import", folder.path + "/moi.xml"], "2027-01-25T08:00:00+07:00").status == 0)
    #expect(try run(["check", bundle], "2027-01-26T08:00:00+07:00").status == 1)
    let entered = try run(
      ["ingest", bundle, "--received-at", "2027-01-20T08:00:00+07:00", "--reason", "Gửi qua thư điện tử"],
      "2027-01-26T08:00:00+07:00")
    #expect(entered.status == 0, "\(entered.text)")

    let request = [
      "request", "open", "AI", "--title", "Câu lạc bộ AI", "--from", "2026-12-01", "--to", "2027-01-15", "--due",
      "2027-01-20",
    ]
    #expect(try run(request, "2027-01-27T08:00:00+07:00").status == 0)
    #expect(try run(["request", "close", "AI"], "2027-02-05T08:00:00+07:00").status == 0)
    let answer = folder.path + "/ai.zip"
    try Program.zip(
      [
        ("thong-tin.csv", "che_do,don_vi,loai_ky,yeu_cau,ngay_lap\nLD-NQ57,XA-02,CD,AI,2027-01-16\n"),
        ("thuyet-minh.csv", "muc,noi_dung\nKETQUA,Tốt\n"),
      ], to: answer)
    let late = try run(["ingest", answer], "2027-02-06T08:00:00+07:00")
    #expect(late.status == 1 && late.text.contains("PERIOD-CLOSED"))
    let inTime = try run(
      ["ingest", answer, "--received-at", "2027-02-04T08:00:00+07:00", "--reason", "Gửi bản giấy"],
      "2027-02-06T09:00:00+07:00")
    #expect(inTime.status == 0, "\(inTime.text)")
  }
}
