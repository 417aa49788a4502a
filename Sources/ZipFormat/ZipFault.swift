/// Why an archive is refused. Each rule (<doc:bundle#Archives>) has a kind of its own.
package enum ZipFaultKind: String, CaseIterable, Sendable {
  case notZip, truncated, badHeader, ambiguous
  case tooLarge, tooManyEntries, entryTooLarge, totalTooLarge, ratio, nameTooLong
  case encrypted, method
  case absolutePath, parentPath, driveLetter, backslash, controlInName, emptyName
  case symbolicLink, specialFile
  case duplicateName, overlap, localMismatch
  case badCRC, sizeMismatch, badDeflate
  case junkBefore, junkBetween, junkAfter, multiDisk
}

/// An archive that is refused: which rule, at which entry and byte.
package struct ZipFault: Error, Sendable, Hashable {
  package let kind: ZipFaultKind
  /// Name of the entry, when one is at fault.
  package let entry: String?
  /// Byte offset in the archive.
  package let offset: Int
  /// The number that broke a limit, when one did.
  package let found: Int?

  package init(_ kind: ZipFaultKind, entry: String? = nil, at offset: Int = 0, found: Int? = nil) {
    self.kind = kind
    self.entry = entry
    self.offset = offset
    self.found = found
  }
}
