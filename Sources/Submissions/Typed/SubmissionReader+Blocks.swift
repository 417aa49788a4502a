import Regimes
import ReportingModel

extension SubmissionReader {
  func readActivities(_ cells: inout CellReader, _ regime: Regime) -> [Activity] {
    let defaults = Dictionary(
      regime.tasks.map { ($0.code, $0.defaultArea) }, uniquingKeysWith: { first, _ in first })
    var result: [Activity] = []
    result.reserveCapacity(cells.block.records.count)
    for record in cells.block.records where cells.isFilledIn(record) {
      cells.begin(record)
      let id = cells.text("ma")
      let date = cells.date("ngay")
      let task = cells.code("nhiem_vu")
      let area = readArea(&cells, task: task, defaults)
      let channel = cells.code("hinh_thuc")
      let product = cells.code("san_pham")
      let topics = cells.codes("chu_de")
      let quantity = cells.integer("so_luong")
      let people = cells.integer("so_nguoi")
      let title = cells.text("ten")
      let link = cells.url("dia_chi")
      let note = cells.text("ghi_chu")
      guard !cells.isBroken, let date, let task, let area, let channel, let product, let title else { continue }
      result.append(
        Activity(
          id: id, date: date, task: task, area: area, channel: channel, product: product, topics: topics,
          quantity: quantity ?? 1, people: people ?? 0, title: title, link: link, note: note, line: record.line))
    }
    return result
  }

  /// The area told, else the task's default; a task without one must tell it (<doc:bundle#hoatDong>).
  private func readArea(_ cells: inout CellReader, task: String?, _ defaults: [String: String?]) -> String? {
    if cells.isTold("noi_dung") { return cells.code("noi_dung") }
    guard let task else { return nil }
    if let area = defaults[task] ?? nil { return area }
    let place = cells.location(cells.schema.index(of: "noi_dung") ?? 0)
    cells.log.add(.activityArea, .error, at: place) {
      Finding(
        .activityArea, .error, at: place,
        message: LocalizedText(
          "Hoạt động của nhiệm vụ \(task) chưa ghi nội dung.", "An activity of task \(task) tells no content area."),
        hint: LocalizedText(
          "Nhiệm vụ này không có nội dung mặc định; đề nghị ghi một mã nội dung.",
          "This task has no default area; write an area code."))
    }
    return nil
  }

  func readIndicators(
    _ cells: inout CellReader, _ regime: Regime, into submission: inout Submission
  ) -> [IndicatorValue] {
    var result: [IndicatorValue] = []
    var seen: Set<String> = []
    var empty: [String] = []
    var firstEmpty: SourceLocation?
    for record in cells.block.records {
      let errors = cells.log.errorCount
      guard cells.isRow(record, keyed: "ma") else {
        if cells.log.errorCount > errors { submission.unread.blocks.insert(.indicators) }
        continue
      }
      cells.begin(record)
      guard let code = cells.code("ma") else {
        submission.unread.keys[.indicators, default: []].formUnion(cells.codesNamed("ma"))
        continue
      }
      let note = cells.text("ghi_chu")
      let valueIndex = cells.schema.index(of: "gia_tri") ?? 1
      if !seen.insert(code).inserted {
        let place = cells.location(0)
        cells.log.add(
          Finding(
            .indicatorTwice, .error, at: place, value: code,
            message: LocalizedText("Chỉ tiêu \(code) được ghi hai lần.", "Indicator \(code) is told twice."),
            hint: LocalizedText("Đề nghị giữ lại một dòng.", "Keep one row.")))
        continue
      }
      guard let (_, text) = cells.raw("gia_tri") else {
        empty.append(code)
        submission.emptyCells[code] = cells.location(valueIndex)
        firstEmpty = firstEmpty ?? cells.location(valueIndex)
        continue
      }
      do throws(CellProblem) {
        let value = try CellValue.amount(
          text, exact: cells.isExact, places: regime.indicator(code)?.decimals ?? 0)
        result.append(IndicatorValue(code: code, value: value, note: note, line: record.line))
      } catch {
        cells.report(error, text, at: valueIndex, of: regime.indicator(code))
        submission.unread.keys[.indicators, default: []].insert(code)
      }
    }
    if let firstEmpty {
      cells.log.add(
        Finding(
          .indicatorEmpty, .warning, at: firstEmpty,
          message: LocalizedText(
            "Để trống, coi là không báo (không phải số 0): \(empty.joined(separator: ", ")).",
            "Left empty, taken as not told (which is not zero): \(empty.joined(separator: ", "))."),
          hint: LocalizedText(
            "Nếu không phát sinh, đề nghị ghi 0; chỉ tiêu không bắt buộc mà chưa có số liệu thì để trống.",
            "Write 0 where nothing arose; what is not required may stay empty where there is no figure.")))
    }
    submission.untold = empty
    return result
  }

  func readExemplars(_ cells: inout CellReader) -> [Exemplar] {
    var result: [Exemplar] = []
    for record in cells.block.records where cells.isFilledIn(record) {
      cells.begin(record)
      let id = cells.text("ma")
      let area = cells.code("noi_dung")
      let title = cells.text("ten")
      let summary = cells.text("mo_ta")
      let author = cells.text("tac_gia")
      let link = cells.url("dia_chi")
      let evidence = cells.paths("minh_chung")
      guard !cells.isBroken, let area, let title, let summary else { continue }
      result.append(
        Exemplar(
          id: id, area: area, title: title, summary: summary, author: author, link: link, evidence: evidence,
          line: record.line))
    }
    return result
  }

  /// Narratives and explanations: a key and a text; an empty text is not told.
  func readTexts(_ cells: inout CellReader, keyed keyColumn: String, twice: FindingCode?, unread: inout Unread)
    -> [KeyedText]
  {
    var result: [KeyedText] = []
    var seen: Set<String> = []
    for record in cells.block.records {
      let errors = cells.log.errorCount
      guard cells.isRow(record, keyed: keyColumn) else {
        if cells.log.errorCount > errors { unread.blocks.insert(cells.block.block) }
        continue
      }
      cells.begin(record)
      guard let key = cells.isTold("noi_dung") ? cells.code(keyColumn) : cells.known(keyColumn) else {
        unread.keys[cells.block.block, default: []].formUnion(cells.codesNamed(keyColumn))
        continue
      }
      guard twice == nil || seen.insert(key).inserted else {
        cells.log.add(
          Finding(
            twice ?? .narrativeTwice, .error, at: cells.location(0), value: key,
            message: LocalizedText("Mục \(key) được ghi hai lần.", "Section \(key) is written twice."),
            hint: LocalizedText("Đề nghị gộp thành một dòng.", "Join them into one row.")))
        continue
      }
      guard cells.isTold("noi_dung") else { continue }
      guard let text = cells.text("noi_dung") else {
        unread.keys[cells.block.block, default: []].insert(key)
        continue
      }
      result.append(KeyedText(key: key, text: text, line: record.line))
    }
    return result
  }
}
