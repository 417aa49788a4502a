package import Aggregation
import CSVReading
import Regimes
import Rendering
package import ReportingModel

/// Who has reported, as a table for people and as CSV.
package struct StatusText {
  private let status: StatusResult
  private let register: ReportingRegister
  private let nilReturns: Set<String>
  private let afterClosing: Set<String>
  private let lateReasons: [String: String]
  private let language: Language

  package init(_ status: StatusResult, _ register: ReportingRegister, _ language: Language) {
    self.language = language
    self.status = status
    self.register = register
    nilReturns = Set(status.nilReturns)
    afterClosing = Set(status.afterClosing)
    lateReasons = Dictionary(
      status.lateEntries.map { ($0.unit, $0.reason) }, uniquingKeysWith: { first, _ in first })
  }

  /// The keys of the JSON, beside the codes the unit's name and the words in Vietnamese, then whether nothing arose and why a
  /// report was entered afterwards.
  package var csv: [UInt8] {
    var writer = CSVWriter()
    writer.write([
      "unit", "ten", "obligation", "nghiaVu", "status", "tinhTrang", "number", "receivedAt", "sequence", "nilReturn",
      "lateReason", "afterClosing", "cite",
    ])
    for unit in status.completeness.units {
      writer.write([
        unit.unit, TableCSV.text(name(ofUnit: unit.unit)), unit.obligation.rawValue,
        unit.obligation.words.vietnamese, unit.status.rawValue, unit.status.words.vietnamese,
        unit.number.map(String.init) ?? "",
        unit.receivedAt?.description ?? "", unit.sequence.map { String($0) } ?? "",
        unit.sequence == nil ? "" : nilReturns.contains(unit.unit) ? "1" : "0",
        TableCSV.text(lateReasons[unit.unit] ?? ""),
        unit.sequence == nil ? "" : afterClosing.contains(unit.unit) ? "1" : "0",
        unit.cite ?? "",
      ])
    }
    return writer.bytes
  }

  /// Tables and a sentence, for a terminal.
  package var text: String {
    ([unitTable] + groupTables + [explanations, summary].compactMap { $0 }).joined(separator: "\n\n")
  }

  private var unitTable: String {
    var table = TextTable([
      say("đơn vị", "unit"), say("tên", "name"), say("nghĩa vụ", "obligation"), say("căn cứ", "clause"),
      say("tình trạng", "status"), say("lần", "no."), say("nhận lúc", "received"), say("sổ", "seq."),
    ])
    for unit in status.completeness.units {
      var words = unit.status.words[language]
      if nilReturns.contains(unit.unit) { words += say(", không phát sinh", ", nothing arose") }
      if afterClosing.contains(unit.unit) { words += say(", nhận sau khi khóa sổ", ", after closing") }
      if let reason = lateReasons[unit.unit] { words += say(", nhập sau: \(reason)", ", entered later: \(reason)") }
      table.add([
        unit.unit, name(ofUnit: unit.unit), unit.obligation.words[language], unit.cite ?? "", words,
        unit.number.map(String.init) ?? "", unit.receivedAt?.description ?? "", unit.sequence.map { String($0) } ?? "",
      ])
    }
    return table.text
  }

  private func name(ofUnit code: String) -> String {
    let day = register.period(status.completeness.period)?.window.to ?? register.today
    return register.registry.description(of: code, on: day)?.name ?? ""
  }

  private var groupTables: [String] {
    let titles: [(Dimension, String)] = [
      (.kind, say("loại đơn vị", "kind")), (.level, say("cấp học", "level")), (.commune, say("xã, phường", "commune")),
      (.region, say("khu vực", "region")),
    ]
    return titles.compactMap { dimension, title in
      let groups = status.completeness.groups.filter { $0.dimension == dimension }
      guard !groups.isEmpty else { return nil }
      var table = TextTable([
        title, say("phải báo cáo", "required"), say("đã gửi", "reported"), say("% gửi", "% reported"),
        say("đúng hạn", "in time"), say("% đúng hạn", "% in time"),
        say("sau hạn", "late"), say("chưa đạt", "rejected"), say("chưa gửi", "missing"), say("phối hợp", "invited"),
      ])
      for group in groups { table.add([name(of: group.code, dimension)] + cells(group.counts)) }
      return table.text
    }
  }

  private func name(of code: String, _ dimension: Dimension) -> String {
    let names: [CodedName] = dimension == .level ? register.regime.levels : []
    let name =
      dimension == .kind ? register.regime.unitKind(code)?.name : names.first { $0.code == code }?.name
    return name.map { "\(code) \($0[language])" } ?? code
  }

  private func cells(_ counts: CompletenessCounts) -> [String] {
    func rate(_ rate: Percent?) -> String { rate.map { LocalizedText($0)[language] } ?? "-" }
    return [
      String(counts.required), String(counts.reported), rate(counts.reportedRate), String(counts.onTime),
      rate(counts.onTimeRate), String(counts.late), String(counts.rejected), String(counts.missing),
      String(counts.invitedReported),
    ]
  }

  private var explanations: String? {
    guard !status.explanations.isEmpty else { return nil }
    var table = TextTable([say("đơn vị", "unit"), say("cảnh báo", "warning"), say("giải trình", "explanation")])
    for row in status.explanations { table.add([row.unit, row.rule, row.text]) }
    return table.text
  }

  private var summary: String {
    let counts = status.completeness.counts
    let due = status.completeness.due
    let rate = counts.reportedRate.map { LocalizedText($0)[language] + "%" } ?? "-"
    let pending = status.completeness.units.count { $0.status == .pending }
    let open =
      pending > 0
      ? say("chưa đến hạn \(pending)", "pending \(pending)")
      : say("chưa gửi \(counts.missing)", "missing \(counts.missing)")
    return say(
      "Kỳ \(status.completeness.period), hạn \(due.vietnamese): \(counts.reported)/\(counts.required) đơn vị phải báo cáo đã gửi (\(rate)); đúng hạn \(counts.onTime), sau hạn \(counts.late), chưa đạt \(counts.rejected), \(open); phối hợp báo cáo \(counts.invitedReported).",
      "\(status.completeness.period), due \(due): \(counts.reported) of \(counts.required) required units reported (\(rate)); in time \(counts.onTime), late \(counts.late), rejected \(counts.rejected), \(open); invited \(counts.invitedReported)."
    )
  }

  private func say(_ vietnamese: String, _ english: String) -> String { LocalizedText(vietnamese, english)[language] }
}
