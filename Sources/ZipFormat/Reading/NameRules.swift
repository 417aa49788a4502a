/// Names that no archive of reports has: they would mean another place than inside the bundle.
enum NameRules {
  static func check(_ name: String, _ record: CentralRecord) throws(ZipFault) {
    func refuse(_ kind: ZipFaultKind) -> ZipFault { ZipFault(kind, entry: name, at: record.offset) }
    guard !name.isEmpty else { throw refuse(.emptyName) }
    for scalar in name.unicodeScalars where scalar.value < 0x20 || scalar.value == 0x7F { throw refuse(.controlInName) }
    if record.rawName.bytes.contains(0) { throw refuse(.controlInName) }
    if name.contains("\\") { throw refuse(.backslash) }
    if name.hasPrefix("/") { throw refuse(.absolutePath) }
    let bytes = Array(name.utf8.prefix(2))
    if bytes.count == 2, bytes[1] == UInt8(ascii: ":"), (65...90).contains(bytes[0] & 0xDF) {
      throw refuse(.driveLetter)
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("..") { throw refuse(.parentPath) }
    if parts.dropLast().contains(where: { $0.isEmpty || $0 == "." }) || parts.last == "." { throw refuse(.badHeader) }
    switch record.unixMode & 0xF000 {
    case 0, 0x8000, 0x4000: break
    case 0xA000: throw refuse(.symbolicLink)
    default: throw refuse(.specialFile)
    }
  }
}
