import Foundation
import TestSupport
import Testing

/// A copy of a small workspace with accepted and refused reports, to be changed.
struct TamperedCopy {
  static let bundles = CommandTests.samples + "/bundles/"
  private let folder: Folder
  var w: String { folder.path + "/w" }

  /// `sound`: the workspace; `older`: the same as it was before; `other`: another office's.
  static let made: Folder = {
    do {
      let folder = try Folder()
      for name in ["older", "other"] {
        try done(
          ["init", folder.path + "/" + name, "--units", CommandTests.samples + "/units.csv"],
          "2026-09-01T08:00:00+07:00")
      }
      try ingest(folder.path + "/older", ["2027-01-20/thpt001-hk1.zip", "2027-01-20/thpt002-hk1.zip"], "2027-01-20")
      try FileManager.default.copyItem(atPath: folder.path + "/older", toPath: folder.path + "/sound")
      try ingest(folder.path + "/sound", ["2027-01-22/thpt004-hk1.zip", "2027-01-22/thpt005-hk1.zip"], "2027-01-22")
      let others = [
        "2027-01-20/vp.zip", "2027-01-20/p-gdtrh.zip", "2027-01-20/p-cttt.zip", "2027-01-20/thpt001-hk1.zip",
      ]
      try ingest(folder.path + "/other", others + ["2027-01-22/thpt004-hk1.zip"], "2027-01-23")
      return folder
    } catch {
      fatalError("\(error)")
    }
  }()

  private static func ingest(_ w: String, _ names: [String], _ day: String) throws {
    try done(["ingest"] + names.map { bundles + $0 } + ["--workspace", w], day + "T08:00:00+07:00")
  }

  private static func done(_ arguments: [String], _ now: String) throws {
    let outcome = try Program.run(arguments, environment: ["TONGHOP_NOW": now])
    guard [0, 1].contains(outcome.status) else { fatalError(outcome.remarks) }
  }

  init() throws {
    folder = try Folder()
    try FileManager.default.copyItem(atPath: Self.made.path + "/sound", toPath: folder.path + "/w")
  }

  /// What each command says of the workspace as it is.
  static let sound: [LookedAt: Program.Outcome] = {
    do {
      let copy = try TamperedCopy()
      return Dictionary(uniqueKeysWithValues: try LookedAt.allCases.map { ($0, try copy.run($0.arguments)) })
    } catch {
      fatalError("\(error)")
    }
  }()

  func run(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run(
      arguments + ["--workspace", w], environment: ["TONGHOP_NOW": "2027-02-04T08:00:00+07:00", "TONGHOP_LANG": "en"])
  }

  /// Runs a script on it.
  /// - Returns: what it printed.
  func tamper(_ script: String, killed: Bool = false) throws -> [String] {
    let folders = [w, Self.made.path + "/older", Self.made.path + "/other"]
    let done = try Program.run("/usr/bin/env", ["python3", "-c", Tampering.prelude + script] + folders)
    try #require(done.isKilled == killed && (killed || done.status == 0), "\(done.remarks)")
    return done.text.split(separator: "\n").map(String.init)
  }

  /// Names, sizes and times of everything but what reading a log makes.
  func files() throws -> [String: String] {
    var files: [String: String] = [:]
    for name in folder.files(below: "w") {
      let facts = try FileManager.default.attributesOfItem(atPath: w + "/" + name)
      files[name] = "\(facts[.size] ?? "") \(facts[.modificationDate] ?? "")"
    }
    return files
  }
}
