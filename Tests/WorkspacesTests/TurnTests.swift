import Foundation
import TestSupport
import Testing

/// `watch` lends the workspace to whoever waits for it (<doc:commands#Writers>).
@Suite(.serialized) struct TurnTests {
  /// A watch that looks at once, on a workspace of its own.
  private func watching() throws -> (desk: Desk, watch: Watching) {
    let desk = try Desk()
    try desk.folder.write("w/tonghop.json", #"{"service":{"quietSeconds":0}}"#)
    let watch = try Watching(desk)
    #expect(watch.wait { $0.contains("workspace") }, "\(watch.said)")
    return (desk, watch)
  }

  private func drop(_ unit: String, _ desk: Desk, as name: String) throws {
    try FileManager.default.copyItem(atPath: desk.bundle(unit), toPath: desk.w + "/inbox/\(name).part")
    try FileManager.default.moveItem(atPath: desk.w + "/inbox/\(name).part", toPath: desk.w + "/inbox/\(name)")
  }

  private static func request(_ code: String) -> [String] {
    ["request", "open", code, "--title", "x", "--from", "2027-01-01", "--to", "2027-01-31", "--due", "2027-02-10"]
  }

  @Test func whoWaitsIsLetInAndTheWatchGoesOnByTheNewRecord() throws {
    let (desk, watch) = try watching()
    try drop("TR-00012", desk, as: "truoc.zip")
    #expect(watch.wait { $0.contains("truoc.zip") })
    let opened = try desk.run(Self.request("CD-01"))
    #expect(opened.status == 0, "\(opened.remarks)")
    let who = "watch (process \(watch.process.processIdentifier), since 2027-02-10T09:00:00+07:00)"
    #expect(opened.lines.first?.hasPrefix("\(who) is writing to the workspace; waiting") == true, "\(opened.remarks)")
    // What was recorded meanwhile is what the watch goes by.
    try desk.folder.write(
      "w/tonghop.json", #"{"office":{"requireUnitFolder":true},"service":{"quietSeconds":0}}"#)
    #expect(try desk.run(["settings", "apply"]).status == 0)
    try drop("TR-00013", desk, as: "sau.zip")
    #expect(
      watch.wait { $0.split(separator: "\n").contains { $0.contains("sau.zip") && $0.contains("rejected") } },
      "\(watch.said)")
    // Once for each, or once for both where the second came before the first turn was over.
    let turns = watch.said.split(separator: "\n").count { $0.contains("gave way") || $0.contains("Nhường") }
    #expect((1...2).contains(turns))
    #expect(watch.stop() == 0)
    #expect(try desk.run(["doctor"]).status == 0)
    #expect(try desk.answer(["request", "list"]).contains("CD-01"))
  }

  @Test func allWhoWaitHaveTheirTurn() throws {
    let (desk, watch) = try watching()
    let runs = try (1...4).map { number in
      let process = Process()
      process.executableURL = URL(filePath: Program.executable)
      process.arguments =
        Self.request("CD-0\(number)") + [
          "--workspace", desk.w, "--now", "2027-02-10T09:00:00+07:00", "--operator", "vp0\(number)",
        ]
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    for run in runs { run.waitUntilExit() }
    #expect(runs.map(\.terminationStatus) == [0, 0, 0, 0])
    try drop("TR-00012", desk, as: "sau.zip")
    #expect(watch.wait { $0.contains("sau.zip") }, "\(watch.said)")
    #expect(watch.stop() == 0)
    let list = try desk.answer(["request", "list"])
    for number in 1...4 { #expect(list.contains("CD-0\(number)")) }
  }

  @Test func whoDoesNotWaitIsToldWhoHoldsIt() throws {
    let (desk, watch) = try watching()
    for writer in [["ingest"], ["settings", "apply", "--wait", "0"], ["withdraw", "5", "--reason", "x"]] {
      let outcome = try desk.run(writer)
      #expect(outcome.status == 75 && outcome.lines.count == 1, "\(writer): \(outcome.remarks)")
      #expect(
        outcome.remarks.hasPrefix("watch (process \(watch.process.processIdentifier), since "), "\(outcome.remarks)")
    }
    #expect(try desk.answer(["doctor"]).contains("watch (process \(watch.process.processIdentifier)"))
    #expect(try desk.run(["ingest", "--wait", "20"]).status == 0)
    #expect(watch.stop() == 0)
    #expect(try desk.run(["settings", "apply", "--wait", "-1"]).status == 64)
  }

  /// Another writer than watch does not lend; one that says nothing is another process.
  @Test func theWaitEnds() throws {
    let desk = try Desk()
    let start = Date()
    let outcome = try Program.run(
      "/usr/bin/env",
      ["flock", desk.w + "/.lock", Program.executable, "settings", "apply", "--workspace", desk.w, "--lang", "en"]
        + ["--wait", "1", "--now", "2027-02-10T09:00:00+07:00"])
    #expect(outcome.status == 75 && outcome.lines.count == 2, "\(outcome.remarks)")
    #expect(outcome.lines.last?.hasPrefix("Another process is writing to") == true)
    #expect((1..<10).contains(Date().timeIntervalSince(start)))
  }

  /// Somebody who was stopped while waiting stops nobody's reports.
  @Test func whoWaitsAndDoesNotComeIsPassedOver() throws {
    let (desk, watch) = try watching()
    let stopped = Process()
    stopped.executableURL = URL(filePath: "/usr/bin/env")
    stopped.arguments = ["flock", "-s", desk.w + "/.waiting", "sleep", "60"]
    try stopped.run()
    defer { stopped.terminate() }
    #expect(watch.wait { $0.contains("Nhường") }, "\(watch.said)")
    try drop("TR-00012", desk, as: "sau.zip")
    #expect(watch.wait { $0.contains("sau.zip") }, "\(watch.said)")
    #expect(watch.stop() == 0)
  }
}
