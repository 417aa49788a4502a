package import Documents
import ZipFormat

/// A workbook (XLSX): the same sheets give the same bytes on any machine. It is a working paper, never called an appendix.
package enum SheetBook {
  /// - Parameters:
  ///   - sheets: at least one.
  ///   - header: printed on top of every page.
  package static func render(_ sheets: [Sheet], header: String) -> [UInt8] {
    var zip = ZipWriter()
    func add(_ name: String, _ text: String) { zip.add(name: name, bytes: Array((declaration + text).utf8)) }
    let main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    add(
      "[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(main).sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"\(main).styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"\(main).sharedStrings+xml\"/>"
        + sheets.indices.map {
          "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"\(main).worksheet+xml\"/>"
        }.joined() + "</Types>")
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let opening = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    add(
      "_rels/.rels",
      "\(opening)<Relationship Id=\"rId1\" Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
    add(
      "xl/_rels/workbook.xml.rels",
      opening
        + sheets.indices.map {
          "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }.joined()
        + "<Relationship Id=\"rId\(sheets.count + 1)\" Type=\"\(relations)/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId\(sheets.count + 2)\" Type=\"\(relations)/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    )
    var book = MarkupWriter()
    book.raw(
      "\(declaration)<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"\(relations)\"><sheets>"
    )
    for (index, sheet) in sheets.enumerated() {
      book.raw("<sheet name=\"")
      book.text(sheet.name)
      book.raw("\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>")
    }
    book.raw("</sheets><definedNames>")
    for (index, sheet) in sheets.enumerated() {
      let rows = SheetWriter.titleRows(of: sheet)
      book.raw("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">")
      book.text("'\(sheet.name.replacing("'", with: "''"))'!$1:$\(max(1, rows))")
      book.raw("</definedName>")
    }
    book.raw("</definedNames></workbook>")
    zip.add(name: "xl/workbook.xml", bytes: book.bytes)
    add("xl/styles.xml", SheetStyles.part)
    var shared = SharedStrings()
    for (index, sheet) in sheets.enumerated() {
      zip.add(name: "xl/worksheets/sheet\(index + 1).xml") {
        SheetWriter.write(sheet, header: header, sharing: &shared, to: &$0)
      }
    }
    zip.add(name: "xl/sharedStrings.xml", bytes: shared.part)
    return zip.finish()
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
}
