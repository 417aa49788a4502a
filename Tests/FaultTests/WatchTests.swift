import Foundation
import TestSupport
import Testing

/// `watch` beside people who copy files, and beside a disk that fails for a while.
@Suite(.serialized) struct WatchTests {
  /// A watch that runs until it is stopped or killed.
  private final class Watch: @unchecked Sendable {
    let process = Process()
    let log: String

    init(_ scene: FaultScene, _ name: String, _ fault: Fault? = nil) throws {
      log = scene.path + "/log-\(name)-\(UUID().uuidString)"
      _ = FileManager.default.createFile(atPath: log, contents: nil)
      process.executableURL = URL(filePath: scene.program)
      process.arguments = [
        "watch", "--log-format", "json", "--operator", "thử", "--workspace", scene.path + "/" + name,
      ]
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["TONGHOP_NOW": FaultScene.now].merging(
          fault.map {
            [
              "LD_PRELOAD": scene.path + "/fault.so", "FAULT_BELOW": scene.path + "/" + name, "FAULT_AT": "\($0.at)",
              "FAULT_DO": $0.what, "FAULT_FOR": "\($0.count)",
            ]
          } ?? [:]
        ) { $1 }
      ) { $1 }
      process.standardError = FileHandle(forWritingAtPath: log)
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }

