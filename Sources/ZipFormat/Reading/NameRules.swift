/// Names that no archive of reports has: they would mean another place than inside the bundle.
enum NameRules {
  /// A name without the `./` that archivers of whole folders set before each one; empty for the folder itself.
  static func fromHere(_ name: String) -> String { String(decoding: fromHere(Array(name.utf8)), as: UTF8.self) }

  private static func fromHere(_ name: [UInt8]) -> [UInt8] {
    var rest = name[...]
    while rest.starts(with: "./".utf8) { rest = rest.dropFirst(2) }
    return Array(rest)
  }

  static func check(_ name: String, _ record: CentralRecord) throws(ZipFault) {
    // The raw bytes as well: they are what a reader takes that knows no Unicode Path.
    if let kind = fault(Array(name.utf8)) ?? fault(fromHere(record.rawName.bytes)) ?? faultOfText(name, record)
      ?? faultOfAttributes(record)
    {
      throw ZipFault(kind, entry: name, at: record.offset)
    }
  }

  /// Looks at bytes: in a `String` a slash and a combining mark behind it are one character, which equals no slash.
  private static func fault(_ bytes: [UInt8]) -> ZipFaultKind? {
    let slash = UInt8(ascii: "/")
    guard let first = bytes.first else { return .emptyName }
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .controlInName }
    if bytes.contains(UInt8(ascii: "\\")) { return .backslash }
    if first == slash { return .absolutePath }
    if bytes.count > 1, bytes[1] == UInt8(ascii: ":"), (65...90).contains(first & 0xDF) { return .driveLetter }
    let parts = bytes.split(separator: slash, omittingEmptySubsequences: false)
    // Windows drops dots and spaces at the end, so a part of nothing else may become two dots.
    if parts.contains(where: { $0.count > 1 && $0.allSatisfy { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") } }) {
      return .parentPath
    }
    if parts.dropLast().contains(where: \.isEmpty) || parts.contains(where: { $0.elementsEqual(".".utf8) }) {
      return .badHeader
    }
    return nil
  }

  private static func faultOfText(_ name: String, _ record: CentralRecord) -> ZipFaultKind? {
    if record.isDirectory != (name.utf8.last == UInt8(ascii: "/")) { return .ambiguous }
    // Whoever splits the name into characters must find the folders that its bytes have.
    let slashes = name.utf8.count { $0 == UInt8(ascii: "/") }
    return name.count { $0 == "/" } == slashes ? nil : .ambiguous
  }

  private static func faultOfAttributes(_ record: CentralRecord) -> ZipFaultKind? {
    if record.fileType == 0xA000 { return .symbolicLink }
    guard [0, 0x8000, 0x4000].contains(record.fileType), !record.isVolumeLabel else { return .specialFile }
    // A folder by its attributes and a file by its name: readers differ over which of them to heed.
    return record.isFolderByAttribute && !record.isDirectory ? .specialFile : nil
  }
}
