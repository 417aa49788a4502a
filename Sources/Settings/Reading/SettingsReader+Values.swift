import ReportingModel
import VietnameseText

/// What a value must be.
enum ExpectedKind {
  case text, flag, integer, list, object

  var words: LocalizedText {
    switch self {
    case .text: LocalizedText("chuỗi", "a text")
    case .flag: LocalizedText("true hoặc false", "true or false")
    case .integer: LocalizedText("số nguyên", "an integer")
    case .list: LocalizedText("danh sách [ ]", "a list [ ]")
    case .object: LocalizedText("đối tượng { }", "an object { }")
    }
  }

  /// How to write one instead of what is there.
  fileprivate func advice(insteadOf value: JSONNode.Value) -> LocalizedText {
    switch (self, value) {
    case (.flag, .string), (.integer, .string): LocalizedText("Bỏ dấu nháy kép.", "Leave out the quotes.")
    case (.text, _): LocalizedText("Ghi trong dấu nháy kép: \"…\".", "Write it in double quotes: \"…\".")
    case (.flag, _): LocalizedText("Ghi true hoặc false.", "Write true or false.")
    case (.integer, _): LocalizedText("Ghi số bằng chữ số, như 2000.", "Write the digits of a number, as in 2000.")
    case (.list, _):
      LocalizedText("Đặt các mục trong ngoặc vuông: [\"…\", \"…\"].", "Put the items in brackets: [\"…\", \"…\"].")
    case (.object, _): LocalizedText("Ghi { \"khóa\": giá trị }.", "Write { \"key\": value }.")
    }
  }
}

extension SettingsReader {
  mutating func tell(_ value: SettingsValue, isNot kind: ExpectedKind) {
    let here = value.node.kind
    tell(
      value, "phải là \(kind.words.vietnamese), ở đây là \(here.vietnamese)",
      "must be \(kind.words.english), here it is \(here.english)", hint: kind.advice(insteadOf: value.node.value))
  }

  mutating func flag(_ value: SettingsValue) -> Bool? {
    if case .bool(let flag) = value.node.value { return flag }
    tell(value, isNot: .flag)
    return nil
  }

  /// - Parameter usual: What holds without the key, for the hint.
  mutating func number(_ value: SettingsValue, in range: ClosedRange<Int>, usual: Int) -> Int? {
    guard case .integer(let wide) = value.node.value else {
      tell(value, isNot: .integer)
      return nil
    }
    if let number = Int(exactly: wide), range.contains(number) { return number }
    let bounds = (range.lowerBound, range.upperBound)
    tell(
      value, "= \(wide) phải từ \(bounds.0) đến \(bounds.1)", "= \(wide) must be from \(bounds.0) to \(bounds.1)",
      hint: LocalizedText("Bỏ khóa này thì dùng \(usual).", "Without this key it is \(usual)."))
    return nil
  }

  mutating func date(_ value: SettingsValue) -> CalendarDate? {
    guard let text = text(value) else { return nil }
    if let date = CalendarDate(iso: text) { return date }
    tell(
      value, "= «\(quoted(text))» không phải một ngày trong lịch, từ năm 1900 đến 2999",
      "= «\(quoted(text))» is no day of the calendar of the years 1900 to 2999",
      hint: LocalizedText("Ghi năm-tháng-ngày, như 2027-02-04.", "Write year-month-day, as in 2027-02-04."))
    return nil
  }

  /// The items of a list, each read by itself.
  mutating func list<Item>(
    _ value: SettingsValue, _ read: (inout SettingsReader, SettingsValue) -> Item?
  ) -> [(item: Item, value: SettingsValue)] {
    guard case .array(let nodes) = value.node.value else {
      tell(value, isNot: .list)
      return []
    }
    return nodes.enumerated().compactMap { index, node in
      let value = SettingsValue(item: node, number: index + 1, of: value)
      return read(&self, value).map { ($0, value) }
    }
  }

  /// Days in ascending order, each once.
  mutating func days(_ value: SettingsValue) -> [CalendarDate] {
    var days: Set<CalendarDate> = []
    for (day, value) in list(value, { $0.date($1) }) where !days.insert(day).inserted {
      tell(
        value, "= \(day) đã ghi ở trên", "= \(day) stands above already",
        hint: LocalizedText("Bỏ một trong hai.", "Take away one of the two."))
    }
    return days.sorted()
  }
}
