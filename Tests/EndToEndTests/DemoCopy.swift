import Foundation
import TestSupport

/// A copy of the demo's workspace on the day after the last reports were due: for what changes it.
struct DemoCopy {
  let folder: Folder
  var w: String { folder.path + "/w" }

  init() throws {
    folder = try Folder()
    try FileManager.default.copyItem(atPath: DemoTests.folder.path + "/demo", toPath: folder.path + "/w")
  }

  func run(_ arguments: [String], now: String = "2027-06-16T09:00:00+07:00") throws -> Program.Outcome {
    try Program.run(arguments + ["--workspace", w, "--now", now])
  }
}

extension Program {
  /// Packs texts into an archive as another program writes it.
  static func zip(_ files: [(name: String, text: String)], to path: String) throws {
    let script = """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as file:
          for name, text in zip(sys.argv[2::2], sys.argv[3::2]):
              file.writestr(name, text)
      """
    let packed = try run("/usr/bin/env", ["python3", "-c", script, path] + files.flatMap { [$0.name, $0.text] })
    guard packed.status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
