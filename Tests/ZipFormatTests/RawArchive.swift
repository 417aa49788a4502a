import ZipFormat

/// An entry of a crafted archive. Its local header and its directory record say the same, until a test sets them apart.
struct RawEntry {
  struct Header {
    var name: [UInt8]
    var version = 20
    var flags = 0
    var method = 0
    var crc: Int
    var compressed: Int
    var size: Int
    var extra: [UInt8] = []
  }

  var local: Header
  var central: Header
  /// What lies behind the local header.
  var data: [UInt8]
  var descriptor: [UInt8] = []
  /// What lies before the local header.
  var gap: [UInt8] = []
  var madeBy = 0x0314
  var attributes = 0o100644 << 16
  var disk = 0
  var comment: [UInt8] = []
  /// Where the directory says the entry begins; `nil` is the truth.
  var offset: Int?
  /// Whether the directory lists it.
  var isListed = true

  init(_ name: [UInt8], _ content: [UInt8] = [], deflate: Bool = false, flags: Int = 0) {
    data = deflate ? deflated(content) : content
    local = Header(
      name: name, flags: flags, method: deflate ? 8 : 0, crc: Int(Checksum.crc32(content[...])),
      compressed: data.count, size: content.count)
    central = local
  }

  init(_ name: String, _ content: String = "", deflate: Bool = false, flags: Int = 0) {
    self.init(Array(name.utf8), Array(content.utf8), deflate: deflate, flags: flags)
  }

  /// The same change in both headers.
  func both(_ change: (inout Header) -> Void) -> RawEntry {
    var copy = self
    change(&copy.local)
    change(&copy.central)
    return copy
  }

  func with(_ change: (inout RawEntry) -> Void) -> RawEntry {
    var copy = self
    change(&copy)
    return copy
  }
}

/// A crafted archive: what the end record says can be told apart from what is there.
struct RawArchive {
  struct End {
    var disk = 0
    var directoryDisk = 0
    var here: Int
    var total: Int
    var size: Int
    var offset: Int
  }

  var entries: [RawEntry]
  var beforeDirectory: [UInt8] = []
  /// The 64-bit end record with its locator, between directory and end.
  var wideEnd: ((End, _ at: Int) -> [UInt8])?
  var comment: [UInt8] = []
  var commentCount: Int?
  var trailing: [UInt8] = []
  var end: (inout End) -> Void = { _ in }

  init(_ entries: RawEntry...) { self.entries = entries }

  func with(_ change: (inout RawArchive) -> Void) -> RawArchive {
    var copy = self
    change(&copy)
    return copy
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      bytes += entry.gap
      if entry.isListed {
        directory += little(0x0201_4B50, 4) + little(entry.madeBy, 2) + header(entry.central, entry.comment.count)
        directory += little(entry.disk, 2) + little(0, 2) + little(entry.attributes, 4)
        directory += little(entry.offset ?? bytes.count, 4) + entry.central.name + entry.central.extra + entry.comment
      }
      bytes += little(0x0403_4B50, 4) + header(entry.local, nil) + entry.local.name + entry.local.extra
      bytes += entry.data + entry.descriptor
    }
    bytes += beforeDirectory
    let listed = entries.count { $0.isListed }
    var last = End(here: listed, total: listed, size: directory.count, offset: bytes.count)
    bytes += directory
    bytes += wideEnd?(last, bytes.count) ?? []
    end(&last)
    bytes += little(0x0605_4B50, 4) + little(last.disk, 2) + little(last.directoryDisk, 2) + little(last.here, 2)
    bytes += little(last.total, 2) + little(last.size, 4) + little(last.offset, 4)
    return bytes + little(commentCount ?? comment.count, 2) + comment + trailing
  }

  /// The part that both headers share.
  private func header(_ header: RawEntry.Header, _ comment: Int?) -> [UInt8] {
    little(header.version, 2) + little(header.flags, 2) + little(header.method, 2) + little(0x6000, 2)
      + little(0x5C21, 2)
      + little(header.crc, 4) + little(header.compressed, 4) + little(header.size, 4) + little(header.name.count, 2)
      + little(header.extra.count, 2) + (comment.map { little($0, 2) } ?? [])
  }
}

func little(_ value: Int, _ width: Int) -> [UInt8] {
  (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

func extra(_ id: Int, _ data: [UInt8]) -> [UInt8] { little(id, 2) + little(data.count, 2) + data }

/// Raw deflate, as the writer makes it.
func deflated(_ content: [UInt8]) -> [UInt8] {
  var writer = ZipWriter()
  writer.add(name: "a", bytes: content)
  let bytes = writer.finish()
  let count = bytes[18..<22].reversed().reduce(0) { $0 << 8 | Int($1) }
  return Array(bytes[31..<31 + count])
}

/// Names and contents of an archive, every entry read; or the fault.
func opened(
  _ bytes: [UInt8], limits: ZipLimits = ZipLimits(), entry: ZipEntryLimit = ZipEntryLimit(), naming: ZipNaming = .plain
) -> Result<[String: [UInt8]], ZipFault> {
  do throws(ZipFault) {
    let archive = try ZipArchive(bytes, limits: limits, naming: naming)
    var files: [String: [UInt8]] = [:]
    for file in archive.entries { files[file.name] = try archive.read(file, limit: entry) }
    return .success(files)
  } catch {
    return .failure(error)
  }
}

func opened(_ archive: RawArchive) -> Result<[String: [UInt8]], ZipFault> { opened(archive.bytes) }

extension Result where Success == [String: [UInt8]], Failure == ZipFault {
  var files: [String: String]? { (try? get())?.mapValues { String(decoding: $0, as: UTF8.self) } }

  var fault: ZipFaultKind? {
    guard case .failure(let fault) = self else { return nil }
    return fault.kind
  }
}
