import Foundation
import TestSupport
import Testing

/// What a settings file must not be, and that it stops nobody but who applies it.
@Suite struct SettingsFileTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    /// Line and column.
    let place: String
    /// What the message or its hint says.
    let said: String

    var testDescription: String { text }

    init(_ text: String, _ place: String, _ said: String) {
      self.text = text
      self.place = place
      self.said = said
    }
  }

  static let faults = [
    Fault("{\n  \"office\": {\n    \"dayOff\": []\n  }\n}", "3:5", "daysOff"),
    Fault("{\"office\": {\"contact\": {\"fone\": \"1\"}}}", "1:25", "phone"),
    Fault("{\"ofice\": {}}", "1:2", "office"), Fault("{\"quietSeconds\": 5}", "1:2", "service"),
    Fault("{\"office\": {\"electronic\": \"yes\"}}", "1:27", "electronic"),
    Fault("{\"office\": {\n\"limits\": {\"rows\": 0}}}", "2:20", "rows"),
    Fault("{\"office\": {\"daysOff\": [\"2027-02-30\"]}}", "1:25", "2027-02-30"),
    Fault("{\"service\": {\"patienceSeconds\": 1.5}}", "1:33", "integers"),
    Fault("{\"office\": ", "1:12", "a value is missing"),
  ]

  @Test(arguments: faults)
  func aFaultIsToldByItsPlaceAndNothingIsRecorded(_ fault: Fault) throws {
    let desk = try Desk()
    try desk.folder.write("w/tonghop.json", fault.text)
    for verb in ["check", "apply"] {
      let refused = try desk.run(["settings", verb])
      #expect(refused.status == 65, "\(refused.remarks)")
      #expect(refused.remarks.hasPrefix("tonghop.json:\(fault.place): error "), "\(refused.remarks)")
      #expect(refused.remarks.contains(fault.said), "\(refused.remarks)")
    }
    #expect(try desk.sql("SELECT max(sequence) FROM entry") == "\(Desk.end)")
  }

  @Test func allFaultsAreToldAtOnce() throws {
    let desk = try Desk()
    try desk.folder.write(
      "w/tonghop.json", "{\"office\": {\"plan\": {\"date\": \"2026\"},\n\"regime\": 5, \"signer\": \"A\"}}")
    let refused = try desk.run(["settings", "check"])
    #expect(refused.lines.count { $0.contains(": error ") } == 3, "\(refused.remarks)")
    #expect(refused.remarks.contains("signature"))
  }

  /// A broken file is one line on standard error, whoever reads or takes in.
  @Test func aBrokenFileStopsNothing() throws {
    let desk = try Desk()
    let bundle = try desk.bundle("TR-00003")
    try FileManager.default.copyItem(atPath: bundle, toPath: desk.folder.path + "/goi.zip")
    try desk.folder.write("w/tonghop.json", "{\"office\": ")
    for reader in try ReaderTests.readers(desk.folder.path) where reader[0] != "settings" || reader[1] == "show" {
      let outcome = try desk.run(reader)
      #expect(outcome.status == 0, "\(reader): \(outcome.remarks)")
      let lines = outcome.lines.filter { $0.contains("tonghop.json") }
      #expect(lines.count == 1, "\(reader): \(outcome.remarks)")
    }
    #expect(try desk.run(["ingest", bundle]).status == 0)
    #expect(try desk.run(["withdraw", "\(Desk.second)", "--reason", "nhầm"]).status == 0)
    let doctor = try desk.run(["doctor"])
    #expect(doctor.status == 0 && doctor.text.contains("fair: tonghop.json has faults"))
  }

  /// A watch begins beside a broken file, with the usual pauses, and judges by what is recorded.
  @Test func aWatchDoesNotStopForTheFile() throws {
    let desk = try Desk()
    try desk.folder.write("w/tonghop.json", "[]")
    let watch = try Watching(desk)
    try FileManager.default.copyItem(atPath: desk.bundle("TR-00003"), toPath: desk.w + "/inbox/goi.zip")
    #expect(watch.wait { $0.contains("BN-000005") })
    #expect(watch.stop() == 0)
  }

  /// `init` takes a file that lies there, or refuses it and makes nothing.
  @Test func initTakesTheFileThatLiesThere() throws {
    let folder = try Folder()
    try folder.write("w/tonghop.json", #"{"office":{"regimme":"X"}}"#)
    let refused = try Program.run(["init", folder.path + "/w", "--lang", "en"])
    #expect(refused.status == 65 && refused.remarks.hasPrefix("tonghop.json:1:12: error "), "\(refused.remarks)")
    #expect(folder.files(below: "w") == ["tonghop.json"])
    try folder.write("w/tonghop.json", SettingsTests.moved)
    #expect(try Program.run(["init", folder.path + "/w"]).status == 0)
    let shown = try Program.run(["settings", "show", "--workspace", folder.path + "/w"])
    #expect(shown.text.contains(#""daysOff":["2027-02-01","2027-02-02"]"#) && shown.remarks.isEmpty)
    #expect(String(decoding: try folder.data("w/tonghop.json"), as: UTF8.self) == SettingsTests.moved)
  }
}
