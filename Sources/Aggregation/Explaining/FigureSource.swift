import ReportingModel

/// What a figure is a sum over.
indirect enum FigureSource {
  enum Measure: String { case records, soLuong, soNguoi, units }

  /// Live activities in the window that pass every filter.
  case activities([DimensionFilter], Measure)
  /// What units told of an indicator; of one kind of units, or of all.
  case told(String, kind: String?)
  /// The same of some units.
  case toldBy(String, Set<Int>)
  /// Each unit once; with the submission that speaks for it.
  case units([(unit: Int, submission: Int?)])
  case exemplars([ExemplarFact])
  case ratio(FigureSource, FigureSource)
}

extension FigureSource.Measure {
  /// What an activity adds; of `units` only each unit's first does.
  func value(quantity: Int64, people: Int64) -> Amount {
    switch self {
    case .records, .units: Amount(1)
    case .soLuong: Amount(quantity)
    case .soNguoi: Amount(people)
    }
  }

  var name: LocalizedText {
    switch self {
    case .records: LocalizedText("số hoạt động", "number of activities")
    case .soLuong: LocalizedText("tổng soLuong của các hoạt động", "sum of soLuong of the activities")
    case .soNguoi: LocalizedText("tổng soNguoi của các hoạt động", "sum of soNguoi of the activities")
    case .units: LocalizedText("số đơn vị có hoạt động", "number of units with activities")
    }
  }
}
