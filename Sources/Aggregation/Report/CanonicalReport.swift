package import ReportingModel
import VietnameseText

/// A report's canonical JSON, asked by the paths of its figures (<doc:commands#Canonical-report>).
///
/// A path goes down by keys that are parted by points. Of a list it names a row by what tells it apart: its `code`, its
/// `period`, its `key`, or, where it has none of them, its codes joined by `+`: `tasks.NV05.soNguoi`,
/// `completeness.HK1/2026-2027.late`, `areaByChannel.HT1+ND2.records`, `completenessBy.HK1/2026-2027+loai=VP.late`. The last step may be left out where it is `value`.
package struct CanonicalReport: Sendable {
  package let json: JSONValue

  /// - Throws: `JSONFault` for bytes that are no JSON of the program.
  package init(_ bytes: [UInt8]) throws {
    json = try JSONNode(parsing: bytes).plain
  }

  package init(_ json: JSONValue) {
    self.json = json
  }

  /// The number, text or null at a path; `nil` where the report has no such path.
  package func figure(at path: String) -> JSONValue? {
    var value = json
    for step in path.split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
      guard let next = CanonicalReport.step(step, from: value) else { return nil }
      value = next
    }
    if let inner = value["value"] { value = inner }
    switch value {
    case .null, .integer, .string, .bool: return value
    case .array, .object: return nil
    }
  }

  private static func step(_ step: String, from value: JSONValue) -> JSONValue? {
    guard case .array(let rows) = value else { return value[step] }
    return rows.first { name(of: $0) == step }
  }

  /// What tells a row of a list apart.
  static func name(of row: JSONValue) -> String? {
    guard case .object(let members) = row else { return nil }
    func text(_ key: String) -> String? { if case .string(let text)? = members[key] { text } else { nil } }
    if let code = text("code") { return [code, text("loai")].compactMap { $0 }.joined(separator: "+") }
    if let period = text("period"), text("unit") == nil {
      let place = ["loai", "cap", "xa", "vung"].compactMap { key in text(key).map { "\(key)=\($0)" } }.first
      return [period, place].compactMap { $0 }.joined(separator: "+")
    }
    if let key = text("key") { return key }
    let codes = members.keys.sorted { $0.bytewisePrecedes($1) }.compactMap { key in
      Measure.all.contains(key) ? nil : text(key)
    }
    return codes.isEmpty ? nil : codes.joined(separator: "+")
  }

  /// The path nearest to one that there is not, where one is near.
  package func nearest(to path: String) -> String? {
    let whole = ".value"
    return VietnameseText.nearest(
      path, in: figures.map { $0.path.hasSuffix(whole) ? String($0.path.dropLast(whole.count)) : $0.path })
  }

  /// Every number, text and null with its path; rows that nothing tells apart have none.
  package var figures: [(path: String, value: JSONValue)] { figures(below: json, "") }

  private func figures(below value: JSONValue, _ prefix: String) -> [(path: String, value: JSONValue)] {
    switch value {
    case .null, .integer, .bool, .string: return [(prefix, value)]
    case .array(let rows):
      return rows.flatMap { row in
        CanonicalReport.name(of: row).map { figures(below: row, prefix + "." + $0) } ?? []
      }
    case .object(let members):
      return members.sorted { $0.key.bytewisePrecedes($1.key) }.flatMap { key, value in
        figures(below: value, prefix.isEmpty ? key : prefix + "." + key)
      }
    }
  }
}

/// The measures of activities, by their keys.
package enum Measure {
  package static let all = ["records", "soLuong", "soNguoi", "units"]
}
