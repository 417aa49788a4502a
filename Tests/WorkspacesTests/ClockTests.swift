import Foundation
import TestSupport
import Testing

/// Time never runs back in the record (<doc:commands#Clock>).
@Suite struct ClockTests {
  /// The moment of the last entry of a desk, and the second before.
  private static let (last, before) = ("2027-02-02T08:00:00+07:00", "2027-02-02T07:59:59+07:00")

  private static let writers: [[String]] = [
    ["ingest"], ["withdraw", "\(Desk.second)", "--reason", "gửi nhầm"], ["settings", "apply"],
    ["request", "open", "CD-01", "--title", "x", "--from", "2027-01-01", "--to", "2027-01-31", "--due", "2027-02-10"],
    ["request", "close", "CD-00"], ["regime", "import", Folder.root + "/Schemas/plans/LD-NQ57/regime.xml"],
    ["units", "import", Folder.root + "/Samples/LD-NQ57/units.csv"], ["watch"],
    ["report", "issue", "x-n1", "--number", "1", "--date", "2027-02-03", "--signer", "A"],
  ]

  @Test func aNamedPresentBeforeTheLastEntryIsRefused() throws {
    let desk = try Desk()
    for writer in Self.writers {
      let outcome = try desk.run(writer, now: Self.before)
      #expect(outcome.status == 64 && outcome.remarks.contains(Self.last), "\(writer): \(outcome.remarks)")
      #expect(outcome.lines.count == 1 && outcome.remarks.contains("--received-at"), "\(outcome.remarks)")
    }
    let environment = try Program.run(
      ["settings", "apply", "--workspace", desk.w], environment: ["TONGHOP_NOW": Self.before])
    #expect(environment.status == 64)
    #expect(try desk.sql("SELECT max(sequence) FROM entry") == "\(Desk.end)")
    // Who only reads may look from any day.
    #expect(try desk.run(["status"], now: Self.before).status == 0)
    #expect(try desk.run(["settings", "apply"], now: Self.last).status == 0)
  }

  @Test func backdatingIsByReceivedAtAndIsShown() throws {
    let desk = try Desk()
    let file = try desk.bundle("TR-00012")
    let when = "2027-01-25T09:00:00+07:00"
    let taken = try desk.run(["ingest", file, "--json", "--received-at", when, "--reason", "mạng hỏng"])
    let receipt = try #require((try taken.json() as? [Object])?.first)
    #expect(receipt["receivedAt"] as? String == when && receipt["lateReason"] as? String == "mạng hỏng")
    #expect(try desk.answer(["status", "--period", Desk.period]).contains("mạng hỏng"))
    let page = try #require(
      desk.folder.files(below: "w/outbox").first { $0.contains("TR-00012-2") && $0.hasSuffix("html") })
    #expect(String(decoding: try desk.folder.data("w/outbox/" + page), as: UTF8.self).contains("mạng hỏng"))
    let entry = try desk.sql("SELECT line FROM entry WHERE kind = 'delivery' ORDER BY sequence DESC LIMIT 1")
    #expect(entry.contains(#""recordedAt":"2027-02-10T09:00:00+07:00""#), "\(entry)")
  }

  /// A machine whose clock is behind goes on, dates by the record, and says so once; receipts carry the same time as entries.
  @Test func aClockThatIsBehindIsTold() throws {
    let desk = try Desk()
    let future = "2199-01-01T08:00:00+07:00"
    #expect(try desk.run(["withdraw", "\(Desk.second)", "--reason", "x"], now: future).status == 0)
    let taken = try Program.run([
      "ingest", try desk.bundle("TR-00012"), "--json", "--workspace", desk.w, "--lang", "en",
    ])
    #expect(
      taken.lines.count == 1 && taken.remarks.contains("is behind the last entry (\(future))"), "\(taken.remarks)")
    let receipt = try #require((try taken.json() as? [Object])?.first)
    #expect(receipt["receivedAt"] as? String == future)
    let times = try desk.sql(
      "SELECT DISTINCT json_extract(line, '$.recordedAt') FROM entry ORDER BY sequence DESC LIMIT 1")
    #expect(times == future)
  }

  /// A clock that is set by a minute or two is nothing to speak of.
  @Test func aClockThatIsHardlyBehindIsNot() throws {
    let desk = try Desk()
    let soon = Date().addingTimeInterval(120).ISO8601Format()
    guard soon > "2027-02-03" else { return }
    #expect(try desk.run(["withdraw", "\(Desk.second)", "--reason", "x"], now: soon).status == 0)
    let taken = try Program.run(["settings", "apply", "--workspace", desk.w, "--lang", "en"])
    #expect(taken.status == 0 && taken.lines.count == 1, "\(taken.remarks)")
  }
}
