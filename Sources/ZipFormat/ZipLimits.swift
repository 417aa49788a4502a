/// Sizes of an archive up to which it is opened (<doc:bundle#Limits>).
package struct ZipLimits: Sendable, Hashable {
  package var archiveBytes: Int
  package var entries: Int
  /// Sum of all declared inflated sizes; reading never yields more than is declared.
  package var totalBytes: Int
  package var nameBytes: Int

  package init(
    archiveBytes: Int = 256 << 20, entries: Int = 2000, totalBytes: Int = 1 << 30, nameBytes: Int = 1024
  ) {
    self.archiveBytes = archiveBytes
    self.entries = entries
    self.totalBytes = totalBytes
    self.nameBytes = nameBytes
  }
}

/// Sizes of one entry up to which it is inflated; the caller knows what kind of file it is.
package struct ZipEntryLimit: Sendable, Hashable {
  package var bytes: Int
  /// Inflated bytes for one stored byte, looked at over 1 MiB.
  package var ratio: Int

  package init(bytes: Int = 128 << 20, ratio: Int = 1000) {
    self.bytes = bytes
    self.ratio = ratio
  }
}

/// A file or folder of an archive.
package struct ZipEntry: Sendable, Hashable {
  package let name: String
  package let rawName: ZipRawName
  package let isDirectory: Bool
  /// 0 stored, 8 deflate.
  package let method: Int
  package let crc32: UInt32
  package let compressedSize: Int
  package let size: Int
  let dataOffset: Int
}
