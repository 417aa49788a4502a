import Foundation
import TestSupport
import Testing

/// `init` and `settings apply` ended, or their disk failing, at every change that they make to a file.
@Suite(.serialized) struct InitFaultTests {
  /// The program with the shim, and a folder for its workspaces.
  private struct Scene {
    let folder: Folder
    var shim: String { folder.path + "/fault.so" }

    init() throws {
      folder = try Folder()
      let built = try Program.run(
        "/usr/bin/env", ["gcc", "-shared", "-fPIC", "-o", folder.path + "/fault.so", Folder.here + "/fault.c", "-ldl"])
      #expect(built.status == 0, "\(built.said)")
    }

    func run(_ arguments: [String], below name: String = "", _ fault: Fault? = nil) throws -> Program.Outcome {
      var variables = ["TONGHOP_NOW": FaultScene.now, "TONGHOP_LANG": "en"]
      if let fault {
        let more = [
          "LD_PRELOAD": shim, "FAULT_BELOW": folder.path + "/" + name, "FAULT_AT": "\(fault.at)",
          "FAULT_DO": fault.what, "FAULT_COUNT": folder.path + "/count", "SWIFT_BACKTRACE": "enable=no",
        ]
        variables.merge(more) { $1 }
      }
      return try Program.run(arguments + ["--operator", "thử"], environment: variables)
    }

    func initialize(_ name: String, _ fault: Fault? = nil) throws -> Program.Outcome {
      try run(["init", folder.path + "/" + name, "--units", FaultScene.samples + "/units.csv"], below: name, fault)
    }

    /// How many calls the last counted run made.
    func count() throws -> Int {
      let text = try String(contentsOfFile: folder.path + "/count", encoding: .utf8)
      return try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    /// Every entry, the head outside and the names of all files: what a workspace is.
    func state(_ name: String) throws -> [String] {
      let w = folder.path + "/" + name
      let lines = try Program.run("/usr/bin/env", ["sqlite3", w + "/ledger.sqlite", "SELECT line FROM entry"])
      #expect(lines.status == 0, "\(lines.said)")
      // Each workspace has a key of its own, so that what is signed with it differs.
      let json = try JSONSerialization.jsonObject(with: folder.data(name + "/keys/head")) as? [String: Any]
      let head = ["sequence", "sha256", "size", "root"].map { "\($0): \(json?[$0] ?? "")" }.joined(separator: "\n")
      return [lines.text, head] + folder.files(below: name).filter { !$0.hasSuffix("-shm") }
    }
  }

  /// Whatever it had done: the next one finishes it, or finds it finished; nothing of the first is left lying about.
  @Test(arguments: [(how: "kill", step: 1), ("tear", 3), ("28", 2)])
  func anInitThatEndedIsFinishedByTheNext(_ how: String, _ step: Int) throws {
    let scene = try Scene()
    #expect(try scene.initialize("whole").status == 0)
    let whole = try scene.state("whole")
    #expect(try scene.initialize("counted", Fault(at: 0, what: "0")).status == 0)
    let calls = try scene.count()
    #expect(calls > 40)
    var finished = 0
    for at in stride(from: 1, through: calls, by: step) {
      let name = "w-\(at)"
      let ended = try scene.initialize(name, Fault(at: at, what: how))
      let isWhole = FileManager.default.fileExists(atPath: scene.folder.path + "/\(name)/ledger.sqlite")
      // Until its ledger has its name there is no workspace, and nobody is told that one was lost.
      let status = try scene.run(["status", "--workspace", scene.folder.path + "/" + name])
      #expect(status.status == (isWhole ? 0 : 66), "\(name): \(status.said)")
      let next = try scene.initialize(name)
      if ended.status == 0 && !ended.isKilled { #expect(isWhole, "\(name)") }
      #expect(next.status == (isWhole ? 73 : 0), "\(name): \(next.said)")
      #expect(try scene.state(name) == whole, "\(name)")
      if isWhole { finished += 1 }
    }
    #expect(finished < calls / 4)
  }

  /// Ended while it finishes what another had begun.
  @Test func anInitThatEndedTwiceIsFinished() throws {
    let scene = try Scene()
    #expect(try scene.initialize("whole").status == 0)
    let whole = try scene.state("whole")
    #expect(try scene.initialize("counted", Fault(at: 0, what: "0")).status == 0)
    let calls = try scene.count()
    for first in [calls / 2, calls - 3] {
      for second in stride(from: 1, to: calls, by: 6) {
        let name = "w-\(first)-\(second)"
        for at in [first, second] { _ = try scene.initialize(name, Fault(at: at, what: "kill")) }
        #expect([0, 73].contains(try scene.initialize(name).status), "\(name)")
        #expect(try scene.state(name) == whole, "\(name)")
      }
    }
  }

  /// The settings are recorded once, or not at all; readers never mind.
  @Test(arguments: ["kill", "tear", "28", "5"])
  func anApplyThatEndedIsDoneByTheNext(_ how: String) throws {
    let scene = try Scene()
    #expect(try scene.initialize("fresh").status == 0)
    try scene.folder.write("fresh/tonghop.json", #"{"office":{"daysOff":["2027-02-01"]}}"#)
    func copy(_ name: String) throws -> String {
      try FileManager.default.copyItem(atPath: scene.folder.path + "/fresh", toPath: scene.folder.path + "/" + name)
      return scene.folder.path + "/" + name
    }
    let apply = ["settings", "apply", "--workspace"]
    #expect(try scene.run(apply + [copy("whole")]).status == 0)
    let whole = try scene.state("whole")
    #expect(try scene.run(apply + [copy("counted")], below: "counted", Fault(at: 0, what: "0")).status == 0)
    let calls = try scene.count()
    #expect(calls > 5)
    for at in 1...calls {
      let name = "w-\(at)"
      let w = try copy(name)
      _ = try scene.run(apply + [w], below: name, Fault(at: at, what: how))
      let shown = try scene.run(["settings", "show", "--workspace", w])
      #expect(shown.status == 0, "\(name): \(shown.said)")
      let next = try scene.run(apply + [w])
      #expect(next.status == 0, "\(name): \(next.said)")
      let isThere = shown.text.contains("2027-02-01")
      #expect(next.remarks.contains(isThere ? "Nothing has changed" : "are recorded in entry"), "\(name): \(next.said)")
      #expect(try scene.state(name) == whole, "\(name)")
    }
  }
}
