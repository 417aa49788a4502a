import Foundation
import TestSupport
import Testing

/// An audit a year later, on whatever machine: the same answer.
@Suite struct AuditVariationTests {
  @Test func aRerunHoldsOnAnyMachine() throws {
    let copy = try IssuedCopy()
    let variations: [([String: String], [String])] = [
      (["TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "TONGHOP_NOW": "2031-02-28T23:59:59+07:00"], []),
      (["SWIFT_DETERMINISTIC_HASHING": "1", "HOSTNAME": "may-khac", "USER": "x"], ["taskset", "-c", "0"]),
      (["LC_ALL": "C"], ["bash", "-c", "umask 077; exec \"$0\" \"$@\""]),
    ]
    for (environment, wrapper) in variations {
      for arguments in [["audit", "rerun", IssuedCopy.id, "--workspace", copy.w], ["audit", "replay", copy.export]] {
        let outcome = try Program.run(
          "/usr/bin/env", wrapper + [Program.executable] + arguments,
          environment: environment.merging(["TONGHOP_LANG": "en"]) { $1 })
        #expect(outcome.status == 0 && !outcome.text.contains("✗"), "\(environment) \(outcome.text) \(outcome.remarks)")
      }
      let again = copy.folder.path + "/again.zip"
      let made = try Program.run(
        "/usr/bin/env",
        wrapper + [Program.executable, "audit", "export", IssuedCopy.id, again, "--workspace", copy.w],
        environment: environment)
      #expect(made.status == 0, "\(made.remarks)")
      #expect(try copy.folder.data("again.zip") == copy.folder.data("e.zip"), "\(environment)")
      try FileManager.default.removeItem(atPath: again)
    }
  }

  /// Units, activities, resubmissions, faults and years that tell a semester again, as they come: the other reading counts the same.
  @Test(arguments: [1, 2])
  func theSecondOpinionAgreesOnARandomProvince(seed: Int) throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    func run(_ arguments: [String], _ now: String, endings: Set<Int32> = [0]) throws -> String {
      let outcome = try Program.run(arguments, environment: ["TONGHOP_NOW": now, "TONGHOP_WORKSPACE": w])
      #expect(endings.contains(outcome.status), "\(arguments) \(outcome.remarks)")
      return outcome.text.trimmingCharacters(in: .newlines)
    }
    let opening = "2026-09-01T08:00:00+07:00"
    func generate(_ name: String, _ period: String, activities: Int, seed: Int) throws -> [String] {
      let made = [
        "generate", "--units", "30", "--activities", "\(activities)", "--seed", "\(seed)", "--format", "mixed",
        "--faults", "20", "--period", period, "--out", folder.path + "/" + name,
      ]
      _ = try run(made, opening)
      return folder.files(below: name).filter { $0.hasSuffix(".zip") }.sorted().map { "\(folder.path)/\(name)/\($0)" }
    }
    let first = try generate("a", "HK1/2026-2027", activities: 12, seed: seed)
    let again = try generate("b", "HK1/2026-2027", activities: 7, seed: seed + 50)
    let year = try generate("c", "NAM/2026-2027", activities: 15, seed: seed + 90)
    _ = try run(["init", w, "--units", folder.path + "/a/units.csv"], opening)
    _ = try run(["ingest"] + first, "2027-01-20T08:00:00+07:00", endings: [0, 1])
    _ = try run(["ingest"] + again.prefix(12), "2027-02-02T08:00:00+07:00", endings: [0, 1])
    _ = try run(["ingest"] + year.prefix(24), "2027-06-08T08:00:00+07:00", endings: [0, 1])
    let now = "2027-06-16T08:00:00+07:00"
    try folder.write("loi.txt", "# UUDIEM\nx\n# HANCHE\nx\n# PHUONGHUONG\nx\n")
    try folder.write("w/tonghop.json", #"{"office": {"plan": {"number": "1/KH", "date": "2026-06-26"}}}"#)
    _ = try run(["settings", "apply"], now)
    for (index, report) in [["half-year", "2027-1", "--to", "ubnd-tinh"], ["semester", "HK1/2026-2027"]].enumerated() {
      let draft = try run(["report"] + report + ["--save", "--text", folder.path + "/loi.txt"], now)
      let number = index == 0 ? "01/BC-SGDĐT" : "01/BC-VP"
      let id = try run(
        [
          "report", "issue", draft, "--number", number, "--date", "2027-06-16", "--signer", "A", "--capacity", "B",
          "--yes",
        ], now)
      let file = folder.path + "/\(index).zip"
      _ = try run(["audit", "export", id, file], now)
      let opinion = try Program.run("/usr/bin/env", ["python3", Program.root + "/Samples/verify/verify.py", file])
      #expect(opinion.status == 0, "\(opinion.text) \(opinion.remarks)")
      let replay = try Program.run(["audit", "replay", file])
      #expect(replay.status == 0, "\(replay.text)")
    }
  }
}
