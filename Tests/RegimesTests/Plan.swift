import Foundation
import ReportingModel
import Testing

@testable import Regimes

/// The files of `Schemas/` and the plan LD-NQ57 read from them.
enum Plan {
  static let schemas = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Schemas")
  static let file = schemas.appendingPathComponent("plans/LD-NQ57/regime.xml")
  static let xml = String(decoding: bytes(file), as: UTF8.self)
  static let xsd = bytes(schemas.appendingPathComponent("regime.xsd"))
  static let loaded = load(xml)

  static func bytes(_ url: URL) -> [UInt8] { [UInt8]((try? Data(contentsOf: url)) ?? Data()) }

  static func load(_ xml: String) -> (regime: Regime?, findings: [Finding]) { load(Array(xml.utf8)) }

  static func load(_ bytes: [UInt8]) -> (regime: Regime?, findings: [Finding]) {
    RegimeLoader.load(bytes, schema: xsd, digest: .zero, file: "regime.xml")
  }

  static func regime() throws -> Regime { try #require(loaded.regime) }

  static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0) }

  static func key(_ text: String) -> PeriodKey { PeriodKey(text) ?? PeriodKey(kind: text, which: "") }

  static func window(_ from: String, _ to: String) throws -> Window {
    try #require(Window(from: day(from), to: day(to)))
  }
}

/// Holds a file against a schema with xmllint, the second opinion; the messages are empty when it is valid.
func xmllint(_ file: URL, schema: String) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["xmllint", "--noout", "--schema", Plan.schemas.appendingPathComponent(schema).path, file.path]
  let pipe = Pipe()
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return process.terminationStatus == 0 ? "" : String(decoding: output, as: UTF8.self)
}

/// The same for a text.
func xmllint(_ xml: String, schema: String) throws -> String {
  let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xml")
  try Data(xml.utf8).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  return try xmllint(file, schema: schema)
}
