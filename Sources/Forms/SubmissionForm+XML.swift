import Regimes
import ReportingModel
import Submissions
import XMLReading

extension SubmissionForm {
  /// The document with its codes explained in comments.
  var xml: [UInt8] {
    var writer = XMLWriter()
    writer.start(Vocabulary.rootElement, ["xmlns": Vocabulary.namespace, "phienBan": Vocabulary.version])
    writeHeader(&writer)
    writer.start("hoatDong")
    for (title, codes) in codeLists {
      writer.comment("\(title): " + codes.map { "\($0.code) \($0.name)" }.joined(separator: "; "))
    }
    writer.comment(
      "Mỗi hoạt động một thẻ: <muc ma=\"\(id(.activities, 1))\" ngay=\"2026-10-20\" nhiemVu=\"…\" noiDung=\"…\" hinhThuc=\"…\" sanPham=\"…\" soLuong=\"1\" soNguoi=\"0\"><ten>…</ten></muc>. Mã tiếp theo: \(id(.activities, 2)), \(id(.activities, 3))…"
    )
    writer.end()
    writer.start("chiTieu")
    writer.comment("Để trống là không báo; không phát sinh thì ghi 0.")
    for indicator in indicators {
      writer.comment("\(indicator.code): \(indicator.name.vietnamese) (\(indicator.unit.vietnamese))")
      writer.element("muc", ["ma": indicator.code], text: "")
    }
    writer.end()
    writer.start("moHinh")
    writer.comment(
      "Mỗi mô hình một thẻ: <muc ma=\"\(id(.exemplars, 1))\" noiDung=\"…\"><ten>…</ten><moTa>từ 50 ký tự</moTa></muc>")
    writer.end()
    writer.start("thuyetMinh")
    for section in regime.sections {
      writer.comment("\(section.code): \(section.name.vietnamese)")
      writer.element("muc", ["ma": section.code], text: "")
    }
    writer.end()
    writer.end()
    return writer.bytes
  }

  private func writeHeader(_ writer: inout XMLWriter) {
    let told = header
    writer.start("thongTin")
    for column in headerColumns {
      guard case .element(let name) = column.xml, column.name != "khong_phat_sinh" else { continue }
      writer.element(name, text: told[column.name] ?? "")
      if column.name == "ten_don_vi" {
        writer.start(
          "ky", ["loai": told["loai_ky"], "namHoc": told["nam_hoc"], "nam": told["nam"], "yeuCau": told["yeu_cau"]])
        writer.end()
      }
    }
    writer.comment(
      "ngayLap ghi theo dạng 2027-01-18. Kỳ không phát sinh hoạt động: thêm <khongPhatSinh>true</khongPhatSinh>.")
    writer.end()
  }
}
