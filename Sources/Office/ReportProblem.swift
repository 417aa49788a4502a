package import ReportingModel
import VietnameseText
import Workspaces

/// Why a report cannot be made.
package enum ReportProblem: WordedError, Sendable {
  /// The regime has no report of that kind and name.
  case unknownKey(kind: String, key: String, regime: String?)
  case unknownRequest(String)
  case noTemplate(kind: String, recipient: String)
  /// Blocks of the office's words that the regime's reports have no room for, and those they have.
  case unknownBlocks([String], known: [String])
  case unknownTable(String, known: [String])
  /// A format that is another program's to make.
  case notMadeHere(ReportFormat)

  package var words: LocalizedText {
    switch self {
    case .unknownKey(let kind, let key, let regime):
      let place = regime.map { (" của chế độ \($0)", " of \($0)") } ?? ("", "")
      return LocalizedText(
        "Không có báo cáo «\(kind) \(key)»\(place.0); xem: tonghop report \(kind) --help.",
        "There is no report «\(kind) \(key)»\(place.1); see: tonghop report \(kind) --help.")
    case .unknownRequest(let code): return RequestProblem.unknown(code).words
    case .noTemplate(let kind, let recipient):
      return LocalizedText(
        "Chưa có đề cương của báo cáo \(kind) gửi \(recipient); dùng --format json để lấy số liệu.",
        "There is no outline for \(kind) to \(recipient); --format json gives the figures.")
    case .unknownBlocks(let unknown, let known):
      let names = known.joined(separator: ", ")
      func list(_ first: String) -> String { unknown.map { $0.isEmpty ? first : $0 }.joined(separator: ", ") }
      return LocalizedText(
        "Lời văn của Văn phòng Sở (--text): không có khối «\(list("chữ trước khối đầu tiên"))»; các khối: \(names).",
        "The office's words (--text): there is no block «\(list("words before the first block"))»; blocks: \(names).")
    case .unknownTable(let name, let known):
      let list = known.joined(separator: ", ")
      return LocalizedText("Không có bảng «\(name)»: \(list).", "There is no table “\(name)”: \(list).")
        + .nearest(nearest(name, in: known))
    case .notMadeHere(let format):
      return LocalizedText(
        "Chương trình không tự lập được \(format.rawValue).", "The program cannot make \(format.rawValue) by itself.")
    }
  }
}
