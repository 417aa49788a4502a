import Aggregation
import Foundation
import Inbox
import Intake
import Office
import Receipts
import Regimes
import ReportingModel
import Reports
import Schemas
import Submissions
import Testing
import Workspaces

/// A folder of the gallery: inputs that raise one finding, and what the program says of them.
struct GalleryCase: Sendable, CustomTestStringConvertible {
  let code: String
  let folder: String

  var testDescription: String { code }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let gallery = root + "/Samples/gallery"

  static let all: [GalleryCase] = ((try? FileManager.default.contentsOfDirectory(atPath: gallery)) ?? []).sorted()
    .filter { $0.contains("-") && !$0.contains(".") }
    .map { GalleryCase(code: $0, folder: gallery + "/" + $0) }

  /// What is special about a case: `case.json`.
  struct Special: Decodable {
    var receivedAt: String?
    /// The unit's folder of the inbox that the files lie in.
    var folder: String?
    var limits: [String: Int]?
    /// A request that is opened and closed before.
    var closedRequest: String?
    /// A half-year whose report is issued before.
    var issuedReport: String?
    /// How often the program was ended while it read the bundle.
    var tries: Int?
    /// The case whose bundle is taken in before.
    var after: String?
    /// The units' folders of single files, where they are not all in one.
    var folders: [String: String]?
    /// A bundle that is purged once it was taken in.
    var purged: String?
    /// The days on which files came another way that are entered now.
    var entered: [String: String]?
  }

  var special: Special {
    get throws {
      let file = folder + "/case.json"
      guard FileManager.default.fileExists(atPath: file) else { return Special() }
      return try JSONDecoder().decode(Special.self, from: Data(contentsOf: URL(filePath: file)))
    }
  }

  /// The bundles, in the order in which they arrive.
  var bundles: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".zip") }.sorted()
  }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name))) }

  var receiptFile: String { folder + "/bien-nhan.json" }
}

/// A result: the receipt's file, and its findings for the gallery's page.
struct GalleryResult {
  var json: [UInt8]
  var findings: [Finding]
}

extension GalleryCase {
  /// Does with the inputs what the office would: bundles through the inbox, registries and regimes through their own door.
  func run() async throws -> GalleryResult {
    if FileManager.default.fileExists(atPath: folder + "/bad.xml") {
      let loaded = RegimeLoader.load(
        try bytes("bad.xml"), schema: Schemas.regimeXSD, digest: .zero, file: "bad.xml")
      return GalleryResult(findings: loaded.findings)
    }
    let scene = try await GalleryScene(special: special)
    defer { scene.remove() }
    if FileManager.default.fileExists(atPath: folder + "/units.csv") {
      do {
        let bytes = try bytes("units.csv")
        let read = try await scene.workspace.write(operatorName: "thử") {
          try await $0.importUnits(bytes, file: "units.csv", clock: scene.moment)
        }
        return GalleryResult(findings: read.findings)
      } catch WorkspaceProblem.refused(let findings) {
        return GalleryResult(findings: findings)
      }
    }
    var last: Receipt?
    for name in bundles {
      last = try await scene.send(bytes(name), name: name)
      if name == (try special.purged) { try await scene.purge(last) }
    }
    guard let last else { return GalleryResult(findings: []) }
    return GalleryResult(
      json: last.json(.vietnamese).fileBytes,
      findings: last.findings + last.submissions.flatMap { $0.submission.log.kept })
  }
}

extension GalleryResult {
  /// A result that is findings alone, as `units import` and `regime check` tell them.
  init(findings: [Finding]) {
    self.findings = findings
    json = JSONValue.array(findings.map { $0.json(.vietnamese) }).fileBytes
  }
}

/// A workspace of the gallery's own units.
struct GalleryScene {
  let folder: String
  let workspace: Workspace
  let special: GalleryCase.Special

  var moment: Instant {
    Instant(CalendarDate(iso: special.receivedAt ?? "2027-01-20") ?? CalendarDate(dayNumber: 0), hour: 8)
  }

