import Foundation
import TestSupport
import Testing

/// Whom a workspace is open to, whatever the umask (<doc:commands#Rights>).
@Suite struct RightsTests {
  /// Mode and group of everything below a folder, by path.
  private func rights(_ path: String) throws -> [String: (mode: Int, group: Int)] {
    let script =
      "import os,sys\nfor d,_,fs in os.walk(sys.argv[1]):\n for n in [d]+[d+'/'+f for f in fs]:\n  s=os.lstat(n); print(oct(s.st_mode&0o7777)[2:],s.st_gid,os.path.relpath(n,sys.argv[1]),sep='\\t')"
    let listed = try Program.run("/usr/bin/env", ["python3", "-c", script, path])
    var found: [String: (mode: Int, group: Int)] = [:]
    for line in listed.text.split(separator: "\n") {
      let cells = line.split(separator: "\t")
      found[String(cells[2])] = (try #require(Int(cells[0], radix: 8)), try #require(Int(cells[1])))
    }
    return found
  }

  private func own(_ path: String, _ owner: String, _ mode: String) throws {
    let done = try Program.run("/bin/sh", ["-c", "chown $1 \"$0\" && chmod $2 \"$0\"", path, owner, mode])
    #expect(done.status == 0, "\(done.remarks)")
  }

  private func under(_ umask: String, _ arguments: [String]) throws -> Program.Outcome {
    let run = "umask \(umask); exec \"$0\" \"$@\""
    return try Program.run("/bin/sh", ["-c", run, Program.executable] + arguments)
  }

  @Test(arguments: ["000", "022", "077"])
  func nothingIsOpenToOthers(_ umask: String) throws {
    let desk = try Desk()
    let (folder, w) = (desk.folder, desk.folder.path + "/u")
    let units = folder.path + "/units.csv"
    try FileManager.default.copyItem(atPath: Folder.root + "/Samples/LD-NQ57/units.csv", toPath: units)
    let made = try under(umask, ["init", w, "--units", units, "--now", "2027-01-02T08:00:00+07:00"])
    #expect(made.status == 0, "\(made.remarks)")
    try folder.write("u/inbox/SO-THPT-001/rar.zip", "Rar!\u{1A}\u{7}\u{1}\u{0}")
    let late = ["--workspace", w, "--now", "2027-01-20T08:00:00+07:00"]
    #expect(try under(umask, ["ingest"] + late).status == 1)
    #expect(try under(umask, ["report", "semester", Desk.period, "--save"] + late).status == 0)
    let found = try rights(w)
    #expect(
      found.keys.contains { $0.hasPrefix("quarantine/") } && found.keys.contains { $0.hasPrefix("outbox/SO-THPT-001/") }
    )
    for (name, (mode, _)) in found {
      #expect(mode & 0o007 == 0, "\(name) \(String(mode, radix: 8))")
    }
    for name in ["ledger.sqlite", "tonghop.json", "keys/head", ".lock"] {
      #expect(found[name]?.mode == 0o640, "\(name)")
    }
    for name in ["store", "quarantine", "reports", "keys"] { #expect(found[name]?.mode == 0o750, "\(name)") }
    for name in ["inbox", "inbox/kiem-tra", "inbox/SO-THPT-001"] { #expect(found[name]?.mode == 0o2770, "\(name)") }
    for name in ["outbox", "outbox/SO-THPT-001"] { #expect(found[name]?.mode == 0o2750, "\(name)") }
    #expect(try under(umask, ["doctor"] + late).text.contains("Quyền của các thư mục đúng như cần"))
  }

  /// While a writer runs its log and shared memory lie beside the ledger, with the ledger's rights.
  @Test func theLogIsAsClosedAsTheLedger() throws {
    let desk = try Desk()
    let watch = try Watching(desk)
    #expect(watch.wait { $0.contains("workspace") })
    #expect(try desk.run(["settings", "apply"]).status == 0)
    let found = try rights(desk.w)
    for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", ".waiting"] {
      #expect(found[name]?.mode == 0o640, "\(name)")
    }
    #expect(watch.stop() == 0)
  }

  @Test func unitsGetTheirFoldersOnceAndNoUnitThatIsNotInForce() throws {
    let desk = try Desk()
    let inbox = desk.w + "/inbox"
    let before = try FileManager.default.contentsOfDirectory(atPath: inbox)
    #expect(before.count == 17)
    try FileManager.default.removeItem(atPath: inbox + "/TR-00001")
    try FileManager.default.moveItem(atPath: inbox + "/TR-00002", toPath: inbox + "/tr-00002")
    _ = try Program.run(["generate", "--units", "16", "--activities", "0", "--out", desk.folder.path + "/1"])
    let file = desk.folder.path + "/1/units.csv"
    var lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\r\n").map(String.init)
    let header = lines[0].split(separator: ",").map(String.init)
    var cells = lines[2].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    cells[try #require(header.firstIndex(of: "tu_ngay"))] = "2030-01-01"
    cells[0] = "TR-MOI"
    lines.append(cells.joined(separator: ","))
    try desk.folder.write("moi.csv", lines.joined(separator: "\r\n") + "\r\n")
    let imported = try desk.run(["units", "import", desk.folder.path + "/moi.csv"])
    #expect(imported.status == 0, "\(imported.remarks)")
    let after = try FileManager.default.contentsOfDirectory(atPath: inbox)
    #expect(Set(after) == Set(before).subtracting(["TR-00002"]).union(["tr-00002"]))
  }

  /// Groups can only be tried by somebody who may give them.
  @Test(.enabled(if: geteuid() == 0))
  func receiptsKeepTheGroupOfTheUnitsFolder() throws {
    let desk = try Desk()
    let (folder, w) = (desk.folder, desk.folder.path + "/g")
    try FileManager.default.createDirectory(atPath: w + "/inbox", withIntermediateDirectories: true)
    try own(w + "/inbox", "0:4711", "3770")
    let units = Folder.root + "/Samples/LD-NQ57/units.csv"
    #expect(try Program.run(["init", w, "--units", units, "--now", "2027-01-02T08:00:00+07:00"]).status == 0)
    var found = try rights(w)
    // A folder that was there is left as it was.
    #expect(found["inbox"]?.mode == 0o3770 && found["outbox"]?.group == 4711)
    #expect(found["inbox/SO-THPT-001"]?.mode == 0o2770 && found["inbox/SO-THPT-001"]?.group == 4711)
    for group in [4712, 4713] {
      try own(w + "/inbox/SO-THPT-001", "0:\(group)", "2770")
      try folder.write("g/inbox/SO-THPT-001/\(group).zip", "Rar!\u{1A}\u{7}\u{1}\u{0}")
      let taken = try Program.run(["ingest", "--workspace", w, "--now", "2027-01-20T08:00:00+07:00"])
      #expect(taken.status == 1, "\(taken.remarks)")
      found = try rights(w)
      #expect(found["outbox/SO-THPT-001"]?.group == Int(group) && found["outbox/SO-THPT-001"]?.mode == 0o2750)
      let receipts = found.filter { $0.key.hasPrefix("outbox/SO-THPT-001/\(group)") }
      // JSON, page and proof.
      #expect(receipts.count == 3 && receipts.values.allSatisfy { $0.group == Int(group) && $0.mode == 0o640 })
    }
  }

  /// An account that may not give the inbox's group makes the folders all the same, and doctor tells.
  @Test(.enabled(if: geteuid() == 0))
  func aGroupThatMayNotBeGivenIsTold() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    try FileManager.default.createDirectory(atPath: w + "/inbox", withIntermediateDirectories: true)
    try own(folder.path, "0:0", "755")
    try own(w, "65534:65534", "750")
    try own(w + "/inbox", "65534:4711", "770")
    let units = Folder.root + "/Samples/LD-NQ57/units.csv"
    try FileManager.default.copyItem(atPath: units, toPath: folder.path + "/units.csv")
    let program = folder.path + "/tonghop"
    try FileManager.default.copyItem(atPath: Program.executable, toPath: program)
    func nobody(_ arguments: [String]) throws -> Program.Outcome {
      try Program.run(
        "/usr/bin/env", ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", program] + arguments,
        environment: ["HOME": "/"], in: "/")
    }
    let made = try nobody(["init", w, "--units", folder.path + "/units.csv"])
    #expect(made.status == 0, "\(made.remarks)")
    #expect(try rights(w)["inbox/SO-THPT-001"]?.group == 65534)
    let told = try nobody(["doctor", "--workspace", w, "--lang", "en"])
    #expect(told.status == 0 && told.text.contains("could not be changed"), "\(told.text)\(told.remarks)")
  }
}
