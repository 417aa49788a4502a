import Aggregation
import Interchange
import Regimes
import ReportingModel
import Schemas
import TestSupport
import Testing

@Suite struct SDMXTests {
  @Test func anObservationARow() throws {
    let regime = try #require(
      RegimeLoader.load(SmallPlan.bytes, schema: Schemas.regimeXSD, digest: .zero, file: "regime.xml").regime)
    let indicator = try #require(regime.indicators.first { !$0.isDerived })
    let json = """
      {"before":null,"byKind":[{"code":"K","records":1,"soLuong":2,"soNguoi":3,"units":1}],
      "completeness":[{"invitedReported":0,"late":1,"missing":0,"onTime":2,"period":"HK1/2026-2027","rejected":0,"reported":3,"required":3}],
      "completenessBy":[],"contentAreas":[],"channels":[],"products":[],"topics":[],"tasks":[],"kind":"half-year",
      "indicators":[{"code":"\(indicator.code)","expected":9,"requiredUnits":7,"units":8,"value":"12.5"},{"code":"X","expected":9,"requiredUnits":0,"units":0,"value":null}],
      "ratioTerms":[{"code":"T","units":4}],"ratios":[{"code":"T","value":"61.35"}],
      "total":{"records":1,"soLuong":2,"soNguoi":3,"units":1},"window":{"from":"2026-12-15","to":"2027-06-14"}}
      """.replacing("\n", with: "")
    let report = try CanonicalReport(Array(json.utf8))
    let issued = String(decoding: try SDMXExport(report, regime: regime, isIssued: true).bytes(), as: UTF8.self)
    let rows = issued.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      rows[0].prefix(3) == ["STRUCTURE", "STRUCTURE_ID", "ACTION"] && rows.allSatisfy { $0.count == rows[0].count })
    #expect(rows.count == 1 + 8 + 2 + 1 + 7)
    let frequency = "S,TOTAL,_T,records,_T,_T,2026-12-15/P182D,1,hoạt động,A,,,"
    #expect(issued.contains("dataflow,\(regime.id):TONGHOP_REPORT(1.0),I,\(frequency)\r\n"))
    #expect(
      issued.contains(
        "INDICATOR,\(indicator.code),value,_T,_T,2026-12-15/P182D,12.5,\(indicator.unit.vietnamese),A,8,7,9\r\n"))
    #expect(issued.contains("INDICATOR,X,value,_T,_T,2026-12-15/P182D,,,M,0,0,9\r\n"))
    #expect(issued.contains("RATIO,T,value,_T,_T,2026-12-15/P182D,61.35,PT,A,4,,\r\n"))
    let draft = String(decoding: try SDMXExport(report, regime: regime, isIssued: false).bytes(), as: UTF8.self)
    #expect(draft == issued.replacing(",A,", with: ",P,"))
  }
}
