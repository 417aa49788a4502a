/// The keys of one object of the settings.
protocol SettingsKey: RawRepresentable<String>, CaseIterable, Sendable {}

enum FileKey: String, SettingsKey { case office, service }

enum OfficeKey: String, SettingsKey {
  case regime, requireUnitFolder, electronic, contact, plan, signature, legalBases, receivers, daysOff, so, limits
}

enum ContactKey: String, SettingsKey { case phone, email }

enum PlanKey: String, SettingsKey { case number, date }

enum SignatureKey: String, SettingsKey { case capacity, signer }

enum NumbersKey: String, SettingsKey { case haiChuSo }

enum ServiceKey: String, SettingsKey { case quietSeconds, patienceSeconds }

/// Where every key stands, to say of an unknown one what may be meant.
enum SettingsKeys {
  /// Paths of objects with their keys, outer ones first. `receivers` has names of copies for keys and is not here.
  static let places: [(object: String, keys: [String])] = [
    ("", names(FileKey.self)), ("office", names(OfficeKey.self)), ("service", names(ServiceKey.self)),
    ("office.contact", names(ContactKey.self)), ("office.plan", names(PlanKey.self)),
    ("office.signature", names(SignatureKey.self)), ("office.so", names(NumbersKey.self)),
    ("office.limits", names(LimitKey.self)),
  ]

  /// Keys that bore another name before, by their present path.
  static let renamed = ["office.signature.name": "office.signature.signer"]

  static func names<Key: SettingsKey>(_: Key.Type) -> [String] { Key.allCases.map(\.rawValue) }

  /// `office.limits` and `rows` are `office.limits.rows`.
  static func path(_ object: String, _ key: String) -> String { object.isEmpty ? key : object + "." + key }
}
