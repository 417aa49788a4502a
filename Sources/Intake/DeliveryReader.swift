import Bundles
package import DurableFiles
import Hashing
import Regimes
package import Register
package import ReportingModel
import Schemas
package import Settings
package import Submissions
import Workspaces
import XMLReading

/// A delivery as far as it can be understood without the ledger: the pure half of ingestion, safe to run on many threads.
package struct ReadDelivery: Sendable {
  /// `nil` for a file larger than any bundle, which is never read.
  package var digest: Digest?
  package var size: Int
  /// `nil` for what is never held in memory.
  package var bytes: [UInt8]?
  package var isReadable: Bool
  package var findings: [Finding]
  package var submissions: [Submission] = []
  /// After how many tries it was set aside without being parsed.
  package var setAside: Int?

  /// A delivery whose reading never came to an end: its bytes are kept, and nobody looks inside again.
  package init(setAside tries: Int, digest: Digest, size: Int, name: String) {
    self.init(
      digest: digest, size: size, bytes: nil, isReadable: false, findings: [BundleReader.setAside(name, tries)])
    setAside = tries
  }

  init(digest: Digest?, size: Int, bytes: [UInt8]?, isReadable: Bool, findings: [Finding]) {
    self.digest = digest
    self.size = size
    self.bytes = bytes
    self.isReadable = isReadable
    self.findings = findings
  }
}

/// Bytes of a delivery → its submissions, typed, each with its findings.
package struct DeliveryReader: Sendable {
  private let bundles: BundleReader
  private let submissions: SubmissionReader
  private let schema: XMLSchema
  private let largest: Int
  private let rows: Int
  private let issues: Int

  package init(_ inForce: InForce, _ limits: OfficeSettings.Limits) throws {
    bundles = BundleReader(limits: BundleLimits(limits), layout: Vocabulary.layout)
    submissions = SubmissionReader(
      regimes: inForce.regimes, requests: inForce.requests, fallback: try inForce.regime(nil),
      registry: inForce.registry)
    largest = limits.archiveBytes
    schema = try XMLSchema(Schemas.submissionXSD)
    rows = limits.rows
    issues = limits.issues
  }

  /// Reads a file that lies on disk, of any size.
  package func read(_ file: borrowing OpenFile, name: String) throws(FileFault) -> ReadDelivery {
    let size = Int(clamping: file.status.size)
    return size > largest ? tooLarge(size, name: name) : read(try file.all(), name: name)
  }

  /// A file over the size limit: no byte of it is looked at.
  package func tooLarge(_ size: Int, name: String) -> ReadDelivery {
    ReadDelivery(
      digest: nil, size: size, bytes: nil, isReadable: false, findings: bundles.findings(onTooLarge: size, name: name))
  }

  package func read(_ bytes: [UInt8], name: String) -> ReadDelivery {
    var result = ReadDelivery(
      digest: Digest(of: bytes), size: bytes.count, bytes: bytes, isReadable: true, findings: [])
    switch bundles.read(bytes, name: name) {
    case .unreadable(let findings):
      result.isReadable = false
      result.findings = findings
    case .bundle(let bundle):
      result.findings = bundle.findings
      for source in bundle.sources {
        switch source.form {
        case .csv:
          let raw = CSVSubmissionReader.read(source, rows: rows, log: FindingLog(limit: issues))
          result.submissions.append(submissions.read(raw))
        case .xml:
          switch XMLSubmissionReader.read(source, schema: schema, log: FindingLog(limit: issues)) {
          case .submission(let raw): result.submissions.append(submissions.read(raw))
          case .stray(let finding): result.findings.append(finding)
          }
        case .archive(let kind):
          result.submissions.append(
            Submission(unopened: kind, path: source.path, finding: BundleReader.nested(source.path)))
        }
      }
      if result.submissions.isEmpty, !result.findings.contains(where: { $0.severity == .error }) {
        result.findings.insert(BundleReader.empty(), at: 0)
      }
      markRepeated(&result.submissions)
    }
    return result
  }

  /// Two submissions for one unit and period in one bundle are both rejected (<doc:bundle#Submissions-in-a-bundle>).
  private func markRepeated(_ submissions: inout [Submission]) {
    struct Key: Hashable {
      let regime: String?
      let unit: String
      let period: PeriodKey
    }
    func key(_ submission: Submission) -> Key? {
      guard let unit = submission.unit, let period = submission.period else { return nil }
      return Key(regime: submission.content?.header.regime, unit: unit, period: period)
    }
    let groups = Dictionary(grouping: submissions.indices, by: { key(submissions[$0]) })
    for (key, indices) in groups where key != nil && indices.count > 1 {
      for index in indices {
        let others = indices.filter { $0 != index }.map { submissions[$0].path }
        submissions[index].log.add(
          Finding(
            .headerTwice, .error,
            at: submissions[index].origin.location(.header, line: submissions[index].origin.headerLine),
            message: LocalizedText(
              "Trong gói có hai báo cáo của cùng một đơn vị cho cùng một kỳ (\(others.joined(separator: ", "))).",
              "The bundle holds another report of the same unit for the same period (\(others.joined(separator: ", ")))."
            ),
            hint: LocalizedText(
              "Đề nghị giữ lại một báo cáo rồi nộp lại.", "Keep one of them and send it again.")))
      }
    }
  }
}

extension BundleLimits {
  fileprivate init(_ limits: OfficeSettings.Limits) {
    self.init()
    archiveBytes = limits.archiveBytes
    entries = limits.entries
    parsedEntryBytes = limits.parsedEntryBytes
    evidenceEntryBytes = limits.evidenceEntryBytes
    totalBytes = limits.totalBytes
    parsedRatio = limits.parsedRatio
    evidenceRatio = limits.evidenceRatio
    submissions = limits.submissions
  }
}
