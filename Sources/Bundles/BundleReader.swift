import Hashing
package import ReportingModel
import VietnameseText
import ZipFormat

/// Opens a delivery: checks the archive, inflates what is parsed, hashes what is evidence, and sorts the files into
/// submissions. Nothing is written to disk by a name from inside.
package struct BundleReader: Sendable {
  private let limits: BundleLimits
  private let layout: BundleLayout
  private let blockKeys: Set<String>
  private let headerKey: String
  private let evidenceKey: String

  package init(limits: BundleLimits = BundleLimits(), layout: BundleLayout) {
    self.limits = limits
    self.layout = layout
    blockKeys = Set(layout.blockFiles.map(foldedKey))
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

  /// What is said of a file that is larger than any bundle, without reading it.
  /// - Parameter head: its first bytes.
  package func findings(onTooLarge head: [UInt8], size: Int64, name: String) -> [Finding] {
    [
      foreignFile(FileSignature.of(head), name)
        ?? ZipFault(.tooLarge, found: Int(clamping: size)).finding(file: name, limits: limits)
    ]
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
    var findings: [Finding] = []
    let entries = archive.entries.filter { !$0.isDirectory && !BundleNames.isLeftover($0.name) }
    let headerFolders = Set(entries.filter { isHeader($0.name) }.map { folder(of: $0.name) })
    try checkParsed(entries.filter { isParsed($0.name, headerFolders) })
    for entry in archive.entries where !entry.isDirectory {
      let isEvidence = evidenceFolder(of: entry.name) != nil
      let limit = ZipEntryLimit(
        bytes: isEvidence ? limits.evidenceEntryBytes : limits.parsedEntryBytes,
        ratio: isEvidence ? limits.evidenceRatio : limits.parsedRatio)
      let bytes = try archive.read(entry, limit: limit)
      guard !BundleNames.isLeftover(entry.name), !layout.passedOver.contains(name(of: entry.name)) else { continue }
      if let folder = evidenceFolder(of: entry.name) {
        evidence.append((folder, Evidence(path: entry.name, digest: Digest(of: bytes))))
      } else if isParsed(entry.name, headerFolders) {
        parsed.append(BundleFile(path: entry.name, bytes: bytes))
      } else if holdsSubmissions(bytes) {
        findings.append(nested(entry.name))
      } else {
        findings.append(stray(entry.name))
      }
    }
    var sources = parsed.filter { isXML($0.path) }.map { file in
      SubmissionSource(form: .xml, path: file.path, files: [file], evidence: own(evidence, folder(of: file.path)))
    }
    for headerFolder in headerFolders {
      let files = parsed.filter { !isXML($0.path) && folder(of: $0.path) == headerFolder }
      guard let header = files.first(where: { isHeader($0.path) }) else { continue }
      sources.append(
        SubmissionSource(form: .csv, path: header.path, files: files, evidence: own(evidence, headerFolder)))
    }
    sources.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    if sources.count > limits.submissions { findings.append(tooManySubmissions(sources.count)) }
    if sources.isEmpty, !findings.contains(where: { $0.severity == .error }) {
      findings.insert(BundleReader.empty, at: 0)
    }
    return SubmissionBundle(sources: sources.count > limits.submissions ? [] : sources, findings: findings)
  }

  /// What is asked of all parsed files before one is read.
  private func checkParsed(_ entries: [ZipEntry]) throws(ZipFault) {
    var total = 0
    for entry in entries {
      // A name that shows as another one: receipts and the record tell submissions by it.
      if BundleNames.turnsText(entry.name) { throw ZipFault(.controlInName, entry: entry.name) }
      total += entry.size
      guard total <= limits.parsedBytes else { throw ZipFault(.parsedTooLarge, entry: entry.name, found: total) }
    }
  }

  private func own(_ evidence: [(folder: String, file: Evidence)], _ folder: String) -> [Evidence] {
    evidence.filter { $0.folder == folder }.map(\.file).sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
  }

  /// The folder a path lies in, with its slash; empty at the top.
  private func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }

  private func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The folder that holds the evidence folder which a path lies below; `nil` for a path that is no evidence.
  private func evidenceFolder(of path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let index = parts.dropLast().firstIndex(where: { foldedKey(String($0)) == evidenceKey }) else { return nil }
    return parts[..<index].map { $0 + "/" }.joined()
  }

  /// Whether a file is a submission or a part of one.
  private func isParsed(_ path: String, _ headerFolders: Set<String>) -> Bool {
    evidenceFolder(of: path) == nil && !layout.passedOver.contains(name(of: path))
      && (isXML(path) || isBlock(path, headerFolders))
  }

  private func isXML(_ path: String) -> Bool { path.lowercased().hasSuffix(".xml") }

  private func isHeader(_ path: String) -> Bool {
    evidenceFolder(of: path) == nil && foldedKey(name(of: path)) == headerKey
  }

  private func isBlock(_ path: String, _ headerFolders: Set<String>) -> Bool {
    blockKeys.contains(foldedKey(name(of: path))) && headerFolders.contains(folder(of: path))
  }

  private func isWorkbook(_ archive: ZipArchive) -> Bool {
    archive.entries.contains { $0.name == "[Content_Types].xml" }
      && archive.entries.contains { $0.name.hasPrefix("xl/") }
  }

  /// A zip inside the zip that itself holds what would be a submission.
  private func holdsSubmissions(_ bytes: [UInt8]) -> Bool {
    guard FileSignature.of(bytes) == .zip,
      let inner = try? ZipArchive(bytes, limits: ZipLimits(), naming: BundleNames.naming), !isWorkbook(inner)
    else { return false }
    return inner.entries.contains { isXML($0.name) || isHeader($0.name) }
  }
}
