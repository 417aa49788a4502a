import ReportingModel
import Settings
import TestSupport
import Testing

@Suite struct RoundTripTests {
  @Test func whatIsRecordedIsRead() throws {
    var random = SplitMix64(seed: 6)
    for _ in 0..<500 {
      let office = OfficeSettings.random(using: &random)
      let node = try JSONNode(parsing: office.json.canonicalBytes)
      let back = try OfficeSettings(node)
      #expect(back == office)
      #expect(back.json.canonicalBytes == office.json.canonicalBytes)
      #expect(try SettingsFile(JSONValue.object(["office": office.json]).fileBytes).office == office)
    }
  }

  @Test func recordedSettingsAreReadStrictly() throws {
    let node = try JSONNode(parsing: Array(#"{"regime":"ệ","rows":1,"limits":{"rows":0}}"#.utf8))
    do throws(SettingsProblem) {
      _ = try OfficeSettings(node)
      Issue.record("read")
    } catch {
      #expect(
        error.faults.map(\.message.english) == [
          "The key office.rows stands in the wrong place.", "office.limits.rows = 0 must be from 1 to 1000000000.",
        ])
      #expect(error.faults.map(\.line) == [1, 1])
      #expect(error.faults.map(\.column) == [17, 43])
    }
  }

  /// Whatever the bytes: settings, or faults that lie in the file.
  @Test func changedBytesNeverTrap() throws {
    var random = SplitMix64(seed: 9)
    let full = JSONValue.object([
      "office": OfficeSettings.random(using: &random).json, "service": .object(["quietSeconds": .int(1)]),
    ]).fileBytes
    for seed in [full, SettingsFile.initialFile()] {
      let pieces = ["null", "[]", "{}", "\"\"", ",", "-1", "\n", "\u{301}", "\"office\":", "true", "\\u"].map {
        Array($0.utf8)
      }
      for _ in 0..<4000 {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let start = Int.random(in: 0...bytes.count, using: &random)
          let end = min(bytes.count, start + Int.random(in: 0...6, using: &random))
          let any = [UInt8.random(in: 0...255, using: &random)]
          bytes.replaceSubrange(
            start..<end, with: Bool.random(using: &random) ? any : pieces.randomElement(using: &random) ?? any)
        }
        let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
        for fault in faults(bytes) {
          #expect((1...lines).contains(fault.line) && (1...bytes.count + 1).contains(fault.column))
        }
      }
    }
  }
}

extension OfficeSettings {
  static func random(using random: inout SplitMix64) -> OfficeSettings {
    func text() -> String {
      let words = ["Nguyễn", "Đà Lạt", "\"a\\b\"", "12/KH-SGDĐT", "«x»", "😀", "a/b", "Lưu: VT"]
      return (0...2).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
    }
    func told() -> Bool { .random(using: &random) }
    func texts() -> [String] { (0..<Int.random(in: 0...3, using: &random)).map { _ in text() } }
    func day() -> CalendarDate { CalendarDate(dayNumber: .random(in: 0...30_000, using: &random)) }
    var office = OfficeSettings()
    office.regime = told() ? text() : nil
    office.requireUnitFolder = told()
    office.electronic = told()
    office.contact.phone = told() ? text() : nil
    office.contact.email = told() ? "vp@example.vn" : nil
    office.plan.number = told() ? text() : nil
    office.plan.date = told() ? day() : nil
    office.signature.capacity = texts()
    office.signature.signer = told() ? text() : nil
    office.legalBases = texts()
    for copy in ["ubnd-tinh", "bo-gddt", "donDoc"] where told() { office.receivers[copy] = texts() }
    office.daysOff = Set((0..<Int.random(in: 0...4, using: &random)).map { _ in day() }).sorted()
    office.numbers.twoDigits = told()
    office.limits.archiveBytes = .random(in: 1...1 << 40, using: &random)
    office.limits.rows = .random(in: 1...1_000_000_000, using: &random)
    office.limits.xmlDepth = .random(in: 1...256, using: &random)
    office.limits.causes = .random(in: 1...1_000_000, using: &random)
    return office
  }
}
