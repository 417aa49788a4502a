import Receipts
import ReportingModel

/// `Samples/gallery/README.md`: all findings on one page, as they are said.
struct GalleryPage {
  struct Example {
    let code: String
    let finding: Finding
  }

  let examples: [Example]

  private static let head = """
    # Phòng trưng bày các lỗi và cảnh báo

    Mỗi mã dưới đây có một gói mẫu gây ra nó và phiếu tiếp nhận mà gói ấy nhận được (`bien-nhan.json`). Thử một gói:

    ```
    tonghop check Samples/gallery/CSV-DATE/goi.zip --units Samples/gallery/units.csv --now 2027-01-20T08:00:00+07:00
    ```

    Nơi có nhiều gói (`1.zip`, `2.zip`) thì nhận lần lượt; `case.json` nêu điều khác thường (ngày nhận, thư mục của đơn vị, giới hạn
    hạ thấp). Mã `REG-` là của danh mục đơn vị (`tonghop units import`) và của chế độ báo cáo (`tonghop regime check`). Các tệp vào do
    `make.py` viết; trang này và các phiếu do bộ kiểm thử ghi (`TONGHOP_RECORD=1`).

    *Every code has a bundle that raises it, and the receipt that the bundle gets. This page is written by the tests.*


    """

  var text: String {
    var lines = GalleryPage.head
    for example in examples { lines += section(example) }
    return lines
  }

  private func section(_ example: Example) -> String {
    let finding = example.finding
    let severity = finding.severity == .error ? "lỗi · error" : "cảnh báo · warning"
    let place = [finding.location.file, finding.place(.vietnamese)].filter { !$0.isEmpty }.joined(separator: ", ")
    let facts = [
      place.isEmpty ? nil : "nơi: `\(place)`", finding.value.map { "giá trị: `\($0)`" },
      finding.cite.map { "căn cứ: \($0)" },
    ].compactMap { $0 }
    return """
      ## [\(example.code)](\(example.code)/) — \(severity)
      \(finding.message.vietnamese) **\(finding.hint.vietnamese)**

      *\(finding.message.english)* ***\(finding.hint.english)***
      \(facts.isEmpty ? "" : "\n" + facts.joined(separator: " · ") + "\n")

      """
  }
}