  init(special: GalleryCase.Special) async throws {
    self.special = special
    folder = NSTemporaryDirectory() + "gallery-" + UUID().uuidString
    let start = Instant(CalendarDate(iso: "2026-09-01") ?? CalendarDate(dayNumber: 0), hour: 8)
    let settings: JSONValue = .object([
      "office": .object([
        "limits": .object((special.limits ?? [:]).mapValues { .int($0) }),
        "plan": .object(["number": .string("12/KH-SGDĐT"), "date": .string("2026-06-20")]),
      ])
    ])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(settings.fileBytes).write(to: URL(filePath: folder + "/tonghop.json"))
    _ = try await Workspace.create(
      at: folder, regime: .builtIn,
      registry: [UInt8](Data(contentsOf: URL(filePath: GalleryCase.gallery + "/units.csv"))), now: start,
      operatorName: "thử")
    workspace = try Workspace(at: folder)
    if let code = special.closedRequest {
      guard let from = CalendarDate(iso: "2027-01-04"), let to = CalendarDate(iso: "2027-01-15"),
        let window = Window(from: from, to: to)
      else { return }
      let request = CollectionRequest(
        regime: "LD-NQ57", code: code, title: "Câu lạc bộ AI trong trường học", window: window, due: to)
      try await workspace.write(operatorName: "thử") { try await $0.open(request, clock: start) }
      let closed = moment
      try await workspace.write(operatorName: "thử") {
        try await $0.closeRequest(code, regime: nil, clock: closed)
      }
    }
    if let key = special.issuedReport { try await issue(key) }
    if let earlier = special.after.map({ GalleryCase(code: $0, folder: GalleryCase.gallery + "/" + $0) }) {
      _ = try await send(earlier.bytes("goi.zip"), name: "goi.zip")
    }
  }

  /// Issues the report of a half-year, as the office would.
  private func issue(_ key: String) async throws {
    let words = ["UUDIEM", "HANCHE", "PHUONGHUONG"]
    let texts = OfficeTexts(blocks: Dictionary(uniqueKeysWithValues: words.map { ($0, "Đã nêu.") }))
    let draft = try await workspace.read().draft(
      ReportRequest(.outgoing(.halfYear, key: key), to: .province, texts: texts))
    let mark = IssueMark(
      number: "05/BC-SGDĐT", date: CalendarDate(iso: "2027-06-16") ?? moment.date, signer: "Nguyễn Văn Mẫu")
    let id = try workspace.save(draft)
    _ = try await workspace.write(operatorName: "thử") {
      try await $0.issue($0.examine(draft: id, mark, clock: moment), clock: moment)
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Removes what a receipt is for.
  func purge(_ receipt: Receipt?) async throws {
    guard let digest = receipt?.digest else { return }
    try await workspace.write(operatorName: "thử") { try await $0.purge(digest, reason: "gửi nhầm", clock: moment) }
  }

  /// Puts a bundle through the inbox and gives its receipt.
  func send(_ bytes: [UInt8], name: String) async throws -> Receipt? {
    let unit = special.folders?[name] ?? special.folder
    let begun = special.tries.map { workspace.claimed + "/1.\($0)" }
    let place = begun ?? workspace.inbox + (unit.map { "/" + $0 } ?? "")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: place + "/" + name))
    let delivery = Delivery(path: place + "/" + name, fileName: name, folderUnit: unit, isInInbox: true)
    return try await workspace.write(operatorName: "thử") { writer in
      var receipt: Receipt?
      let day = special.entered?[name].flatMap { CalendarDate(iso: $0) }
      let occasion = Occasion(
        now: moment, receivedAt: day.map { Instant($0, hour: 8) }, reason: day.map { _ in "gửi giấy" })
      let ingestion = try Ingestion(writer)
      try await ingestion.resume(occasion, refused: { throw $1 }) { receipt = $0 }
      if begun == nil { try await ingestion.ingest([delivery], occasion, refused: { throw $1 }) { receipt = $0 } }
      return receipt
    }
  }
}
