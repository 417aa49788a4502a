import ReportingModel

/// The parts of a report's file: head, body, receivers, appendices.
struct LintedReport {
  let head: [WordLook.Paragraph]
  let body: [WordLook.Paragraph]
  let receivers: [WordLook.Paragraph]
  /// Each with its heading first.
  let appendices: [[WordLook.Paragraph]]
  let isLetter: Bool
  let isDraft: Bool
  private let all: [WordLook.Paragraph]

  init(_ look: WordLook) {
    let all = look.paragraphs
    self.all = all
    let starts = all.indices.filter {
      all[$0].style == "Heading1" && (all[$0].text.hasPrefix("Phụ lục") || all[$0].text.hasPrefix("DANH SÁCH"))
    }
    let bodyEnd = starts.first ?? all.count
    let receiver = all[..<bodyEnd].lastIndex { $0.text.hasPrefix("Nơi nhận:") }
    // The head goes up to the first paragraph of the text.
    let bodyStart = all.firstIndex { $0.style == "BodyText" || $0.style?.hasPrefix("Heading") == true } ?? 0
    let head = Array(all[..<bodyStart])
    self.head = head
    body = Array(all[bodyStart..<max(bodyStart, receiver ?? bodyEnd)])
    if let receiver {
      let list = all[receiver..<bodyEnd].prefix { $0.text.hasPrefix("Nơi nhận:") || $0.text.hasPrefix("- ") }
      receivers = Array(list)
    } else {
      receivers = []
    }
    appendices = starts.enumerated().map { index, start in
      Array(all[start..<(index + 1 < starts.count ? starts[index + 1] : all.count)])
    }
    isLetter = !head.contains { $0.text == "BÁO CÁO" }
    let number = head.first { $0.text.hasPrefix("Số:") }?.text ?? ""
    isDraft = !number.contains(/Số: *\d/)
  }

  var captions: [WordLook.Paragraph] { body.filter { $0.style == "Caption" } }

  /// Sentences: what stands in no table.
  private var sentences: [WordLook.Paragraph] {
    body.filter { $0.table == nil && $0.style == "BodyText" && !$0.text.hasPrefix("Ghi chú:") }
  }

  // MARK: Appendices

  var appendixFindings: [LintFinding] {
    var findings: [LintFinding] = []
    let text = body.map(\.text).joined(separator: "\n")
    let numbered = appendices.filter { $0.first?.text.hasPrefix("Phụ lục") == true }
    for (index, appendix) in numbered.enumerated() {
      guard let title = appendix.first else { continue }
      let name = numbered.count > 1 ? "Phụ lục \(RomanNumeral.text(index + 1))" : "Phụ lục"
      let place = LintFinding.paragraph(title.number)
      if !title.text.hasPrefix(name + " ") {
        findings.append(LintFinding("LINT-APPENDIX", place, "Phải là «\(name)».", "It must be “\(name)”."))
      }
      if !refers(text, to: name) {
        findings.append(
          LintFinding(
            "LINT-REFERENCE", place, "Nội dung báo cáo không dẫn đến «\(name)».", "The body never refers to “\(name)”.")
        )
      }
      if !appendix.dropFirst().prefix(2).contains(where: { $0.text.hasPrefix("(Kèm theo ") }) {
        findings.append(
          LintFinding("LINT-APPENDIX", place, "Thiếu dòng «(Kèm theo …)».", "The line “(Kèm theo …)” is missing."))
      }
    }
    for match in text.matches(of: /Phụ lục ([IVXL]+)\b/) where numbered.count < (RomanNumeral.number(match.1) ?? 0) {
      findings.append(
        LintFinding(
          "LINT-REFERENCE", "Dẫn đến «\(match.0)» nhưng không có phụ lục ấy.",
          "It refers to “\(match.0)”, which there is not."))
    }
    return findings
  }

