package import Regimes
package import ReportingModel
import Submissions

/// An empty submission for one unit and period, to be filled in and sent back: what is known of the header, the ids of
/// activities and every code that the unit is asked for stand in it already (<doc:commands#template>).
package struct SubmissionForm: Sendable {
  package enum Encoding: String, Sendable, CaseIterable {
    case csv
    case xml
  }

  /// A file of the form.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  let regime: Regime
  let unit: UnitRow
  let period: PeriodKey

  package init(regime: Regime, unit: UnitRow, period: PeriodKey) {
    self.regime = regime
    self.unit = unit
    self.period = period
  }

  /// The files of the form; those of a CSV form lie in one folder.
  package func files(_ encoding: Encoding) -> [File] {
    switch encoding {
    case .csv: csvFiles
    case .xml: [File(name: "bao-cao.xml", bytes: xml)]
    }
  }

  /// What is told by the form itself, by the name of the header's column.
  var header: [String: String] {
    let which =
      switch regime.periodKind(period.kind)?.calendar {
      case .schoolYear: "nam_hoc"
      case .calendarYear: "nam"
      case .request, nil: "yeu_cau"
      }
    return [
      "che_do": regime.id, "don_vi": unit.code, "ten_don_vi": unit.name, "loai_ky": period.kind, which: period.which,
    ]
  }

  /// The columns of the header that a form has: of the three that name a period only the one it needs, and no number, which
  /// the office counts itself.
  var headerColumns: [Column] {
    let told = header
    return Vocabulary.header.columns.filter { column in
      switch column.name {
      case "nam_hoc", "nam", "yeu_cau": told[column.name] != nil
      case "lan_nop": false
      default: true
      }
    }
  }

  /// Indicators that the unit's kind is asked.
  var indicators: [Indicator] { regime.indicators.filter { !$0.isDerived && $0.asks(unit.kind) } }

  /// An id that no other period's form gives.
  func id(_ block: SubmissionContent.Block, _ number: Int) -> String {
    let year = period.which.prefix { $0 != "-" }
    let place = regime.periodKind(period.kind)?.calendar == .request ? period.which : "\(period.kind)-\(year)"
    return FormID.text(block, number, place: place)
  }
}
