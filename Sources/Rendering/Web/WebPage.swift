package import Documents
package import ReportingModel

/// The document as one self-contained page: no scripts, no network; the arrangement of the official form, readable on a
/// phone, printable on A4.
package enum WebPage {
  /// The page's bytes, UTF-8.
  /// - Parameter language: of the page's own few words; the report itself is Vietnamese.
  package static func render(_ document: ReportDocument, language: Language = .vietnamese) -> [UInt8] {
    var page = MarkupWriter()
    page.raw("<!DOCTYPE html>\n<html lang=\"vi\">\n<head><meta charset=\"utf-8\"/>")
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
    // Nothing is loaded and nothing runs, whatever a text may say.
    page.raw(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/><title>")
    page.text(document.subject)
    page.raw("</title><style>\n\(WebStyle.sheet)\n</style></head><body><main id=\"dau\">\n")
    if document.isDraft {
      page.raw("<p class=\"draft\" lang=\"\(language.rawValue)\">")
      page.text(LocalizedText(OfficialWords.draft, "DRAFT")[language])
      page.raw("</p>\n")
    }
    contents(document, language, &page)
    head(document, &page)
    blocks(document.body, numbered: true, &page)
    signature(document, &page)
    if !document.charts.isEmpty {
      page.raw("<section class=\"charts\" id=\"bieu-do\"><h2>Biểu đồ</h2>\n")
      for chart in document.charts { WebChart.write(chart, &page) }
      page.raw("</section>\n")
    }
    for (index, appendix) in document.appendices.enumerated() {
      page.raw("<section class=\"appendix\(appendix.isLandscape ? " turned" : "")\" id=\"pl\(index + 1)\"><h2>")
      if !appendix.isList {
        page.text(Appendix.name(index, of: document.appendices.count))
        page.raw("<br/>")
      }
      page.text(appendix.title)
      page.raw("</h2>\n<p class=\"centre slant room\">")
      page.text(OfficialWords.attachedTo(document))
      page.raw("</p>\n")
      blocks(appendix.body, &page)
      page.raw("</section>\n")
    }
    if !document.provenance.isEmpty {
      page.raw("<p class=\"provenance\">")
      page.text(document.provenance)
      page.raw("</p>")
    }
    page.raw("<p class=\"top\" lang=\"\(language.rawValue)\"><a href=\"#dau\">")
    page.text(LocalizedText("Về đầu trang", "Back to top")[language])
    page.raw("</a></p></main></body></html>\n")
    return page.bytes
  }

  private static func head(_ document: ReportDocument, _ page: inout MarkupWriter) {
    func line(_ text: String, _ cssClass: String) {
      page.raw("<p class=\"\(cssClass)\">")
      page.text(text)
      page.raw("</p>")
    }
    page.raw("<header><div class=\"head\"><div>")
    line(document.superiorAgency, "centre")
    line(document.agency, "strong short")
    line(OfficialWords.number(document), "room")
    page.raw("</div><div>")
    line(OfficialWords.nation, "strong")
    line(OfficialWords.motto, "strong ruled")
    line(OfficialWords.placeAndDate(document), "slant room")
    page.raw("</div></div><h1>")
    page.text(document.kindName)
    for line in document.subject.split(whereSeparator: \.isNewline) {
      page.raw("<br/>")
      page.text(Unbroken.text(String(line)))
    }
    page.raw("</h1>\n")
    if document.addressees.count == 1, let only = document.addressees.first {
      line("Kính gửi: \(only).", "centre")
    } else if !document.addressees.isEmpty {
      page.raw("<div class=\"to\"><p>Kính gửi:</p><ul>")
      for (index, name) in document.addressees.enumerated() {
        page.raw("<li>")
        page.text(OfficialWords.entry(name, isLast: index + 1 == document.addressees.count))
        page.raw("</li>")
      }
      page.raw("</ul></div>")
    }
    page.raw("</header>\n")
  }

  /// What stands on the page, for whoever does not want to scroll through it, and up to when its figures go.
  private static func contents(_ document: ReportDocument, _ language: Language, _ page: inout MarkupWriter) {
    let headings = document.body.enumerated().compactMap { index, block -> (Int, String)? in
      if case .heading(1, let text) = block { (index, text) } else { nil }
    }
    guard headings.count > 1 else { return }
    if let day = document.figuresUntil {
      page.raw("<p class=\"until\">")
      page.text("Số liệu tính đến hết ngày \(day.vietnamese)")
      page.raw("</p>")
    }
    page.raw(
      "<nav class=\"contents\" aria-label=\"\(LocalizedText("Mục lục", "Contents")[language])\"><details><summary>")
    page.text(LocalizedText("Mục lục", "Contents")[language])
    page.raw("</summary><ul>")
    func link(_ target: String, _ text: String) {
      page.raw("<li><a href=\"#\(target)\">")
      page.text(text)
      page.raw("</a></li>")
    }
    for (index, text) in headings { link("m\(index)", text) }
    if !document.charts.isEmpty { link("bieu-do", "Biểu đồ") }
    for (index, appendix) in document.appendices.enumerated() {
      let name = Appendix.name(index, of: document.appendices.count)
      link("pl\(index + 1)", appendix.isList ? appendix.title : "\(name). \(appendix.title)")
    }
    page.raw("</ul></details></nav>\n")
  }

  private static func blocks(_ blocks: [Block], numbered: Bool = false, _ page: inout MarkupWriter) {
    for (index, block) in blocks.enumerated() {
      switch block {
      case .heading(let level, let text):
        let tag = "h\(min(max(level, 1), 3) + 1)"
        page.raw(numbered ? "<\(tag) id=\"m\(index)\">" : "<\(tag)>")
        page.text(Unbroken.text(text))
        page.raw("</\(tag)>\n")
      case .paragraph(let spans):
        page.raw("<p class=\"body\">")
        for span in spans { self.span(span, &page) }
        page.raw("</p>\n")
      case .table(let table): self.table(table, &page)
      }
    }
  }

  private static func span(_ span: TextSpan, _ page: inout MarkupWriter) {
    let tag: String? =
      switch span.style {
      case .plain: nil
      case .bold: "strong"
      case .italic: "em"
      case .toFillIn: "mark"
      }
    if let tag { page.raw("<\(tag)>") }
    for (index, line) in Unbroken.text(span.text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if index > 0 { page.raw("<br/>") }
      page.text(line)
    }
    if let tag { page.raw("</\(tag)>") }
  }

  private static func table(_ table: Table, _ page: inout MarkupWriter) {
    guard !table.columns.isEmpty else {
      page.raw("<p class=\"centre strong\">")
      page.text(table.caption)
      page.raw("</p>\n")
      return
    }
    // What may have to be scrolled sideways must be reached without a mouse.
    page.raw(
      "<div class=\"table\(table.columns.count > 7 ? " wide" : "")\" tabindex=\"0\" role=\"group\" aria-label=\"")
    page.text(table.caption.isEmpty ? table.unitLine.isEmpty ? "Bảng số liệu" : table.unitLine : table.caption)
    page.raw("\"><table>")
    if !table.caption.isEmpty || !table.unitLine.isEmpty {
      page.raw("<caption>")
      page.text([table.caption, table.unitLine].filter { !$0.isEmpty }.joined(separator: " — "))
      page.raw("</caption>")
    }
    page.raw("<thead>")
    head(table, &page)
    page.raw("</thead><tbody>\n")
    for row in table.rows { row.isBar ? bar(row, table, &page) : self.row(row.cells, table, indent: row.indent, &page) }
    page.raw("</tbody>")
    if let total = table.total {
      page.raw("<tfoot>")
      row(total, table, &page)
      page.raw("</tfoot>")
    }
    page.raw("</table></div>\n")
    if !table.notes.isEmpty {
      page.raw("<p class=\"notes\">")
      page.text(Unbroken.text("Ghi chú: " + table.notes.joined(separator: " ")))
      page.raw("</p>\n")
    }
  }

  /// The titles of the columns; where some share a title, in two rows, the others over both.
  private static func head(_ table: Table, _ page: inout MarkupWriter) {
    let isDouble = table.columns.contains { $0.group != nil }
    page.raw("<tr>")
    var index = 0
    while index < table.columns.count {
      let column = table.columns[index]
      let run = column.group == nil ? 1 : table.columns[index...].prefix { $0.group == column.group }.count
      page.raw(
        column.group == nil
          ? "<th scope=\"col\"\(isDouble ? " rowspan=\"2\"" : "")>" : "<th scope=\"colgroup\" colspan=\"\(run)\">")
      page.text(column.group ?? column.title)
      page.raw("</th>")
      index += run
    }
    page.raw("</tr>")
    guard isDouble else { return }
    page.raw("<tr>")
    for column in table.columns where column.group != nil {
      page.raw("<th scope=\"col\">")
      page.text(column.title)
      page.raw("</th>")
    }
    page.raw("</tr>")
  }

  private static func bar(_ row: Table.Row, _ table: Table, _ page: inout MarkupWriter) {
    page.raw("<tr><th scope=\"rowgroup\" class=\"bar\" colspan=\"\(table.columns.count)\">")
    page.text(row.cells.first?.printed ?? "")
    page.raw("</th></tr>\n")
  }

  private static func row(_ cells: [Cell], _ table: Table, indent: Int = 0, _ page: inout MarkupWriter) {
    page.raw("<tr>")
    for (index, column) in table.columns.enumerated() {
      let alignment = column.alignment == .right ? "r" : column.alignment == .center ? "c" : "l"
      page.raw("<td class=\"\(alignment)\(index == 1 && indent > 0 ? " in" : "")\">")
      page.text(index < cells.count ? cells[index].printed : "")
      page.raw("</td>")
    }
    page.raw("</tr>\n")
  }

  private static func signature(_ document: ReportDocument, _ page: inout MarkupWriter) {
    page.raw("<div class=\"sign\"><div class=\"receivers\"><p><strong><em>Nơi nhận:</em></strong></p>")
    for (index, receiver) in document.receivers.enumerated() {
      page.raw("<p>")
      page.text(OfficialWords.entry(receiver, isLast: index + 1 == document.receivers.count))
      page.raw("</p>")
    }
    page.raw("</div><div class=\"signer\">")
    for line in document.signature.capacity {
      page.raw("<p class=\"strong\">")
      page.text(line)
      page.raw("</p>")
    }
    page.raw("<p class=\"strong name\">")
    page.text(document.signature.signer ?? "")
    page.raw("</p></div></div>\n")
  }
}
