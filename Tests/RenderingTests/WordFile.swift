import Documents
import Foundation
import FoundationXML
import Rendering
import ZipFormat

/// A rendered Word file, opened again.
struct WordFile {
  let parts: [(name: String, bytes: [UInt8])]
  private let trees: [String: XMLDocument]

  init(_ document: ReportDocument) throws {
    let archive = try ZipArchive(WordDocument.render(document))
    parts = try archive.entries.map { ($0.name, try archive.read($0)) }
    // Kept as long as the file: a node of a document that has gone is no longer whole.
    trees = try Dictionary(uniqueKeysWithValues: parts.map { ($0.name, try XMLDocument(data: Data($0.bytes))) })
  }

  func text(_ name: String) -> String {
    parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  /// The elements of a part that an XPath names; the prefix is `w`.
  func elements(_ path: String, in part: String = "word/document.xml") throws -> [XMLElement] {
    try (trees[part]?.nodes(forXPath: path) ?? []).compactMap { $0 as? XMLElement }
  }

  /// Each paragraph's text, line breaks as `\n`.
  func paragraphs() throws -> [String] {
    try elements("//w:p").map { paragraph in
      try paragraph.nodes(forXPath: ".//w:t | .//w:br").map { $0.name == "w:br" ? "\n" : $0.stringValue ?? "" }.joined()
    }
  }
}

/// What another program says of some bytes.
struct Verdict {
  let status: Int32
  let output: String

  /// - Returns: `nil` when the machine has no such program.
  init?(of program: String, _ arguments: [String], input: [UInt8] = []) throws {
    guard let path = Verdict.path(of: program) else { return nil }
    let process = Process()
    let stdin = Pipe()
    let stdout = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stdout
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input))
    try stdin.fileHandleForWriting.close()
    output = String(decoding: stdout.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  static func path(of program: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/"].map { $0 + program }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
