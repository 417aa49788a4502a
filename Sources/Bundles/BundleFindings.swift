package import ReportingModel
import ZipFormat

extension BundleReader {
  /// A file that is no archive, told by its first bytes.
  func foreignFile(_ signature: FileSignature, _ name: String) -> Finding? {
    let zipAgain = LocalizedText(
      "Đề nghị mở thư mục báo cáo, bấm chuột phải, chọn Gửi tới > Thư mục nén (.zip), rồi nộp tệp mới.",
      "Right-click the report's folder, choose Send to > Compressed (zipped) folder, and send the new file.")
    func notZip(_ vietnamese: String, _ english: String) -> Finding {
      Finding(
        .zipNotZip, .error, at: SourceLocation(), value: name,
        message: LocalizedText(
          "Tệp «\(name)» thực ra là \(vietnamese), không đọc được.",
          "«\(name)» is really \(english); it cannot be read."),
        hint: zipAgain)
    }
    switch signature {
    case .rar: return notZip("tệp RAR", "a RAR archive")
    case .sevenZip: return notZip("tệp 7-Zip", "a 7-Zip archive")
    case .gzip: return notZip("tệp GZIP", "a gzip file")
    case .pdf: return notZip("tệp PDF", "a PDF")
    case .ole:
      return Finding(
        .zipXLS, .error, at: SourceLocation(), value: name,
        message: LocalizedText(
          "Tệp «\(name)» là bảng tính Excel (.xls) hoặc tệp Office cũ, không phải gói báo cáo.",
          "«\(name)» is an old Excel or Office file, not a bundle."),
        hint: saveAsCSV)
    case .zip, .other: return nil
    }
  }

  private var saveAsCSV: LocalizedText {
    LocalizedText(
      "Đề nghị trong Excel chọn Lưu thành > CSV UTF-8 cho từng bảng, nén cả thư mục thành .zip; hoặc dùng mẫu do Sở gửi.",
      "In Excel save each sheet as CSV UTF-8 and zip the folder; or use the form you were sent.")
  }

  func workbook(_ name: String) -> Finding {
    Finding(
      .zipXLSX, .error, at: SourceLocation(), value: name,
      message: LocalizedText(
        "Tệp nhận được là bảng tính Excel (.xlsx), không phải gói báo cáo.",
        "The file is an Excel workbook (.xlsx), not a bundle."),
      hint: saveAsCSV)
  }

  /// Nothing in the bundle is a report.
  /// - Parameter orphans: files of a report whose folder lacks the header.
  package static func empty(beside orphans: [String] = []) -> Finding {
    guard let orphan = orphans.first else {
      return Finding(
        .zipEmpty, .error, at: SourceLocation(),
        message: LocalizedText(
          "Gói không chứa báo cáo nào (không thấy tệp thong-tin.csv hay tệp XML).",
          "The bundle holds no report (neither thong-tin.csv nor an XML file)."),
        hint: LocalizedText(
          "Đề nghị kiểm tra đã nén đúng thư mục có thong-tin.csv.",
          "Check that the folder with thong-tin.csv was zipped."))
    }
    return Finding(
      .zipEmpty, .error, at: SourceLocation(file: orphan),
      message: LocalizedText(
        "Gói có tệp «\(orphan)» nhưng thiếu tệp thong-tin.csv (đơn vị, kỳ báo cáo, ngày lập), nên chưa thành một báo cáo.",
        "The bundle has «\(orphan)» but not thong-tin.csv (unit, period, date), and so holds no report."),
      hint: LocalizedText(
        "Đề nghị đặt thong-tin.csv (có trong mẫu Sở gửi) vào cùng thư mục với tệp này, nén lại rồi nộp.",
        "Put thong-tin.csv (it is part of the form you were sent) into the folder of this file, zip it again and send it."
      ))
  }

  /// A delivery that nobody looks inside any more, because looking never came to an end.
  package static func setAside(_ name: String, _ tries: Int) -> Finding {
    Finding(
      .zipUnreadable, .error, at: SourceLocation(), value: name,
      message: LocalizedText(
        "Hệ thống đã mở tệp này \(tries) lần mà không đọc hết được; tệp được giữ nguyên, không đọc tiếp.",
        "This file was opened \(tries) times and reading it never came to an end; it is kept and not read again."),
      hint: LocalizedText(
        "Đề nghị xuất lại báo cáo, nén lại rồi nộp tệp mới; nếu vẫn bị, gửi phiếu này cho Văn phòng Sở.",
        "Export the report again, zip it anew and send the new file; if it happens again, send this receipt to the office."
      ))
  }

  /// What is said of bytes that the office removed on purpose.
  package static func purged(_ name: String) -> Finding {
    Finding(
      .zipPurged, .error, at: SourceLocation(), value: name,
      message: LocalizedText(
        "Văn phòng Sở đã xóa tệp có đúng nội dung này; tệp không được nhận và không được lưu lại.",
        "The office removed a file with just these bytes; it is neither taken nor kept."),
      hint: LocalizedText(
        "Đề nghị bỏ phần không được phép gửi (thông tin cá nhân, tệp gửi nhầm), lập lại báo cáo rồi nộp tệp mới.",
        "Leave out what must not be sent, make the report again and send the new file."))
  }

