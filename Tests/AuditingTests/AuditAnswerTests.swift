import Auditing
import ReportingModel
import Testing

@Suite struct AuditAnswerTests {
  @Test func whatIsPassedOverIsNoDifference() {
    let words = LocalizedText("khớp", "agrees")
    #expect(AuditAnswer([AuditCheck("chain", .ok, words), AuditCheck("object", .skipped, words)]).isGood)
    #expect(!AuditAnswer([AuditCheck("chain", .ok, words), AuditCheck("content", .failed, words)]).isGood)
  }

  @Test func theAnswerIsASchemaOfItsOwn() {
    let answer = AuditAnswer([
      AuditCheck("content", .failed, at: ["sequence": .int(57)], LocalizedText("khác", "differs"))
    ])
    #expect(
      String(decoding: answer.json.canonicalBytes, as: UTF8.self)
        == #"{"checks":[{"at":{"sequence":57},"message":"differs","name":"content","state":"failed"}],"ok":false,"schema":"tonghop.audit/1"}"#
    )
  }
}
