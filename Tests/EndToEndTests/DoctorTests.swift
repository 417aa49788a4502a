import Foundation
import TestSupport
import Testing

/// `doctor` on a sound workspace, and on ones that are not.
@Suite struct DoctorTests {
  private func workspace() throws -> (folder: Folder, path: String) {
    let folder = try Folder()
    let made = try Program.run(["init", folder.path + "/w", "--units", CommandTests.samples + "/units.csv"])
    #expect(made.status == 0, "\(made.remarks)")
    return (folder, folder.path + "/w")
  }

  private func outcomes(_ w: String, status: Int32) throws -> [String: String] {
    let outcome = try Program.run(["doctor", "--json", "--workspace", w])
    #expect(outcome.status == status, "\(outcome.text)")
    let probes = try #require(try outcome.json() as? [Object])
    return Dictionary(
      probes.map { ($0["probe"] as? String ?? "", $0["outcome"] as? String ?? "") }, uniquingKeysWith: { $1 })
  }

  @Test func aSoundWorkspace() throws {
    let (folder, w) = try workspace()
    // Every unit has its folder there from the beginning.
    let before = folder.files(below: "w/inbox")
    let found = try outcomes(w, status: 0)
    #expect(!found.values.contains("bad"))
    for probe in [
      "registry", "ledger", "lock", "space", "inbox", "events", "rename", "times", "names", "clock", "units", "rights",
    ] {
      #expect(found[probe] != nil, "\(probe)")
    }
    #expect(folder.files(below: "w/inbox") == before && before.contains("kiem-tra") && found["rights"] == "good")
  }

  @Test func aLockedWorkspaceCanStillBeLookedAt() throws {
    let (folder, w) = try workspace()
    defer { _ = folder }
    let outcome = try Program.run(
      "/usr/bin/env", ["flock", w + "/.lock", Program.executable, "doctor", "--lang", "en", "--workspace", w])
    #expect(outcome.status == 0 && outcome.text.contains("fair: Another process is writing"))
  }

  @Test func anInboxThatIsNoFolder() throws {
    let (folder, w) = try workspace()
    defer { _ = folder }
    try FileManager.default.removeItem(atPath: w + "/inbox")
    try Data().write(to: URL(filePath: w + "/inbox"))
    #expect(try outcomes(w, status: 1)["inbox"] == "bad")
  }

  @Test func aLedgerThatWasChanged() throws {
    let (folder, w) = try workspace()
    defer { _ = folder }
    let script = """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1])
      c.execute('DROP TRIGGER entryStays')
      c.execute("UPDATE entry SET kind = 'closing' WHERE sequence = 2")
      c.commit()
      """
    #expect(try Program.run("/usr/bin/python3", ["-c", script, w + "/ledger.sqlite"]).status == 0)
    #expect(try outcomes(w, status: 1)["ledger"] == "bad")
  }

  /// The unit for systemd is one that systemd understands, and starts what there is.
  @Test func theServiceIsWellFormed() throws {
    let text = try String(contentsOfFile: Program.root + "/Samples/deploy/tonghop.service", encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
    let words = line.dropFirst(10).split(separator: " ").map(String.init)
    #expect(words[0] == "/usr/local/bin/tonghop")
    let help = try Program.run([words[1], "--help"], environment: ["TONGHOP_LANG": "en"])
    for option in words.filter({ $0.hasPrefix("--") }) { #expect(help.text.contains(option), "\(option)") }
  }
}
