import DurableFiles
import Foundation

/// A Word file as PDF, by LibreOffice where it is there: a convenience, neither issued nor compared.
enum PDFConversion {
  /// - Throws: `Failure` that says what to install where there is no LibreOffice.
  static func convert(_ document: [UInt8]) throws -> [UInt8] {
    let folder = try DurableFiles.makeTemporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try DurableFiles.write(document, to: folder + "/report.docx")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // A profile of its own, so that an open LibreOffice does not stand in the way.
    process.arguments = [
      "soffice", "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", "pdf", "--outdir",
      folder,
      folder + "/report.docx",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0, DurableFiles.exists(folder + "/report.pdf") else {
      throw Failure(
        say(
          "Không tạo được PDF: cần cài LibreOffice Writer (lệnh soffice); tệp DOCX vẫn tạo được bằng --format docx.",
          "No PDF can be made: LibreOffice Writer (the command soffice) is needed; --format docx makes the Word file."),
        ExitStatus.cannotCreate)
    }
    return try DurableFiles.read(folder + "/report.pdf")
  }
}
