import Bundles
package import DurableFiles
import Hashing
import Regimes
package import Register
package import ReportingModel
import Schemas
package import Settings
package import Spooling
package import Submissions
import Workspaces
import XMLReading

/// A delivery that was opened: its submissions are still to be read.
package struct OpenedDelivery: Sendable {
  package var digest: Digest
  package var size: Int
  /// `nil` for a file larger than any bundle, which is never kept but where it lies.
  package var bytes: SpooledBytes?
  package var isReadable: Bool
  package var findings: [Finding]
  var sources: [SubmissionSource] = []
}

/// Bytes of a delivery → its submissions, typed, each with its findings: the half of ingestion that needs no ledger, safe to run on
/// many threads.
///
/// One submission is in memory at a time; what is large of it lies in a spool.
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

  /// Opens a file that lies on disk, of any size.
  package func open(file path: String, name: String, into spool: Spool) throws(FileFault) -> OpenedDelivery {
    let size = Int(DurableFiles.status(of: path)?.size ?? 0)
    guard size <= largest else {
      let digest = try Digest(ofFile: path)
      let head = try DurableFiles.ends(of: path, head: BundleReader.headCount, tail: 0).head
      return OpenedDelivery(
        digest: digest, size: size, bytes: nil, isReadable: false,
        findings: bundles.findings(onTooLarge: head, size: Int64(size), name: name))
    }
    var run = SpoolRun(of: size, in: spool)
    var read = 0
    let digest = try Digest(ofChunks: { (hash) throws(FileFault) in
      try DurableFiles.eachChunk(of: path) { (chunk) throws(FileFault) in
        read += chunk.count
        run.append(chunk)
        hash(chunk)
      }
    })
    guard read == size else { throw FileFault(operation: "read", path: path, errorNumber: FileFault.changed) }
    return try open(run.finish(), digest, name: name, into: spool)
  }

  /// Opens a delivery that is in memory.
  package func open(_ bytes: [UInt8], name: String, into spool: Spool) throws(FileFault) -> OpenedDelivery {
    try open(SpooledBytes(bytes), Digest(of: bytes), name: name, into: spool)
  }

  private func open(
    _ bytes: SpooledBytes, _ digest: Digest, name: String, into spool: Spool
  ) throws(FileFault) -> OpenedDelivery {
    var opened = OpenedDelivery(
      digest: digest, size: bytes.count, bytes: bytes, isReadable: true, findings: [])
    switch bundles.read(bytes, name: name, into: spool) {
    case .unreadable(let findings):
      opened.isReadable = false
      opened.findings = findings
    case .bundle(let bundle):
      opened.findings = bundle.findings
      opened.sources = bundle.sources
    }
    if let fault = spool.fault { throw fault }
    return opened
  }

  /// Reads the submissions of a delivery one after the other, in the order of their paths; what lies among them and is none is
  /// added to the delivery's findings.
  /// - Parameters:
  ///   - spool: where the contents go.
  ///   - body: takes a submission, and a spool for what is needed no longer than it runs.
  package func eachSubmission(
    of opened: inout OpenedDelivery, into spool: Spool, _ body: (Submission, Spool) -> Void
  ) throws(FileFault) {
    guard opened.isReadable else { return }
    var rows = rows
    var isEmpty = true
    while !opened.sources.isEmpty {
      let source = opened.sources.removeFirst()
      let passing = spool.passing()
      let raw: RawSubmission
      switch source.form {
      case .csv: raw = CSVSubmissionReader.read(source, rows: rows, into: passing, log: log)
      case .xml:
        switch XMLSubmissionReader.read(source, schema: schema, limits: xml, rows: rows, into: passing, log: log) {
        case .submission(let read): raw = read
        case .stray(let finding):
          opened.findings.append(finding)
          continue
        }
      }
      rows.take(raw)
      isEmpty = false
      body(submissions.read(raw, into: spool), passing)
      if let fault = passing.fault ?? spool.fault { throw fault }
    }
    if isEmpty, !opened.findings.contains(where: { $0.severity == .error }) {
      opened.findings.insert(BundleReader.empty, at: 0)
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
