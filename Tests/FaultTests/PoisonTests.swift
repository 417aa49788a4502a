import Foundation
import TestSupport
import Testing

/// A month's bundles with a few among them that nobody can read: each is accounted for, and none of them stops the others.
@Suite(.serialized) struct PoisonTests {
  private static let poison = "doc-hai.zip"
  private static let long = String(repeating: "Báo cáo kết quả truyền thông học kỳ I ", count: 4) + "lần 2.zip"

  private let scene: FaultScene

  init() throws {
    scene = try FaultScene([
      (from: "2027-01-20/thpt001-hk1.zip", to: "SO-THPT-001/hk1.zip"), (from: "", to: "hong.zip"),
    ])
  }

  private func ingest(_ name: String, poisoned: Bool) throws -> Program.Outcome {
    let variables = [
      "LD_PRELOAD": scene.path + "/fault.so", "FAULT_POISON": Self.poison, "SWIFT_BACKTRACE": "enable=no",
    ]
    return try scene.tonghop(
      ["ingest", "--operator", "thử", "--json", "--workspace", scene.path + "/" + name], poisoned ? variables : [:])
  }

  private func drop(_ name: String, into w: String, from: String = "2027-01-22/thpt004-hk1.zip") throws {
    try FileManager.default.copyItem(
      atPath: FaultScene.samples + "/bundles/" + from, toPath: w + "/inbox/" + name)
  }

  private func receipts(_ outcome: Program.Outcome) throws -> [String: String] {
    let all = try #require(try outcome.json() as? [Object])
    return Dictionary(
      all.map { ($0["file"] as? String ?? "", $0["status"] as? String ?? "") }, uniquingKeysWith: { $1 })
  }

  /// What ends the process whenever it is read is tried three times and then set aside; the others are in before.
  @Test func afterThreeTriesItIsSetAside() throws {
    let w = try scene.workspace("w")
    try drop(Self.poison, into: w)
    #expect(try ingest("w", poisoned: true).isKilled)
    let doctor = try scene.tonghop(["doctor", "--workspace", w])
    #expect(doctor.text.contains(Self.poison) && doctor.text.contains("đã thử 1 lần"))
    #expect(try ingest("w", poisoned: true).isKilled)
    try drop("sau.zip", into: w)
    #expect(try ingest("w", poisoned: true).isKilled)
    // What was claimed beside it is in by now: it was tried less often, and so it was read before.
    let outbox = try #require(FileManager.default.enumerator(atPath: w + "/outbox")?.allObjects as? [String])
    for name in ["hk1.zip", "hong.zip"] {
      #expect(outbox.contains { $0.contains("/\(name).BN-") && $0.hasSuffix(".html") }, "\(name): \(outbox)")
    }
    let last = try receipts(ingest("w", poisoned: false))
    #expect(last == [Self.poison: "quarantined", "sau.zip": "rejected"])
    let told = try scene.tonghop(["doctor", "--workspace", w])
    #expect(told.status == 0 && told.text.contains("Để riêng, không đọc: \(Self.poison)"))
    for name in [Self.poison, "sau.zip"] {
      try drop(name, into: w)
      try FileManager.default.moveItem(atPath: w + "/inbox/" + name, toPath: scene.dropped + "/" + name)
    }
    try scene.expectSound(["w"])
    let entry = try Program.run("/usr/bin/env", ["sqlite3", w + "/ledger.sqlite", "SELECT line FROM entry"]).text
      .split(separator: "\n").first { $0.contains(Self.poison) }
    #expect(entry?.contains(#""setAside":3"#) == true)
  }

  /// A full disk is no fault of the files, however often they meet it.
  @Test func faultsOfTheDiskCountForNobody() throws {
    let w = try scene.workspace("w")
    let middle = try scene.calls() / 2
    for _ in 0..<5 {
      let fault = Fault(at: middle, what: "28", count: 2)
      let failed = try scene.ingest("w", fault)
      #expect([0, 1, 73, 74].contains(failed.status) && !failed.isKilled, "\(failed.said)")
    }
    #expect([0, 1].contains(try scene.ingest("w").status))
    #expect(!FileManager.default.fileExists(atPath: w + "/.claimed"))
    try scene.expectSound(["w"])
  }

