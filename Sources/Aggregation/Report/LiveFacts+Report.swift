import ReportingModel

extension LiveFacts {
  /// Makes all figures of a report.
  package func report(_ question: ReportQuestion) -> ReportAggregate { ReportAggregate(ReportBasis(self, question)) }

  func listed(_ question: ReportQuestion) -> [PeriodKey] {
    question.listed ?? periods.ending(in: question.window).map(\.key)
  }

  /// Units that owe a period from which the told values can come.
  func owing(_ question: ReportQuestion, _ passing: [Bool]) -> Set<Int> {
    let owed =
      switch question.basis {
      case .period(let key): [key].compactMap { periods.period($0) }
      case .window, .activitiesOnly: periods.ending(in: question.window)
      }
    return register.units(owing: owed, inForceOn: question.window.to, passing: passing)
  }
}
