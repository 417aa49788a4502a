/// Who reports, for which period (<doc:bundle#thongTin>).
package struct SubmissionHeader: Hashable, Sendable {
  package var regime: String
  package var unit: String
  package var unitName: String?
  package var period: PeriodKey
  /// Submission number as told, 1…9999; absent means the next one.
  package var number: Int?
  package var nilReturn: Bool
  package var preparer: String?
  package var signer: String?
  package var date: CalendarDate

  package init(
    regime: String, unit: String, unitName: String? = nil, period: PeriodKey, number: Int? = nil,
    nilReturn: Bool = false, preparer: String? = nil, signer: String? = nil, date: CalendarDate
  ) {
    self.regime = regime
    self.unit = unit
    self.unitName = unitName
    self.period = period
    self.number = number
    self.nilReturn = nilReturn
    self.preparer = preparer
    self.signer = signer
    self.date = date
  }
}

/// An evidence file of a submission: kept and hashed, never parsed.
package struct Evidence: Hashable, Sendable {
  package var path: String
  package var digest: Digest

  package init(path: String, digest: Digest) {
    self.path = path
    self.digest = digest
  }
}

/// Everything one unit tells for one period; after reading, nothing says whether it came as XML or CSV.
package struct SubmissionContent: Hashable, Sendable {
  package var header: SubmissionHeader
  package var activities: Rows<Activity>
  package var indicators: Rows<IndicatorValue>
  package var exemplars: Rows<Exemplar>
  package var narratives: Rows<KeyedText>
  package var explanations: Rows<KeyedText>
  package var evidence: [Evidence]

  package init(
    header: SubmissionHeader, activities: [Activity] = [], indicators: [IndicatorValue] = [],
    exemplars: [Exemplar] = [], narratives: [KeyedText] = [], explanations: [KeyedText] = [],
    evidence: [Evidence] = []
  ) {
    self.header = header
    self.activities = Rows(activities)
    self.indicators = Rows(indicators)
    self.exemplars = Rows(exemplars)
    self.narratives = Rows(narratives)
    self.explanations = Rows(explanations)
    self.evidence = evidence
  }

  /// The told value of an indicator, or `nil` when it is not told.
  package func value(of indicator: String) -> Amount? {
    indicators.first { $0.code == indicator }?.value
  }

  /// A live submission's files: which file each block was read from, for tracing a figure back.
  package enum Block: String, CaseIterable, Sendable {
    case header = "thongTin"
    case activities = "hoatDong"
    case indicators = "chiTieu"
    case exemplars = "moHinh"
    case narratives = "thuyetMinh"
    case explanations = "giaiTrinh"
  }
}
