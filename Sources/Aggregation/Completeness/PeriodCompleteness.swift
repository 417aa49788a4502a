import Regimes
import Register
package import ReportingModel

/// Who has reported for one period (<doc:counting#Completeness>).
package struct PeriodCompleteness: Sendable, Hashable {
  /// The units of one kind, level, commune or region.
  package struct Group: Sendable, Hashable {
    package var dimension: Dimension
    package var code: String
    package var counts: CompletenessCounts
  }

  package var period: PeriodKey
  package var due: CalendarDate
  /// In bytewise order of the codes.
  package var units: [UnitStatus]
  package var counts: CompletenessCounts
  /// By kind, level, commune, region; within each in bytewise order; only groups with a required unit or a report.
  package var groups: [Group]
}

extension ReportingRegister {
  /// Who has reported for a period; `nil` when neither the regime nor a request knows it.
  ///
  /// - Parameters:
  ///   - clock: when given, what is not there yet while its due day has not passed is `pending`.
  ///   - filter: its dimensions of units choose the units.
  package func completeness(
    of key: PeriodKey, clock: Instant? = nil, where filter: DimensionFilter = [:]
  ) -> PeriodCompleteness? {
    guard let period = period(key) else { return nil }
    let passing = units.passes(filter)
    let regime = regime(of: key)
    let statuses = units.codes.indices.compactMap { unit in
      passing[unit] ? status(of: unit, for: period, by: regime, clock: clock) : nil
    }
    var counts = CompletenessCounts()
    for status in statuses { counts.add(status.status) }
    return PeriodCompleteness(
      period: key, due: period.due, units: statuses, counts: counts, groups: groups(statuses))
  }

  /// What a unit owes for a period: by what it was on the period's last day, whatever it has become since. `nil` for one that was
  /// not in force on that day, or was not asked.
  private func obligation(of code: String, for period: Period, by regime: Regime) -> Obligation? {
    guard let row = registry.row(of: code, on: period.window.to), period.asks(row) else { return nil }
    var obligation = regime.obligation(of: row.kind, for: period.key.kind)
    if !periods.isAsked(period) { obligation.level = .invited }
    return obligation
  }

  /// `nil` for a unit that neither owes the period nor is invited to it.
  private func status(of unit: Int, for period: Period, by regime: Regime, clock: Instant?) -> UnitStatus? {
    let code = units.codes[unit]
    guard let obligation = obligation(of: code, for: period, by: regime) else { return nil }
    let history = book.history(UnitPeriod(unit: code, period: period.key))
    let submission = history?.live
    let status: ReportingStatus
    switch obligation.level {
    case .invited: status = submission == nil ? .invited : .reported
    case .required: status = required(history, due: period.due, by: regime, clock: clock)
    }
    return UnitStatus(
      unit: code, obligation: obligation.level, cite: obligation.cite, status: status, number: submission?.number,
      receivedAt: submission?.receivedAt, sequence: submission?.sequence, refusals: history?.refusals.count ?? 0,
      index: unit)
  }

  private func required(
    _ history: UnitPeriodHistory?, due: CalendarDate, by regime: Regime, clock: Instant?
  ) -> ReportingStatus {
    if let first = history?.firstAccepted?.date {
      if first <= due { return .onTime }
      let triedInTime = history?.firstRefused.map { $0.date <= due } ?? false
      return triedInTime && first <= regime.endOfGrace(after: due) ? .onTime : .late
    }
    if history?.isRejected == true { return .rejected }
    return clock.map { $0.date <= due } ?? false ? .pending : .missing
  }

  private func groups(_ statuses: [UnitStatus]) -> [PeriodCompleteness.Group] {
    [Dimension.kind, .level, .commune, .region].flatMap { dimension in
      var counts: [String: CompletenessCounts] = [:]
      for status in statuses {
        counts[units.code(of: status.index, dimension), default: CompletenessCounts()].add(status.status)
      }
      return counts.filter { !$0.value.isEmpty }
        .map { PeriodCompleteness.Group(dimension: dimension, code: $0.key, counts: $0.value) }
        .sorted { $0.code.bytewisePrecedes($1.code) }
    }
  }

  /// Numbers of the units in force on a day that owe one of some periods and were in force on that period's last day
  /// too.
  func units(owing periods: [Period], inForceOn day: CalendarDate, passing: [Bool]) -> Set<Int> {
    let owed = periods.map { (period: $0, regime: regime(of: $0.key)) }
    return Set(
      units.codes.indices.filter { unit in
        guard passing[unit], units.isInForce(unit, on: day) else { return false }
        return owed.contains { period, regime in
          obligation(of: units.codes[unit], for: period, by: regime)?.level == .required
        }
      })
  }
}
