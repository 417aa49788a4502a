import ReportingModel

/// A `tonghop.json` (<doc:commands#Settings>), read strictly: two parts, of which `office` is recorded and `service` not.
package struct SettingsFile: Sendable, Hashable {
  package var office = OfficeSettings()
  package var service = ServiceSettings()

  /// Every default.
  package init() {}

  /// Reads the bytes of a file; `{}` has every default.
  /// - Throws: All faults of the file; of one that is no JSON the first fault of its form, and the keys written twice
  ///   before it.
  package init(_ bytes: [UInt8]) throws(SettingsProblem) {
    var reader = SettingsReader()
    var repeated: [JSONFault] = []
    do throws(JSONFault) {
      take(try JSONNode.read(bytes, repeated: &repeated), with: &reader)
    } catch {
      reader.tell(broken: error, in: bytes)
    }
    for fault in repeated { reader.tell(repeated: fault) }
    if let problem = SettingsProblem(reader.faults, in: bytes) { throw problem }
  }

  private mutating func take(_ node: JSONNode, with reader: inout SettingsReader) {
    let root = SettingsValue(node)
    for (key, value) in reader.members(of: root, FileKey.self) {
      switch key {
      case .office: office.take(value, with: &reader)
      case .service: service.take(value, with: &reader)
      }
    }
    // Files of earlier programs had no parts. Where their keys go is told above; what is wrong with the values here, so
    // that one look at the file is enough.
    guard case .object(let members) = node.value else { return }
    for member in members {
      if case .null = member.node.value { continue }
      if let key = OfficeKey(rawValue: member.key) {
        office.take(key, SettingsValue(member.node, "office." + member.key), with: &reader)
      } else if let key = ServiceKey(rawValue: member.key) {
        service.take(key, SettingsValue(member.node, "service." + member.key), with: &reader)
      }
    }
  }

  /// What `init` writes: the keys that an office will want to fill in, and nothing that changes a default.
  /// - Parameter regime: Code of the regime that the file names; none leaves its place open.
  package static func initialFile(regime: String? = nil) -> [UInt8] {
    let regime = String(decoding: JSONValue.optional(regime).canonicalBytes, as: UTF8.self)
    let office = OfficeSettings()
    let service = ServiceSettings()
    return Array(
      """
      {
        "office": {
          "regime": \(regime),
          "requireUnitFolder": \(office.requireUnitFolder),
          "electronic": \(office.electronic),
          "contact": { "phone": null, "email": null },
          "plan": { "number": null, "date": null },
          "signature": { "capacity": [], "signer": null },
          "legalBases": [],
          "receivers": {},
          "daysOff": [],
          "so": { "haiChuSo": \(office.numbers.twoDigits) },
          "limits": {}
        },
        "service": {
          "quietSeconds": \(service.quietSeconds),
          "patienceSeconds": \(service.patienceSeconds)
        }
      }

      """.utf8)
  }
}
