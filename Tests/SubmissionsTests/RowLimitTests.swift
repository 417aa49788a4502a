import Bundles
import ReportingModel
import Schemas
import Testing
import XMLReading

@testable import Submissions

/// Rows of a file and of a bundle have a limit in either encoding; what was read of a submission beyond it does not count.
@Suite struct RowLimitTests {
  private func xml(_ rows: RowLimit, _ records: Int) throws -> RawSubmission {
    let items = String(repeating: "<muc noiDung='ND1'><ten>a</ten><moTa>b</moTa></muc>", count: records)
    let text = "<baoCao xmlns='urn:tonghop:bao-cao:1' phienBan='1.0'><thongTin/><moHinh>\(items)</moHinh></baoCao>"
    let source = SubmissionSource(
      form: .xml, path: "a.xml", files: [BundleFile(path: "a.xml", bytes: Array(text.utf8))], evidence: [])
    let schema = try XMLSchema(Schemas.submissionXSD)
    guard case .submission(let raw) = XMLSubmissionReader.read(source, schema: schema, rows: rows, log: FindingLog())
    else { throw NoSubmission() }
    return raw
  }

  private struct NoSubmission: Error {}

  private func csv(_ rows: RowLimit, _ records: Int) -> RawSubmission {
    let text = "noi_dung;ten;mo_ta\n" + String(repeating: "ND1;a;b\n", count: records)
    return CSVSubmissionReader.read(
      SubmissionSource(
        form: .csv, path: "thong-tin.csv", files: [BundleFile(path: "mo-hinh.csv", bytes: Array(text.utf8))],
        evidence: []), rows: rows)
  }

  @Test func oneFile() throws {
    let limit = RowLimit(file: 20, bundle: 50)
    #expect(try !xml(limit, 19).log.causes.contains { $0.code == "XML-LIMIT" })
    let many = try xml(limit, 30)
    #expect(many.log.causes.contains { $0.code == "XML-LIMIT" && $0.first.message.english.contains("20 rows") })
    #expect(many.blocks.allSatisfy { $0.block == .header } && many.unread.contains(.exemplars))
    #expect(csv(limit, 20).log.isEmpty && csv(limit, 21).log.causes.map(\.code) == ["CSV-ROWS"])
  }

  @Test func allOfABundle() throws {
    var limit = RowLimit(file: 20, bundle: 50)
    limit.take(45, of: .activities)
    limit.take(100, of: .indicators)
    #expect(limit.allowed(of: .exemplars) == 5 && limit.allowed(of: .narratives) == 20)
    #expect(csv(limit, 5).log.isEmpty)
    let beyond = csv(limit, 6)
    #expect(beyond.log.kept.first?.message.english.contains("more than 50 rows") == true)
    #expect(try xml(limit, 6).log.causes.contains { $0.first.message.english.contains("more than 50 rows") })
    #expect(try xml(limit, 6).blocks.allSatisfy { $0.block == .header })
  }
}
