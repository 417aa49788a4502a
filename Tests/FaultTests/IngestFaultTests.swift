import Foundation
import TestSupport
import Testing

/// The program ended, or its disk failing, at every single change that it makes to a file.
@Suite(.serialized) struct IngestFaultTests {
  static let bundles = [
    (from: "2027-01-20/thpt001-hk1.zip", to: "SO-THPT-001/hk1.zip"),
    (from: "2027-01-22/thpt004-hk1.zip", to: "loi.zip"),
    (from: "", to: "hong.zip"),
  ]

  /// Runs rounds two at a time and gives their workspaces' names.
  private func rounds(_ faults: [Fault], _ body: @escaping @Sendable (String, Fault) throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, fault) in faults.enumerated() {
        if index >= 2 { try await group.next() }
        group.addTask { try body("w-\(fault.what)-\(fault.at)", fault) }
      }
      try await group.waitForAll()
    }
  }

  @Test(arguments: ["kill", "tear"])
  func endedAtAnyCallItIsFinishedByTheNextRun(_ how: String) async throws {
    let scene = try FaultScene(Self.bundles)
    let calls = try scene.calls()
    #expect(calls > 80)
    let faults = (1...calls).map { Fault(at: $0, what: how) }
    try await rounds(faults) { name, fault in
      try scene.workspace(name)
      let ended = try scene.ingest(name, fault)
      #expect(ended.isKilled && ended.status == 9, "\(name): \(ended.said)")
      let next = try scene.ingest(name)
      #expect([0, 1].contains(next.status), "\(name): \(next.said)")
    }
    try scene.expectSound(faults.map { "w-\($0.what)-\($0.at)" }, likeReference: true)
  }

  /// Ended once more while it finishes what was begun.
  @Test func endedTwiceItIsStillFinished() async throws {
    let scene = try FaultScene(Self.bundles)
    let calls = try scene.calls()
    // In the middle of the claims, after the commit, and among the receipts.
    let firsts = [calls / 3, calls / 2, calls * 2 / 3]
    var names: [String] = []
    for first in firsts {
      let faults = stride(from: 3, to: calls, by: 9).map { Fault(at: $0, what: "kill") }
      try await rounds(faults) { _, fault in
        let name = "w-\(first)-\(fault.at)"
        try scene.workspace(name)
        _ = try scene.ingest(name, Fault(at: first, what: "kill"))
        _ = try scene.ingest(name, fault)
        let last = try scene.ingest(name)
        #expect([0, 1].contains(last.status), "\(name): \(last.said)")
      }
      names += faults.map { "w-\(first)-\($0.at)" }
    }
    // Not in the order of the undisturbed run: what was being read when the second run ended is read after the others.
    try scene.expectSound(names)
  }

  /// A full disk and a broken one are no verdict: whatever fails, the files are taken in once it works again.
  @Test(arguments: [28, 5])
  func aDiskThatFailsRefusesNobody(_ error: Int) async throws {
    let scene = try FaultScene(Self.bundles)
    let faults = (1...(try scene.calls())).map { Fault(at: $0, what: "\(error)") }
    try await rounds(faults) { name, fault in
      try scene.workspace(name)
      let failed = try scene.ingest(name, fault)
      #expect(
        [0, 1, 73, 74, 75].contains(failed.status) && !failed.isKilled, "\(name): \(failed.status) \(failed.said)")
      let next = try scene.ingest(name)
      #expect([0, 1].contains(next.status), "\(name): \(next.said)")
    }
    try scene.expectSound(faults.map { "w-\($0.what)-\($0.at)" })
  }

  /// What the checks above rest on: they see a lost file, one that is taken twice, and a receipt that is not there.
  @Test func theCheckSeesWhatItIsFor() throws {
    let scene = try FaultScene(Self.bundles)
    try scene.expectSound(["reference"])

    try scene.workspace("lost")
    try FileManager.default.removeItem(atPath: scene.path + "/lost/inbox/loi.zip")
    _ = try scene.ingest("lost")
    #expect(try scene.violations(["lost"]).contains("loi.zip has 0 deliveries"))

    try scene.workspace("twice")
    _ = try scene.ingest("twice")
    try FileManager.default.copyItem(
      atPath: scene.dropped + "/loi.zip", toPath: scene.path + "/twice/inbox/loi.zip")
    _ = try scene.ingest("twice")
    #expect(try scene.violations(["twice"]).contains("loi.zip has 2 deliveries"))

    // Without its claim nobody knows that a receipt is owed: the guarantee is the claim's.
    try scene.workspace("claim")
    let calls = try scene.calls()
    var wasSeen = false
    for at in stride(from: calls / 2, to: calls, by: 4) where !wasSeen {
      let name = "claim-\(at)"
      try scene.workspace(name)
      _ = try scene.ingest(name, Fault(at: at, what: "kill"))
      try? FileManager.default.removeItem(atPath: scene.path + "/\(name)/.claimed")
      _ = try scene.ingest(name)
      wasSeen = try scene.violations([name]).contains("is not in the outbox")
    }
    #expect(wasSeen)
  }

  /// Entries are on the disk before a receipt says so, and receipts before the file is gone.
  @Test func theOrderOfDurability() throws {
    let scene = try FaultScene(Self.bundles)
    try scene.workspace("traced")
    let trace = scene.path + "/trace"
    _ = try scene.tonghop(
      ["ingest", "--workspace", scene.path + "/traced"],
      ["LD_PRELOAD": scene.path + "/fault.so", "FAULT_BELOW": scene.path + "/traced", "FAULT_TRACE": trace])
    let lines = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: " ").dropFirst().joined(separator: " ")
    }
    func first(_ start: String) throws -> Int { try #require(lines.firstIndex { $0.hasPrefix(start) }, "\(start)") }
    func last(_ start: String) throws -> Int { try #require(lines.lastIndex { $0.hasPrefix(start) }, "\(start)") }
    let stored = try last("rename /store/")
    let numbered = try last("rename /.claimed/")
    let synced = try first("syncfs /store")
    let receipt = try first("create /outbox/")
    let committed = try #require(lines[..<receipt].lastIndex { $0 == "fdatasync /ledger.sqlite-wal" })
    let written = try #require(lines[..<receipt].lastIndex { $0 == "write /ledger.sqlite-wal" })
    let told = try last("syncfs /outbox")
    let gone = try first("unlink /.claimed/")
    #expect(stored < synced && numbered < synced && synced < written && written < committed)
    #expect(committed < receipt && receipt < told && told < gone)
  }
}
