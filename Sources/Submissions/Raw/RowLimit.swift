import ReportingModel

/// How many rows may still be read: in one file or block, and in all of a bundle (<doc:bundle#Limits>).
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
  package var allowed: Int { max(0, min(file, bundle - used)) }

  /// Counts the rows of what was read.
  package mutating func take(_ rows: Int) { used += rows }

  /// Whether the bundle's rows end before those of the next file.
  var endsWithBundle: Bool { bundle - used < file }

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

  static let hint = LocalizedText("Đề nghị kiểm tra lại tệp, hoặc tách báo cáo.", "Check the file, or split the report.")
}
