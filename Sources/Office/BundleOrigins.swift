package import Aggregation
import Ledger
package import Register
import ReportingModel
import Reports
import Submissions
package import Workspaces

/// Follows what adds to a figure back to the bundle that brought it, and the file in there (<doc:record#Explanations>).
package struct BundleOrigins: ContributionOrigins {
  private let book: VersionBook
  private let deliveries: [Int64: DeliveryEvent]
  private let vocabulary: [Contribution.Table: String]

  package init(_ record: Record, regime: String) {
    book = record.register.book(of: regime)
    deliveries = record.register.deliveries
    vocabulary = [
      .activities: Vocabulary.activities.fileName, .indicators: Vocabulary.indicators.fileName,
      .exemplars: Vocabulary.exemplars.fileName, .narratives: Vocabulary.narratives.fileName,
      .whole: Vocabulary.header.fileName,
    ]
  }

  package func origin(of contribution: Contribution) -> (bundle: String, entry: String)? {
    guard let sequence = contribution.sequence, let version = book.version(sequence) else { return nil }
    return (deliveries[version.delivery]?.digest?.description ?? "", entry(version, contribution.table))
  }

  /// The file of a bundle that a table of a submission stands in.
  package func entry(_ version: SubmissionVersion, _ table: Contribution.Table) -> String {
    // A CSV submission is named by its first file, and its encoding is that file's; the others lie beside it.
    guard version.encoding != "xml", let file = vocabulary[table] else { return version.path }
    let folder = version.path.lastIndex(of: "/").map { String(version.path[...$0]) } ?? ""
    return folder + file
  }
}
