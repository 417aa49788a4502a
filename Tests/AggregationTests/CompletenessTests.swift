import Aggregation
import ReportingModel
import Testing

@testable import Regimes

@Suite("Completeness")
struct CompletenessTests {
  private func status(
    accepted: [String], refused: [String], withdrawn: Set<String> = [], clock: String? = nil
  ) -> String? {
    let facts = Fixture.facts(
      accepted.enumerated().map { index, at in
        Fixture.accepted(
          Int64(index + 1), "S1", Fixture.hk1, number: index + 1, at: at, withdrawn: withdrawn.contains(at))
      },
      refused: refused.enumerated().map { index, at in
        Refused(unit: "S1", period: Fixture.hk1, receivedAt: Fixture.at(at), sequence: Int64(100 + index))
      })
    return facts.register.completeness(of: Fixture.hk1, clock: clock.map { Fixture.at($0) })?.units
      .first { $0.unit == "S1" }?.status.rawValue
  }

  // 31 January 2027 is a Sunday: due on Monday 1 February. 2 February is a holiday of the fixture, so the second
  // working day after the due day is Thursday 4 February.
  @Test(
    "a required unit's status",
    arguments: [
      ([], [], "missing"), (["2027-02-01T23:59:59"], [], "onTime"), (["2027-02-02T00:00:00"], [], "late"),
      ([], ["2027-01-20T08:00:00"], "rejected"), (["2027-02-04T23:59:59"], ["2027-02-01T23:00:00"], "onTime"),
      (["2027-02-05T00:00:00"], ["2027-02-01T23:00:00"], "late"),
      (["2027-02-04T08:00:00"], ["2027-02-02T00:00:01"], "late"),
      (["2027-02-03T08:00:00"], ["2027-02-02T08:00:00", "2027-01-02T08:00:00"], "onTime"),
      (["2027-02-09T08:00:00", "2027-01-30T08:00:00"], [], "onTime"),
      (["2027-02-01T17:00:00Z"], [], "late"),
    ] as [([String], [String], String)])
  func required(accepted: [String], refused: [String], expected: String) {
    #expect(status(accepted: accepted, refused: refused) == expected)
  }

  @Test("a withdrawn submission is as if it had not come")
  func withdrawn() {
    let early = "2027-01-20T08:00:00"
    // Something came and nothing of it stands: rejected. (It was `missing` before the rule said so.)
    #expect(status(accepted: [early], refused: [], withdrawn: [early]) == "rejected")
    #expect(status(accepted: [early, "2027-02-09T08:00:00"], refused: [], withdrawn: [early]) == "late")
  }

  @Test("by the clock, what has not come is pending to the end of the due day")
  func pending() {
    #expect(status(accepted: [], refused: [], clock: "2027-02-01T23:59:59") == "pending")
    #expect(status(accepted: [], refused: [], clock: "2027-02-02T00:00:00") == "missing")
    #expect(status(accepted: [], refused: ["2027-01-20T08:00:00"], clock: "2027-01-21T00:00:00") == "rejected")
  }

  @Test("rates are over required units; invited ones are counted when they report; units out of force owe nothing")
  func rates() throws {
    var units = Fixture.units
    units[2].to = Fixture.day("2027-01-16")
    let facts = Fixture.facts(
      [
        Fixture.accepted(1, "S1", Fixture.hk1), Fixture.accepted(2, "P1", Fixture.hk1, at: "2027-02-20T08:00:00"),
        Fixture.accepted(3, "M1", Fixture.hk1), Fixture.accepted(4, "S3", Fixture.hk1),
      ], units: units)
    let completeness = try #require(facts.register.completeness(of: Fixture.hk1))
    #expect(
      completeness.counts
        == CompletenessCounts(required: 3, reported: 2, onTime: 1, late: 1, missing: 1, invitedReported: 1))
    #expect(
      completeness.units.map { "\($0.unit) \($0.status)" }
        == ["M1 reported", "P1 late", "S1 onTime", "S2 missing", "VP invited", "X1 invited", "X2 invited"])
    #expect(
      completeness.groups.map { "\($0.dimension.rawValue) \($0.code) \($0.counts.required) \($0.counts.reported)" } == [
        "loai CSGD_SO 2 1", "loai CSGD_XA 0 0", "loai PHONG 1 1", "cap - 1 1", "cap TH 0 0", "cap THPT 2 1", "xa - 1 1",
        "xa X1 1 1", "xa X2 1 0", "vung - 1 1", "vung V1 1 1", "vung V2 1 0",
      ])
  }

  @Test("a request lists the units it asks, per the table of obligations")
  func requests() throws {
    let facts = Fixture.facts(
      [Fixture.accepted(1, "S2", Fixture.asked("AI"))],
      requests: [Fixture.request("AI", "2027-03-01", "2027-03-31", due: "2027-04-05", kinds: ["CSGD_SO", "UBND_XA"])])
    let completeness = try #require(facts.register.completeness(of: Fixture.asked("AI")))
    #expect(
      completeness.units.map { "\($0.unit) \($0.obligation)" }
        == ["S1 required", "S2 required", "S3 required", "X1 invited", "X2 invited"])
    #expect(facts.register.completeness(of: Fixture.asked("NONE")) == nil)
  }

  @Test(
    "the latest open period",
    arguments: [
      ("2026-09-05", "HK1/2026-2027"), ("2027-01-17", "HK1/2026-2027"), ("2027-01-18", "HK2/2026-2027"),
      ("2027-09-04", "HK2/2026-2027"),
    ])
  func latestOpen(day: String, key: String) {
    #expect(Fixture.facts([]).register.latestOpenPeriod(on: Fixture.day(day))?.key.description == key)
  }

  @Test("the status JSON has its keys")
  func json() throws {
    let facts = Fixture.facts(
      [Fixture.accepted(17, "S1", Fixture.hk1, number: 2)], units: [Fixture.units[0], Fixture.units[4]])
    var result = try #require(facts.register.status(of: Fixture.hk1, clock: Fixture.at("2027-06-20T00:00:00")))
    #expect(result.obligations.first { $0.unitKind == "CSGD_SO" }?.level == .required)
    result.obligations.removeAll { $0.unitKind != "CSGD_SO" }
    #expect(
      String(decoding: result.json.canonicalBytes, as: UTF8.self)
        == #"{"asOf":1000000,"due":"2027-02-01","obligations":[{"cite":null,"loai":"CSGD_SO","obligation":"required"}],"period":"HK1/2026-2027","rates":["#
        + #"{"loai":"CSGD_SO","onTime":1,"reported":1,"required":1},"#
        + #"{"cap":"THPT","onTime":1,"reported":1,"required":1},"#
        + #"{"onTime":1,"reported":1,"required":1,"xa":"X1"},{"onTime":1,"reported":1,"required":1,"vung":"V1"}],"#
        + #""schema":"tonghop.status/1","units":["#
        + #"{"number":2,"obligation":"required","receivedAt":"2027-01-20T08:00:00+07:00","sequence":17,"#
        + #""status":"onTime","unit":"S1"},"#
        + #"{"number":null,"obligation":"invited","receivedAt":null,"sequence":null,"status":"invited","unit":"X1"}]}"#)
  }
}

extension CompletenessCounts {
  init(
    required: Int, reported: Int, onTime: Int, late: Int = 0, rejected: Int = 0, missing: Int = 0,
    invitedReported: Int = 0
  ) {
    self.init()
    self.required = required
    self.reported = reported
    self.onTime = onTime
    self.late = late
    self.rejected = rejected
    self.missing = missing
    self.invitedReported = invitedReported
  }
}
