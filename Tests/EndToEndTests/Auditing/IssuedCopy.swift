import Foundation
import TestSupport
import Testing

/// A copy of the demo's workspace with its half-year issued, and the export of that report.
struct IssuedCopy {
  static let id = "half-year-2027-1-ubnd-tinh-v1"
  let folder: Folder
  var w: String { folder.path + "/w" }
  var export: String { folder.path + "/e.zip" }

  /// `w`, `e.zip` and `redacted.zip`, made once.
  private static let made: Folder = {
    do {
      let demo = try DemoCopy()
      func done(_ arguments: [String]) throws -> String {
        let outcome = try demo.run(arguments)
        guard outcome.status == 0 else { fatalError("\(arguments) \(outcome.remarks)") }
        return outcome.text.trimmingCharacters(in: .newlines)
      }
      try demo.folder.write("loi.txt", "# UUDIEM\nĐồng bộ.\n# HANCHE\nCòn chậm.\n# PHUONGHUONG\nTiếp tục.\n")
      try demo.folder.write(
        "w/tonghop.json", #"{"office": {"plan": {"number": "1234/KH-SGDĐT", "date": "2026-06-26"}}}"#)
      _ = try done(["settings", "apply"])
      let draft = try done(
        ["report", "half-year", "2027-1", "--to", "ubnd-tinh", "--save", "--text", demo.folder.path + "/loi.txt"])
      _ = try done([
        "report", "issue", draft, "--number", "05/BC-SGDĐT", "--date", "2027-06-16", "--signer", "Người Ký Mẫu",
        "--capacity", "KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC", "--yes",
      ])
      _ = try done(["audit", "export", id, demo.folder.path + "/e.zip"])
      _ = try done(["audit", "export", id, demo.folder.path + "/redacted.zip", "--redact"])
      return demo.folder
    } catch {
      fatalError("\(error)")
    }
  }()

  init() throws {
    folder = try Folder()
    for name in ["w", "e.zip", "redacted.zip"] {
      try FileManager.default.copyItem(atPath: Self.made.path + "/" + name, toPath: folder.path + "/" + name)
    }
  }

  func run(_ arguments: [String], now: String = "2027-07-01T09:00:00+07:00") throws -> Program.Outcome {
    try Program.run(arguments + ["--workspace", w], environment: ["TONGHOP_NOW": now, "TONGHOP_LANG": "en"])
  }

  /// What is asked of an export knows no workspace.
  func replay(_ file: String? = nil) throws -> Program.Outcome {
    try Program.run(["audit", "replay", file ?? export], environment: ["TONGHOP_LANG": "en"], in: folder.path)
  }

  func tamper(_ script: String, _ arguments: [String]) throws -> Program.Outcome {
    let done = try Program.run("/usr/bin/env", ["python3", "-c", script] + arguments)
    try #require(done.status == 0, "\(done.remarks)")
    return done
  }

  /// The second opinion (<doc:record#Exports>).
  func secondOpinion(_ file: String? = nil) throws -> Program.Outcome {
    try Program.run("/usr/bin/env", ["python3", Program.root + "/Samples/verify/verify.py", file ?? export])
  }
}
