/// One unit's report for one period: with the regime, the live key of a submission (<doc:counting#The-live-set>).
package struct UnitPeriod: Hashable, Sendable {
  package let unit: String
  package let period: PeriodKey

  package init(unit: String, period: PeriodKey) {
    self.unit = unit
    self.period = period
  }
}
