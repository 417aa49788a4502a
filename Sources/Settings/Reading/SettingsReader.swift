import ReportingModel

/// A value of the settings with what it is called: `office.limits.rows`.
struct SettingsValue {
  let node: JSONNode
  /// Of an item of a list that of the list.
  let path: String
  /// The path, and which item it is, at the beginning of a sentence.
  let name: LocalizedText
  let isItem: Bool

  init(_ node: JSONNode, _ path: String = "") {
    self.node = node
    self.path = path
    isItem = false
    name = path.isEmpty ? LocalizedText("Tệp", "The file") : LocalizedText(path, path)
  }

  /// - Parameter number: From 1.
  init(item node: JSONNode, number: Int, of list: SettingsValue) {
    self.node = node
    path = list.path
    isItem = true
    name = LocalizedText("Mục \(number) của \(list.path)", "Item \(number) of \(list.path)")
  }
}

/// Takes settings out of nodes by key and type, and gathers whatever is wrong with them.
struct SettingsReader {
  /// A fault before its line is known.
  struct Fault {
    /// Bytes before it.
    let offset: Int
    let message: LocalizedText
    let hint: LocalizedText
  }

  private(set) var faults: [Fault] = []

  mutating func tell(at offset: Int, _ message: LocalizedText, _ hint: LocalizedText) {
    faults.append(Fault(offset: offset, message: message, hint: hint))
  }

  /// A fault that begins with what the value is called.
  mutating func tell(
    _ value: SettingsValue, _ vietnamese: String, _ english: String, hint: LocalizedText
  ) {
    let name = value.name
    tell(
      at: value.node.offset, LocalizedText("\(name.vietnamese) \(vietnamese).", "\(name.english) \(english)."), hint)
  }

  mutating func tell(broken fault: JSONFault, in bytes: [UInt8]) {
    let isText = String(validating: bytes, as: UTF8.self) != nil
    tell(
      at: fault.offset,
      LocalizedText(
        "Không đọc được tệp: \(fault.message.vietnamese).", "The file cannot be read: \(fault.message.english)."),
      isText
        ? LocalizedText(
          "Khóa và chuỗi đặt trong dấu nháy kép thẳng \", giữa hai mục có một dấu phẩy, mỗi { và [ có } và ]; không có chú thích.",
          "Keys and texts stand in straight double quotes \", one comma between two items, every { and [ has its } and ]; no comments."
        )
        : LocalizedText("Lưu lại tệp bằng mã UTF-8.", "Save the file as UTF-8."))
  }

  mutating func tell(repeated fault: JSONFault) {
    let message = fault.message
    tell(
      at: fault.offset,
      LocalizedText("Thừa khóa: \(message.vietnamese).", "A key too many: \(message.english)."),
      LocalizedText("Giữ lại một chỗ, gộp nội dung nếu cần.", "Keep one of them, with what both say."))
  }

  /// The members that are told, by key; `null` is not told. Other keys are faults.
  mutating func members<Key: SettingsKey>(of object: SettingsValue, _: Key.Type) -> [(key: Key, value: SettingsValue)] {
    guard case .object(let members) = object.node.value else {
      tell(object, isNot: .object)
      return []
    }
    return members.compactMap { member in
      guard let key = Key(rawValue: member.key) else {
        tell(unknown: member, in: object.path)
        return nil
      }
      if case .null = member.node.value { return nil }
      return (key, SettingsValue(member.node, SettingsKeys.path(object.path, member.key)))
    }
  }
}
