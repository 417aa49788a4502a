package import ReportingModel

/// A parsed file of a bundle: its name inside and its inflated bytes.
package struct BundleFile: Sendable, Hashable {
  /// Path inside the bundle, in NFC.
  package let path: String
  package let bytes: [UInt8]
  /// The name of the file that it is, or is a copy of.
  package let plainName: String
  /// What it is by its first bytes, where that is neither CSV nor XML.
  package let format: ForeignFormat?

  package init(path: String, bytes: [UInt8], plainName: String? = nil) {
    self.path = path
    self.bytes = bytes
    self.plainName = plainName ?? fileName(of: path)
    format = ForeignFormat.of(bytes)
  }

  /// The last component of the path.
  package var name: String { fileName(of: path) }
}

/// The files of one submission, still in their encoding.
package struct SubmissionSource: Sendable, Hashable {
  package enum Form: Sendable, Hashable {
    case xml
    case csv
    /// An archive inside the archive, which is not opened; named by its kind: `zip`, `rar`, `7z`.
    case archive(String)
  }

  package let form: Form
  /// The XML file, the header file of a CSV folder, or the inner archive: what the receipt and the ledger call the submission.
  package let path: String
  package let files: [BundleFile]
  package let evidence: [Evidence]

  package init(form: Form, path: String, files: [BundleFile], evidence: [Evidence]) {
    self.form = form
    self.path = path
    self.files = files
    self.evidence = evidence
  }
}

/// A delivery opened: its submissions in the order of their paths, bytewise, and what was found about the bundle itself.
package struct SubmissionBundle: Sendable {
  package var sources: [SubmissionSource]
  package var findings: [Finding]
}

/// What became of opening a delivery.
package enum BundleReading: Sendable {
  case bundle(SubmissionBundle)
  /// No readable archive, and why.
  case unreadable([Finding])
}

/// Sizes up to which a bundle is read (<doc:bundle#Limits>); all configurable.
package struct BundleLimits: Sendable, Hashable {
  package var archiveBytes = 256 << 20
  package var entries = 2000
  package var parsedEntryBytes = 128 << 20
  package var evidenceEntryBytes = 256 << 20
  package var totalBytes = 1 << 30
  package var parsedRatio = 1000
  package var evidenceRatio = 250
  package var submissions = 2000

  package init() {}
}

/// The names by which a bundle's files are told apart.
package struct BundleLayout: Sendable {
  /// The file that makes a folder a CSV submission.
  package let headerFile: String
  /// All files of a CSV submission, the header file among them.
  package let blockFiles: [String]
  package let evidenceFolder: String
  /// Files that come back with a form and hold nothing of the submission.
  package let passedOver: [String]

  package init(headerFile: String, blockFiles: [String], evidenceFolder: String, passedOver: [String]) {
    self.headerFile = headerFile
    self.blockFiles = blockFiles
    self.evidenceFolder = evidenceFolder
    self.passedOver = passedOver
  }
}
