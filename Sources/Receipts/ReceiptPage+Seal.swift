import QRCodes
import ReportingModel

extension ReceiptPage {
  /// That the receipt stands in the signed record, for whoever has only the paper (<doc:record#Receipt-proofs>).
  ///
  /// It depends on what else was recorded together, so pages are compared without it.
  func seal(_ page: inout PageWriter) {
    guard let seal else { return }
    page.raw("<figure class=\"seal\">")
    guard let code = QRCode(seal) else {
      caption(
        "Phiếu đã ghi vào sổ của Sở. Bằng chứng quá dài để in thành mã QR: dùng tệp .tlog-proof gửi kèm phiếu.",
        "Recorded. The proof is too long for a QR code: use the .tlog-proof beside the receipt.", &page)
      return
    }
    let (side, quiet) = (code.side, 4)
    // A stroke lies half a module on either side of its line.
    page.raw(
      "<svg viewBox=\"\(-quiet) \(-quiet).5 \(side + 2 * quiet) \(side + 2 * quiet)\" role=\"img\" aria-label=\"")
    page.text(LocalizedText("Mã QR của bằng chứng", "The proof as a QR code"))
    page.raw("\"><path d=\"")
    page.raw(ReceiptPage.strokes(of: code))
    page.raw("\"/></svg>")
    caption(
      "Phiếu đã ghi vào sổ của Sở và được ký số. Mã QR chứa bằng chứng: số phiếu, mã của tệp, giờ nhận và kết quả.",
      "Recorded and signed. The QR code holds the proof: number of the receipt, digest of the file, time and verdict.",
      &page)
  }

  private func caption(_ vietnamese: String, _ english: String, _ page: inout PageWriter) {
    page.raw("<figcaption>")
    page.text(LocalizedText(vietnamese, english))
    page.raw("</figcaption></figure>\n")
  }

  /// A stroke a run of dark modules; moves are relative, which takes half the bytes.
  private static func strokes(of code: QRCode) -> [UInt8] {
    var path: [UInt8] = []
    path.reserveCapacity(code.side * code.side)
    func add(_ letter: UInt8, _ number: Int) {
      path.append(letter)
      if number >= 100 { path.append(UInt8(48 + number / 100)) }
      if number >= 10 { path.append(UInt8(48 + number / 10 % 10)) }
      path.append(UInt8(48 + number % 10))
    }
    let (side, dark) = (code.side, code.dark)
    for row in 0..<side {
      var (column, end) = (0, 0)
      var isFirst = true
      while column < side {
        guard dark[row * side + column] == 1 else {
          column += 1
          continue
        }
        var length = 1
        while column + length < side, dark[row * side + column + length] == 1 { length += 1 }
        add(isFirst ? UInt8(ascii: "M") : UInt8(ascii: "m"), column - end)
        add(UInt8(ascii: " "), isFirst ? row : 0)
        add(UInt8(ascii: "h"), length)
        (column, end, isFirst) = (column + length, column + length, false)
      }
    }
    return path
  }
}
