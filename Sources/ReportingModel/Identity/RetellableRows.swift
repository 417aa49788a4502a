package import Spooling

/// The rows of a report that another report of its unit may tell again, without what nothing is compared by.
package struct RetellableRows: Sendable, Hashable {
  package var activities: Rows<Activity>
  package var exemplars: Rows<NamedExemplar>

  package init(activities: [Activity] = [], exemplars: [NamedExemplar] = []) {
    self.activities = Rows(activities)
    self.exemplars = Rows(exemplars)
  }

  /// - Parameter spool: where the names of exemplars go that are many; activities stay where the content has them.
  package init(_ content: SubmissionContent, into spool: Spool? = nil) {
    activities = content.activities
    exemplars = Rows(content.exemplars.lazy.map { NamedExemplar(id: $0.id, title: $0.title) }, into: spool)
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

extension NamedExemplar: CanonicalRow {
  package func write(to encoder: inout CanonicalEncoder) {
    encoder.append(id)
    encoder.append(title)
  }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    self.init(id: try decoder.optionalString(), title: try decoder.string())
  }
}
