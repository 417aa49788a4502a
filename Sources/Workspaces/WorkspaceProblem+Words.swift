import Ledger
package import ReportingModel

extension WorkspaceProblem: WordedError {
  package var words: LocalizedText {
    switch self {
    case .missing(let folder):
      LocalizedText("Không có không gian làm việc nào ở \(folder).", "There is no workspace in \(folder).")
    case .exists(let folder):
      LocalizedText("Ở \(folder) đã có không gian làm việc.", "There is a workspace in \(folder) already.")
    case .locked(let folder, let holder):
      LocalizedText(
        "\(LockHolder.description(of: holder).vietnamese) đang ghi vào \(folder); đề nghị thử lại sau, hoặc đợi bằng --wait.",
        "\(LockHolder.description(of: holder).english) is writing to \(folder); try again, or wait with --wait.")
    case .past(let given, let last):
      LocalizedText(
        "--now (\(given)) trước mục cuối của sổ (\(last)): sổ không ghi lùi thời gian. Báo cáo đến trước đó thì nhập bằng ingest --received-at, có lý do.",
        "--now (\(given)) is before the last entry (\(last)): the record does not go back in time. What came earlier is entered with ingest --received-at and a reason."
      )
    case .lostLedger(let folder):
      LocalizedText(
        "Ở \(folder) có keys/head mà không có sổ (ledger.sqlite): đề nghị khôi phục sổ từ bản sao lưu.",
        "\(folder) has keys/head and no ledger (ledger.sqlite): restore the copy.")
    case .notALedger(let path):
      LocalizedText(
        "\(path) không có gì hoặc không phải sổ của chương trình: đề nghị khôi phục từ bản sao lưu.",
        "\(path) is empty or no ledger of this program: restore the copy.")
    case .wentBack(let known, let end):
      LocalizedText(
        "Sổ kết thúc ở mục \(end.sequence) và không có mục \(known.sequence) mà keys/head ghi nhận: sổ đã bị lùi lại hoặc thay bằng sổ khác. Đề nghị khôi phục bản mới hơn; nếu không còn: tonghop doctor --accept-rollback --reason \"…\".",
        "The ledger ends at \(end.sequence) and lacks entry \(known.sequence), which keys/head knows: it went back, or is another one. Restore a newer copy; if there is none: tonghop doctor --accept-rollback --reason \"…\"."
      )
    case .template(let name, let reason):
      LocalizedText(
        "Mẫu \(name).mustache không dùng được: \(reason)", "The template \(name).mustache cannot be used: \(reason)")
    case .noRegistry:
      LocalizedText(
        "Chưa có danh mục đơn vị; đề nghị chạy «tonghop units import».",
        "There is no unit registry yet; run “tonghop units import”.")
    case .refused(let findings):
      LocalizedText(
        findings.flatMap { $0.lines(.vietnamese) }.joined(separator: "\n"),
        findings.flatMap { $0.lines(.english) }.joined(separator: "\n"))
    }
  }
}
