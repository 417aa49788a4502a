import Documents
import Foundation
import Rendering
import Testing

/// An office program opens the file and lays out what was asked for.
@Suite struct OfficeTests {
  @Test(.enabled(if: ["soffice", "pdftotext"].allSatisfy { Verdict.path(of: $0) != nil }))
  func officeProgramLaysOutThePages() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rendering-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("bao-cao.docx")
    var document = Sample.report(appendices: Sample.appendices)
    document.appendices[0].body = [
      .table(Table(caption: "", columns: Sample.figures.columns, rows: (1...60).map { ["\($0)", "Khu vực", "9"] }))
    ]
    try Data(WordDocument.render(document)).write(to: file)
    _ = try Verdict(
      of: "soffice",
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "pdf", "--outdir",
        folder.path,
        file.path,
      ])
    let text = try #require(
      try Verdict(of: "pdftotext", ["-layout", folder.appendingPathComponent("bao-cao.pdf").path, "-"])
    ).output
    let pages = text.split(separator: "\u{C}").map { page in
      page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
    #expect(pages.count >= 4)
    #expect(pages.first?.first?.hasPrefix("UBND TỈNH LÂM ĐỒNG") == true)
    #expect(pages.dropFirst().first?.first == "Phụ lục I")
    // The second page of the appendix is numbered 2 and repeats the header row.
    #expect(pages.dropFirst(2).first?.first == "2")
    #expect(pages.dropFirst(2).first?.dropFirst().first?.contains("Khu vực") == true)
    #expect(pages.last?.first == "Phụ lục II")
    #expect(pages.last?.last == document.provenance)
  }
}
