/// The rows of a report that another report of its unit may tell again, without what nothing is compared by.
package struct RetellableRows: Sendable, Hashable {
  package var activities: [Activity]
  package var exemplars: [NamedExemplar]

  package init(activities: [Activity] = [], exemplars: [NamedExemplar] = []) {
    self.activities = activities
    self.exemplars = exemplars
  }

  package init(_ content: SubmissionContent) {
    activities = content.activities.map { activity in
      var bare = activity
      (bare.link, bare.note) = (nil, nil)
      return bare
    }
    exemplars = content.exemplars.map { NamedExemplar(id: $0.id, title: $0.title) }
  }

  /// The rows of a content as `SubmissionContent.storedBytes` wrote it.
  package init(storedBytes: [UInt8]) throws(CanonicalDecoder.Malformed) {
    self.init(try SubmissionContent(storedBytes: storedBytes))
  }
}

/// An exemplar by its id and title.
package struct NamedExemplar: Sendable, Hashable {
  package var id: String?
  package var title: String

  package init(id: String?, title: String) {
    self.id = id
    self.title = title
  }
}

/// A live report of a unit beside the one that is looked at.
package struct OtherReport: Sendable, Hashable {
  package let sequence: Int64
  package let period: PeriodKey
  package let rows: RetellableRows

  package init(sequence: Int64, period: PeriodKey, rows: RetellableRows) {
    self.sequence = sequence
    self.period = period
    self.rows = rows
  }
}