  /// Two hundred of a month, a long-named, a poisonous, a sparse and a half-written one among them, while the process is killed and
  /// started again.
  @Test(arguments: ["ingest", "watch"])
  func aMonthIsAccountedFor(_ verb: String) throws {
    let made = scene.path + "/made"
    let outcome = try scene.tonghop(
      ["generate", "--units", "200", "--activities", "3", "--seed", "7", "--faults", "10", "--out", made])
    #expect(outcome.status == 0, "\(outcome.said)")
    let w = scene.path + "/thang"
    #expect(try scene.tonghop(["init", w, "--units", made + "/units.csv", "--operator", "thử"]).status == 0)
    try #"{"service": {"quietSeconds": 0}}"#.write(toFile: w + "/tonghop.json", atomically: true, encoding: .utf8)
    var names = try FileManager.default.contentsOfDirectory(atPath: made).filter { $0.hasSuffix(".zip") }.sorted()
    #expect(names.count == 200)
    for name in names { try FileManager.default.copyItem(atPath: made + "/" + name, toPath: w + "/inbox/" + name) }
    for name in [Self.long, Self.poison] { try drop(name, into: w) }
    names += [Self.long, Self.poison, "thua.zip"]
    _ = FileManager.default.createFile(atPath: w + "/inbox/thua.zip", contents: nil)
    try #require(unsafe truncate(w + "/inbox/thua.zip", 10 << 30) == 0)
    let half = try Data(contentsOf: URL(filePath: made + "/" + names[0])).dropLast(40)
    try half.write(to: URL(filePath: w + "/inbox/nua.zip"))
    let poisoned = [
      "LD_PRELOAD": scene.path + "/fault.so", "FAULT_POISON": Self.poison, "SWIFT_BACKTRACE": "enable=no",
    ]
    // Three times the poison ends it, or somebody does; then nothing does any more.
    for round in 0..<4 {
      let arguments = [verb, "--operator", "thử", "--workspace", w]
      guard verb == "watch" else {
        _ = try scene.tonghop(arguments, round < 3 ? poisoned : [:])
        continue
      }
      let process = Process()
      process.executableURL = URL(filePath: scene.program)
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["TONGHOP_NOW": FaultScene.now].merging(round < 3 ? poisoned : [:]) { $1 }
      ) { $1 }
      process.standardError = FileHandle.nullDevice
      try process.run()
      for _ in 0..<600 where process.isRunning {
        usleep(50_000)
        let left = try FileManager.default.contentsOfDirectory(atPath: w + "/inbox")
        if left.filter({ $0.hasSuffix(".zip") }) == ["nua.zip"],
          !FileManager.default.fileExists(atPath: w + "/.claimed")
        {
          break
        }
      }
      if process.isRunning { process.terminate() }
      process.waitUntilExit()
    }
    let lines = try Program.run(
      "/usr/bin/env", ["sqlite3", w + "/ledger.sqlite", "SELECT json FROM receipt ORDER BY number"]
    ).text.split(separator: "\n")
    var status: [String: [String]] = [:]
    for line in lines {
      let receipt = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? Object)
      status[receipt["file"] as? String ?? "", default: []].append(receipt["status"] as? String ?? "")
    }
    #expect(Set(status.keys) == Set(names), "\(Set(names).symmetricDifference(status.keys))")
    #expect(status.values.allSatisfy { $0.count == 1 })
    #expect(status[Self.poison] == ["quarantined"] && status["thua.zip"] == ["quarantined"])
    #expect(status[Self.long] == ["rejected"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: w + "/inbox").filter { $0.hasSuffix(".zip") } == ["nua.zip"])
    let pages = try #require(FileManager.default.enumerator(atPath: w + "/outbox")?.allObjects as? [String])
    #expect(pages.count { $0.hasSuffix(".html") } == names.count)
    #expect(try scene.tonghop(["doctor", "--workspace", w]).status == 0)
  }
}
