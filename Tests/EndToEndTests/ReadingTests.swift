import Foundation
import TestSupport
import Testing

/// Reading needs no right but to read, and changes nothing (<doc:record#Reading>).
@Suite struct ReadingTests {
  /// The workspace on a medium that cannot be written: for root, who may write anyway, as another account.
  private func asReader(_ w: String, _ arguments: [String]) throws -> Program.Outcome {
    let change = try Program.run("/usr/bin/env", ["chmod", "-R", "a-w,a+rX", w])
    #expect(change.status == 0, "\(change.remarks)")
    defer { _ = try? Program.run("/usr/bin/env", ["chmod", "-R", "u+w", w]) }
    let command = [Program.executable] + arguments + ["--workspace", w]
    // Nobody outside the workspace's group reads anything of it.
    let other = geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--groups=\(getegid())"] : []
    return try Program.run(
      "/usr/bin/env", other + command,
      environment: ["TONGHOP_NOW": "2027-02-04T08:00:00+07:00", "TONGHOP_LANG": "en"])
  }

  private static let reading = LookedAt.allCases.filter { $0 != .ingest }

  @Test func anotherAccountReadsAClosedWorkspace() throws {
    let copy = try TamperedCopy()
    let before = try copy.files()
    for command in Self.reading {
      let outcome = try asReader(copy.w, command.arguments)
      #expect(outcome.status == TamperedCopy.sound[command]?.status, "\(outcome.remarks)")
      #expect(outcome.output == TamperedCopy.sound[command]?.output, "\(command)")
    }
    #expect(try copy.files() == before)
  }

  /// A writer that was killed leaves its rows in the log; without shared memory they are read from a copy of both.
  @Test(arguments: [true, false]) func anotherAccountReadsALogThatWasLeft(_ hasSharedMemory: Bool) throws {
    let copy = try TamperedCopy()
    let names = try copy.tamper(
      """
      c = sqlite3.connect(path, isolation_level=None)
      c.execute('PRAGMA wal_autocheckpoint = 0')
      c.execute("INSERT INTO entry VALUES (?, 'settings', NULL, NULL, NULL, '{}', zeroblob(32))", (last + 1,))
      print(f'entry {last + 1}', flush=True)
      os.kill(os.getpid(), 9)
      """, killed: true)
    let log = copy.w + "/ledger.sqlite-wal"
    try #require((try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int ?? 0) > 0)
    if !hasSharedMemory { try FileManager.default.removeItem(atPath: copy.w + "/ledger.sqlite-shm") }
    let before = try copy.files()
    for command in Self.reading {
      let outcome = try asReader(copy.w, command.arguments)
      // That the row of no sense is seen shows that the log was read.
      #expect(outcome.status == 74 && outcome.output.isEmpty, "\(command)")
      #expect(names.count == 1 && outcome.remarks.contains(names[0] + ":"), "\(outcome.remarks)")
    }
    #expect(try copy.files() == before)
  }

  @Test func aHeadThatMayNotBeReadIsSaid() throws {
    let copy = try TamperedCopy()
    let change = try Program.run("/usr/bin/env", ["chmod", "a-r", copy.w + "/keys/head"])
    #expect(change.status == 0)
    // Nobody outside the workspace's group reads anything of it.
    let other = geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--groups=\(getegid())"] : []
    let outcome = try Program.run(
      "/usr/bin/env",
      other + [Program.executable] + LookedAt.status.arguments + ["--workspace", copy.w],
      environment: ["TONGHOP_NOW": "2027-02-04T08:00:00+07:00", "TONGHOP_LANG": "en"])
    #expect(outcome.status == 0 && outcome.output == TamperedCopy.sound[.status]?.output)
    #expect(outcome.remarks.contains("keys/head cannot be read"))
  }
}
