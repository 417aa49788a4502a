import Foundation
import TestSupport
import Testing

/// What is written once and for all, ended at changes that it makes to a file: the same command finishes it or finds it done, and
/// the record is sound whatever happened (<doc:record#Order-of-durability>).
@Suite(.serialized) struct AuditFaultTests {
  /// A workspace with accepted reports, one of them withdrawn, and a draft that can be issued.
  private struct Scene {
    let scene: FaultScene
    let draft: String
    let withdrawn: (sequence: String, digest: String)
    let living: String

    init() throws {
      let scene = try FaultScene(IngestFaultTests.bundles)
      let w = scene.path + "/reference"
      func done(_ arguments: [String]) throws -> String {
        let outcome = try scene.tonghop(arguments + ["--workspace", w])
        #expect(outcome.status == 0, "\(arguments) \(outcome.said)")
        return outcome.text.trimmingCharacters(in: .newlines)
      }
      let more = Folder.root + "/Samples/LD-NQ57/bundles/2027-01-20/thpt002-hk1.zip"
      _ = try done(["ingest", more])
      try #"{"office": {"plan": {"number": "12/KH-SGDĐT", "date": "2026-06-26"}}}"#.write(
        toFile: w + "/tonghop.json", atomically: true, encoding: .utf8)
      _ = try done(["settings", "apply"])
      let words = scene.path + "/loi.txt"
      try "# UUDIEM\nx\n# HANCHE\nx\n# PHUONGHUONG\nx\n".write(toFile: words, atomically: true, encoding: .utf8)
      draft = try done(["report", "semester", "HK1/2026-2027", "--save", "--text", words])
      let script = """
        import json, sqlite3, sys
        c = sqlite3.connect(sys.argv[1] + '/ledger.sqlite')
        rows = {s: json.loads(l)['payload'] for s, l in c.execute('SELECT sequence, line FROM entry')}
        held = sorted(s for s, in c.execute('SELECT sequence FROM content'))
        print(held[0], rows[rows[held[0]]['delivery']]['sha256'], held[-1])
        """
      let found = try Program.run("/usr/bin/env", ["python3", "-c", script, w])
      let parts = found.text.split(separator: " ").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      try #require(parts.count == 3 && parts[0] != parts[2], "\(found.said)")
      self.scene = scene
      withdrawn = (parts[0], parts[1])
      living = parts[2]
      _ = try done(["withdraw", withdrawn.sequence, "--reason", "x"])
    }

    var issue: [String] {
      [
        "report", "issue", draft, "--number", "01/BC-VP", "--date", "2027-01-20", "--signer", "Người Ký Mẫu", "--yes",
      ]
    }

    func copy(_ name: String, of source: String = "reference") throws -> String {
      try FileManager.default.copyItem(atPath: scene.path + "/" + source, toPath: scene.path + "/" + name)
      return scene.path + "/" + name
    }

    func run(_ arguments: [String], on name: String, _ fault: Fault? = nil) throws -> Program.Outcome {
      try scene.run(arguments, on: name, fault)
    }

    /// Ends a command at calls over its whole length, runs it again, and looks at what is there.
    func sweep(
      _ label: String, _ arguments: [String], of source: String = "reference", done: Set<Int32>,
      _ check: (String) throws -> Void
    ) throws {
      _ = try copy("counted-\(label)", of: source)
      let whole = try run(arguments, on: "counted-\(label)", Fault(at: 0, what: "0"))
      #expect(whole.status == 0, "\(label): \(whole.said)")
      let calls = try scene.count("counted-\(label)")
      #expect(calls > 3, "\(label)")
      for at in stride(from: 1, through: calls, by: max(1, calls / 24)) {
        let name = "\(label)-\(at)"
        _ = try copy(name, of: source)
        let ended = try run(arguments, on: name, Fault(at: at, what: "kill"))
        #expect(ended.isKilled, "\(name): \(ended.said)")
        let next = try run(arguments, on: name)
        #expect(next.status == 0 || done.contains(next.status), "\(name): \(next.said)")
        let verified = try run(["audit", "verify"], on: name)
        #expect(verified.status == 0, "\(name): \(verified.said)")
        try check(name)
        try FileManager.default.removeItem(atPath: scene.path + "/" + name)
      }
    }
  }

  @Test func whatEndsInTheMiddleIsFinished() throws {
    let scene = try Scene()
    try scene.sweep("issue", scene.issue, done: [65]) { (name: String) throws in
      #expect(try scene.run(["report", "list"], on: name).text.contains("01/BC-VP"), "\(name)")
    }
    try scene.sweep("withdraw", ["withdraw", scene.living, "--reason", "x"], done: [65]) { (name: String) throws in
      #expect(try scene.run(["audit", "log", "--kind", "withdrawal"], on: name).text.contains(scene.living), "\(name)")
    }
    try scene.sweep("purge", ["purge", scene.withdrawn.digest, "--reason", "x"], done: [65]) { (name: String) throws in
      let object = scene.scene.path + "/\(name)/store/" + scene.withdrawn.digest
      #expect(!FileManager.default.fileExists(atPath: object), "\(name)")
    }
    // A key that was not taken up is forgotten: the next one is a third.
    try scene.sweep("rotate", ["audit", "key", "rotate"], done: []) { (name: String) throws in
      let keys = try scene.run(["audit", "key", "show"], on: name).text.split(separator: "\n").count
      #expect((2...3).contains(keys), "\(name): \(keys)")
    }
    let issued = try scene.copy("issued")
    #expect(try scene.run(scene.issue, on: "issued").status == 0, "\(issued)")
    let id = try #require(
      try FileManager.default.contentsOfDirectory(atPath: issued + "/reports").first { $0.hasSuffix("-v1") })
    try scene.sweep("amend", ["report", "amend", id, "--reason", "x", "--yes"], of: "issued", done: []) {
      (name: String) throws in
      #expect(try scene.run(["report", "list", "--drafts"], on: name).text.contains("-v2-n"), "\(name)")
    }
  }
}
