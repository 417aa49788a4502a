import Hashing
package import ReportingModel
import VietnameseText
import ZipFormat

/// Opens a delivery: checks the archive, inflates what is parsed, hashes what is evidence, and sorts the files into
/// submissions. Nothing is written to disk by a name from inside.
package struct BundleReader: Sendable {
  private let limits: BundleLimits
  private let layout: BundleLayout
  private let headerKey: String
  private let evidenceKey: String

  package init(limits: BundleLimits = BundleLimits(), layout: BundleLayout) {
    self.limits = limits
    self.layout = layout
    headerKey = foldedKey(layout.headerFile)
    evidenceKey = foldedKey(layout.evidenceFolder)
  }

  /// Reads a delivery.
  /// - Parameter name: its file name, for what is said about it.
  package func read(_ bytes: [UInt8], name: String) -> BundleReading {
    let signature = FileSignature.of(bytes)
    if let finding = foreignFile(signature, name) { return .unreadable([finding]) }
    do {
      let archive = try ZipArchive(
        bytes,
        limits: ZipLimits(archiveBytes: limits.archiveBytes, entries: limits.entries, totalBytes: limits.totalBytes),
        naming: BundleNames.naming)
      if isWorkbook(archive) { return .unreadable([workbook(name)]) }
      return .bundle(try sort(archive))
    } catch {
      return .unreadable([error.finding(file: name, limits: limits)])
    }
  }

  /// What is said of a file that is larger than any bundle, and is not read.
  package func findings(onTooLarge size: Int, name: String) -> [Finding] {
    [ZipFault(.tooLarge, found: size).finding(file: name, limits: limits)]
  }

  /// One entry, already read and classified.
  private enum Part {
    case parsed(BundleFile)
    case evidence(folder: String, Evidence)
    case stray(Finding)
  }

  private func sort(_ archive: ZipArchive) throws(ZipFault) -> SubmissionBundle {
    var parsed: [BundleFile] = []
    var evidence: [(folder: String, file: Evidence)] = []
    var nested: [SubmissionSource] = []
    var findings: [Finding] = []
    var office: [(path: String, format: ForeignFormat)] = []
    let entries = archive.entries.filter { !$0.isDirectory && !BundleNames.isLeftover($0.name) }
    let names = PlainNames(
      entries.map(\.name).filter { evidenceFolder(of: $0) == nil }, files: layout.blockFiles)
    let headers = entries.map(\.name).filter { isHeader($0, names) }
    let headerFolders = Set(headers.map(folder))
    let orphans = entries.map(\.name).filter { names[$0] != nil && !headerFolders.contains(folder(of: $0)) }
    for entry in archive.entries where !entry.isDirectory {
      let isEvidence = evidenceFolder(of: entry.name) != nil
      let limit = ZipEntryLimit(
        bytes: isEvidence ? limits.evidenceEntryBytes : limits.parsedEntryBytes,
        ratio: isEvidence ? limits.evidenceRatio : limits.parsedRatio)
      let bytes = try archive.read(entry, limit: limit)
      guard !BundleNames.isLeftover(entry.name), !layout.passedOver.contains(fileName(of: entry.name)) else { continue }
      if let folder = evidenceFolder(of: entry.name) {
        evidence.append((folder, Evidence(path: entry.name, digest: Digest(of: bytes))))
      } else if isXML(entry.name) || names[entry.name] != nil && headerFolders.contains(folder(of: entry.name)) {
        parsed.append(BundleFile(path: entry.name, bytes: bytes, plainName: names[entry.name]))
      } else if let format = ForeignFormat.of(bytes), format.isOffice {
        office.append((entry.name, format))
        findings.append(strayOffice(entry.name, format))
      } else if let form = archiveForm(bytes) {
        nested.append(SubmissionSource(form: form, path: entry.name, files: [], evidence: []))
      } else {
        findings.append(names[entry.name] != nil ? orphan(entry.name) : stray(entry.name))
      }
    }
    var sources = parsed.filter { isXML($0.path) }.map { file in
      SubmissionSource(form: .xml, path: file.path, files: [file], evidence: own(evidence, folder(of: file.path)))
    }
    for headerFolder in headerFolders {
      let files = parsed.filter { !isXML($0.path) && folder(of: $0.path) == headerFolder }
      guard let header = files.first(where: { isHeader($0.path, names) }) else { continue }
      sources.append(
        SubmissionSource(form: .csv, path: header.path, files: files, evidence: own(evidence, headerFolder)))
    }
    sources += nested
    sources.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    if sources.count > limits.submissions { findings.append(tooManySubmissions(sources.count)) }
    if sources.isEmpty, !findings.contains(where: { $0.severity == .error }) {
      findings.insert(office.first.map(onlyOffice) ?? BundleReader.empty(beside: orphans), at: 0)
    }
    return SubmissionBundle(sources: sources.count > limits.submissions ? [] : sources, findings: findings)
  }

  private func own(_ evidence: [(folder: String, file: Evidence)], _ folder: String) -> [Evidence] {
    evidence.filter { $0.folder == folder }.map(\.file).sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
  }

  /// The folder that holds the evidence folder which a path lies below; `nil` for a path that is no evidence.
  private func evidenceFolder(of path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let index = parts.dropLast().firstIndex(where: { foldedKey(String($0)) == evidenceKey }) else { return nil }
    return parts[..<index].map { $0 + "/" }.joined()
  }

  private func isXML(_ path: String) -> Bool { path.lowercased().hasSuffix(".xml") }

  private func isHeader(_ path: String, _ names: PlainNames) -> Bool { names[path].map(foldedKey) == headerKey }

  private func isWorkbook(_ archive: ZipArchive) -> Bool {
    archive.entries.contains { $0.name == "[Content_Types].xml" }
      && archive.entries.contains { $0.name.hasPrefix("xl/") }
  }

  /// An archive inside the archive, told by its first bytes; documents of office programs are zips by theirs, but none that
  /// anybody packed.
  private func archiveForm(_ bytes: [UInt8]) -> SubmissionSource.Form? {
    switch FileSignature.of(bytes) {
    case .zip: isDocument(bytes) ? nil : .archive("zip")
    case .rar: .archive("rar")
    case .sevenZip: .archive("7z")
    case .ole, .gzip, .pdf, .other: nil
    }
  }

  private func isDocument(_ bytes: [UInt8]) -> Bool {
    guard let inner = try? ZipArchive(bytes, limits: ZipLimits(), naming: BundleNames.naming) else { return false }
    return inner.entries.contains { $0.name == "[Content_Types].xml" || $0.name == "mimetype" }
  }
}
