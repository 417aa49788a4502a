import Foundation
import TestSupport

/// A `watch` that runs until it is stopped.
final class Watching {
  let process = Process()
  private let log: String

  init(_ desk: Desk, now: String = "2027-02-10T09:00:00+07:00") throws {
    log = desk.folder.path + "/log-\(UUID().uuidString)"
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    process.executableURL = URL(filePath: Program.executable)
    process.arguments = ["watch", "--log-format", "json", "--workspace", desk.w, "--now", now, "--operator", "vp03"]
    process.standardError = FileHandle(forWritingAtPath: log)
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
  }

  /// What it has said.
  var said: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

  /// Waits until something holds of what it has said; gives up after twenty seconds.
  func wait(_ condition: (String) throws -> Bool) rethrows -> Bool {
    for _ in 0..<400 {
      if try condition(said) { return true }
      usleep(50_000)
    }
    return false
  }

  /// Waits until it ends by itself, and gives its status.
  func end() -> Int32? {
    wait { _ in !process.isRunning } ? process.terminationStatus : nil
  }

  /// Stops it as a service manager does, and gives its status.
  func stop() -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
