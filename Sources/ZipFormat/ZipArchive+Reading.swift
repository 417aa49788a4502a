extension ZipArchive {
  /// The inflated bytes of an entry, its size and CRC checked.
  ///
  /// The limit is looked at before anything is inflated, and never more comes out than the directory declares; so a
  /// bomb costs nothing.
  package func read(_ entry: ZipEntry, limit: ZipEntryLimit = ZipEntryLimit()) throws(ZipFault) -> [UInt8] {
    func refuse(_ kind: ZipFaultKind, _ found: Int? = nil) -> ZipFault {
      ZipFault(kind, entry: entry.name, at: entry.dataOffset, found: found)
    }
    guard entry.size <= limit.bytes else { throw refuse(.entryTooLarge, entry.size) }
    if entry.size > 1 << 20, (entry.size - 1) / max(limit.ratio, 1) >= entry.compressedSize {
      throw refuse(.ratio, entry.size / max(entry.compressedSize, 1))
    }
    let data = bytes[entry.dataOffset..<entry.dataOffset + entry.compressedSize]
    let result: [UInt8]
    if entry.method == 0 {
      result = Array(data)
    } else {
      do {
        result = try Inflater().inflate(data, size: entry.size)
      } catch {
        throw refuse(error.kind)
      }
    }
    guard Checksum.crc32(result[...]) == entry.crc32 else { throw refuse(.badCRC) }
    return result
  }
}
