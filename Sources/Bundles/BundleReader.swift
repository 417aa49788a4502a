import Hashing
package import ReportingModel
package import Spooling
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
  /// - Parameters:
  ///   - name: its file name, for what is said about it.
  ///   - spool: where its files go that are to be parsed.
  package func read(_ delivered: SpooledBytes, name: String, into spool: Spool) -> BundleReading {
    let signature = FileSignature.of(delivered.bytes(from: 0, count: BundleReader.headCount))
    if let finding = foreignFile(signature, name) { return .unreadable([finding]) }
    do throws(ZipFault) {
      let archive = try ZipArchive(
        delivered.view,
        limits: ZipLimits(archiveBytes: limits.archiveBytes, entries: limits.entries, totalBytes: limits.totalBytes),
        naming: BundleNames.naming)
      if isWorkbook(archive) { return .unreadable([workbook(name)]) }
      let names = plainNames(of: archive)
      let headerFolders = headerFolders(of: archive, names)
      let parsed = files(of: archive).filter { isParsed($0.name, names, headerFolders) }
      // A name that shows as another one: receipts and the record tell submissions by it.
      if let turned = parsed.first(where: { BundleNames.turnsText($0.name) }) {
        throw ZipFault(.controlInName, entry: turned.name)
      }
      // No sum overflows: all entries together have a limit.
      guard parsed.reduce(0, { $0 + $1.size }) <= limits.parsedBytes else {
        return .unreadable([tooMuchToParse(limits.parsedBytes)])
      }
      return .bundle(try sort(archive, names, headerFolders, into: spool))
    } catch {
      return .unreadable([error.finding(file: name, limits: limits)])
    }
  }

  /// Bytes by which a file shows what it is.
  private static let headCount = 512

  /// What is said of a file that is larger than any bundle, and is not read.
  package func findings(onTooLarge size: Int, name: String) -> [Finding] {
    [ZipFault(.tooLarge, found: size).finding(file: name, limits: limits)]
  }

  private func sort(
    _ archive: ZipArchive, _ names: PlainNames, _ headerFolders: Set<String>, into spool: Spool
  ) throws(ZipFault) -> SubmissionBundle {
    var parsed: [BundleFile] = []
    var evidence: [(folder: String, file: Evidence)] = []
    var nested: [SubmissionSource] = []
    var findings: [Finding] = []
    var office: [(path: String, format: ForeignFormat)] = []
    for entry in archive.entries where !entry.isDirectory {
      let isEvidence = evidenceFolder(of: entry.name) != nil
      let limit = ZipEntryLimit(
        bytes: isEvidence ? limits.evidenceEntryBytes : limits.parsedEntryBytes,
        ratio: isEvidence ? limits.evidenceRatio : limits.parsedRatio)
      guard !BundleNames.isLeftover(entry.name), !layout.passedOver.contains(fileName(of: entry.name)) else {
        try archive.read(entry, limit: limit) { _ in }
        continue
      }
      if let folder = evidenceFolder(of: entry.name) {
        let digest = try Digest(ofChunks: { (hash) throws(ZipFault) in try archive.read(entry, limit: limit, hash) })
        evidence.append((folder, Evidence(path: entry.name, digest: digest)))
      } else if isParsed(entry.name, names, headerFolders) {
        var run = SpoolRun(of: min(entry.size, limit.bytes), in: spool)
        try archive.read(entry, limit: limit) { run.append($0) }
        parsed.append(BundleFile(path: entry.name, bytes: run.finish(), plainName: names[entry.name]))
      } else {
        let file = try unclaimed(archive, entry, limit, spool)
        if let format = file.format, format.isOffice {
          office.append((entry.name, format))
          findings.append(strayOffice(entry.name, format))
        } else if let form = file.form {
          nested.append(SubmissionSource(form: form, path: entry.name, files: [], evidence: []))
        } else {
          findings.append(names[entry.name] != nil ? orphan(entry.name) : stray(entry.name))
        }
      }
    }
    let ownEvidence = Dictionary(grouping: evidence, by: \.folder).mapValues { files in
      files.map(\.file).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
    var sources = parsed.filter { isXML($0.path) }.map { file in
      SubmissionSource(form: .xml, path: file.path, files: [file], evidence: ownEvidence[folder(of: file.path)] ?? [])
    }
    let tables = Dictionary(grouping: parsed.filter { !isXML($0.path) }, by: { folder(of: $0.path) })
    for headerFolder in headerFolders {
      let files = tables[headerFolder] ?? []
      guard let header = files.first(where: { isHeader($0.path, names) }) else { continue }
      sources.append(
        SubmissionSource(form: .csv, path: header.path, files: files, evidence: ownEvidence[headerFolder] ?? []))
    }
    sources += nested
    sources.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    if sources.count > limits.submissions { findings.append(tooManySubmissions(sources.count)) }
    if sources.isEmpty, !findings.contains(where: { $0.severity == .error }) {
      let orphans = files(of: archive).map(\.name).filter {
        names[$0] != nil && !headerFolders.contains(folder(of: $0))
      }
      findings.insert(office.first.map(onlyOffice) ?? BundleReader.empty(beside: orphans), at: 0)
    }
    return SubmissionBundle(sources: sources.count > limits.submissions ? [] : sources, findings: findings)
  }

  /// The folder that holds the evidence folder which a path lies below; `nil` for a path that is no evidence.
  private func evidenceFolder(of path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let index = parts.dropLast().firstIndex(where: { foldedKey(String($0)) == evidenceKey }) else { return nil }
    return parts[..<index].map { $0 + "/" }.joined()
  }

  private func files(of archive: ZipArchive) -> [ZipEntry] {
    archive.entries.filter { !$0.isDirectory && !BundleNames.isLeftover($0.name) }
  }

  private func plainNames(of archive: ZipArchive) -> PlainNames {
    PlainNames(
      files(of: archive).map(\.name).filter { evidenceFolder(of: $0) == nil }, files: layout.blockFiles)
  }

  private func headerFolders(of archive: ZipArchive, _ names: PlainNames) -> Set<String> {
    Set(files(of: archive).filter { isHeader($0.name, names) }.map { folder(of: $0.name) })
  }

  /// Whether a file is a submission or a part of one.
  private func isParsed(_ path: String, _ names: PlainNames, _ headerFolders: Set<String>) -> Bool {
    evidenceFolder(of: path) == nil && !layout.passedOver.contains(fileName(of: path))
      && (isXML(path) || names[path] != nil && headerFolders.contains(folder(of: path)))
  }

  private func isXML(_ path: String) -> Bool { path.lowercased().hasSuffix(".xml") }

  private func isHeader(_ path: String, _ names: PlainNames) -> Bool { names[path].map(foldedKey) == headerKey }

  private func isWorkbook(_ archive: ZipArchive) -> Bool {
    archive.entries.contains { $0.name == "[Content_Types].xml" }
      && archive.entries.contains { $0.name.hasPrefix("xl/") }
  }

  /// What a file that is no part of a report is by its first bytes: an office program's, or an archive inside the archive.
  /// Documents of office programs are zips by theirs, but none that anybody packed.
  private func unclaimed(
    _ archive: ZipArchive, _ entry: ZipEntry, _ limit: ZipEntryLimit, _ spool: Spool
  ) throws(ZipFault) -> (format: ForeignFormat?, form: SubmissionSource.Form?) {
    var head: [UInt8] = []
    var run: SpoolRun?
    var isFirst = true
    try archive.read(entry, limit: limit) { piece in
      if isFirst, FileSignature.of(piece) == .zip { run = SpoolRun(of: entry.size, in: spool) }
      isFirst = false
      if head.count < ForeignFormat.headCount { head += piece.prefix(ForeignFormat.headCount - head.count) }
      run?.append(piece)
    }
    let form: SubmissionSource.Form? =
      switch FileSignature.of(head) {
      case .zip: run.map { isDocument($0.finish().view) } == true ? nil : .archive("zip")
      case .rar: .archive("rar")
      case .sevenZip: .archive("7z")
      case .ole, .gzip, .pdf, .other: nil
      }
    return (ForeignFormat.of(head), form)
  }

  private func isDocument(_ bytes: ByteView) -> Bool {
    guard let inner = try? ZipArchive(bytes, limits: ZipLimits(), naming: BundleNames.naming) else { return false }
    return inner.entries.contains { $0.name == "[Content_Types].xml" || $0.name == "mimetype" }
  }
}
