import CSVReading
package import ReportingModel
import Submissions
import XMLReading
import ZipFormat

/// Writes a report as a bundle in one of the two encodings.
package enum SyntheticBundle {
  package enum Encoding: Sendable { case xml, csv }

  /// Mistakes that people really make; each gets a report rejected.
  package enum Fault: Int, CaseIterable, Sendable {
    case impossibleDate
    case unknownTask
    case unknownUnit
  }

  package static func zip(_ content: SubmissionContent, _ encoding: Encoding, fault: Fault? = nil) -> [UInt8] {
    zip(files: files(content, encoding, fault: fault))
  }

  package static func zip(files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var writer = ZipWriter()
    for file in files { writer.add(name: file.name, bytes: file.bytes) }
    return writer.finish()
  }

  /// The files of a report: `bao-cao.xml`, or one CSV file a block.
  package static func files(
    _ content: SubmissionContent, _ encoding: Encoding, fault: Fault? = nil
  ) -> [(name: String, bytes: [UInt8])] {
    switch encoding {
    case .xml: return [("bao-cao.xml", xml(content, fault))]
    case .csv:
      return Vocabulary.all.compactMap { schema in
        let rows = rows(of: schema, content, fault)
        guard !rows.isEmpty else { return nil }
        var csv = CSVWriter(delimiter: .semicolon, byteOrderMark: true)
        csv.write(schema.columns.map(\.title.vietnamese))
        for row in rows { csv.write(row) }
        return (schema.fileName, csv.bytes)
      }
    }
  }

  /// The cells of a block, by the order of its columns.
  private static func rows(of schema: BlockSchema, _ content: SubmissionContent, _ fault: Fault?) -> [[String]] {
    let header = content.header
    switch schema.block {
    case .header:
      let which = Which(header.period)
      return [
        [
          header.regime, fault == .unknownUnit ? header.unit + "X" : header.unit, header.unitName ?? "",
          header.period.kind, which.schoolYear ?? "", which.year ?? "", which.request ?? "",
          header.number.map(String.init) ?? "",
          header.nilReturn ? "có" : "", header.preparer ?? "", header.signer ?? "", header.date.vietnamese,
        ]
      ]
    case .activities:
      return content.activities.enumerated().map { index, activity in
        [
          activity.id ?? "", date(activity.date.vietnamese, index, fault), task(activity.task, index, fault),
          activity.area,
          activity.channel, activity.product, activity.topics.joined(separator: "|"), String(activity.quantity),
          String(activity.people), activity.title, activity.link ?? "", activity.note ?? "",
        ]
      }
    case .indicators: return content.indicators.map { [$0.code, $0.value.description, $0.note ?? ""] }
    case .exemplars:
      return content.exemplars.map { [$0.id ?? "", $0.area, $0.title, $0.summary, $0.author ?? "", $0.link ?? "", ""] }
    case .narratives: return content.narratives.map { [$0.key, $0.text] }
    case .explanations: return content.explanations.map { [$0.key, $0.text] }
    }
  }

  private static func date(_ text: String, _ index: Int, _ fault: Fault?) -> String {
    fault == .impossibleDate && index == 0 ? (text.contains("/") ? "31/02/2027" : "2027-02-31") : text
  }

  private static func task(_ text: String, _ index: Int, _ fault: Fault?) -> String {
    fault == .unknownTask && index == 0 ? text + "9" : text
  }

  private static func xml(_ content: SubmissionContent, _ fault: Fault?) -> [UInt8] {
    let header = content.header
    let which = Which(header.period)
    var writer = XMLWriter()
    writer.start(Vocabulary.rootElement, ["xmlns": Vocabulary.namespace, "phienBan": Vocabulary.version])
    writer.start("thongTin")
    writer.element("cheDo", text: header.regime)
    writer.element("donVi", text: fault == .unknownUnit ? header.unit + "X" : header.unit)
    writer.element("tenDonVi", text: header.unitName ?? "")
    writer.start(
      "ky",
      [
        "loai": header.period.kind, "namHoc": which.schoolYear, "nam": which.year, "yeuCau": which.request,
      ])
    writer.end()
    writer.element("lanNop", text: header.number.map(String.init) ?? "")
    if header.nilReturn { writer.element("khongPhatSinh", text: "true") }
    writer.element("nguoiLap", text: header.preparer ?? "")
    writer.element("nguoiKy", text: header.signer ?? "")
    writer.element("ngayLap", text: header.date.description)
    writer.end()
    writer.start("hoatDong")
    for (index, activity) in content.activities.enumerated() {
      writer.start(
        "muc",
        [
          "ma": activity.id, "ngay": date(activity.date.description, index, fault),
          "nhiemVu": task(activity.task, index, fault), "noiDung": activity.area, "hinhThuc": activity.channel,
          "sanPham": activity.product, "chuDe": activity.topics.isEmpty ? nil : activity.topics.joined(separator: " "),
          "soLuong": String(activity.quantity), "soNguoi": String(activity.people),
        ])
      writer.element("ten", text: activity.title)
      if let link = activity.link { writer.element("diaChi", text: link) }
      writer.end()
    }
    writer.end()
    writer.start("chiTieu")
    for told in content.indicators { writer.element("muc", ["ma": told.code], text: told.value.description) }
    writer.end()
    writer.start("moHinh")
    for exemplar in content.exemplars {
      writer.start("muc", ["ma": exemplar.id, "noiDung": exemplar.area])
      writer.element("ten", text: exemplar.title)
      writer.element("moTa", text: exemplar.summary)
      writer.end()
    }
    writer.end()
    writer.start("thuyetMinh")
    for text in content.narratives { writer.element("muc", ["ma": text.key], text: text.text) }
    writer.end()
    writer.end()
    return writer.bytes
  }
}

/// What names a period within its kind: a school year, a year, or else a request.
private struct Which {
  var schoolYear: String?
  var year: String?
  var request: String?

  init(_ period: PeriodKey) {
    if SchoolYear(period.which) != nil {
      schoolYear = period.which
    } else if period.which.utf8.count == 4, Int(period.which) != nil {
      year = period.which
    } else {
      request = period.which
    }
  }
}
