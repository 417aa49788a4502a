package import Bundles
package import ReportingModel
package import Spooling
import VietnameseText
package import XMLReading

/// Reads an XML file into one raw submission: the typed reader's input, with the XSD as a second gate.
package enum XMLSubmissionReader {
  /// Far above the longest text of the vocabulary, in bytes.
  package static let longestText = 1 << 20

  package enum Result: Sendable {
    case submission(RawSubmission)
    /// Well-formed, but no report: an XML file that belongs to nothing.
    case stray(Finding)
  }

  /// - Parameters:
  ///   - rows: records in one block (<doc:bundle#Limits>).
  ///   - spool: where records go; without one they stay in memory.
  package static func read(
    _ source: SubmissionSource, schema: XMLSchema, limits: XMLLimits = XMLLimits(textBytes: longestText),
    rows: RowLimit = RowLimit(), into spool: Spool? = nil, log: FindingLog
  ) -> Result {
    let file = source.files.first ?? BundleFile(path: source.path, bytes: [])
    var handler = SubmissionHandler(file: file.path, rows: rows, into: spool, log: log)
    let outcome = parse(file.bytes.view, schema: schema, limits: limits, into: &handler)
    var raw = RawSubmission(
      path: source.path, encoding: "xml", isExact: true, blocks: handler.blocks, evidence: source.evidence,
      log: handler.log)
    raw.unread = handler.unread
    if let fault = outcome.fault {
      // What was gathered before a fault is a part of a report; nothing of it counts.
      raw.blocks.removeAll { $0.block != .header }
      raw.unread = Set(SubmissionContent.Block.allCases)
      raw.log.add(
        handler.isFull
          ? tooManyRecords(handler.rows, file: file.path, line: fault.line) : finding(fault, file: file.path))
      return .submission(raw)
    }
    switch handler.root {
    case .foreign(let name): return .stray(stray(name, file: file.path))
    case .otherNamespace(let namespace): raw.log.add(wrongNamespace(namespace, file: file.path))
    case .report:
      if let fault = outcome.schemaFaults.first, !raw.log.hasErrors {
        raw.schemaFault = schemaFinding(fault, file: file.path)
      }
    }
    return .submission(raw)
  }
}
