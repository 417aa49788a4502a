import ReportingModel
import Settings
import Testing

@Suite struct DefaultTests {
  @Test func limitsAreThoseOfTheTable() {
    guard case .object(let limits)? = Key.value("limits", in: OfficeSettings().json) else {
      Issue.record("no limits")
      return
    }
    #expect(limits == Dictionary(uniqueKeysWithValues: Key.limits.map { ($0.key, .int($0.value)) }))
  }

  @Test func theRest() {
    let office = OfficeSettings()
    #expect(office.regime == nil)
    #expect(!office.requireUnitFolder)
    #expect(office.electronic)
    #expect(ServiceSettings().quietSeconds == 2)
    #expect(ServiceSettings().patienceSeconds == 86_400)
    let limits =
      "{" + Key.limits.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    #expect(
      String(decoding: office.json.canonicalBytes, as: UTF8.self)
        == #"{"contact":{},"daysOff":[],"electronic":true,"legalBases":[],"limits":"# + limits
        + #","plan":{},"receivers":{},"requireUnitFolder":false,"signature":{"capacity":[]}}"#)
  }

  @Test(arguments: [
    "{}", "\u{FEFF} { } ", #"{"office":{},"service":{}}"#, #"{"office":null,"service":null}"#,
    #"{"office":{"regime":null,"contact":null,"limits":{"rows":null},"daysOff":null,"receivers":{"ubnd-tinh":null}}}"#,
  ])
  func whatIsNotToldIsTheDefault(_ text: String) {
    #expect(settings(text)?.office == OfficeSettings())
    #expect(settings(text)?.service == ServiceSettings())
  }

  @Test func theInitialFileChangesNothing() throws {
    let text = String(decoding: SettingsFile.initialFile(), as: UTF8.self)
    let file = try #require(settings(text))
    #expect(file == settings("{}"))
    #expect(text.hasSuffix("}\n"))
    for key in Key.good.map(\.path) + Key.service.map(\.0) where !key.hasPrefix("office.limits.") {
      #expect(text.contains("\"\(key.split(separator: ".").last ?? "")\":"), "\(key)")
    }
    let named = try SettingsFile(SettingsFile.initialFile(regime: "A\"B"))
    #expect(named.office.regime == "A\"B")
  }

  @Test func recordedSettingsOfToldOnes() throws {
    var office = OfficeSettings()
    office.contact.phone = "0263"
    office.plan.date = CalendarDate(year: 2026, month: 6, day: 30)
    office.daysOff = [CalendarDate(dayNumber: 1), CalendarDate(dayNumber: 0), CalendarDate(dayNumber: 1)]
    #expect(Key.value("contact", in: office.json) == .object(["phone": .string("0263")]))
    #expect(Key.value("plan.date", in: office.json) == .string("2026-06-30"))
    #expect(Key.value("daysOff", in: office.json) == .array([.string("1970-01-01"), .string("1970-01-02")]))
  }
}
