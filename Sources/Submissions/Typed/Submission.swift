package import ReportingModel

/// A submission as read: its content if every value could be read, where each value stood, and what was found.
///
/// Owned by the stage `Submissions`; `Validation` judges it.
package struct Submission: Sendable {
  /// Path of the XML file or of the CSV header file.
  package var path: String
  package var encoding: String
  package var origin: SubmissionOrigin
  /// What could be read; `nil` when the header does not say whose report it is, for when, on what day.
  package var content: SubmissionContent?
  /// Unit and period as far as they could be read, for the receipt and for counting a refused submission.
  package var unit: String?
  package var period: PeriodKey?
  /// Indicators with an empty value: not told, which is not zero.
  package var untold: [String]
  /// The empty cells of these.
  package var emptyCells: [String: SourceLocation] = [:]
  package var unread: Unread
  package var log: FindingLog
  /// Medians of its peers that rules compared its values with, by indicator, as they stood when it was judged
  /// (<doc:regime#Outlier-rule>).
  package var medians: [String: Amount] = [:]
  /// An archive inside the bundle, which nobody looked into: it may hold any number of reports (<doc:bundle#Archives>).
  package var isUnopened = false
}

extension Submission {
  /// An archive that was not opened; its kind stands where others have their encoding.
  package init(unopened kind: String, path: String, finding: Finding) {
    self.init(
      path: path, encoding: kind, origin: SubmissionOrigin(), content: nil, unit: nil, period: nil, untold: [],
      unread: Unread(blocks: []), log: FindingLog())
    log.add(finding)
    isUnopened = true
  }
}

/// What is there but could not be read: it is neither told nor missing, so that one wrong cell is one finding.
package struct Unread: Sendable {
  /// Blocks of which a record, or all of it, could not be read.
  package var blocks: Set<SubmissionContent.Block>
  /// Indicators and sections that are named, but whose value could not be read.
  package var keys: [SubmissionContent.Block: Set<String>] = [:]

  /// Whether something that a block does not tell may stand in what could not be read: a key, or anything.
  package func mayHold(_ key: String? = nil, in block: SubmissionContent.Block) -> Bool {
    blocks.contains(block) || keys[block].map { keys in key.map(keys.contains) ?? true } ?? false
  }
}

/// In which file and cell each column of a submission stood.
package struct SubmissionOrigin: Sendable {
  package var files: [SubmissionContent.Block: String]
  /// Cell numbers by column name; empty in XML.
  package var columns: [SubmissionContent.Block: [String: Int]]
  /// Line of the header's record.
  package var headerLine: Int?

  package init(
    files: [SubmissionContent.Block: String] = [:], columns: [SubmissionContent.Block: [String: Int]] = [:],
    headerLine: Int? = nil
  ) {
    self.files = files
    self.columns = columns
    self.headerLine = headerLine
  }

  /// Where a value of a block stood; the block's usual file name when the block is not there.
  package func location(_ block: SubmissionContent.Block, line: Int? = nil, field: String? = nil) -> SourceLocation {
    SourceLocation(
      file: files[block] ?? fallbackFile(block), line: line, column: field.flatMap { columns[block]?[$0] }, field: field
    )
  }

  private func fallbackFile(_ block: SubmissionContent.Block) -> String {
    guard let header = files[.header], header.lowercased().hasSuffix(".csv") else { return files[.header] ?? "" }
    let folder = header.lastIndex(of: "/").map { String(header[...$0]) } ?? ""
    return folder + Vocabulary.schema(of: block).fileName
  }
}
