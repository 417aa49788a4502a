import Foundation
import TestSupport
import Testing

/// What lies in an inbox and is no whole bundle: it is told, and holds up nobody.
@Suite struct InboxTests {
  private let folder: Folder
  private let w: String
  private static let bundle = CommandTests.samples + "/bundles/2027-01-20/thpt001-hk1.zip"

  init() throws {
    folder = try Folder()
    w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
  }

  private func run(_ arguments: [String], _ more: [String: String] = [:]) throws -> Program.Outcome {
    try Program.run(
      arguments + ["--workspace", w], environment: CommandTests.now.merging(more) { _, new in new })
  }

  private func drop(_ name: String, bytes: Int? = nil) throws {
    let data = try Data(contentsOf: URL(filePath: Self.bundle))
    let path = w + "/inbox/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try data.prefix(bytes ?? data.count).write(to: URL(filePath: path))
  }

  private func left() throws -> [Object] {
    let status = try #require(try run(["status", "--period", "HK1/2026-2027", "--json"]).json() as? Object)
    return status["inbox"] as? [Object] ?? []
  }

  @Test func whatIsPassedOverIsTold() throws {
    try drop("SO-THPT-001/2027/sau.zip")
    try drop("SO-THPT-001/tai.zip.crdownload")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -180_000)],
      ofItemAtPath: w + "/inbox/SO-THPT-001/tai.zip.crdownload")
    try folder.write("w/inbox/SO-THPT-001/Chưa nén/thong-tin.csv", "che_do")
    try FileManager.default.removeItem(atPath: w + "/inbox/SO-THPT-002")
    try FileManager.default.createSymbolicLink(atPath: w + "/inbox/SO-THPT-002", withDestinationPath: folder.path)
    #expect(unsafe mkfifo(w + "/inbox/ong.zip", 0o600) == 0)
    let told = ["2027/sau.zip", "tai.zip.crdownload", "Chưa nén", "SO-THPT-002", "ong.zip"]
    let ingested = try run(["ingest"])
    #expect(ingested.status == 1 && ingested.text.isEmpty)
    let probes = try run(["doctor"])
    #expect(probes.status == 0)
    let status = try run(["status", "--period", "HK1/2026-2027"])
    for name in told {
      #expect(ingested.remarks.contains(name) && probes.text.contains(name) && status.text.contains(name), "\(name)")
    }
    let rows = try left()
    #expect(
      rows.map { "\($0["unit"] as? String ?? "-") \($0["name"] as? String ?? "") \($0["reason"] as? String ?? "")" }
        == [
          "- SO-THPT-002 link", "- ong.zip special", "SO-THPT-001 tai.zip.crdownload temporary",
          "SO-THPT-001 2027/sau.zip deep", "SO-THPT-001 Chưa nén unzipped",
        ])
    let asOf = try #require(
      try run(["status", "--period", "HK1/2026-2027", "--json", "--as-of", "3"]).json() as? Object)
    #expect(asOf["inbox"] == nil)
  }

  @Test func aHalfWrittenFileIsLeftAndTheOthersAreTaken() throws {
    try drop("SO-THPT-001/nua.zip", bytes: 700)
    try drop("SO-THPT-001/rong.zip", bytes: 0)
    try drop("SO-THPT-001/hk1.zip")
    let outcome = try run(["ingest", "--json"])
    #expect(outcome.status == 1)
    let receipts = try #require(try outcome.json() as? [Object])
    #expect(receipts.map { $0["file"] as? String } == ["hk1.zip"])
    #expect(outcome.remarks.contains("nua.zip") && outcome.remarks.contains("rong.zip"))
    #expect(Set(folder.files(below: "w/inbox/SO-THPT-001")) == ["nua.zip", "rong.zip"])
    // The rest arrives; the same run takes it.
    try drop("SO-THPT-001/nua.zip")
    let again = try run(["ingest", "--json"])
    #expect((try again.json() as? [Object])?.first?["status"] as? String == "duplicate")
  }

  /// A file that is named is taken as it is, and is judged.
  @Test func aNamedFileIsTakenAsItIs() throws {
    try drop("SO-THPT-001/nua.zip", bytes: 700)
    let outcome = try run(["ingest", w + "/inbox/SO-THPT-001/nua.zip", "--json"])
    let receipt = try #require((try outcome.json() as? [Object])?.first)
    #expect(outcome.status == 1 && receipt["status"] as? String == "quarantined")
    #expect(folder.files(below: "w/inbox/SO-THPT-001").isEmpty)
  }

  /// Ten gibibytes that are nowhere on the disk: no byte is read, and the file is kept once.
  @Test func aSparseFileIsNeverRead() throws {
    let huge = w + "/inbox/SO-THPT-001/thua.zip"
    try drop("SO-THPT-001/thua.zip", bytes: 0)
    try #require(unsafe truncate(huge, 10 << 30) == 0)
    try drop("SO-THPT-001/hk1.zip")
    let objects = folder.files(below: "w/store").count
    let outcome = try run(["ingest", "--json"])
    #expect(outcome.status == 1)
    let receipts = try #require(try outcome.json() as? [Object])
    let receipt = try #require(receipts.first { $0["file"] as? String == "thua.zip" })
    #expect(receipt["status"] as? String == "quarantined" && receipt["sha256"] is NSNull)
    #expect(((receipt["issues"] as? [Object])?.first?["code"]) as? String == "ZIP-SIZE")
    #expect(receipts.first { $0["file"] as? String == "hk1.zip" }?["status"] as? String == "accepted")
    let kept = folder.files(below: "w/quarantine").filter { $0.hasSuffix("thua.zip") }
    #expect(kept.count == 1 && folder.files(below: "w/store").count == objects + 1)
    #expect(!FileManager.default.fileExists(atPath: huge))
    let entries = try Program.run(
      "/usr/bin/python3",
      [
        "-c",
        "import sqlite3,sys; [print(r[0]) for r in sqlite3.connect(sys.argv[1]).execute('SELECT line FROM entry')]",
        w + "/ledger.sqlite",
      ]
    ).text.split(separator: "\n").filter { $0.contains(#""file":"thua.zip""#) }
    #expect(entries.count == 1 && entries.first?.contains(#""size":10737418240"#) == true)
    #expect(entries.first?.contains(#""sha256""#) == false)
    #expect(try run(["doctor"]).status == 0)
  }

  /// Checked once, also over restarts; a file that was only touched is not checked again.
  @Test func theCheckFolderChecksOnce() throws {
    for number in 1...3 { try drop("kiem-tra/SO-THPT-001/\(number).zip") }
    func checks() throws -> Int { try run(["ingest"]).text.components(separatedBy: ".zip:").count - 1 }
    #expect(try checks() == 3)
    #expect(try checks() == 0)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -1000)], ofItemAtPath: w + "/inbox/kiem-tra/SO-THPT-001/1.zip")
    #expect(try checks() == 0)
    try FileManager.default.removeItem(atPath: w + "/inbox/kiem-tra/SO-THPT-001/2.zip")
    try drop("kiem-tra/SO-THPT-001/3.zip", bytes: 700)
    try Data().write(to: URL(filePath: w + "/inbox/kiem-tra/SO-THPT-001/3.zip.done"))
    #expect(try checks() == 1)
    #expect(folder.files(below: "w/inbox/kiem-tra/SO-THPT-001").contains("1.zip"))
  }
}