  /// What is said of an archive inside the archive.
  package static func nested(_ path: String) -> Finding {
    Finding(
      .zipNested, .error, at: SourceLocation(file: path),
      message: LocalizedText(
        "Trong gói còn có một gói nén khác; gói bên trong chưa được đọc, nội dung của nó chưa được tính.",
        "The bundle holds another archive; it was not read, and nothing in it counts."),
      hint: LocalizedText(
        "Đề nghị giải nén gói bên trong, mỗi báo cáo để trong một thư mục riêng, rồi nén tất cả thành một gói .zip và nộp lại. Tệp chỉ để minh chứng thì đặt trong thư mục minh-chung.",
        "Unzip the inner one, give each report a folder of its own, zip everything once and send it again. An archive that is only evidence belongs into the folder minh-chung."
      ))
  }

  func stray(_ path: String) -> Finding {
    Finding(
      .zipStray, .warning, at: SourceLocation(file: path),
      message: LocalizedText(
        "Tệp này không thuộc báo cáo nào nên không được đọc.", "This file belongs to no report and is not read."),
      hint: LocalizedText(
        "Nếu là minh chứng, đề nghị để trong thư mục minh-chung; nếu là bảng số liệu, lưu dạng CSV đúng tên.",
        "Put evidence into the folder minh-chung; save figures as CSV under the right name."))
  }

  /// A file of a report in a folder that lacks the header.
  func orphan(_ path: String) -> Finding {
    Finding(
      .zipStray, .warning, at: SourceLocation(file: path),
      message: LocalizedText(
        "Thư mục của tệp này không có thong-tin.csv nên tệp không được đọc.",
        "The folder of this file has no thong-tin.csv, so the file is not read."),
      hint: LocalizedText(
        "Đề nghị đặt thong-tin.csv (đơn vị, kỳ báo cáo, ngày lập) vào cùng thư mục rồi nộp lại.",
        "Put thong-tin.csv (unit, period, date) into the same folder and send it again."))
  }

  /// A workbook or document beside the reports.
  func strayOffice(_ path: String, _ format: ForeignFormat) -> Finding {
    Finding(
      .zipStray, .warning, at: SourceLocation(file: path),
      message: LocalizedText(
        "Tệp này là \(format.name.vietnamese) nên không được đọc; số liệu trong đó không được tính.",
        "This file is \(format.name.english) and is not read; its figures do not count."),
      hint: LocalizedText(
        "Nếu là minh chứng, đề nghị để trong thư mục minh-chung; nếu là bảng số liệu, trong Excel chọn Lưu thành > CSV UTF-8.",
        "Put evidence into the folder minh-chung; save figures in Excel as CSV UTF-8."))
  }

  /// A bundle with nothing but workbooks and documents.
  func onlyOffice(_ path: String, _ format: ForeignFormat) -> Finding {
    Finding(
      format.code, .error, at: SourceLocation(file: path),
      message: LocalizedText(
        "Trong gói chỉ có \(format.name.vietnamese) («\(path)»), chưa có báo cáo dạng CSV hay XML.",
        "The bundle holds only \(format.name.english) («\(path)»), and no report in CSV or XML."),
      hint: saveAsCSV)
  }

  static let shorten = LocalizedText(
    "Đề nghị bỏ bớt tệp không cần thiết, hoặc chia thành nhiều gói.",
    "Leave out what is not needed, or split the bundle.")

  /// A size in bytes as it is told.
  static func size(_ count: Int) -> LocalizedText {
    count < 1 << 20
      ? LocalizedText("\(VietnameseNumber.text(count)) byte", counted(count, "byte"))
      : LocalizedText("\(VietnameseNumber.text(count >> 20)) MiB", "\(count >> 20) MiB")
  }

  func tooMuchToParse(_ limit: Int) -> Finding {
    let size = BundleReader.size(limit)
    return Finding(
      .zipTotal, .error, at: SourceLocation(),
      message: LocalizedText(
        "Các tệp XML, CSV của gói sau khi giải nén lớn hơn \(size.vietnamese).",
        "The bundle's XML and CSV files unpack to more than \(size.english)."), hint: BundleReader.shorten)
  }

  func tooManySubmissions(_ count: Int) -> Finding {
    Finding(
      .zipSubmissions, .error, at: SourceLocation(), value: String(count),
      message: LocalizedText(
        "Gói chứa quá nhiều báo cáo (\(VietnameseNumber.text(count))).", "The bundle holds too many reports (\(count))."
      ),
      hint: LocalizedText("Đề nghị chia thành nhiều gói.", "Split it into several bundles."))
  }
}
