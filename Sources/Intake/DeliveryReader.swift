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
  package var digest: Digest
  package var size: Int
  /// `nil` for a file larger than any bundle, which is never held in memory.
  package var bytes: [UInt8]?
  package var isReadable: Bool
  package var findings: [Finding]
  package var submissions: [Submission]
}

/// Bytes of a delivery → its submissions, typed, each with its findings.
package struct DeliveryReader: Sendable {
  private let bundles: BundleReader
  private let submissions: SubmissionReader
  private let schema: XMLSchema
  private let largest: Int
  private let xml: XMLLimits
  private let rows: RowLimit
  /// A log without findings.
  private let log: FindingLog

  package init(_ inForce: InForce, _ limits: OfficeSettings.Limits) throws {
    bundles = BundleReader(limits: BundleLimits(limits), layout: Vocabulary.layout)
    submissions = SubmissionReader(
      regimes: inForce.regimes, requests: inForce.requests, fallback: try inForce.regime(nil))
    largest = limits.archiveBytes
    schema = try XMLSchema(Schemas.submissionXSD)
    xml = XMLLimits(
      depth: limits.xmlDepth, attributes: limits.xmlAttributes, nameLength: limits.xmlNameLength,
      textBytes: XMLSubmissionReader.longestText)
    rows = RowLimit(file: limits.rows, bundle: limits.bundleRows)
    log = FindingLog(limit: limits.issues, causes: limits.causes)
  }

  /// Reads a file that lies on disk, of any size.
  package func read(file path: String, name: String) throws(FileFault) -> ReadDelivery {
    let size = DurableFiles.status(of: path)?.size ?? 0
    guard size > largest else { return read(try DurableFiles.read(path), name: name) }
    let digest = try Digest(ofFile: path)
    let head = try DurableFiles.ends(of: path, head: 512, tail: 0).head
    return ReadDelivery(
      digest: digest, size: Int(size), bytes: nil, isReadable: false,
      findings: bundles.findings(onTooLarge: head, size: size, name: name), submissions: [])
  }

  package func read(_ bytes: [UInt8], name: String) -> ReadDelivery {
    var result = ReadDelivery(
      digest: Digest(of: bytes), size: bytes.count, bytes: bytes, isReadable: true, findings: [], submissions: [])
    switch bundles.read(bytes, name: name) {
    case .unreadable(let findings):
      result.isReadable = false
      result.findings = findings
    case .bundle(let bundle):
      result.findings = bundle.findings
      var rows = rows
      for source in bundle.sources {
        switch source.form {
        case .csv:
          let raw = CSVSubmissionReader.read(source, rows: rows, log: log)
          rows.take(raw.rowCount)
          result.submissions.append(submissions.read(raw))
        case .xml:
          switch XMLSubmissionReader.read(source, schema: schema, limits: xml, rows: rows, log: log) {
          case .submission(let raw):
            rows.take(raw.rowCount)
            result.submissions.append(submissions.read(raw))
          case .stray(let finding): result.findings.append(finding)
          }
        }
      }
      if result.submissions.isEmpty, !result.findings.contains(where: { $0.severity == .error }) {
        result.findings.insert(BundleReader.empty, at: 0)
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
    parsedBytes = limits.parsedBytes
    parsedRatio = limits.parsedRatio
    evidenceRatio = limits.evidenceRatio
    submissions = limits.submissions
  }
}
