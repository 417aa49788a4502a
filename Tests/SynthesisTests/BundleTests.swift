import Bundles
import Regimes
import ReportingModel
import Schemas
import Spooling
import Submissions
import Synthesis
import Testing
import XMLReading

/// Bundles that are read back as the report they were made of, in either encoding.
@Suite struct BundleTests {
  private func read(_ bytes: [UInt8], requests: [CollectionRequest] = []) throws -> Submission {
    let reading = BundleReader(layout: Vocabulary.layout).read(SpooledBytes(bytes), name: "a.zip", into: .held)
    guard case .bundle(let bundle) = reading, let source = bundle.sources.first, bundle.findings == [] else {
      throw Unreadable()
    }
    let raw: RawSubmission
    if source.form == .csv {
      raw = CSVSubmissionReader.read(source, rows: RowLimit(file: 1000))
    } else {
      let schema = try XMLSchema(Schemas.submissionXSD)
      guard case .submission(let read) = XMLSubmissionReader.read(source, schema: schema, log: FindingLog()) else {
        throw Unreadable()
      }
      raw = read
    }
    let history = RegimeHistory(try Fixture.regime())
    return SubmissionReader(regimes: [history], requests: requests, fallback: history).read(raw)
  }

  private struct Unreadable: Error {}

  /// Without the lines that it stood in.
  private func bytes(_ content: SubmissionContent?) -> [UInt8]? {
    guard var content else { return nil }
    for index in content.activities.indices { content.activities[index].line = 0 }
    for index in content.indicators.indices { content.indicators[index].line = 0 }
    for index in content.exemplars.indices { content.exemplars[index].line = 0 }
    for index in content.narratives.indices { content.narratives[index].line = 0 }
    return content.storedBytes
  }

  @Test(arguments: ["TRUONG", "VP"], [SyntheticBundle.Encoding.xml, .csv])
  func aReportComesBack(_ kind: String, _ encoding: SyntheticBundle.Encoding) throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let content = try Fixture.content(kind, seed: seed, activities: Int(seed) * 3)
      let submission = try read(SyntheticBundle.zip(content, encoding))
      #expect(submission.log.isEmpty, "\(submission.log.kept)")
      #expect(bytes(submission.content) == bytes(content))
    }
  }

  @Test(arguments: [SyntheticBundle.Encoding.xml, .csv]) func hostileTitles(_ encoding: SyntheticBundle.Encoding) throws
  {
    var content = try Fixture.content(activities: 3)
    content.activities[0].title = "=1+1; \"ngoặc\" & <b>, 'nháy' ]]> --"
    content.activities[1].title = "Hai\ndòng"
    content.activities[2].title = "sep=;"
    content.exemplars[0].title = "\"\""
    content.narratives[0].text = ";;;\"\n\n& <muc/>"
    let submission = try read(SyntheticBundle.zip(content, encoding))
    #expect(submission.log.isEmpty && bytes(submission.content) == bytes(content))
  }

  @Test(arguments: [SyntheticBundle.Encoding.xml, .csv]) func aNilReturnOnRequest(_ encoding: SyntheticBundle.Encoding)
    throws
  {
    let window = try #require(
      CalendarDate(iso: "2026-09-01").flatMap { from in
        CalendarDate(iso: "2026-11-30").flatMap { Window(from: from, to: $0) }
      })
    let request = CollectionRequest(
      regime: "KH-NHO", code: "AI-2026", title: "Về AI", window: window, due: window.to)
    var content = try Fixture.content("TRUONG", "CD/AI-2026", activities: 0, requests: [request])
    content.header.nilReturn = true
    content.header.number = nil
    let submission = try read(SyntheticBundle.zip(content, encoding), requests: [request])
    #expect(submission.log.isEmpty && bytes(submission.content) == bytes(content))
  }

  /// Each of the mistakes is found, and nothing else.
  @Test(
    arguments: [(.impossibleDate, "CSV-DATE"), (.unknownTask, "ACT-CODE")] as [(SyntheticBundle.Fault, String)],
    [SyntheticBundle.Encoding.xml, .csv])
  func aFaultIsFound(_ fault: (fault: SyntheticBundle.Fault, code: String), _ encoding: SyntheticBundle.Encoding) throws
  {
    let submission = try read(SyntheticBundle.zip(Fixture.content(), encoding, fault: fault.fault))
    #expect(submission.log.kept.map(\.code) == [fault.code])
  }

  @Test(arguments: [SyntheticBundle.Encoding.xml, .csv]) func anotherUnit(_ encoding: SyntheticBundle.Encoding) throws {
    let submission = try read(SyntheticBundle.zip(Fixture.content(), encoding, fault: .unknownUnit))
    #expect(submission.log.isEmpty && submission.unit == "T-01X")
  }

  @Test func theSameReportGivesTheSameBytes() throws {
    for encoding in [SyntheticBundle.Encoding.xml, .csv] {
      #expect(try SyntheticBundle.zip(Fixture.content(), encoding) == SyntheticBundle.zip(Fixture.content(), encoding))
    }
  }
}
