package import DurableFiles
package import ReportingModel

/// Something in the inbox that is left where it is and told about (<doc:commands#Inbox>).
package struct PassedOver: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// A symbolic link, which may lead anywhere.
    case link
    /// A pipe, socket or device.
    case special
    /// A bundle in a folder below a unit's folder, or in one that bears no unit's code.
    case deep
    /// A folder with no bundle in it: a report that was not zipped.
    case unzipped
    /// A name that is no valid UTF-8, by which nothing can be filed.
    case name
    /// A copy or download that was never finished, by its name.
    case temporary
    /// A file of no bytes.
    case empty
    /// A bundle that lacks its end.
    case incomplete
    /// What the system refused.
    case fault(FileFault)

    /// The word that `status` gives, whatever the language.
    package var code: String {
      switch self {
      case .link: "link"
      case .special: "special"
      case .deep: "deep"
      case .unzipped: "unzipped"
      case .name: "name"
      case .temporary: "temporary"
      case .empty: "empty"
      case .incomplete: "incomplete"
      case .fault: "fault"
      }
    }
  }

  package var path: String
  /// The unit in whose folder it lies.
  package var unit: String?
  package var reason: Reason

  package init(_ path: String, _ unit: String?, _ reason: Reason) {
    self.path = path
    self.unit = unit
    self.reason = reason
  }

  /// Bundles in one folder that are told one by one; of more the folder is told.
  private static let most = 20

  /// What is passed over with a folder: each bundle in it, or the folder where it holds none.
  /// - Parameter isOfUnit: it lies in a unit's folder; else it bears no unit's code.
  static func folder(_ folder: OpenFolder, unit: String?, isOfUnit: Bool) -> [PassedOver] {
    let names = (try? folder.names().names) ?? []
    let bundles = names.filter { $0.lowercased().hasSuffix(".zip") && folder.status(of: $0)?.kind == .regular }
    // Empty folders hold nothing that anybody waits for.
    guard !names.isEmpty else { return [] }
    guard (1...most).contains(bundles.count) else {
      return [PassedOver(folder.path, unit, bundles.isEmpty ? .unzipped : .deep)]
    }
    return bundles.map { PassedOver(folder.path + "/" + $0, unit, .deep) }
  }

  package var message: LocalizedText {
    switch reason {
    case .link:
      LocalizedText("Là liên kết, không phải tệp; không nhận.", "A link and no file; it is not taken.")
    case .special:
      LocalizedText("Không phải tệp thường; không nhận.", "No regular file; it is not taken.")
    case .deep:
      LocalizedText(
        "Nằm quá sâu nên chưa được nhận; đề nghị chuyển tệp .zip ra ngay trong thư mục mang mã đơn vị.",
        "It lies too deep and is not taken; move the zip right into the folder that bears the unit's code.")
    case .unzipped:
      LocalizedText(
        "Thư mục chưa nén nên chưa được nhận; đề nghị nén thành một tệp .zip đặt ngay trong thư mục mang mã đơn vị.",
        "A folder that is not zipped; it is not taken. Zip it and put the zip right into the folder that bears the unit's code."
      )
    case .name:
      LocalizedText(
        "Tên tệp không phải Unicode; đề nghị đổi tên.", "The name is no valid UTF-8; rename the file.")
    case .temporary:
      LocalizedText(
        "Tệp tạm của một lần chép hoặc tải chưa xong, đã nằm lâu; đề nghị chép lại tệp .zip hoàn chỉnh.",
        "The temporary file of a copy or download that was never finished; copy the whole zip again.")
    case .empty:
      LocalizedText("Tệp rỗng (0 byte); đề nghị chép lại.", "The file is empty (0 bytes); copy it again.")
    case .incomplete:
      LocalizedText(
        "Tệp .zip chưa có phần cuối, chưa chép xong; đề nghị chép lại nếu không còn đang chép.",
        "The zip lacks its end: it is not complete. Copy it again unless it is still being copied.")
    case .fault(let fault):
      LocalizedText(
        "\(fault.words.vietnamese) Sẽ tự thử lại.", "\(fault.words.english) It is tried again.")
    }
  }
}
