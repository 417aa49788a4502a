extension OfficeSettings {
  /// Bounds of what is read of one delivery (<doc:bundle#Limits>).
  package struct Limits: Sendable, Hashable {
    /// Bytes of a bundle on disk.
    package var archiveBytes = 256 << 20
    /// Entries of a bundle.
    package var entries = 2000
    /// Bytes of one XML or CSV file, inflated.
    package var parsedEntryBytes = 128 << 20
    /// Bytes of one file of evidence, inflated.
    package var evidenceEntryBytes = 256 << 20
    /// Bytes of all entries, inflated.
    package var totalBytes = 1 << 30
    /// Bytes of all XML and CSV files, inflated.
    package var parsedBytes = 256 << 20
    /// Inflated bytes for one of the archive, in evidence.
    package var evidenceRatio = 250
    /// Inflated bytes for one of the archive, in XML and CSV.
    package var parsedRatio = 1000
    /// Submissions of a bundle.
    package var submissions = 2000
    /// Rows of one CSV file, activities of one submission.
    package var rows = 200_000
    /// Rows and activities of a bundle.
    package var bundleRows = 400_000
    /// Levels of elements.
    package var xmlDepth = 16
    /// Attributes of an element.
    package var xmlAttributes = 32
    /// Letters of a name in XML.
    package var xmlNameLength = 256
    /// Findings that are kept of a submission.
    package var issues = 1000
    /// Causes that are kept of a submission.
    package var causes = 200

    package init() {}
  }
}

/// The keys of `limits`, the field of each and the most that can be meant; the least is 1.
enum LimitKey: String, SettingsKey {
  case archiveBytes, entries, parsedEntryBytes, evidenceEntryBytes, totalBytes, parsedBytes, evidenceRatio, parsedRatio
  case submissions, rows, bundleRows, xmlDepth, xmlAttributes, xmlNameLength, issues, causes

  var field: WritableKeyPath<OfficeSettings.Limits, Int> {
    switch self {
    case .archiveBytes: \.archiveBytes
    case .entries: \.entries
    case .parsedEntryBytes: \.parsedEntryBytes
    case .evidenceEntryBytes: \.evidenceEntryBytes
    case .totalBytes: \.totalBytes
    case .parsedBytes: \.parsedBytes
    case .evidenceRatio: \.evidenceRatio
    case .parsedRatio: \.parsedRatio
    case .submissions: \.submissions
    case .rows: \.rows
    case .bundleRows: \.bundleRows
    case .xmlDepth: \.xmlDepth
    case .xmlAttributes: \.xmlAttributes
    case .xmlNameLength: \.xmlNameLength
    case .issues: \.issues
    case .causes: \.causes
    }
  }

  /// Far above any use, far below where sums of two would not fit; depth and names end where libxml2 ends them itself.
  var most: Int {
    switch self {
    case .archiveBytes, .parsedEntryBytes, .evidenceEntryBytes, .totalBytes, .parsedBytes: 1 << 40
    case .entries, .submissions, .issues, .causes: 1_000_000
    case .rows, .bundleRows: 1_000_000_000
    case .evidenceRatio, .parsedRatio, .xmlAttributes: 10_000
    case .xmlDepth: 256
    case .xmlNameLength: 50_000
    }
  }
}