  private func refers(_ text: String, to name: String) -> Bool {
    text.ranges(of: name).contains { range in
      let next = text[range.upperBound...].first
      return next.map { !"IVXL".contains($0) } ?? true
    }
  }

  // MARK: Words

  var wordFindings: [LintFinding] {
    var findings: [LintFinding] = []
    for paragraph in body
    where paragraph.runs.contains(where: \.isMarked) || paragraph.text.contains("[Văn phòng Sở bổ sung") {
      findings.append(
        LintFinding(
          "LINT-FILL", LintFinding.paragraph(paragraph.number), "Còn chỗ Văn phòng Sở phải bổ sung.",
          "There is something left for the office to fill in."))
    }
    for paragraph in all {
      for (wrong, right) in [("luỹ kế", "lũy kế"), ("Luỹ kế", "Lũy kế")] where paragraph.text.contains(wrong) {
        findings.append(
          LintFinding("LINT-WORD", LintFinding.paragraph(paragraph.number), "Viết «\(right)».", "Write “\(right)”."))
      }
      if let match = paragraph.text.firstMatch(of: /(\d{4}) - (\d{4})/) {
        findings.append(
          LintFinding(
            "LINT-WORD", LintFinding.paragraph(paragraph.number), "Viết «\(match.1)-\(match.2)», không có dấu cách.",
            "Write “\(match.1)-\(match.2)” without spaces."))
      }
    }
    for name in ["GDĐT", "UBND", "AI", "GDTX"] {
      guard
        let first = body.first(where: { $0.table == nil && $0.style == "BodyText" && word(name, in: $0.text) != nil }),
        let place = word(name, in: first.text)
      else { continue }
      if place == first.text.startIndex || first.text[first.text.index(before: place)] != "(" {
        findings.append(
          LintFinding(
            "LINT-WORD", LintFinding.paragraph(first.number),
            "Chữ tắt «\(name)» lần đầu phải viết đủ, rồi «(\(name))».",
            "“\(name)” is written out at its first use, then “(\(name))”."))
      }
    }
    return findings + citationFindings
  }

  private func word(_ name: String, in text: String) -> String.Index? {
    text.ranges(of: name).first { range in
      let before = range.lowerBound == text.startIndex ? " " : text[text.index(before: range.lowerBound)]
      let after = range.upperBound == text.endIndex ? " " : text[range.upperBound]
      return !before.isLetter && !after.isLetter && before != "-" && before != "/" && after != "-"
    }?.lowerBound
  }

  /// The first citation of a document has its date.
  private var citationFindings: [LintFinding] {
    var seen: Set<String> = []
    var findings: [LintFinding] = []
    for paragraph in sentences {
      for match in paragraph.text.matches(of: /số (\d+[\/-][\p{L}0-9\/-]+)/) where seen.insert(String(match.1)).inserted
      {
        if !paragraph.text[match.range.upperBound...].hasPrefix(" ngày ") {
          findings.append(
            LintFinding(
              "LINT-CITE", LintFinding.paragraph(paragraph.number),
              "«\(match.1)» dẫn lần đầu phải có ngày, cơ quan, trích yếu.",
              "“\(match.1)” is cited first without its date, agency and subject."))
        }
      }
    }
    return findings
  }

  // MARK: Figures

  /// Every figure of a sentence stands in a table. Small ones are counted in words and stand anywhere.
  var figureFindings: [LintFinding] {
    let told = Set(all.filter { $0.table != nil || $0.style == "Caption" }.flatMap { ReportNumber.all(in: $0.text) })
    return sentences.flatMap { paragraph in
      ReportNumber.figures(in: paragraph.text).filter { !told.contains($0) && !$0.isSmall }.map { number in
        LintFinding(
          "LINT-FIGURE", LintFinding.paragraph(paragraph.number), "Số \(number.text) không có trong bảng, phụ lục nào.",
          "The figure \(number.text) stands in no table and no appendix.")
      }
    }
  }
}
