import Receipts
import ReportingModel
import Submissions
import Testing

/// `tonghop.receipt/1`, for the software that sent the bundle.
@Suite struct JSONTests {
  private func members(_ value: JSONValue?) -> [String: JSONValue] {
    if case .object(let members)? = value { members } else { [:] }
  }

  private func list(_ value: JSONValue?) -> [JSONValue] { if case .array(let list)? = value { list } else { [] } }

  @Test func theDelivery() throws {
    let json = members(try Fixture.receipt([], findings: [Fixture.finding()]).json(.vietnamese))
    #expect(
      Set(json.keys) == [
        "schema", "receipt", "file", "sha256", "receivedAt", "status", "submissions", "issues",
      ])
    #expect(json["schema"] == .string("tonghop.receipt/1") && json["receipt"] == .string("BN-000012"))
    #expect(json["sha256"] == .string(String(repeating: "0", count: 64)) && json["status"] == .string("rejected"))
    #expect(json["receivedAt"] == .string("2027-01-20T08:05:09+07:00") && json["file"] == .string("gói.zip"))
  }

  @Test func whatIsThereOnlySometimes() throws {
    let moment = try #require(Instant(iso: "2027-01-05T07:03:59+07:00"))
    var receipt = try Fixture.receipt([], original: Receipt.Original(number: 7, receivedAt: moment))
    receipt.lateReason = "Gửi qua thư"
    #expect(members(receipt.json(.english))["duplicateOf"] == .string("BN-000007"))
    #expect(members(receipt.json(.english))["lateReason"] == .string("Gửi qua thư"))
    #expect(members(receipt.asCheck.json(.english))["receipt"] == .null)
  }

  @Test func aFinding() {
    let json = members(Fixture.finding().json(.vietnamese))
    #expect(
      json == [
        "code": .string("CSV-DATE"), "severity": .string("error"), "file": .string("hoat-dong.csv"), "line": .int(3),
        "column": .int(2), "field": .string("ngay"), "value": .string("31/02"), "message": .string("Sai."),
        "hint": .string("Sửa."), "cite": .string("V.1"), "explained": .bool(false),
      ])
    let bare = members(Fixture.finding(file: "", line: nil, column: nil, field: nil, value: nil).json(.english))
    #expect(["line", "column", "field", "value"].allSatisfy { bare[$0] == .null })
    #expect(bare["message"] == .string("Wrong.") && bare["file"] == .string(""))
  }

  /// The list is cut, the counts are not.
  @Test func findingsBeyondTheLimit() throws {
    let line = try Fixture.line(.rejected, (1...9).map { Fixture.finding(line: $0) } + [Fixture.finding(.csvURL)])
    let json = members(list(members(try Fixture.receipt([line]).json(.english))["submissions"]).first)
    #expect(list(json["issues"]).count == 5 && json["issueCount"] == .int(10))
    let causes = list(json["causes"]).map(members)
    #expect(causes.map { $0["count"] } == [.int(9), .int(1)])
    #expect(Set(causes.first?.keys ?? [:].keys) == ["code", "severity", "file", "field", "count", "firstLine"])
  }

  @Test func aReportAndItsFigures() throws {
    var content = try Fixture.content()
    content.header.number = 3
    let day = try Fixture.day("2026-10-20")
    content.activities = Rows(
      ["NV02", "NV02", "NV03"].map {
        Activity(date: day, task: $0, area: "ND1", channel: "HT1", product: "TIN", title: "Tin")
      })
    content.indicators = [IndicatorValue(code: "CT05", value: Amount(thousandths: 12_500))]
    content.narratives = [KeyedText(key: "KETQUA", text: String(repeating: "ế", count: 500))]
    let line = try Fixture.line(.accepted, content: content)
    let json = members(list(members(try Fixture.receipt([line]).json(.english))["submissions"]).first)
    #expect(
      Set(json.keys) == [
        "path", "encoding", "unit", "period", "number", "status", "sequence", "counts", "issues", "issueCount",
        "causes",
        "figures",
      ])
    #expect(json["period"] == .string("HK1/2026-2027") && json["sequence"] == .int(17) && json["number"] == .int(1))
    #expect(
      json["counts"]
        == .object(["activities": .int(3), "indicators": .int(1), "exemplars": .int(0), "narratives": .int(1)]))
    let figures = members(json["figures"])
    #expect(figures["chiTieu"] == .object(["CT05": .string("12.5")]))
    #expect(figures["hoatDong"] == .object(["NV02": .int(2), "NV03": .int(1)]))
    #expect(figures["thuyetMinh"] == .object(["KETQUA": .string(String(repeating: "ế", count: 200))]))
    // Only what was told.
    #expect(
      Set(members(figures["thongTin"]).keys) == ["cheDo", "donVi", "ky", "khongPhatSinh", "ngayLap", "lanNop"])
  }

  @Test func aReportWithoutAHeader() throws {
    var line = try Fixture.line(.rejected, [Fixture.finding(.headerMissing)])
    line.submission.content = nil
    line.submission.unit = nil
    line.submission.period = nil
    (line.number, line.sequence) = (nil, nil)
    let json = members(list(members(try Fixture.receipt([line]).json(.english))["submissions"]).first)
    for key in ["unit", "period", "number", "sequence", "figures"] { #expect(json[key] == .null, "\(key)") }
    #expect(members(json["counts"])["activities"] == .int(0))
  }
}
