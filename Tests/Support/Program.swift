package import Foundation

package typealias Object = [String: Any]

/// The built executable, and any other program, run as a person would run it.
package enum Program {
  package struct Outcome {
    package let status: Int32
    /// It was ended by a signal, whose number is the status.
    package let isKilled: Bool
    package let output: Data
    package let remarks: String

    package var text: String { String(decoding: output, as: UTF8.self) }

    package func json() throws -> Any { try JSONSerialization.jsonObject(with: output) }
  }

  /// The repository's top folder.
  package static let root = Folder.root

  /// The release build where `Tests/run` made one, else the one beside the tests.
  package static let executable: String = {
    if let release = ProcessInfo.processInfo.environment["TONGHOP_EXECUTABLE"] { return release }
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/tonghop"
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : root + "/.build/debug/tonghop"
  }()

  package static func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
  ) throws -> Outcome {
    try run(executable, arguments, environment: environment, in: folder)
  }

  /// Runs any program; its output goes through files, so that it can be of any size.
  package static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
  ) throws -> Outcome {
    let scratch = try Folder()
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    let files = ["out", "err"].map { scratch.path + "/" + $0 }
    for file in files { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: files[0])
    process.standardError = FileHandle(forWritingAtPath: files[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, isKilled: process.terminationReason == .uncaughtSignal,
      output: try scratch.data("out"), remarks: String(decoding: try scratch.data("err"), as: UTF8.self))
  }
}
