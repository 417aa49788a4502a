import ReportingModel
import VietnameseText

/// Keys that are not known where they stand.
extension SettingsReader {
  mutating func tell(unknown member: JSONMember, in object: String) {
    let path = SettingsKeys.path(object, quoted(member.key))
    let home = SettingsKeys.places.first { $0.keys.contains(member.key) }
    if let home {
      tell(
        at: member.offset,
        LocalizedText("Khóa \(path) đặt không đúng chỗ.", "The key \(path) stands in the wrong place."),
        belonging(SettingsKeys.path(home.object, member.key), home.object))
    } else {
      tell(
        at: member.offset, LocalizedText("Không có khóa \(path).", "There is no key \(path)."),
        meant(member.key, in: object))
    }
  }

  private func belonging(_ path: String, _ object: String) -> LocalizedText {
    object.isEmpty
      ? LocalizedText(
        "Khóa này là \(path), đặt ở ngoài cùng của tệp.", "It is \(path): move it to the top of the file.")
      : LocalizedText(
        "Khóa này là \(path): chuyển vào trong đối tượng \(object).",
        "It is \(path): move it into the object \(object).")
  }

  /// What an unknown key may stand for, here or elsewhere, else what there is here.
  private func meant(_ key: String, in object: String) -> LocalizedText {
    if let now = SettingsKeys.renamed[SettingsKeys.path(object, key)] {
      return LocalizedText("Khóa này nay là \(now).", "It is \(now) now.")
    }
    let here = SettingsKeys.places.first { $0.object == object }?.keys ?? []
    // A file with so many faults is none of ours: each look-up takes its time.
    if faults.count < 100 {
      if let near = nearest(key, in: here) {
        let path = SettingsKeys.path(object, near)
        return LocalizedText("Có phải là \(path) không?", "Is \(path) meant?")
      }
      if let near = nearest(key, in: SettingsKeys.places.flatMap(\.keys)),
        let home = SettingsKeys.places.first(where: { $0.keys.contains(near) })
      {
        let path = SettingsKeys.path(home.object, near)
        return LocalizedText("Có phải là \(path) không?", "Is \(path) meant?")
      }
    }
    let all = here.joined(separator: ", ")
    return LocalizedText("Ở đây chỉ có: \(all).", "There are only: \(all).")
  }

  /// Enough of a text to find it again.
  func quoted(_ text: String) -> String {
    let head = text.prefix(60)
    return head.endIndex == text.endIndex ? text : "\(head)…"
  }
}
