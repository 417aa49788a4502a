import ReportingModel
import Settings
import Testing

@Suite struct UnknownKeyTests {
  @Test(arguments: [
    ("offices", "There is no key offices.", "Is office meant?"),
    ("Office", "There is no key Office.", "Is office meant?"),
    ("office.dayOff", "There is no key office.dayOff.", "Is office.daysOff meant?"),
    ("office.limits.row", "There is no key office.limits.row.", "Is office.limits.rows meant?"),
    ("service.quietSecond", "There is no key service.quietSecond.", "Is service.quietSeconds meant?"),
    ("dayOff", "There is no key dayOff.", "Is office.daysOff meant?"),
    ("office.signature.name", "There is no key office.signature.name.", "It is office.signature.signer now."),
    (
      "office.holidays", "There is no key office.holidays.",
      "There are only: regime, requireUnitFolder, electronic, contact, plan, signature, legalBases, receivers, daysOff, so, limits."
    ),
    ("xyz", "There is no key xyz.", "There are only: office, service."),
    ("office.contact", "", ""),
  ])
  func nearestKey(_ path: String, _ message: String, _ hint: String) {
    let found = faults(Key.file(path, "{}"))
    #expect(found.map(\.message.english) == (message.isEmpty ? [] : [message]))
    #expect(found.map(\.hint.english) == (hint.isEmpty ? [] : [hint]))
  }

  /// Files of earlier programs had no parts.
  @Test(arguments: [
    ("daysOff", #"["2027-02-04"]"#, "It is office.daysOff: move it into the object office."),
    ("limits", #"{"rows":5}"#, "It is office.limits: move it into the object office."),
    ("quietSeconds", "1", "It is service.quietSeconds: move it into the object service."),
    ("office.patienceSeconds", "1", "It is service.patienceSeconds: move it into the object service."),
    ("rows", "1", "It is office.limits.rows: move it into the object office.limits."),
    ("office.service", "{}", "It is service: move it to the top of the file."),
    ("regime", "null", "It is office.regime: move it into the object office."),
  ])
  func keysInTheWrongPlace(_ path: String, _ json: String, _ hint: String) {
    let found = faults(Key.file(path, json))
    #expect(found.map(\.message.english) == ["The key \(path) stands in the wrong place."])
    #expect(found.map(\.hint.english) == [hint])
  }

  @Test func valuesInTheWrongPlaceAreLookedAtToo() {
    #expect(
      told(#"{"daysOff":["2027-02-30"],"signature":{"name":"x"},"quietSeconds":-1}"#) == [
        "1:2 The key daysOff stands in the wrong place.",
        "1:13 Item 1 of office.daysOff = «2027-02-30» is no day of the calendar of the years 1900 to 2999.",
        "1:27 The key signature stands in the wrong place.", "1:40 There is no key office.signature.name.",
        "1:52 The key quietSeconds stands in the wrong place.",
        "1:67 service.quietSeconds = -1 must be from 0 to 604800.",
      ])
  }

  @Test func hostileKeysAreShownShort() {
    let fault = faults("{\"\\u001b[31m" + String(repeating: "a", count: 1000) + "\":1}")[0]
    #expect(fault.message.english.hasPrefix("There is no key ⟨U+001B⟩[31maaa"))
    #expect(fault.message.english.count < 90)
  }

  @Test(.timeLimit(.minutes(1))) func manyFaultsAreToldQuickly() {
    let text = "{" + (0..<20_000).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
    #expect(faults(text).count == 20_000)
  }
}
