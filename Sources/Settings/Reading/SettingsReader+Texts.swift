import ReportingModel
import VietnameseText

/// Texts: in normal form C, without white space around, fit to be printed.
extension SettingsReader {
  mutating func text(_ value: SettingsValue) -> String? {
    guard case .string(let text) = value.node.value else {
      tell(value, isNot: .text)
      return nil
    }
    guard isPrintable(text, at: value.node.offset, value.name) else { return nil }
    let trimmed = trimmedNFC(text)
    if !trimmed.isEmpty { return trimmed }
    tell(
      value, "để trống", "is empty",
      hint: value.isItem
        ? LocalizedText("Bỏ mục này.", "Take this item away.")
        : LocalizedText("Chưa có thì ghi null hoặc bỏ khóa.", "Write null or leave the key out."))
    return nil
  }

  mutating func texts(_ value: SettingsValue) -> [String] { list(value) { $0.text($1) }.map(\.item) }

  mutating func email(_ value: SettingsValue) -> String? {
    guard let text = text(value) else { return nil }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    if parts.count == 2, !parts.contains(where: \.isEmpty), !text.contains(where: \.isWhitespace) { return text }
    tell(
      value, "= «\(quoted(text))» không phải địa chỉ thư điện tử", "= «\(quoted(text))» is no e-mail address",
      hint: LocalizedText("Ghi như vanphong@example.edu.vn.", "Write it as in vanphong@example.edu.vn."))
    return nil
  }

  /// Lists of texts by copy of a report or kind of letter; which there are depends on the regime.
  mutating func receivers(_ value: SettingsValue) -> [String: [String]] {
    guard case .object(let members) = value.node.value else {
      tell(value, isNot: .object)
      return [:]
    }
    var receivers: [String: [String]] = [:]
    for member in members {
      let key = trimmedNFC(member.key)
      let path = SettingsKeys.path(value.path, quoted(member.key))
      if key.isEmpty || key != nfc(member.key) {
        tell(
          at: member.offset,
          LocalizedText(
            "Tên bản gửi «\(quoted(member.key))» trong \(value.path) để trống hoặc có khoảng trắng ở hai đầu.",
            "The copy's name «\(quoted(member.key))» in \(value.path) is empty or has white space around it."),
          LocalizedText("Ghi tên bản gửi, như ubnd-tinh.", "Write the copy's name, as in ubnd-tinh."))
      } else if isPrintable(key, at: member.offset, LocalizedText(path, path)) {
        if case .null = member.node.value { continue }
        receivers[key] = texts(SettingsValue(member.node, path))
      }
    }
    return receivers
  }

  /// Tells of the first character that no line of a document can bear.
  private mutating func isPrintable(_ text: String, at offset: Int, _ name: LocalizedText) -> Bool {
    guard let scalar = text.unicodeScalars.first(where: { !SettingsReader.isPrintable($0) }) else { return true }
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    tell(
      at: offset,
      LocalizedText(
        "\(name.vietnamese) có ký tự điều khiển \(code).", "\(name.english) has the control character \(code)."),
      LocalizedText(
        "Bỏ ký tự này; mỗi dòng ghi thành một mục riêng.", "Take it away; a line is an item of its own."))
    return false
  }

  /// Controls, ends of lines and paragraphs, what turns the direction of writing, and what XML forbids.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
