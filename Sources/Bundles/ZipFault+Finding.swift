import ReportingModel
import ZipFormat

extension ZipFault {
  /// The fault as a finding about a bundle.
  func finding(file: String, limits: BundleLimits) -> Finding {
    let (code, message, hint) = words(file: file, limits: limits)
    return Finding(code, .error, at: SourceLocation(file: entry ?? ""), value: entry, message: message, hint: hint)
  }

  private func words(
    file: String, limits: BundleLimits
  ) -> (FindingCode, LocalizedText, LocalizedText) {
    let inside = entry.map { "«\($0)»" } ?? "«\(file)»"
    let zipAgain = LocalizedText(
      "Đề nghị nén lại thư mục báo cáo: bấm chuột phải vào thư mục, chọn Gửi tới > Thư mục nén (.zip), rồi nộp tệp mới.",
      "Zip the report's folder again: right-click it, choose Send to > Compressed (zipped) folder, and send the new file."
    )
    let shorten = LocalizedText(
      "Đề nghị bỏ bớt tệp không cần thiết, hoặc chia thành nhiều gói.",
      "Leave out what is not needed, or split the bundle.")
    let rename = LocalizedText(
      "Đề nghị giải nén, đổi tên tệp đó, rồi bấm chuột phải vào thư mục báo cáo, chọn Gửi tới > Thư mục nén (.zip).",
      "Unpack it, rename that file, then right-click the report's folder and choose Send to > Compressed (zipped) folder."
    )
    func size(_ count: Int) -> String {
      count < 1 << 20 ? "\(VietnameseNumber.text(count)) byte" : "\(VietnameseNumber.text(count >> 20)) MiB"
    }
    func englishSize(_ count: Int) -> String {
      count < 1 << 20 ? counted(count, "byte") : "\(count >> 20) MiB"
    }
    switch kind {
    case .notZip:
      return (
        .zipNotZip,
        LocalizedText("Tệp «\(file)» không phải tệp .zip.", "«\(file)» is no zip file."), zipAgain
      )
    case .truncated:
      return (
        .zipTruncated,
        LocalizedText(
          "Tệp «\(file)» bị cắt cụt, có thể do chép chưa xong.",
          "«\(file)» is cut off; perhaps the copy did not finish."),
        LocalizedText("Đề nghị chép lại tệp rồi nộp lại.", "Copy the file again and send it.")
      )
    case .tooLarge:
      return (
        .zipSize,
        LocalizedText(
          "Gói lớn hơn \(size(limits.archiveBytes)).",
          "The bundle is larger than \(englishSize(limits.archiveBytes))."),
        shorten
      )
    case .tooManyEntries:
      return (
        .zipEntries,
        LocalizedText(
          "Gói có nhiều hơn \(VietnameseNumber.text(limits.entries)) tệp.",
          "The bundle has more than \(counted(limits.entries, "file"))."),
        shorten
      )
    case .entryTooLarge:
      return (
        .zipEntrySize, LocalizedText("Tệp \(inside) trong gói quá lớn.", "\(inside) inside the bundle is too large."),
        shorten
      )
    case .totalTooLarge:
      return (
        .zipTotal,
        LocalizedText(
          "Nội dung gói sau khi giải nén lớn hơn \(size(limits.totalBytes)).",
          "The bundle unpacks to more than \(englishSize(limits.totalBytes))."), shorten
      )
    case .ratio:
      return (
        .zipRatio,
        LocalizedText(
          "Tệp \(inside) nén bất thường (nhỏ đi \(found ?? 0) lần).",
          "\(inside) is packed unusually tight (\(found ?? 0) times)."),
        zipAgain
      )
    case .encrypted:
      return (
        .zipEncrypted,
        LocalizedText("Gói có đặt mật khẩu nên không mở được.", "The bundle has a password and cannot be opened."),
        LocalizedText("Đề nghị nén lại, không đặt mật khẩu.", "Zip it again without a password.")
      )
    case .method:
      return (
        .zipMethod,
        LocalizedText(
          "Tệp \(inside) được nén theo cách không đọc được.", "\(inside) is compressed in a way that is not read."),
        zipAgain
      )
    case .absolutePath:
      return (
        .zipAbsolute,
        LocalizedText("Tên \(inside) bắt đầu từ gốc ổ đĩa.", "The name \(inside) is an absolute path."), zipAgain
      )
    case .parentPath:
      return (
        .zipParent,
        LocalizedText("Tên \(inside) trỏ ra ngoài gói.", "The name \(inside) points outside the bundle."), zipAgain
      )
    case .driveLetter:
      return (
        .zipDrive, LocalizedText("Tên \(inside) có chữ cái ổ đĩa.", "The name \(inside) has a drive letter."), zipAgain
      )
    case .backslash:
      return (
        .zipBackslash,
        LocalizedText(
          "Tên \(inside) có dấu gạch chéo ngược (\\): phần mềm đã nén ghi sai đường dẫn.",
          "The name \(inside) has a backslash: the program that zipped it wrote its path wrongly."),
        LocalizedText(
          "Đề nghị nén lại bằng Windows: bấm chuột phải vào thư mục báo cáo, chọn Gửi tới > Thư mục nén (.zip) (Send to > Compressed folder); ở Windows 11 chọn Nén thành > Tệp ZIP.",
          "Zip it again with Windows: right-click the report's folder, choose Send to > Compressed (zipped) folder; in Windows 11 choose Compress to > ZIP file."
        )
      )
    case .controlInName:
      return (
        .zipControl,
        LocalizedText("Tên một tệp trong gói có ký tự điều khiển.", "A name in the bundle has a control character."),
        rename
      )
    case .emptyName, .nameTooLong:
      return (
        .zipName,
        LocalizedText(
          "Tên một tệp trong gói để trống hoặc dài quá.", "A name in the bundle is empty or too long."), rename
      )
    case .symbolicLink:
      return (
        .zipLink, LocalizedText("\(inside) là liên kết, không phải tệp.", "\(inside) is a link and no file."), zipAgain
      )
    case .specialFile:
      return (
        .zipSpecial, LocalizedText("\(inside) không phải tệp thường.", "\(inside) is no ordinary file."), zipAgain
      )
    case .duplicateName:
      return (
        .zipTwice,
        LocalizedText("Trong gói có hai tệp cùng tên \(inside).", "Two files in the bundle have the name \(inside)."),
        rename
      )
    case .overlap:
      return (
        .zipOverlap,
        LocalizedText("Các tệp trong gói chồng lên nhau.", "Files in the bundle overlap."), zipAgain
      )
    case .localMismatch, .sizeMismatch:
      return (
        .zipMismatch,
        LocalizedText(
          "Mục lục của gói không khớp với tệp \(inside).", "The bundle's directory disagrees with \(inside)."), zipAgain
      )
    case .badCRC:
      return (
        .zipCRC, LocalizedText("Tệp \(inside) bị hỏng khi nén hoặc chép.", "\(inside) was damaged."), zipAgain
      )
    case .junkBefore, .junkBetween, .junkAfter:
      return (
        .zipJunk,
        LocalizedText(
          "Tệp «\(file)» có dữ liệu thừa ngoài nội dung gói.", "«\(file)» has data that belongs to no file in it."),
        zipAgain
      )
    case .multiDisk:
      return (
        .zipMultiDisk,
        LocalizedText("Gói được chia thành nhiều phần.", "The bundle is split into several parts."),
        LocalizedText("Đề nghị nén lại thành một tệp .zip.", "Zip it again as one file.")
      )
    case .badHeader, .badDeflate, .ambiguous:
      return (
        .zipBroken,
        LocalizedText("Gói «\(file)» bị hỏng, không đọc được.", "The bundle «\(file)» is broken."), zipAgain
      )
    }
  }
}
