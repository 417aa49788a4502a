package import ReportingModel

/// A unit's other live reports, as far as a new one can tell the same again (<doc:counting#Live-activities>).
package protocol OtherReports {
  /// The live reports of a unit, but for the one of a period, in order of sequence.
  func others(of unit: String, except period: PeriodKey, of regime: String) -> [OtherReport]
}
