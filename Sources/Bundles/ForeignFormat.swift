package import ReportingModel
import ZipFormat

/// What a file is by its first bytes where its name promises something else.
package enum ForeignFormat: Sendable, Hashable {
  case workbook
  case document
  case oldOffice
  /// A zip that is neither of these.
  case zip
  case archive
  case pdf

  /// - Returns: nothing for what may be text.
  static func of(_ bytes: [UInt8]) -> ForeignFormat? {
    switch FileSignature.of(bytes) {
    case .zip: names(in: bytes, "word/") ? .document : names(in: bytes, "xl/") ? .workbook : .zip
    case .ole: .oldOffice
    case .rar, .sevenZip, .gzip: .archive
    case .pdf: .pdf
    case .other: nil
    }
  }

  /// Whether it is made by an office program, so that a report may stand in it.
  var isOffice: Bool { self == .workbook || self == .document || self == .oldOffice }

  /// The names of the first parts stand uncompressed at the start, behind the list of all parts.
  private static func names(in bytes: [UInt8], _ part: String) -> Bool {
    let start = String(decoding: bytes.prefix(8192), as: UTF8.self)
    return start.contains("[Content_Types].xml") && start.contains(part)
  }

  package var code: FindingCode {
    switch self {
    case .workbook, .document, .zip: .zipXLSX
    case .oldOffice: .zipXLS
    case .archive, .pdf: .csvEncoding
    }
  }

  package var name: LocalizedText {
    switch self {
    case .workbook: LocalizedText("bảng tính Excel (.xlsx)", "an Excel workbook (.xlsx)")
    case .document: LocalizedText("tài liệu Word (.docx)", "a Word document (.docx)")
    case .oldOffice: LocalizedText("bảng tính Excel (.xls) hoặc tệp Office cũ", "an old Excel or Office file")
    case .zip:
      LocalizedText("tệp nén, có lẽ là bảng tính Excel (.xlsx)", "an archive, perhaps an Excel workbook (.xlsx)")
    case .archive: LocalizedText("tệp nén", "an archive")
    case .pdf: LocalizedText("tệp PDF", "a PDF")
    }
  }
}
