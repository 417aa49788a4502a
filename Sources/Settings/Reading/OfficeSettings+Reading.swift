package import ReportingModel

extension OfficeSettings {
  /// Reads the object `office` of a file or of an entry of the record: absent keys and `null` are the defaults.
  /// - Throws: All faults; their lines are 1 and their columns count bytes, as the text is not known here.
  package init(_ node: JSONNode) throws(SettingsProblem) {
    var reader = SettingsReader()
    take(SettingsValue(node, "office"), with: &reader)
    if let problem = SettingsProblem(reader.faults, in: nil) { throw problem }
  }

  mutating func take(_ object: SettingsValue, with reader: inout SettingsReader) {
    for (key, value) in reader.members(of: object, OfficeKey.self) { take(key, value, with: &reader) }
  }

  mutating func take(_ key: OfficeKey, _ value: SettingsValue, with reader: inout SettingsReader) {
    switch key {
    case .regime: regime = reader.text(value)
    case .requireUnitFolder: requireUnitFolder = reader.flag(value) ?? requireUnitFolder
    case .electronic: electronic = reader.flag(value) ?? electronic
    case .contact: contact.take(value, with: &reader)
    case .plan: plan.take(value, with: &reader)
    case .signature: signature.take(value, with: &reader)
    case .legalBases: legalBases = reader.texts(value)
    case .receivers: receivers = reader.receivers(value)
    case .daysOff: daysOff = reader.days(value)
    case .so: numbers.take(value, with: &reader)
    case .limits: limits.take(value, with: &reader)
    }
  }
}

extension OfficeSettings.Contact {
  fileprivate mutating func take(_ object: SettingsValue, with reader: inout SettingsReader) {
    for (key, value) in reader.members(of: object, ContactKey.self) {
      switch key {
      case .phone: phone = reader.text(value)
      case .email: email = reader.email(value)
      }
    }
  }
}

extension OfficeSettings.PlanDocument {
  fileprivate mutating func take(_ object: SettingsValue, with reader: inout SettingsReader) {
    for (key, value) in reader.members(of: object, PlanKey.self) {
      switch key {
      case .number: number = reader.text(value)
      case .date: date = reader.date(value)
      }
    }
  }
}

extension OfficeSettings.Signature {
  fileprivate mutating func take(_ object: SettingsValue, with reader: inout SettingsReader) {
    for (key, value) in reader.members(of: object, SignatureKey.self) {
      switch key {
      case .capacity: capacity = reader.texts(value)
      case .signer: signer = reader.text(value)
      }
    }
  }
}

extension OfficeSettings.Numbers {
  fileprivate mutating func take(_ object: SettingsValue, with reader: inout SettingsReader) {
    for (key, value) in reader.members(of: object, NumbersKey.self) {
      switch key {
      case .haiChuSo: twoDigits = reader.flag(value) ?? twoDigits
      }
    }
  }
}

extension OfficeSettings.Limits {
  fileprivate mutating func take(_ object: SettingsValue, with reader: inout SettingsReader) {
    let usual = OfficeSettings.Limits()
    for (key, value) in reader.members(of: object, LimitKey.self) {
      guard let number = reader.number(value, in: 1...key.most, usual: usual[keyPath: key.field]) else { continue }
      self[keyPath: key.field] = number
    }
  }
}

extension ServiceSettings {
  mutating func take(_ object: SettingsValue, with reader: inout SettingsReader) {
    for (key, value) in reader.members(of: object, ServiceKey.self) { take(key, value, with: &reader) }
  }

  mutating func take(_ key: ServiceKey, _ value: SettingsValue, with reader: inout SettingsReader) {
    let usual = ServiceSettings()
    let range = 0...ServiceSettings.mostSeconds
    switch key {
    case .quietSeconds:
      quietSeconds = reader.number(value, in: range, usual: usual.quietSeconds) ?? quietSeconds
    case .patienceSeconds:
      patienceSeconds = reader.number(value, in: range, usual: usual.patienceSeconds) ?? patienceSeconds
    }
  }
}
