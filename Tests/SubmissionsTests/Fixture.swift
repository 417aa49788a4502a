import Regimes
import ReportingModel
import Schemas
import Submissions
import TestSupport
import Testing

/// The small plan, and records as if they had been read from the files of a CSV submission.
enum Fixture {
  static func regime() throws -> Regime {
    try #require(
      RegimeLoader.load(SmallPlan.bytes, schema: Schemas.regimeXSD, digest: .zero, file: "regime.xml").regime)
  }

  static let header = [
    "che_do": "KH-NHO", "don_vi": "T-01", "loai_ky": "HK1", "nam_hoc": "2026-2027", "ngay_lap": "18/01/2027",
  ]

  static let activity = [
    "ngay": "20/10/2026", "nhiem_vu": "NV02", "hinh_thuc": "HT1", "san_pham": "TIN", "ten": "Tin về cuộc thi",
  ]

  /// A block of rows, told by the names of their columns; the first row is 2, below the titles.
  static func block(_ block: SubmissionContent.Block, _ rows: [[String: String]]) -> RawBlock {
    let schema = Vocabulary.schema(of: block)
    return RawBlock(
      block: block, file: schema.fileName, columns: schema.columns.indices.map { $0 + 1 },
      records: Rows(
        rows.enumerated().map { index, row in
          RawRecord(line: index + 2, values: schema.columns.map { row[$0.name] })
        }))
  }

  /// A submission of a header and one further block.
  static func raw(
    header: [String: String] = Fixture.header, _ rows: [[String: String]] = [],
    in block: SubmissionContent.Block = .activities, exact: Bool = false
  ) -> RawSubmission {
    RawSubmission(
      path: "thong-tin.csv", encoding: "UTF-8", isExact: exact,
      blocks: [Fixture.block(.header, [header])] + (rows.isEmpty ? [] : [Fixture.block(block, rows)]),
      log: FindingLog())
  }

  static func reader() throws -> SubmissionReader {
    let history = RegimeHistory(try regime())
    return SubmissionReader(regimes: [history], requests: [], fallback: history)
  }
}

extension FindingLog {
  /// Codes of what was found, in its order.
  var codes: [String] { kept.map(\.code) }
}

extension [String: String] {
  /// The same row with another value in one column.
  func with(_ column: String, _ value: String?) -> [String: String] {
    var row = self
    row[column] = value
    return row
  }
}
