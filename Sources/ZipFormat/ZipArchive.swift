/// An untrusted archive whose structure has been checked whole before anything is inflated (spec/1 ZIP rules).
///
/// Every byte of the file belongs to exactly one thing: an entry's header and data, its descriptor, the directory, the end
/// record. So there is no second way to read it.
package struct ZipArchive: Sendable {
  package let entries: [ZipEntry]
  let bytes: [UInt8]

  /// Opens an archive.
  /// - Throws: `ZipFault` for the first rule that is broken.
  package init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits(), naming: ZipNaming = .plain) throws(ZipFault) {
    guard bytes.count <= limits.archiveBytes else { throw ZipFault(.tooLarge, found: bytes.count) }
    self.bytes = bytes
    let reader = ByteReader(bytes: bytes)
    let end = try EndRecord(reader)
    guard end.entryCount <= limits.entries else {
      throw ZipFault(.tooManyEntries, at: end.offset, found: end.entryCount)
    }
    guard end.directorySize <= end.offset, end.directoryOffset <= end.offset - end.directorySize else {
      throw ZipFault(.badHeader, at: end.offset)
    }
    guard end.directoryOffset + end.directorySize == end.offset else {
      throw ZipFault(.junkBefore, at: end.directoryOffset)
    }
    var records: [CentralRecord] = []
    var offset = end.directoryOffset
    for _ in 0..<end.entryCount {
      let record = try CentralRecord(reader, at: offset, limits: limits)
      guard record.length <= end.offset - offset else { throw ZipFault(.badHeader, at: offset) }
      records.append(record)
      offset += record.length
    }
    guard offset == end.offset else { throw ZipFault(.junkBetween, at: offset) }
    var total = 0
    var entries: [ZipEntry] = []
    var spans: [(start: Int, end: Int, name: String)] = []
    for record in records {
      let name = naming.decode(record.rawName)
      try NameRules.check(name, record)
      total += record.size
      guard total <= limits.totalBytes else {
        throw ZipFault(.totalTooLarge, entry: name, at: record.offset, found: total)
      }
      let local = try LocalEntry(reader, record, name: name, directory: end.directoryOffset)
      spans.append((record.localOffset, local.end, name))
      entries.append(
        ZipEntry(
          name: name, rawName: record.rawName, isDirectory: name.hasSuffix("/"), method: record.method,
          crc32: record.crc32, compressedSize: record.compressedSize, size: record.size,
          dataOffset: local.dataOffset))
    }
    try ZipArchive.checkSpans(spans, directory: end.directoryOffset)
    try ZipArchive.checkNames(entries, naming)
    self.entries = entries
  }

  /// The entries follow each other from the first byte to the directory, without gap or overlap.
  private static func checkSpans(
    _ spans: [(start: Int, end: Int, name: String)], directory: Int
  ) throws(ZipFault) {
    var position = 0
    for span in spans.sorted(by: { $0.start < $1.start }) {
      if span.start < position { throw ZipFault(.overlap, entry: span.name, at: span.start) }
      if span.start > position { throw ZipFault(position == 0 ? .junkBefore : .junkBetween, at: position) }
      position = span.end
    }
    if position > directory { throw ZipFault(.overlap, at: directory) }
    if position < directory { throw ZipFault(position == 0 ? .junkBefore : .junkBetween, at: position) }
  }

  /// No two entries of one name, and no file that is also a folder.
  private static func checkNames(_ entries: [ZipEntry], _ naming: ZipNaming) throws(ZipFault) {
    var files: Set<String> = []
    var folders: Set<String> = []
    var parents: Set<String> = []
    for entry in entries {
      var folded = naming.fold(entry.name)
      if entry.isDirectory, folded.hasSuffix("/") { folded.removeLast() }
      let isNew = entry.isDirectory ? folders.insert(folded).inserted : files.insert(folded).inserted
      guard isNew else { throw ZipFault(.duplicateName, entry: entry.name) }
      var parent = folded[...]
      while let slash = parent.utf8.lastIndex(of: UInt8(ascii: "/")) {
        parent = parent[..<slash]
        guard parents.insert(String(parent)).inserted else { break }
      }
    }
    for entry in entries where !entry.isDirectory {
      let folded = naming.fold(entry.name)
      if folders.contains(folded) || parents.contains(folded) { throw ZipFault(.duplicateName, entry: entry.name) }
    }
  }
}
