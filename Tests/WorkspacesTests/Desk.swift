import Foundation
import TestSupport
import Testing

/// A workspace with a year's beginning in it, used through the built executable as an office uses it.
///
/// TR-00001 has sent two versions in time, TR-00011 one on 2 February, a day after it was due, XA-00001 one.
final class Desk: Sendable {
  let folder: Folder
  var w: String { folder.path + "/w" }

  static let period = "HK1/2026-2027"
  /// Sequences of what TR-00001 sent.
  static let (first, second): (Int, Int) = (5, 7)
  /// Sequence of the last entry.
  static let end = 11

  init() throws {
    folder = try Folder()
    try FileManager.default.copyItem(atPath: Desk.prepared.get().path + "/w", toPath: w)
  }

  private static let prepared = Result {
    let folder = try Folder()
    let w = folder.path + "/w"
    for seed in [1, 2, 3] {
      _ = try done([
        "generate", "--units", "16", "--activities", "5", "--seed", "\(seed)", "--out", "\(folder.path)/\(seed)",
      ])
    }
    _ = try done(["init", w, "--units", folder.path + "/1/units.csv", "--now", "2026-09-01T08:00:00+07:00"])
    let sent = [
      (bundle: "1/TR-00001", number: 1, day: "2027-01-20"), ("2/TR-00001", 2, "2027-01-21"),
      ("1/XA-00001", 1, "2027-01-22"), ("1/TR-00011", 1, "2027-02-02"),
    ]
    for (bundle, number, day) in sent {
      let file = "\(folder.path)/\(number)-\(bundle.split(separator: "/")[1]).zip"
      try renumber("\(folder.path)/\(bundle).zip", number, to: file)
      _ = try done(["ingest", file, "--workspace", w, "--now", "\(day)T08:00:00+07:00"])
    }
    return folder
  }

  private static func done(_ arguments: [String]) throws -> Program.Outcome {
    let outcome = try Program.run(arguments + ["--operator", "vp01"])
    #expect(outcome.status == 0, "\(arguments): \(outcome.remarks)")
    return outcome
  }

  /// Copies a bundle whose report has another number.
  static func renumber(_ from: String, _ number: Int, to path: String) throws {
    let script = """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[3], 'w') as new:
          for name in old.namelist():
              text = old.read(name).replace(b'<lanNop>1<', b'<lanNop>' + sys.argv[2].encode() + b'<')
              new.writestr(name, text.replace(b'<lanNop>0</lanNop>', b''))
      """
    let made = try Program.run("/usr/bin/env", ["python3", "-c", script, from, "\(number)", path])
    #expect(made.status == 0, "\(made.remarks)")
  }

  /// A bundle of a unit from another seed; without a number it gets the next one.
  func bundle(_ unit: String, seed: Int = 2, number: Int = 0) throws -> String {
    let file = "\(folder.path)/\(unit)-\(seed)-\(number).zip"
    try Desk.renumber("\(Desk.prepared.get().path)/\(seed)/\(unit).zip", number, to: file)
    return file
  }

  @discardableResult
  func run(
    _ arguments: [String], now: String = "2027-02-10T09:00:00+07:00", in workspace: String? = nil
  ) throws -> Program.Outcome {
    try Program.run(arguments + ["--workspace", workspace ?? w, "--now", now, "--operator", "vp02", "--lang", "en"])
  }

  /// What a command that must succeed answers.
  @discardableResult
  func answer(_ arguments: [String], in workspace: String? = nil) throws -> String {
    let outcome = try run(arguments, in: workspace)
    #expect(outcome.status == 0, "\(arguments): \(outcome.remarks)")
    return outcome.text
  }

  func json(_ arguments: [String]) throws -> Object {
    try #require(try JSONSerialization.jsonObject(with: Data(answer(arguments).utf8)) as? Object)
  }

  /// What the status says of a unit.
  func row(_ unit: String, _ more: [String] = []) throws -> Object {
    let units = try json(["status", "--period", Desk.period, "--json"] + more)["units"] as? [Object]
    return try #require(units?.first { $0["unit"] as? String == unit })
  }

  /// Runs SQL on the ledger, around the program.
  @discardableResult
  func sql(_ statements: String) throws -> String {
    let outcome = try Program.run("/usr/bin/env", ["sqlite3", w + "/ledger.sqlite", statements])
    #expect(outcome.status == 0, "\(outcome.remarks)")
    return outcome.text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension Program.Outcome {
  /// Lines on standard error.
  var lines: [Substring] { remarks.split(separator: "\n") }
}
