package import ReportingModel

extension OfficeSettings {
  /// All settings as the record keeps them: with the defaults, so that a later program with others reads the same; an
  /// optional without a value is left out, days are `yyyy-MM-dd`.
  package var json: JSONValue { object(OfficeKey.self, value) }

  private func value(_ key: OfficeKey) -> JSONValue? {
    switch key {
    case .regime: regime.map(JSONValue.string)
    case .requireUnitFolder: .bool(requireUnitFolder)
    case .electronic: .bool(electronic)
    case .contact: object(ContactKey.self, value)
    case .plan: object(PlanKey.self, value)
    case .signature: object(SignatureKey.self, value)
    case .legalBases: texts(legalBases)
    case .receivers: .object(receivers.mapValues(texts))
    case .daysOff: texts(Set(daysOff).sorted().map(\.description))
    // Younger than records that are kept: left out where it is as it always was.
    case .so: numbers.twoDigits ? object(NumbersKey.self) { _ in .bool(true) } : nil
    case .limits: object(LimitKey.self) { .int(limits[keyPath: $0.field]) }
    }
  }

  private func value(_ key: ContactKey) -> JSONValue? {
    switch key {
    case .phone: contact.phone.map(JSONValue.string)
    case .email: contact.email.map(JSONValue.string)
    }
  }

  private func value(_ key: PlanKey) -> JSONValue? {
    switch key {
    case .number: plan.number.map(JSONValue.string)
    case .date: plan.date.map { .string($0.description) }
    }
  }

  private func value(_ key: SignatureKey) -> JSONValue? {
    switch key {
    case .capacity: texts(signature.capacity)
    case .signer: signature.signer.map(JSONValue.string)
    }
  }

  private func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  private func object<Key: SettingsKey>(_: Key.Type, _ value: (Key) -> JSONValue?) -> JSONValue {
    .object(
      Dictionary(uniqueKeysWithValues: Key.allCases.compactMap { key in value(key).map { (key.rawValue, $0) } }))
  }
}
