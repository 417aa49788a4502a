import CSVReading
package import Regimes
import ReportingModel

/// A registry as the file `units.csv` (<doc:regime#Unit-registry>).
package enum UnitsFile {
  package static func bytes(_ rows: [UnitRow]) -> [UInt8] {
    var csv = CSVWriter(delimiter: .comma, byteOrderMark: true)
    csv.write(["ma", "ten", "loai", "cap", "xa", "vung", "email", "tu_ngay", "den_ngay", "dau_moi", "thay_the"])
    for row in rows {
      csv.write([
        row.code, row.name, row.kind, row.level, row.commune, row.region, row.email, row.from?.description ?? "",
        row.to?.description ?? "", row.roles.joined(separator: " "), row.successor ?? "",
      ])
    }
    return csv.bytes
  }
}
