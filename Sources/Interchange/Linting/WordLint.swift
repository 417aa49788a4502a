import ReportingModel

/// Holds a Word report against the official form (Nghị định 30/2020/NĐ-CP, Phụ lục I; <doc:layout#Lint>).
package enum WordLint {
  /// Everything that is not as it should be, by kind and then in the order of the file.
  /// - Throws: `WordFault` for what is no Word file.
  package static func findings(_ bytes: [UInt8]) throws(WordFault) -> [LintFinding] {
    let file = try WordFile(bytes)
    var look = WordLook()
    try file.parse("word/document.xml", into: &look)
    let report = LintedReport(look)
    var findings = page(look) + fonts(look) + head(report) + headings(report) + signature(report)
    findings += try pageHeads(file, report)
    findings += report.appendixFindings + tables(look, report) + report.wordFindings + report.figureFindings
    return findings
  }

  private static func page(_ look: WordLook) -> [LintFinding] {
    var findings: [LintFinding] = []
    for (index, section) in look.sections.enumerated() {
      let sides = [min(section.width, section.height), max(section.width, section.height)]
      let place = LocalizedText("phần \(index + 1)", "section \(index + 1)")
      if abs(sides[0] - 11_906) > 10 || abs(sides[1] - 16_838) > 10 {
        findings.append(LintFinding("LINT-PAGE", place, "Khổ giấy phải là A4.", "The page must be A4."))
      }
      for (name, words, range) in [
        ("top", "trên", 1134...1418), ("bottom", "dưới", 1134...1418), ("left", "trái", 1700...1985),
        ("right", "phải", 850...1134),
      ] where !range.contains(section.margins[name] ?? 0) {
        findings.append(
          LintFinding(
            "LINT-PAGE", place, "Lề \(words) ngoài khoảng cho phép (trên, dưới 20–25, trái 30–35, phải 15–20 mm).",
            "The \(name) margin is out of range (top, bottom 20–25, left 30–35, right 15–20 mm)."))
      }
      if !section.hasFirstPage || !section.beginsPages {
        findings.append(
          LintFinding(
            "LINT-PAGE", place, "Trang đầu không in số và mỗi phần đánh số trang từ 1.",
            "The first page bears no number, and each section counts from 1."))
      }
    }
    return findings
  }

  private static func fonts(_ look: WordLook) -> [LintFinding] {
    let wrong = look.paragraphs.filter { paragraph in paragraph.shown.contains { $0.font != "Times New Roman" } }
    guard let first = wrong.first else { return [] }
    let name = first.shown.first { $0.font != "Times New Roman" }?.font ?? "?"
    return [
      LintFinding(
        "LINT-FONT", LintFinding.paragraph(first.number),
        "Kiểu chữ «\(name)», phải là Times New Roman (\(wrong.count) đoạn).",
        "The font is “\(name)” and must be Times New Roman (\(wrong.count) paragraphs).")
    ]
  }

  private static func head(_ report: LintedReport) -> [LintFinding] {
    var findings: [LintFinding] = []
    func require(_ text: String, _ sizes: ClosedRange<Int>, bold: Bool, italic: Bool = false) {
      guard let paragraph = report.head.first(where: { $0.text.hasPrefix(text) }) else {
        findings.append(LintFinding("LINT-HEAD", "Đầu văn bản thiếu «\(text)».", "The head lacks “\(text)”."))
        return
      }
      for run in paragraph.shown {
        guard sizes.contains(run.size ?? 0), run.isBold == bold, run.isItalic == italic else {
          findings.append(
            LintFinding(
              "LINT-HEAD", LintFinding.paragraph(paragraph.number),
              "«\(text)» phải \(bold ? "đậm" : "không đậm")\(italic ? ", nghiêng" : ""), cỡ \(sizes.lowerBound / 2)–\(sizes.upperBound / 2).",
              "“\(text)” must be \(bold ? "bold" : "not bold")\(italic ? ", italic" : ""), \(sizes.lowerBound / 2)–\(sizes.upperBound / 2) pt."
            ))
          return
        }
      }
    }
    require("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24...26, bold: true)
    require("Độc lập - Tự do - Hạnh phúc", 26...28, bold: true)
    require("Số:", 26...26, bold: false)
    if !report.isLetter { require("BÁO CÁO", 26...28, bold: true) }
    if !report.head.contains(where: { $0.text.contains(/, ngày +(\d{1,2})? *tháng +(\d{1,2})? *năm/) }) {
      findings.append(
        LintFinding("LINT-HEAD", "Đầu văn bản thiếu địa danh và ngày tháng.", "The head lacks the place and the date."))
    }
    return findings
  }

  /// Numbers without gaps, capitals on top, nothing justified.
  private static func headings(_ report: LintedReport) -> [LintFinding] {
    var findings: [LintFinding] = []
    var (roman, arabic) = (0, 0)
    for paragraph in report.body {
      guard let style = paragraph.style, style.hasPrefix("Heading"), let level = style.last?.wholeNumberValue else {
        continue
      }
      let place = LintFinding.paragraph(paragraph.number)
      func add(_ vietnamese: String, _ english: String) {
        findings.append(LintFinding("LINT-HEADING", place, vietnamese, english))
      }
      if paragraph.alignment == "both" { add("Đề mục không căn đều hai bên.", "A heading is never justified.") }
      let text = paragraph.text
      if level == 1 {
        (roman, arabic) = (roman + 1, 0)
        if !text.hasPrefix(RomanNumeral.text(roman) + ". ") {
          add(
            "Đề mục phải bắt đầu bằng «\(RomanNumeral.text(roman)).».",
            "It must begin with “\(RomanNumeral.text(roman)).”.")
        }
        if text != text.uppercased() {
          add("Đề mục cấp I phải in hoa.", "A heading of the first level is in capitals.")
        }
      } else if level == 2 {
        arabic += 1
        if !text.hasPrefix("\(arabic). ") {
          add("Đề mục phải bắt đầu bằng «\(arabic).».", "It must begin with “\(arabic).”.")
        }
      }
    }
    return findings
  }

  private static func signature(_ report: LintedReport) -> [LintFinding] {
    var findings: [LintFinding] = []
    func add(_ code: String, _ number: Int?, _ vietnamese: String, _ english: String) {
      findings.append(
        LintFinding(code, number.map { LintFinding.paragraph($0) } ?? LocalizedText("", ""), vietnamese, english))
    }
    if let last = report.body.last(where: { !$0.text.isEmpty && $0.table == nil }), !last.text.hasSuffix("./.") {
      add("LINT-BODY", last.number, "Văn bản phải kết thúc bằng «./.».", "The text must end with “./.”.")
    }
    for paragraph in report.body where paragraph.table == nil && paragraph.style == "BodyText" {
      if paragraph.shown.contains(where: { !(26...28).contains($0.size ?? 0) }) {
        add("LINT-BODY", paragraph.number, "Cỡ chữ phải 13–14.", "The size must be 13–14 pt.")
      }
      if paragraph.alignment != "both" {
        add("LINT-BODY", paragraph.number, "Đoạn văn phải căn đều hai bên.", "A paragraph is justified.")
      }
    }
    guard let title = report.receivers.first else {
      add("LINT-RECEIVERS", nil, "Thiếu «Nơi nhận:».", "“Nơi nhận:” is missing.")
      return findings
    }
    if title.shown.contains(where: { $0.size != 24 || !$0.isBold || !$0.isItalic }) {
      add("LINT-RECEIVERS", title.number, "«Nơi nhận:» đậm, nghiêng, cỡ 12.", "“Nơi nhận:” is bold italic, 12 pt.")
    }
    let list = report.receivers.dropFirst()
    if let last = list.last, !last.text.hasPrefix("- Lưu:") || !last.text.hasSuffix(".") {
      add("LINT-RECEIVERS", last.number, "Dòng cuối phải là «- Lưu: ….».", "The last line must be “- Lưu: ….”.")
    }
    for paragraph in list where paragraph.shown.contains(where: { $0.size != 22 }) {
      add("LINT-RECEIVERS", paragraph.number, "Danh sách nơi nhận cỡ 11.", "The list of receivers is 11 pt.")
    }
    return findings
  }

  /// The number in the heads, and that a draft says so.
  private static func pageHeads(_ file: WordFile, _ report: LintedReport) throws(WordFault) -> [LintFinding] {
    var (hasNumber, saysDraft) = (false, false)
    for number in 1...9 where file.has("word/header\(number).xml") {
      var reader = HeaderReader()
      try file.parse("word/header\(number).xml", into: &reader)
      hasNumber = hasNumber || reader.hasPage && reader.isCentred && (26...28).contains(reader.size ?? 26)
      var look = WordLook()
      try file.parse("word/header\(number).xml", into: &look)
      saysDraft = saysDraft || look.paragraphs.contains { $0.text.contains("DỰ THẢO") }
    }
    var findings: [LintFinding] = []
    if !hasNumber {
      findings.append(
        LintFinding(
          "LINT-PAGE", "Số trang phải ở giữa lề trên, cỡ 13–14.",
          "The page number is centred in the top margin, 13–14 pt."))
    }
    if !report.isLetter, report.isDraft != saysDraft {
      findings.append(
        report.isDraft
          ? LintFinding(
            "LINT-DRAFT", "Chưa có số mà đầu trang không ghi DỰ THẢO.",
            "It has no number and its head does not say DỰ THẢO.")
          : LintFinding(
            "LINT-DRAFT", "Đã có số mà đầu trang còn ghi DỰ THẢO.", "It has a number and its head still says DỰ THẢO."))
    }
    return findings
  }

  /// Tables repeat their heads, keep their rows whole, and are numbered.
  private static func tables(_ look: WordLook, _ report: LintedReport) -> [LintFinding] {
    var findings: [LintFinding] = []
    for (index, table) in look.tables.enumerated() where table.hasBorders {
      let place = LocalizedText(
        "bảng thứ \(index + 1), sau đoạn \(table.after)", "table \(index + 1), after paragraph \(table.after)")
      if table.headRows == 0, table.rows > 1 {
        findings.append(
          LintFinding("LINT-TABLE", place, "Đầu bảng phải lặp lại ở mỗi trang.", "The head must return on every page."))
      }
      if table.divisibleRows > 0 {
        findings.append(
          LintFinding("LINT-TABLE", place, "Có dòng bị ngắt giữa hai trang.", "A row may be parted by a page's end."))
      }
    }
    for (index, caption) in report.captions.enumerated() where !caption.text.hasPrefix("Bảng \(index + 1). ") {
      findings.append(
        LintFinding(
          "LINT-TABLE", LintFinding.paragraph(caption.number), "Bảng này phải là «Bảng \(index + 1).».",
          "This table must be “Bảng \(index + 1).”."))
    }
    return findings
  }
}