    deinit {
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var lines: [[String: String]] {
      let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").compactMap {
        try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String]
      }
    }

    var receipts: [String] { lines.compactMap { $0["receipt"] } }

    /// Waits until something holds; gives up after twenty seconds.
    func wait(_ condition: () throws -> Bool) rethrows -> Bool {
      for _ in 0..<400 {
        if try condition() { return true }
        usleep(50_000)
      }
      return false
    }

    /// Stops it as a service manager does, and gives its status and the seconds that took.
    func stop() -> (status: Int32, seconds: Double) {
      let start = Date()
      process.terminate()
      process.waitUntilExit()
      return (process.terminationStatus, Date().timeIntervalSince(start))
    }
  }

  private func scene() throws -> FaultScene { try FaultScene(IngestFaultTests.bundles) }

  @Test func whatArrivesIsTakenAndTheSignalEndsIt() throws {
    let scene = try scene()
    let w = try scene.workspace("w")
    let watch = try Watch(scene, "w")
    #expect(watch.wait { watch.receipts.count == 3 })
    #expect(try scene.tonghop(["ingest", "--workspace", w]).status == 75)
    for reader in [["status"], ["query", "--from", "2026-08-01", "--to", "2027-07-31"], ["doctor"]] {
      #expect(try scene.tonghop(reader + ["--workspace", w]).status == 0, "\(reader)")
    }
    let end = watch.stop()
    #expect(end.status == 0 && end.seconds < 5)
    try scene.expectSound(["w"])
  }

  @Test func slowAndInterleavedWritersAreWaitedFor() throws {
    let scene = try scene()
    let w = try scene.workspace("w")
    try #"{"service": {"quietSeconds": 1}}"#.write(toFile: w + "/tonghop.json", atomically: true, encoding: .utf8)
    let source = try Data(contentsOf: URL(filePath: scene.dropped + "/loi.zip"))
    let names = ["cham-1.zip", "cham-2.zip"]
    let watch = try Watch(scene, "w")
    for name in names { _ = FileManager.default.createFile(atPath: w + "/inbox/" + name, contents: nil) }
    let writers = try names.map { try FileHandle(forWritingTo: URL(filePath: w + "/inbox/" + $0)) }
    try source.write(to: URL(filePath: w + "/inbox/xong.zip.part"))
    for start in stride(from: 0, to: source.count, by: source.count / 6 + 1) {
      for writer in writers { writer.write(source[start..<min(start + source.count / 6 + 1, source.count)]) }
      usleep(400_000)
    }
    try FileManager.default.moveItem(atPath: w + "/inbox/xong.zip.part", toPath: w + "/inbox/xong.zip")
    #expect(watch.wait { watch.receipts.count == 6 })
    for name in names + ["xong.zip"] {
      let statuses = watch.lines.filter { $0["file"] == name }.compactMap { $0["status"] }
      #expect(statuses == ["rejected"], "\(name): \(statuses)")
      try FileManager.default.copyItem(atPath: scene.dropped + "/loi.zip", toPath: scene.dropped + "/" + name)
    }
    _ = watch.stop()
    try scene.expectSound(["w"])
  }

  @Test func markersLinksFoldersAndBrokenCopies() throws {
    let scene = try scene()
    let w = try scene.workspace("w")
    try #"{"service": {"quietSeconds": 600, "patienceSeconds": 1200}}"#.write(
      toFile: w + "/tonghop.json", atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: w + "/inbox/lien-ket.zip", withDestinationPath: "/etc/passwd")
    let watch = try Watch(scene, "w")
    #expect(watch.wait { watch.lines.contains { $0["path"]?.hasSuffix("lien-ket.zip") == true } })
    try Data().write(to: URL(filePath: w + "/inbox/loi.zip.done"))
    #expect(watch.wait { watch.receipts.count == 1 })
    try FileManager.default.createDirectory(atPath: w + "/inbox/SO-THPT-009", withIntermediateDirectories: true)
    try FileManager.default.removeItem(atPath: w + "/inbox/SO-THPT-009")
    usleep(400_000)
    #expect(watch.receipts.count == 1 && watch.process.isRunning)
    let inbox = Set(try FileManager.default.contentsOfDirectory(atPath: w + "/inbox"))
    #expect(inbox == ["kiem-tra", "SO-THPT-001", "hong.zip", "lien-ket.zip"])
    let status = try scene.tonghop(["status", "--workspace", w])
    #expect(status.text.contains("lien-ket.zip"))
    #expect(watch.stop().status == 0)
  }

  /// It is left alone for an hour and told meanwhile (spec 4: `patienceSeconds` says only when it is told); that it is judged then
  /// is held by the tests of the tracker, on a clock that they turn.
  @Test func aCopyThatNeverEndsIsToldAndLeft() throws {
    let scene = try scene()
    let w = try scene.workspace("w")
    let cut = try Data(contentsOf: URL(filePath: scene.dropped + "/loi.zip")).dropLast(100)
    try cut.write(to: URL(filePath: w + "/inbox/dut.zip"))
    let watch = try Watch(scene, "w")
    #expect(watch.wait { watch.lines.contains { $0["path"]?.hasSuffix("/dut.zip") == true } })
    #expect(watch.wait { watch.receipts.count == 3 })
    _ = watch.stop()
    let named = try scene.tonghop(["ingest", w + "/inbox/dut.zip", "--json", "--workspace", w])
    #expect(((try named.json() as? [Object])?.first)?["status"] as? String == "quarantined")
    try cut.write(to: URL(filePath: scene.dropped + "/dut.zip"))
    try scene.expectSound(["w"])
  }

  /// A disk that is full, then is not: told once, tried again with pauses, and nobody is refused for it.
  @Test(arguments: [28, 5])
  func aFaultThatGoesAwayIsToldOnce(_ error: Int) throws {
    let scene = try scene()
    for at in [32, 54, 75] {
      let name = "w-\(error)-\(at)"
      try scene.workspace(name)
      let watch = try Watch(scene, name, Fault(at: at, what: "\(error)", count: 4))
      #expect(watch.wait { Set(watch.receipts).count == 3 }, "\(name): \(watch.lines)")
      #expect(watch.stop().status == 0)
      let told = watch.lines.filter { $0["level"] == "warning" }
      #expect(!told.isEmpty && told.count <= 4, "\(name): \(told)")
      try scene.expectSound([name])
    }
  }

  /// Killed at any moment while files come in, and started again, until all are in.
  @Test func killedAgainAndAgain() throws {
    let scene = try scene()
    let w = try scene.workspace("w")
    let days = ["2027-01-20", "2027-01-21", "2027-01-22", "2027-06-10"].map { FaultScene.samples + "/bundles/" + $0 }
    let more = try days.flatMap { day in
      try FileManager.default.contentsOfDirectory(atPath: day).filter { $0.hasSuffix(".zip") }.sorted().map {
        (from: day + "/" + $0, name: (day as NSString).lastPathComponent + "-" + $0)
      }
    }
    #expect(more.count >= 8)
    var pauses = (1...).lazy.map { UInt32(($0 * 7919) % 60_000) }.makeIterator()
    for round in 0..<40 {
      let watch = try Watch(scene, "w")
      if round < more.count {
        for place in [scene.dropped, w + "/inbox"] {
          try FileManager.default.copyItem(atPath: more[round].from, toPath: place + "/" + more[round].name)
        }
      }
      usleep(20_000 + (pauses.next() ?? 0))
      kill(watch.process.processIdentifier, SIGKILL)
      watch.process.waitUntilExit()
    }
    #expect([0, 1].contains(try scene.ingest("w").status))
    try scene.expectSound(["w"])
  }
}
