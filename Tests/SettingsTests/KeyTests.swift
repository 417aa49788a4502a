import ReportingModel
import Settings
import Testing

@Suite struct KeyTests {
  @Test(arguments: Key.good)
  func everyKeyIsRead(_ path: String, _ json: String) throws {
    let file = try #require(settings(Key.file(path, json)), "\(path)")
    let told = try JSONNode(parsing: Array(json.utf8)).plain
    #expect(Key.value(path, in: .object(["office": file.office.json])) == told, "\(path)")
    #expect(file.service == ServiceSettings())
    // And nothing else is moved by it.
    #expect(file.office != OfficeSettings())
  }

  @Test func theServiceIsRead() throws {
    let file = try #require(settings(#"{"service":{"quietSeconds":0,"patienceSeconds":604800}}"#))
    #expect(file.service.quietSeconds == 0)
    #expect(file.service.patienceSeconds == 604_800)
    #expect(file.office == OfficeSettings())
  }

  /// Every key with values of each other type: a fault on the value, with what was expected and what is there.
  @Test(arguments: Key.good + Key.service)
  func everyWrongTypeIsTold(_ path: String, _ json: String) throws {
    let own = try JSONNode(parsing: Array(json.utf8)).kind
    for other in ["true", "7", #""x@y""#, "[]", "{}"] {
      let kind = try JSONNode(parsing: Array(other.utf8)).kind
      guard kind != own else { continue }
      let fault = try #require(faults(Key.file(path, other)).first, "\(path): \(other)")
      let expected = own.english == "true/false" ? "true or false" : own.english
      #expect(fault.message.english == "\(path) must be \(expected), here it is \(kind.english).")
      #expect(fault.message.vietnamese.hasPrefix("\(path) phải là "))
      #expect(fault.message.vietnamese.hasSuffix(", ở đây là \(kind.vietnamese)."))
      #expect(fault.line == 1)
      #expect(fault.column == Key.file(path, "").prefix { $0 != "}" }.count + 1)
    }
  }

  @Test(arguments: Key.limits.map(\.key))
  func limitsHaveBounds(_ key: String) {
    let path = "office.limits." + key
    for bad in ["0", "-1", "1099511627777", "99999999999999999999999", "-170141183460469231731687303715884105728"] {
      let told = told(Key.file(path, bad))
      #expect(told.count == 1 && told[0].contains("\(path) = \(bad) must be from 1 to "), "\(told)")
    }
    #expect(settings(Key.file(path, "1")) != nil)
    #expect(hints(Key.file(path, "0"))[0].hasPrefix("Without this key it is "))
  }

  @Test(arguments: ["quietSeconds", "patienceSeconds"], ["-1", "604801", "9223372036854775808"])
  func secondsHaveBounds(_ key: String, _ bad: String) {
    #expect(
      told("{\"service\":{\"\(key)\":\(bad)}}").map { $0.drop { $0 != " " } }
        == [" service.\(key) = \(bad) must be from 0 to 604800."])
  }

  @Test(arguments: [
    ("office.regime", #""""#, "is empty"), ("office.contact.phone", #"" \u00a0 ""#, "is empty"),
    ("office.signature.signer", #""Nguyễn\nVăn""#, "has the control character U+000A"),
    ("office.plan.number", #""a\u007f""#, "has the control character U+007F"),
    ("office.plan.number", #""a\u202eb""#, "has the control character U+202E"),
    ("office.contact.email", #""vanphong""#, "= «vanphong» is no e-mail address"),
    ("office.contact.email", #""@x""#, "= «@x» is no e-mail address"),
    ("office.contact.email", #""a@b@c""#, "= «a@b@c» is no e-mail address"),
    ("office.contact.email", #""a b@c""#, "= «a b@c» is no e-mail address"),
    ("office.plan.date", #""30/6/2026""#, "= «30/6/2026» is no day of the calendar of the years 1900 to 2999"),
    ("office.plan.date", #""2026-02-29""#, "= «2026-02-29» is no day of the calendar of the years 1900 to 2999"),
    ("office.receivers.ubnd-tinh", #""Như trên""#, "must be a list [ ], here it is a text"),
  ])
  func impossibleValues(_ path: String, _ json: String, _ what: String) {
    #expect(told(Key.file(path, json)).map { $0.drop { $0 != " " }.dropFirst() } == ["\(path) \(what)."])
  }

  @Test(arguments: [
    (
      "office.legalBases", #"["a","","b",7,null]"#,
      [
        "Item 2 of office.legalBases is empty.",
        "Item 4 of office.legalBases must be a text, here it is an integer.",
        "Item 5 of office.legalBases must be a text, here it is null.",
      ]
    ),
    (
      "office.signature.capacity", #"["a\tb"]"#,
      ["Item 1 of office.signature.capacity has the control character U+0009."]
    ),
    (
      "office.daysOff", #"["2027-02-05","2027-02-04","2027-02-05","Tết"]"#,
      [
        "Item 3 of office.daysOff = 2027-02-05 stands above already.",
        "Item 4 of office.daysOff = «Tết» is no day of the calendar of the years 1900 to 2999.",
      ]
    ),
    (
      "office.receivers", #"{"":["a"],"b ":[],"c":["x",""],"d\u0001":[],"e\u0001f":[]}"#,
      [
        "The copy's name «» in office.receivers is empty or has white space around it.",
        "The copy's name «b » in office.receivers is empty or has white space around it.",
        "Item 2 of office.receivers.c is empty.",
        "office.receivers.d⟨U+0001⟩ has the control character U+0001.",
        "office.receivers.e⟨U+0001⟩f has the control character U+0001.",
      ]
    ),
  ])
  func itemsOfLists(_ path: String, _ json: String, _ messages: [String]) {
    #expect(faults(Key.file(path, json)).map(\.message.english) == messages)
  }

  /// `null` is no item, so it is not advised there.
  @Test func emptyTextsAreLeftOut() {
    let found = hints(#"{"office":{"regime":"","legalBases":[""]}}"#)
    #expect(found == ["Write null or leave the key out.", "Take this item away."])
  }

  @Test func textsAreBroughtToOneForm() throws {
    let file = try #require(
      settings(
        "{\"office\":{\"signature\":{\"signer\":\"  Nguye\u{302}\u{303}n \"},\"daysOff\":[\"2027-02-05\",\"2027-02-04\"]}}"
      ))
    #expect(Array((file.office.signature.signer ?? "").utf8) == Array("Nguy\u{1EC5}n".utf8))
    #expect(file.office.daysOff.map(\.description) == ["2027-02-04", "2027-02-05"])
  }
}
