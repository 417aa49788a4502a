import Bundles
import Forms
import Regimes
import ReportingModel
import Schemas
import Submissions
import TestSupport
import Testing
import XMLReading

/// Forms of the small plan, and what is read of them when they come back.
enum Fixture {
  static func regime() throws -> Regime {
    try #require(
      RegimeLoader.load(SmallPlan.bytes, schema: Schemas.regimeXSD, digest: .zero, file: "regime.xml").regime)
  }

  static let school = UnitRow(code: "T-01", name: "Trường \"A & B\"; <Một>", kind: "TRUONG", level: "THPT")

  static func form(_ unit: UnitRow = school, _ period: String = "HK1/2026-2027", _ regime: Regime? = nil) throws
    -> SubmissionForm
  {
    SubmissionForm(regime: try regime ?? Fixture.regime(), unit: unit, period: try #require(PeriodKey(period)))
  }

  static func text(_ name: String, of form: SubmissionForm, _ encoding: SubmissionForm.Encoding) throws -> String {
    let file = try #require(form.files(encoding).first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// Reads a form that came back, with texts changed in its files.
  static func readBack(
    _ form: SubmissionForm, _ encoding: SubmissionForm.Encoding, _ changes: [(old: String, new: String)] = [],
    regime: Regime? = nil
  ) throws -> (submission: Submission, schemaFault: Finding?) {
    let files = form.files(encoding).filter { $0.name != Vocabulary.codeListFile }.map { file in
      let text = changes.reduce(String(decoding: file.bytes, as: UTF8.self)) { $0.replacing($1.old, with: $1.new) }
      return BundleFile(path: file.name, bytes: Array(text.utf8))
    }
    let source = SubmissionSource(
      form: encoding == .csv ? .csv : .xml, path: encoding == .csv ? "thong-tin.csv" : "bao-cao.xml", files: files,
      evidence: [])
    let raw: RawSubmission
    switch encoding {
    case .csv: raw = CSVSubmissionReader.read(source, rows: RowLimit(file: 1000))
    case .xml:
      let schema = try XMLSchema(Schemas.submissionXSD)
      guard case .submission(let read) = XMLSubmissionReader.read(source, schema: schema, log: FindingLog()) else {
        throw Stray()
      }
      raw = read
    }
    let history = RegimeHistory(try regime ?? Fixture.regime())
    let reader = SubmissionReader(regimes: [history], requests: [], fallback: history)
    return (reader.read(raw), raw.schemaFault)
  }

  private struct Stray: Error {}
}
