import Foundation

/// The built executable, run as a person would run it.
enum Program {
  struct Outcome {
    let status: Int32
    let output: Data
    let remarks: String

    var text: String { String(decoding: output, as: UTF8.self) }

    func json() throws -> Any { try JSONSerialization.jsonObject(with: output) }
  }

  /// The repository's top folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let executable: String = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/tonghop"
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : root + "/.build/debug/tonghop"
  }()

  static func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
  ) throws -> Outcome {
    try run(executable, arguments, environment: environment, in: folder)
  }

  /// Runs any program; its output goes through files, so that it can be of any size.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
  ) throws -> Outcome {
    let scratch = try Folder()
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
    variables.merge(environment) { _, new in new }
    process.environment = variables
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    let files = ["out", "err"].map { scratch.path + "/" + $0 }
    for file in files { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: files[0])
    process.standardError = FileHandle(forWritingAtPath: files[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try Data(contentsOf: URL(filePath: files[0])),
      remarks: String(decoding: try Data(contentsOf: URL(filePath: files[1])), as: UTF8.self))
  }
}

/// A temporary folder that goes away with its owner.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "tonghop-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path + "/" + name)) }

  /// Every file below, by its path inside.
  func files(below name: String) -> [String] {
    (FileManager.default.enumerator(atPath: path + "/" + name)?.allObjects as? [String] ?? []).sorted()
  }
}

typealias Object = [String: Any]
