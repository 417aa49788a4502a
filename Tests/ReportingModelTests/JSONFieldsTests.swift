import ReportingModel
import Testing

@Suite struct JSONFieldsTests {
  private func fields(_ text: String) throws -> JSONFields { try JSONFields(JSONNode(parsing: Array(text.utf8))) }

  @Test func membersByNameAndType() throws {
    var fields = try fields(
      #"{"s":"x","n":7,"b":true,"d":"2027-02-04","l":["a","b"],"h":"\#(String(repeating: "ab", count: 32))"}"#)
    #expect(try fields.string("s") == "x")
    #expect(try fields.sequence("n") == 7)
    #expect(try fields.bool("b"))
    #expect(try fields.date("d") == CalendarDate(year: 2027, month: 2, day: 4))
    #expect(try fields.strings("l") == ["a", "b"])
    #expect(try fields.digest("h").description.hasPrefix("abab"))
    #expect(try fields.optionalInt("z") == nil)
    #expect(try fields.optionalString("z") == nil)
    #expect(try fields.strings("z") == [])
    try fields.finish()
  }

  @Test func whatIsNotAsItMustBeIsNamed() throws {
    var fields = try fields(
      #"{"s":1,"n":"7","big":99999999999999999999,"d":"2027-2-4","l":[1],"h":"AB","t":"2027-01-20","x":null}"#)
    #expect(throws: JSONFields.Malformed("s")) { try fields.string("s") }
    #expect(throws: JSONFields.Malformed("n")) { try fields.int("n") }
    #expect(throws: JSONFields.Malformed("big")) { try fields.int("big") }
    #expect(throws: JSONFields.Malformed("b")) { try fields.bool("b") }
    #expect(throws: JSONFields.Malformed("d")) { try fields.date("d") }
    #expect(throws: JSONFields.Malformed("l")) { try fields.strings("l") }
    #expect(throws: JSONFields.Malformed("h")) { try fields.digest("h") }
    #expect(throws: JSONFields.Malformed("t")) { try fields.instant("t") }
    #expect(throws: JSONFields.Malformed("x")) { try fields.finish() }
    #expect(throws: JSONFields.Malformed("payload")) { try JSONFields(JSONNode(parsing: Array("[]".utf8)), "payload") }
  }
}
