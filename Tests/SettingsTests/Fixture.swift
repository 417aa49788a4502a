import ReportingModel
import Settings

/// The file that a text is; nothing where it has faults.
func settings(_ text: String) -> SettingsFile? { try? SettingsFile(Array(text.utf8)) }

func faults(_ bytes: [UInt8]) -> [SettingsFault] {
  do throws(SettingsProblem) {
    _ = try SettingsFile(bytes)
    return []
  } catch { return error.faults }
}

func faults(_ text: String) -> [SettingsFault] { faults(Array(text.utf8)) }

/// `line:column message`, in English.
func told(_ text: String) -> [String] { faults(text).map { "\($0.line):\($0.column) \($0.message.english)" } }

/// The hints, in English.
func hints(_ text: String) -> [String] { faults(text).map(\.hint.english) }

/// Every key by its path, with values that are taken and some that are not.
enum Key {
  static let good: [(path: String, json: String)] =
    [
      ("office.regime", #""LD-NQ57""#), ("office.requireUnitFolder", "true"), ("office.electronic", "false"),
      ("office.contact.phone", #""0263 3 822 000""#), ("office.contact.email", #""vp@example.edu.vn""#),
      ("office.plan.number", #""1234/KH-SGDĐT""#), ("office.plan.date", #""2026-06-30""#),
      ("office.signature.capacity", #"["KT. GIÁM ĐỐC","PHÓ GIÁM ĐỐC"]"#),
      ("office.signature.signer", #""Nguyễn Văn Mẫu""#), ("office.legalBases", #"["Luật Giáo dục","Nghị quyết"]"#),
      ("office.receivers", #"{"so-gddt":[],"ubnd-tinh":["Như trên","Lưu: VT"]}"#),
      ("office.so.haiChuSo", "true"), ("office.daysOff", #"["2027-02-04","2028-02-29"]"#),
    ] + limits.map { ("office.limits." + $0.key, "\($0.value + 1)") }

  static let service = [("service.quietSeconds", "0"), ("service.patienceSeconds", "604800")]

  /// Keys and defaults as the table of limits has them.
  static let limits: [(key: String, value: Int)] = [
    ("archiveBytes", 268_435_456), ("entries", 2000), ("parsedEntryBytes", 134_217_728),
    ("evidenceEntryBytes", 268_435_456), ("totalBytes", 1_073_741_824), ("parsedBytes", 268_435_456),
    ("evidenceRatio", 250), ("parsedRatio", 1000), ("submissions", 2000), ("rows", 200_000), ("bundleRows", 400_000),
    ("xmlDepth", 16), ("xmlAttributes", 32), ("xmlNameLength", 256), ("issues", 1000), ("causes", 200),
  ]

  /// A file with this one key.
  static func file(_ path: String, _ json: String) -> String {
    path.split(separator: ".").reversed().reduce(json) { "{\"\($1)\":\($0)}" }
  }

  /// What stands under a path.
  static func value(_ path: String, in json: JSONValue) -> JSONValue? {
    path.split(separator: ".").reduce(json as JSONValue?) { value, key in
      guard case .object(let members)? = value else { return nil }
      return members[String(key)]
    }
  }
}
