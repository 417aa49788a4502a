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
  /// `nil` for a file larger than any bundle, which is never read.
  package var digest: Digest?
  package var size: Int
  /// `nil` for what is never looked into.
  package var bytes: SpooledBytes?
  package var isReadable: Bool
  package var findings: [Finding]
  /// After how many tries it was set aside without being parsed.
  package var setAside: Int?
  var sources: [SubmissionSource] = []

  /// A delivery whose reading never came to an end: its bytes are kept, and nobody looks inside again.
  package init(setAside tries: Int, digest: Digest, size: Int, name: String) {
    self.init(
      digest: digest, size: size, bytes: nil, isReadable: false, findings: [BundleReader.setAside(name, tries)])
    setAside = tries
  }

  init(digest: Digest?, size: Int, bytes: SpooledBytes?, isReadable: Bool, findings: [Finding]) {
    self.digest = digest
    self.size = size
    self.bytes = bytes
    self.isReadable = isReadable
    self.findings = findings
  }
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
  /// What was removed on purpose is not taken again.
  private let purged: Set<Digest>
  private let xml: XMLLimits
  private let rows: RowLimit
  /// A log without findings.
  private let log: FindingLog

  package init(_ inForce: InForce, _ limits: OfficeSettings.Limits, purged: Set<Digest> = []) throws {
    self.purged = purged
    bundles = BundleReader(limits: BundleLimits(limits), layout: Vocabulary.layout)
    submissions = SubmissionReader(
      regimes: inForce.regimes, requests: inForce.requests, fallback: try inForce.regime(nil),
      registry: inForce.registry)
    largest = limits.archiveBytes
    schema = try XMLSchema(Schemas.submissionXSD)
    xml = XMLLimits(
      depth: limits.xmlDepth, attributes: limits.xmlAttributes, nameLength: limits.xmlNameLength,
      textBytes: XMLSubmissionReader.longestText)
    rows = RowLimit(file: limits.rows, bundle: limits.bundleRows)
    log = FindingLog(limit: limits.issues, causes: limits.causes)
  }

  /// Opens a file that lies on disk, of any size.
  package func open(
    _ file: borrowing OpenFile, name: String, into spool: Spool
  ) throws(FileFault) -> OpenedDelivery {
    let size = Int(clamping: file.status.size)
    guard size <= largest else { return tooLarge(size, name: name) }
    var run = SpoolRun(of: size, in: spool)
    let digest = try Digest(ofChunks: { (hash) throws(FileFault) in
      try file.eachChunk { (chunk) throws(FileFault) in
        run.append(chunk)
        hash(chunk)
      }
    })
    return try open(run.finish(), digest, name: name, into: spool)
  }

  /// Whether just these bytes were removed on purpose.
  package func refuses(_ digest: Digest) -> Bool { purged.contains(digest) }

  /// What was removed on purpose, and is not there to be read.
  package func refusal(_ digest: Digest, size: Int, name: String) -> OpenedDelivery {
    OpenedDelivery(digest: digest, size: size, bytes: nil, isReadable: true, findings: [BundleReader.purged(name)])
  }

  /// A file over the size limit: no byte of it is looked at.
  package func tooLarge(_ size: Int, name: String) -> OpenedDelivery {
    OpenedDelivery(
      digest: nil, size: size, bytes: nil, isReadable: false, findings: bundles.findings(onTooLarge: size, name: name))
  }

  /// Opens a delivery that is in memory.
  package func open(_ bytes: [UInt8], name: String, into spool: Spool) throws(FileFault) -> OpenedDelivery {
    try open(SpooledBytes(bytes), Digest(of: bytes), name: name, into: spool)
  }

  private func open(
    _ bytes: SpooledBytes, _ digest: Digest, name: String, into spool: Spool
  ) throws(FileFault) -> OpenedDelivery {
    guard !purged.contains(digest) else {
      return refusal(digest, size: bytes.count, name: name)
    }
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
    for source in opened.sources {
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
      case .archive(let kind):
        isEmpty = false
        body(Submission(unopened: kind, path: source.path, finding: BundleReader.nested(source.path)), passing)
        continue
      }
      rows.take(raw)
      isEmpty = false
      body(submissions.read(raw, into: spool), passing)
      if let fault = passing.fault ?? spool.fault { throw fault }
    }
    opened.sources = []
    if isEmpty, !opened.findings.contains(where: { $0.severity == .error }) {
      opened.findings.insert(BundleReader.empty(), at: 0)
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
