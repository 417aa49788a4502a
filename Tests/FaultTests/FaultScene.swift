import Foundation
import TestSupport
import Testing

/// A workspace with files in its inbox, copied anew for every round, and the program that takes them in while something fails.
final class FaultScene: Sendable {
  let folder: Folder
  let program: String
  private let shim: String

  static let samples = Folder.root + "/Samples/LD-NQ57"
  static let now = "2027-01-20T08:00:00+07:00"

  var path: String { folder.path }
  var dropped: String { path + "/dropped" }
  /// The same files taken in with nothing in the way.
  var reference: String { path + "/reference" }

  /// - Parameter bundles: files of the samples, with the place in the inbox that each one is dropped at.
  init(_ bundles: [(from: String, to: String)]) throws {
    folder = try Folder()
    shim = folder.path + "/fault.so"
    program = Program.executable
    let compiled = try Program.run(
      "/usr/bin/env", ["gcc", "-shared", "-fPIC", "-o", shim, Folder.here + "/fault.c", "-ldl"])
    #expect(compiled.status == 0, "\(compiled.said)")
    let made = try tonghop(["init", path + "/fresh", "--units", Self.samples + "/units.csv", "--operator", "thử"])
    #expect(made.status == 0, "\(made.said)")
    let settings = #"{"service": {"quietSeconds": 0, "patienceSeconds": 3}}"#
    try settings.write(toFile: path + "/fresh/tonghop.json", atomically: true, encoding: .utf8)
    for (from, to) in bundles {
      let target = dropped + "/" + to
      try FileManager.default.createDirectory(
        atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      if from.isEmpty {
        try Data("Rar!\u{1A}\u{7}\u{1}\u{0}".utf8).write(to: URL(filePath: target))
      } else {
        try FileManager.default.copyItem(atPath: Self.samples + "/bundles/" + from, toPath: target)
      }
    }
    try workspace("reference")
    let taken = try ingest("reference")
    #expect(taken.status == 1, "\(taken.said)")
  }

  /// A workspace with the files in its inbox.
  @discardableResult
  func workspace(_ name: String) throws -> String {
    let place = path + "/" + name
    try FileManager.default.copyItem(atPath: path + "/fresh", toPath: place)
    for file in FileManager.default.enumerator(atPath: dropped)?.allObjects as? [String] ?? [] {
      let target = place + "/inbox/" + file
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: dropped + "/" + file, isDirectory: &isFolder)
      if isFolder.boolValue {
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
      } else {
        try FileManager.default.copyItem(atPath: dropped + "/" + file, toPath: target)
        // In the order of their names, whatever the clock of the file system can tell apart.
        let day = Date(timeIntervalSince1970: 1_800_000_000 + Double(file.utf8.first ?? 0))
        try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: target)
      }
    }
    return place
  }

  func tonghop(_ arguments: [String], _ more: [String: String] = [:]) throws -> Program.Outcome {
    try Program.run(arguments, environment: ["TONGHOP_NOW": Self.now].merging(more) { _, new in new })
  }

  /// Takes in what lies in a workspace's inbox, with a fault at a call.
  func ingest(_ name: String, _ fault: Fault? = nil) throws -> Program.Outcome {
    try run(["ingest"], on: name, fault)
  }

  /// Runs a command on a workspace, with a fault at a call.
  func run(_ arguments: [String], on name: String, _ fault: Fault? = nil) throws -> Program.Outcome {
    var variables: [String: String] = [:]
    if let fault {
      variables = [
        "LD_PRELOAD": shim, "FAULT_BELOW": path + "/" + name, "FAULT_AT": "\(fault.at)", "FAULT_DO": fault.what,
        "FAULT_FOR": "\(fault.count)", "FAULT_COUNT": path + "/\(name).count", "SWIFT_BACKTRACE": "enable=no",
      ]
    }
    return try tonghop(arguments + ["--operator", "thử", "--workspace", path + "/" + name], variables)
  }

  /// How many calls an undisturbed ingestion makes.
  func calls() throws -> Int {
    try workspace("counted")
    _ = try ingest("counted", Fault(at: 0, what: "0"))
    return try count("counted")
  }

  /// How many calls a counted command made.
  func count(_ name: String) throws -> Int {
    let text = try String(contentsOfFile: path + "/\(name).count", encoding: .utf8)
    return try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  func expectSound(_ names: [String], likeReference: Bool = false) throws {
    let found = try violations(names, likeReference: likeReference)
    #expect(found.isEmpty, "\(found)")
  }

  /// What is wrong with workspaces whose files should all have been taken in.
  func violations(_ names: [String], likeReference: Bool = false) throws -> String {
    let check = try Program.run(
      "/usr/bin/env",
      ["python3", Folder.here + "/check.py", dropped] + (likeReference ? ["--like", reference] : [])
        + names.map { path + "/" + $0 })
    #expect(check.status == (check.text.isEmpty ? 0 : 1), "\(check.said)")
    return check.text
  }
}

/// The call that fails: `kill`, `tear`, or the number of an error.
struct Fault: Sendable {
  var at: Int
  var what: String
  var count = 1
}

extension Folder {
  static let here = root + "/Tests/FaultTests"
}

extension Program.Outcome {
  /// All that it said.
  var said: String { text + remarks }
}
