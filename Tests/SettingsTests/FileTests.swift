import ReportingModel
import Settings
import Testing

/// A file as a whole: all its faults, each in its place.
@Suite struct FileTests {
  @Test func allFaultsAtOnceInTheOrderOfTheFile() {
    let text = """
      {
        "service": { "patienceSeconds": "1" },
        "office": {
          "regime": "Đắk", "regime": 5,
          "limits": { "rows": 0 },
          "legalBases": ["ổ", ""],
          "khác": 1
        }
      }
      """
    let expected = [
      "2:35 service.patienceSeconds must be an integer, here it is a text.",
      "4:22 A key too many: the key «regime» stands twice.",
      "4:32 office.regime must be a text, here it is an integer.",
      "5:25 office.limits.rows = 0 must be from 1 to 1000000000.", "6:25 Item 2 of office.legalBases is empty.",
      "7:5 There is no key office.khác.",
    ]
    #expect(told(text) == expected)
    // Ends of lines of Windows, a byte order mark and letters of two code points change no place.
    #expect(told("\u{FEFF}" + text.replacing("\n", with: "\r\n")) == expected)
    #expect(told(text.replacing("ổ", with: "o\u{302}\u{309}")) == expected)
    #expect(told(text.replacing("\n", with: "\r")) == expected)
  }

  @Test(arguments: [
    ("", "1:1 The file cannot be read: a value is missing."),
    ("{", "1:2 The file cannot be read: a key in double quotes is missing."),
    ("{\n \"office\": {\n  \"regime\": \"ệ\",\n }\n}", "3:16 The file cannot be read: a comma too many."),
    ("{}\n{}", "2:1 The file cannot be read: text after the value."),
    ("{\"service\":{\"quietSeconds\":2.5}}", "1:28 The file cannot be read: only integers are taken."),
    ("[]", "1:1 The file must be an object { }, here it is a list [ ]."),
    ("null", "1:1 The file must be an object { }, here it is null."),
  ])
  func brokenFiles(_ text: String, _ expected: String) {
    #expect(told(text) == [expected])
  }

  @Test func aKeyTwiceIsToldOfABrokenFileToo() {
    #expect(
      told("{\"office\":{},\n\"office\":{},\n") == [
        "2:1 A key too many: the key «office» stands twice.",
        "3:1 The file cannot be read: a key in double quotes is missing.",
      ])
  }

  @Test func otherEncodings() {
    let fault = faults(Array("{\"office\":{\"regime\":\"ệ\",\n\"x\":\"".utf8) + [0xD0, 0x22, 0x7D, 0x7D])[0]
    #expect((fault.line, fault.column) == (2, 6))
    #expect(fault.hint.english == "Save the file as UTF-8.")
    #expect(faults([0xFF, 0xFE] + Array("{}".utf16).flatMap { [UInt8($0), 0] }).map(\.column) == [1])
  }

  @Test func everyFaultIsSaidInBothLanguages() {
    for text in ["", "{", "[]", #"{"a":1}"#, #"{"daysOff":[]}"#, #"{"office":{"limits":{"rows":0},"regime":""}}"#] {
      for fault in faults(text) {
        for words in [fault.message, fault.hint] {
          #expect(!words.vietnamese.isEmpty && !words.english.isEmpty && words.vietnamese != words.english, "\(text)")
          #expect(words.vietnamese.last.map { ".?".contains($0) } == true, "\(words)")
        }
      }
    }
  }
}
