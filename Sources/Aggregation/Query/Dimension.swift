/// What activities can be grouped and filtered by; the raw values are those of `--by` and `--where`
/// (<doc:counting#Activities>).
package enum Dimension: String, Sendable, Hashable, CaseIterable {
  case task = "nhiemVu"
  case area = "noiDung"
  case channel = "hinhThuc"
  case product = "sanPham"
  case topic = "chuDe"
  case kind = "loai"
  case level = "cap"
  case commune = "xa"
  case region = "vung"
  case unit = "donVi"
  case month = "thang"

  /// Dimensions that the registry gives.
  package static let ofUnits: [Dimension] = [.kind, .level, .commune, .region, .unit]

  package var isOfUnits: Bool { Dimension.ofUnits.contains(self) }
}

/// The values that may stand in each dimension named: any of them matches, and every dimension must match.
///
/// A dimension with no values lets nothing through. `-` stands for no value.
package typealias DimensionFilter = [Dimension: Set<String>]
