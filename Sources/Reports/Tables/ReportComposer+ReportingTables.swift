import Aggregation
import Documents
import Regimes
import ReportingModel

/// Tables about the reporting itself. Names of units and remarks on their figures stand only in the copy for the department
/// (<doc:layout#Who-sees-what>): a template for another copy does not ask for them.
extension ReportComposer {
  /// Each period by unit kind (<doc:layout#Reporting-by-period-and-kind>).
  func completenessTable(_ caption: String) -> Table {
    var table = Table(
      caption: caption,
      columns: [
        Table.Column("Kỳ, loại đơn vị", weight: 22), Table.Column("Phải báo cáo", .right, weight: 10),
        Table.Column("Đã gửi", .right, weight: 8), Table.Column("Tỷ lệ (%)", .right, weight: 10),
        Table.Column("Đúng hạn", .right, weight: 10), Table.Column("Sau hạn", .right, weight: 9),
        Table.Column("Chưa đạt", .right, weight: 10), Table.Column("Chưa gửi", .right, weight: 10),
        Table.Column("Phối hợp", .right, weight: 11),
      ], rows: [])
    for period in aggregate.reporting.completeness where period.counts.required > 0 {
      table.rows.append(Table.Row([.text(name(of: period.period))] + cells(period.counts)))
      for group in period.groups where group.dimension == .kind {
        table.rows.append(
          Table.Row([.text("- " + (regime.unitKind(group.code)?.name.vietnamese ?? group.code))] + cells(group.counts)))
      }
    }
    return table
  }

  private func cells(_ counts: CompletenessCounts) -> [Cell] {
    [
      .count(counts.required), .count(counts.reported),
      counts.reportedRate.map { .percent($0) } ?? .notApplicable,
    ]
      + [counts.onTime, counts.late, counts.rejected, counts.missing, counts.invitedReported].map { .count($0) }
  }

  /// Required units without an accepted report (<doc:layout#Units-that-owe-a-report>).
  func missingTable(_ caption: String) -> Table {
    Table(
      caption: caption,
      columns: [
        Table.Column("TT", .center, weight: 6), Table.Column("Đơn vị", weight: 34), Table.Column("Kỳ", weight: 24),
        Table.Column("Hạn", .center, weight: 13), Table.Column("Tình trạng", weight: 23),
      ],
      rows: aggregate.reporting.missing.enumerated().map { index, row in
        Table.Row([
          .count(index + 1), .text(name(of: row.unit)), .text(name(of: row.period)), .date(row.due),
          .text(row.status.words.vietnamese),
        ])
      })
  }

  /// What units say of the warnings about their figures (<doc:layout#Remarks-on-figures>).
  func explanationTable(_ caption: String) -> Table {
    Table(
      caption: caption,
      columns: [
        Table.Column("TT", .center, weight: 6), Table.Column("Đơn vị", weight: 24), Table.Column("Kỳ", weight: 18),
        Table.Column("Cảnh báo", weight: 14), Table.Column("Giải trình của đơn vị", weight: 38),
      ],
      rows: aggregate.narratives.explanations.enumerated().map { index, row in
        let cite =
          regime.rules.first { $0.code == row.rule || $0.findingCode == row.rule }?.cite.map { " (\($0))" } ?? ""
        return Table.Row([
          .count(index + 1), .text(name(of: row.unit)), .text(name(of: row.period)), .text(row.rule + cite),
          .text(plain(row.text)),
        ])
      })
  }

  /// Periods that told less of a flow than their parts together.
  func negativeTable(_ caption: String) -> Table {
    Table(
      caption: caption,
      columns: [
        Table.Column("TT", .center, weight: 6), Table.Column("Đơn vị", weight: 28), Table.Column("Kỳ", weight: 22),
        Table.Column("Chỉ tiêu", weight: 30), Table.Column("Chênh lệch", .right, weight: 14),
      ],
      rows: aggregate.doubts.negativeIncrements.enumerated().map { index, row in
        Table.Row([
          .count(index + 1), .text(name(of: row.unitCode)), .text(name(of: row.period)),
          .text(regime.indicator(row.indicator)?.name.vietnamese ?? row.indicator), .amount(row.value),
        ])
      })
  }

  /// Activities that may be one, told by several units of a commune or twice by one (<doc:layout#Remarks-on-figures>).
  func doublesTable(_ caption: String) -> Table {
    Table(
      caption: caption,
      columns: [
        Table.Column("TT", .center, weight: 6), Table.Column("Ngày", .center, weight: 13),
        Table.Column("Tên hoạt động", weight: 28), Table.Column("Sản phẩm", weight: 15),
        Table.Column("Đơn vị, kỳ báo cáo", weight: 38),
      ],
      rows: aggregate.doubts.possibleDoubles.enumerated().map { index, double in
        let told = double.rows.map { row in
          let id = row.id.map { ", mã \($0)" } ?? ""
          return "\(name(of: row.unit)) (\(Words.inSentence(name(of: row.period)))\(id))"
        }
        return Table.Row([
          .count(index + 1), .date(double.date), .text(plain(double.title)),
          .text(regime.products.first { $0.code == double.product }?.name.vietnamese ?? double.product),
          .text(plain(told.joined(separator: "; "))),
        ])
      })
  }
}
