import Aggregation
import Documents
import Regimes
import ReportingModel

/// Makes appendices by name.
protocol AppendixSource {
  /// `nil` for an unknown name; no block where there is nothing to print, and then neither the appendix nor any reference to it
  /// is printed.
  func appendix(_ name: String) -> [Block]?
}

extension ReportComposer: AppendixSource {
  /// The appendices that a template may declare (<doc:layout#Appendices>); those from `chuaGui` on name units that have not
  /// reported, or say what units wrote, and are printed in the department's own copy alone.
  static let appendixNames = [
    "nhiemVu", "noiDungHinhThuc", "chiTieu", "moHinh", "guiBaoCao", "diaBan", "theo", "doiSoat", "chuaGui",
    "yKien",
    "nhanXet",
  ]

  func appendix(_ name: String) -> [Block]? {
    switch name {
    case "nhiemVu": tasksAppendix
    case "noiDungHinhThuc": areasAppendix
    case "chiTieu": indicatorsAppendix
    case "moHinh": exemplarsAppendix
    case "guiBaoCao": completenessAppendix
    case "diaBan": communesAppendix
    case "theo": rowsAppendix
    case "doiSoat": provenanceAppendix
    case "chuaGui": isInternal ? missingAppendix : []
    case "yKien": isInternal ? narrativesAppendix : []
    case "nhanXet": isInternal ? remarksAppendix : []
    default: nil
    }
  }

  var isInternal: Bool { recipient == .department }

  /// A table, unless there is nothing in it.
  func block(_ table: Table) -> [Block] { table.rows.isEmpty ? [] : [.table(table)] }
}
