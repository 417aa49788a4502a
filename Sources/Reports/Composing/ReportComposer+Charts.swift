import Aggregation
import Documents
import Regimes
import ReportingModel

/// The charts of the page, from the figures of the tables (<doc:layout#Charts>).
extension ReportComposer {
  var charts: [Chart] {
    guard aggregate.activities.total.records > 0 else { return [] }
    return [tasksChart, areasChart, monthsChart, regionsChart, beforeChart].compactMap { $0 }
  }

  private var tasksChart: Chart? {
    let bars = aggregate.tasks.figures.map { task in
      (regime.task(task.code)?.shortName.vietnamese ?? task.code, task.measures.records)
    }
    let silent = bars.count { $0.1 == 0 }
    return single(
      "nhiem-vu", "Số hoạt động theo nhiệm vụ", ("nhiệm vụ", "số hoạt động"), bars,
      after: silent > 0 ? "; \(VietnameseNumber.text(silent)) nhiệm vụ chưa có hoạt động được báo cáo" : "")
  }

  private var areasChart: Chart? {
    let bars = aggregate.activities.areas.map { area in
      Chart.Bar(
        regime.areas.first { $0.code == area.code }?.shortName.vietnamese ?? area.code,
        regime.channels.map { channel in
          Amount(
            aggregate.activities.areaByChannel.rows.first { $0.codes == [area.code, channel.code] }?.measures.records
              ?? 0)
        })
    }
    guard
      let most = aggregate.activities.areas.max(by: { ($0.measures.records, $1.code) < ($1.measures.records, $0.code) })
    else { return nil }
    let name = regime.areas.first { $0.code == most.code }?.shortName.vietnamese ?? most.code
    return Chart(
      name: "noi-dung", title: "Số hoạt động theo nội dung và hình thức", axes: ("nội dung", "số hoạt động"),
      series: regime.channels.map(\.shortName.vietnamese), bars: bars,
      description: "Nhiều nhất: \(name) (\(VietnameseNumber.text(most.measures.records))).", isStacked: true)
  }

  private var monthsChart: Chart? {
    let bars = aggregate.activities.byMonth.map { (codeName(.month, $0.code), $0.measures.records) }
    guard bars.count > 1 else { return nil }
    let (from, to) = (aggregate.window.from, aggregate.window.to)
    let note = """
      Tháng \(from.month)/\(from.year) từ ngày \(from.components.day), tháng \(to.month)/\(to.year) đến ngày \
      \(to.components.day)
      """
    return single(
      "theo-thang", "Số hoạt động theo tháng", ("tháng", "số hoạt động"), bars, most: "Tháng nhiều nhất", note: note)
  }

  private var regionsChart: Chart? {
    let known = aggregate.places.regions.filter { $0.code != "-" }
    guard known.count > 1, let most = known.max(by: { ($0.average?.hundredths ?? 0) < ($1.average?.hundredths ?? 0) })
    else { return nil }
    return Chart(
      name: "khu-vuc", title: "Số hoạt động bình quân một đơn vị có báo cáo, theo khu vực",
      axes: ("khu vực", "số hoạt động bình quân"), series: ["Bình quân"],
      bars: known.map { region in
        Chart.Bar(region.code, [region.average.map { Amount(thousandths: $0.hundredths * 10) }])
      },
      description: isInternal
        ? "Cao nhất: \(most.code) (\(most.average.map { VietnameseNumber.text($0) } ?? Words.notTold))."
        : "Bình quân của \(VietnameseNumber.text(known.count)) khu vực.")
  }

  private var beforeChart: Chart? {
    guard let before = aggregate.comparison.before else { return nil }
    let bars = aggregate.activities.areas.map { area in
      Chart.Bar(
        regime.areas.first { $0.code == area.code }?.shortName.vietnamese ?? area.code,
        [
          Amount(area.measures.records),
          before.contentAreas.first { $0.code == area.code }.map { Amount($0.measures.records) },
        ])
    }
    let change = Words.change(Amount(aggregate.activities.total.records), Amount(before.total.records)) ?? ""
    return Chart(
      name: "cung-ky", title: "So với cùng kỳ năm trước", axes: ("nội dung", "số hoạt động"),
      series: ["Kỳ này", "Cùng kỳ năm trước"], bars: bars, description: "Tổng số hoạt động \(change).")
  }

  private func single(
    _ name: String, _ title: String, _ axes: (String, String), _ bars: [(String, Int)],
    most words: String = "Nhiều nhất",
    after: String = "", note: String = ""
  ) -> Chart? {
    guard let most = bars.max(by: { $0.1 < $1.1 }) else { return nil }
    return Chart(
      name: name, title: title, axes: axes, series: [axes.1], bars: bars.map { Chart.Bar($0.0, [Amount($0.1)]) },
      description: "\(words): \(most.0) (\(VietnameseNumber.text(most.1)))\(after).", note: note)
  }
}
