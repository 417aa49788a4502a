package import ReportingModel

/// How many rows may still be read: in one file or block, and of activities and exemplars in all of a bundle
/// (<doc:bundle#Limits>).
package struct RowLimit: Sendable, Hashable {
  /// Of one CSV file, or one block of an XML file.
  package let file: Int
  /// Of a bundle.
  package let bundle: Int
  /// Rows of the bundle that were read.
  package private(set) var used = 0

  package init(file: Int = 200_000, bundle: Int = 400_000) {
    self.file = file
    self.bundle = bundle
  }

  /// Rows that the next file or block may have.
  package func allowed(of block: SubmissionContent.Block) -> Int {
    RowLimit.counts(block) ? max(0, min(file, bundle - used)) : file
  }

  /// Counts the rows of a block that was read.
  package mutating func take(_ rows: Int, of block: SubmissionContent.Block) {
    if RowLimit.counts(block) { used += rows }
  }

  /// Counts the rows of a submission that was read.
  package mutating func take(_ submission: RawSubmission) {
    for block in submission.blocks { take(block.records.count, of: block.block) }
  }

  /// The blocks that may be long; of the others there are as many rows as there are codes.
  private static func counts(_ block: SubmissionContent.Block) -> Bool { block == .activities || block == .exemplars }

  /// Whether the bundle's rows end before those of a file.
  func endsWithBundle(_ block: SubmissionContent.Block) -> Bool { allowed(of: block) < file }

  /// - Parameter ofBundle: it is the bundle that has too many rows, not one file.
  static func message(_ rows: RowLimit, ofBundle: Bool) -> LocalizedText {
    ofBundle
      ? LocalizedText(
        "Cả gói có nhiều hơn \(VietnameseNumber.text(rows.bundle)) dòng; các dòng sau không được đọc.",
        "The bundle has more than \(rows.bundle) rows; those beyond are not read.")
      : LocalizedText(
        "Tệp có nhiều dòng hoặc nhiều cột hơn mức đọc được (\(VietnameseNumber.text(rows.file)) dòng).",
        "The file has more rows or columns than are read (\(rows.file) rows).")
  }

  static let hint = LocalizedText(
    "Đề nghị kiểm tra lại tệp, hoặc tách báo cáo.", "Check the file, or split the report.")
}
