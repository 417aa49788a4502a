import Foundation
import TestSupport
import Testing

/// What the status says beside the figures.
@Suite struct StatusTests {
  /// A unit may name a warning by its rule or by the code that the receipt prints; only what arose is explained.
  @Test func explanationsAreOfWarningsThatArose() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
    func send(_ unit: String, _ money: String, _ rule: String, _ day: String = "2027-01-20") throws -> Object {
      let xml = """
        <baoCao xmlns="urn:tonghop:bao-cao:1" phienBan="1.0"><thongTin><cheDo>LD-NQ57</cheDo><donVi>\(unit)</donVi>
        <ky loai="HK1" namHoc="2026-2027"/><ngayLap>2027-01-18</ngayLap></thongTin>
        <chiTieu><muc ma="CT20">\(money)</muc></chiTieu><thuyetMinh><muc ma="KETQUA">Tốt</muc></thuyetMinh>
        <giaiTrinh><muc ma="\(rule)">Mua hai cuốn sách.</muc></giaiTrinh></baoCao>
        """
      let zip = "\(folder.path)/\(unit).zip"
      try Program.zip([("bao-cao.xml", xml)], to: zip)
      let receipts =
        try Program.run(
          ["ingest", zip, "--json", "--workspace", w, "--now", "\(day)T08:00:00+07:00"]).json() as? [Object]
      return try #require((receipts?.first?["submissions"] as? [Object])?.first)
    }
    func issue(_ line: Object, _ code: String) -> Object? {
      (line["issues"] as? [Object])?.first { $0["code"] as? String == code }
    }
    for (unit, rule) in [("XA-01", "R06"), ("XA-02", "RULE-R06")] {
      let line = try send(unit, "50000", rule)
      #expect(line["status"] as? String == "accepted" && issue(line, "RULE-UNUSED") == nil)
      #expect(issue(line, "RULE-R06")?["explained"] as? Bool == true)
    }
    #expect(try issue(send("XA-03", "5000000", "R06"), "RULE-UNUSED") != nil)
    let wrong = try send("XA-04", "50000", "r06")
    #expect(wrong["status"] as? String == "rejected" && issue(wrong, "XML-SCHEMA") == nil)
    let status = try #require(
      try Program.run(["status", "--period", "HK1/2026-2027", "--json", "--workspace", w]).json() as? Object)
    let rows = try #require(status["explanations"] as? [Object])
    #expect(rows.map { $0["unit"] as? String } == ["XA-01", "XA-02"])
    let report = try #require(
      try Program.run(["report", "semester", "HK1/2026-2027", "--workspace", w]).json() as? Object)
    #expect((report["explanations"] as? [Object])?.count == 2)
    // A report that is refused after the due day is told to come again, not that it counts.
    let late = try send("SO-THPT-001", "5000000", "R06", "2027-02-10")
    #expect(late["status"] as? String == "rejected")
    #expect((issue(late, "PERIOD-LATE")?["message"] as? String)?.contains("vẫn được tính") == false)
    let page = folder.files(below: "w/outbox/SO-THPT-001").first { $0.hasSuffix(".html") }
    let text = String(decoding: try folder.data("w/outbox/SO-THPT-001/" + (try #require(page))), as: UTF8.self)
    #expect(text.contains("nộp lại trọn bộ ngay (hạn 01/02/2027 đã qua)"))
  }

  private static let w = DemoTests.folder.path + "/demo"

  /// What the status says beside the figures: entered afterwards, nothing arose, a warning explained.
  @Test func theStatusSaysWhy() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
    let bundle = CommandTests.samples + "/bundles/2027-02-03/thpt007-hk1.zip"
    let entered = try Program.run([
      "ingest", bundle, "--received-at", "2027-01-30T16:00:00+07:00", "--reason", "Gửi qua thư điện tử", "--workspace",
      w,
      "--now", "2027-02-03T08:00:00+07:00",
    ])
    #expect(entered.status == 0, "\(entered.remarks)")
    let future = try Program.run([
      "ingest", bundle, "--received-at", "2027-02-03T08:00:01+07:00", "--reason", "Gửi qua thư điện tử", "--workspace",
      w, "--now", "2027-02-03T08:00:00+07:00",
    ])
    #expect(future.status == 64)
    let early = try Program.run(
      ["status", "--period", "HK1/2026-2027", "--workspace", w, "--now", "2027-02-01T08:00:00+07:00"])
    #expect(early.text.contains("chưa đến hạn 13;") && !early.text.contains("chưa gửi 13"))
    let asked = ["status", "--period", "HK1/2026-2027", "--workspace", w, "--now", "2027-02-04T08:00:00+07:00"]
    let status = try #require(try Program.run(asked + ["--json"]).json() as? Object)
    let unit = try #require((status["units"] as? [Object])?.first { $0["unit"] as? String == "SO-THPT-007" })
    #expect(unit["status"] as? String == "onTime")
    let late = try #require((status["lateEntries"] as? [Object])?.first)
    #expect(late["reason"] as? String == "Gửi qua thư điện tử")
    #expect(late["receivedAt"] as? String == "2027-01-30T16:00:00+07:00")
    #expect(try Program.run(asked).text.contains("nhập sau: Gửi qua thư điện tử"))
    #expect(try Program.run(asked + ["--csv"]).text.contains("Gửi qua thư điện tử"))

    // A period that ended before the plan applies is owed by nobody.
    let old = try #require(
      try Program.run(["status", "--period", "HK1/2024-2025", "--json", "--workspace", w]).json() as? Object)
    #expect((old["units"] as? [Object])?.contains { $0["obligation"] as? String == "required" } == false)

    let year = try Program.run(["status", "--period", "NAM/2026-2027", "--json", "--workspace", Self.w])
    let explained = try #require((try year.json() as? Object)?["explanations"] as? [Object])
    #expect(explained.map { $0["unit"] as? String } == ["SO-THPT-004"])
    #expect(explained[0]["rule"] as? String == "R07")
    let page = DemoTests.folder.files(below: "demo/outbox/SO-THPT-004").first {
      $0.hasPrefix("thpt004-nam.zip") && $0.hasSuffix(".html")
    }
    let receipt = try DemoTests.folder.data("demo/outbox/SO-THPT-004/" + (try #require(page)))
    #expect(String(decoding: receipt, as: UTF8.self).contains("đơn vị giải trình: «Học kỳ I đã tính cả học sinh"))
    #expect((try DemoTests.report()["explanations"] as? [Object])?.count == 1)
  }
}
