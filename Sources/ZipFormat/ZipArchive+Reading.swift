import Spooling

extension ZipArchive {
  /// The inflated bytes of an entry, its size and CRC checked.
  package func read(_ entry: ZipEntry, limit: ZipEntryLimit = ZipEntryLimit()) throws(ZipFault) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(entry, limit: limit) { piece in
      if bytes.isEmpty, piece.count == entry.size { bytes = piece } else { bytes += piece }
    }
    return bytes
  }

  /// Hands over the inflated bytes of an entry piece by piece; what was handed over counts only when nothing is thrown.
  ///
  /// The limit is looked at before anything is inflated, and never more comes out than the directory declares; so a
  /// bomb costs nothing.
  package func read(
    _ entry: ZipEntry, limit: ZipEntryLimit = ZipEntryLimit(), _ body: ([UInt8]) -> Void
  ) throws(ZipFault) {
    func refuse(_ kind: ZipFaultKind, _ found: Int? = nil) -> ZipFault {
      ZipFault(kind, entry: entry.name, at: entry.dataOffset, found: found)
    }
    guard entry.size <= limit.bytes else { throw refuse(.entryTooLarge, entry.size) }
    if entry.size > 1 << 20, (entry.size - 1) / max(limit.ratio, 1) >= entry.compressedSize {
      throw refuse(.ratio, entry.size / max(entry.compressedSize, 1))
    }
    let data = entry.dataOffset..<entry.dataOffset + entry.compressedSize
    var checksum = Checksum()
    if entry.method == 0 {
      for start in stride(from: data.lowerBound, to: data.upperBound, by: Inflater.chunk) {
        let piece = bytes.array(start..<min(start + Inflater.chunk, data.upperBound))
        bytes.visit(start)
        checksum.add(piece)
        body(piece)
      }
    } else {
      do {
        try Inflater().inflate(bytes, data, size: entry.size) { piece in
          checksum.add(piece)
          body(piece)
        }
      } catch {
        throw refuse(error.kind)
      }
    }
    guard checksum.crc32 == entry.crc32 else { throw refuse(.badCRC) }
  }
}
