package import Spooling

/// An untrusted archive whose structure has been checked whole before anything is inflated (<doc:bundle#Archives>).
///
/// Every byte of the file belongs to exactly one thing: an entry's header and data, its descriptor, the directory, the
/// end record. So there is no second way to read it.
package struct ZipArchive: Sendable {
  package let entries: [ZipEntry]
  let bytes: ByteView

  /// Opens an archive.
  /// - Throws: `ZipFault` for the first rule that is broken.
  package init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits(), naming: ZipNaming = .plain) throws(ZipFault) {
    try self.init(ByteView(bytes), limits: limits, naming: naming)
  }

  /// Opens an archive that is read where it lies.
  /// - Throws: `ZipFault` for the first rule that is broken.
  package init(_ bytes: ByteView, limits: ZipLimits = ZipLimits(), naming: ZipNaming = .plain) throws(ZipFault) {
    guard bytes.count <= limits.archiveBytes else { throw ZipFault(.tooLarge, found: bytes.count) }
    self.bytes = bytes
    let reader = ByteReader(bytes)
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
    let records = try CentralRecord.all(reader, end, limits: limits)
    let ends = ZipArchive.ends(of: records, directory: end.directoryOffset)
    var total = 0
    var entries: [ZipEntry] = []
    for (record, next) in zip(records, ends) {
      let name = NameRules.fromHere(naming.decode(record.rawName))
      let isHere = name.isEmpty && record.isDirectory
      if !isHere { try NameRules.check(name, record) }
      total += record.size
      guard total <= limits.totalBytes else {
        throw ZipFault(.totalTooLarge, entry: name, at: record.offset, found: total)
      }
      let local = try LocalEntry(reader, record, name: name, end: next)
      if isHere { continue }
      entries.append(
        ZipEntry(
          name: name, rawName: record.rawName, isDirectory: record.isDirectory, method: record.method,
          crc32: record.crc32, compressedSize: record.compressedSize, size: record.size,
          dataOffset: local.dataOffset))
    }
    let first = records.map(\.localOffset).min() ?? end.directoryOffset
    guard first == 0 else { throw ZipFault(.junkBefore) }
    try ZipArchive.checkNames(entries, naming)
    self.entries = entries
    // Nobody asks for the data of a folder later.
    for entry in entries where entry.isDirectory && entry.compressedSize > 0 { _ = try read(entry) }
  }

  /// Where each entry must end: where the next one in the file begins, or the directory.
  private static func ends(of records: [CentralRecord], directory: Int) -> [Int] {
    let order = records.indices.sorted { (records[$0].localOffset, $0) < (records[$1].localOffset, $1) }
    var ends = Array(repeating: directory, count: records.count)
    for (here, next) in zip(order, order.dropFirst()) { ends[here] = min(records[next].localOffset, directory) }
    return ends
  }

  /// No two entries of one name, and no file that is also a folder.
  ///
  /// With the slash below every other scalar, what lies in a folder is sorted right behind the folder.
  private static func checkNames(_ entries: [ZipEntry], _ naming: ZipNaming) throws(ZipFault) {
    let keys = entries.map { entry in
      let name = entry.isDirectory ? String(entry.name.unicodeScalars.dropLast()) : entry.name
      return String(String.UnicodeScalarView(naming.fold(name).unicodeScalars.map { $0 == "/" ? "\0" : $0 }))
    }
    let order = entries.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    for (first, second) in zip(order, order.dropFirst()) {
      if keys[first] == keys[second] || (!entries[first].isDirectory && keys[second].hasPrefix(keys[first] + "\0")) {
        throw ZipFault(.duplicateName, entry: entries[second].name)
      }
    }
  }
}
