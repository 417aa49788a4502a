package import ReportingModel

/// One record as its file has it: texts by the position of their column in the block's schema, not yet typed.
package struct RawRecord: Hashable, Sendable {
  /// Row in CSV, line of the start tag's end in XML.
  package var line: Int
  /// `nil`: the column or attribute is not there at all.
  package var values: [String?]

  package init(line: Int, values: [String?]) {
    self.line = line
    self.values = values
  }
}

extension RawRecord: CanonicalRow {
  package func write(to encoder: inout CanonicalEncoder) {
    encoder.append(line)
    encoder.append(list: values) { $0.append($1) }
  }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    line = try decoder.int()
    values = try decoder.list { (decoder) throws(CanonicalDecoder.Malformed) in try decoder.optionalString() }
  }
}

/// One block as its file has it.
package struct RawBlock: Sendable {
  package var block: SubmissionContent.Block
  /// Path inside the bundle.
  package var file: String
  /// Cell numbers by column position, from 1; `nil` in XML and for columns that are not there.
  package var columns: [Int?]
  package var records: Rows<RawRecord>

  package init(block: SubmissionContent.Block, file: String, columns: [Int?], records: Rows<RawRecord>) {
    self.block = block
    self.file = file
    self.columns = columns
    self.records = records
  }
}

/// A submission between its encoding and its meaning: from here on XML and CSV are one.
package struct RawSubmission: Sendable {
  /// The XML file, or the header file of a CSV submission.
  package var path: String
  /// What the receipt names as the encoding: `xml`, or the code page of the CSV files.
  package var encoding: String
  /// In XML codes, dates and numbers have one form only.
  package var isExact: Bool
  package var blocks: [RawBlock]
  package var evidence: [Evidence]
  /// Blocks that are there but could not be read, whole or in part.
  package var unread: Set<SubmissionContent.Block> = []
  package var log: FindingLog
  /// What the XSD refuses; it matters only when the typed reader finds nothing wrong (<doc:bundle#XML>).
  package var schemaFault: Finding?

  package init(
    path: String, encoding: String, isExact: Bool, blocks: [RawBlock] = [], evidence: [Evidence] = [],
    log: FindingLog
  ) {
    self.path = path
    self.encoding = encoding
    self.isExact = isExact
    self.blocks = blocks
    self.evidence = evidence
    self.log = log
  }
}
