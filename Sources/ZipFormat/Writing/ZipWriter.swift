/// Writes an archive whose bytes depend on nothing but its entries: 1 January 1980, no extra fields, fixed permissions,
/// deflated here and not by a library of the machine.
package struct ZipWriter: Sendable {
  package enum Method: Int, Sendable {
    case stored = 0
    case deflate = 8
  }

  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds a file below those already added. Archives here stay far below 4 GiB.
  package mutating func add(name: String, bytes: [UInt8], method: Method = .deflate) {
    let compressed = method == .deflate ? Deflater.deflate(bytes) : bytes
    add(name, compressed, method, size: bytes.count, crc32: Checksum.crc32(bytes[...]))
  }

  /// Adds a file that is written piece by piece, of which only what is deflated stays in memory.
  package mutating func add(name: String, _ write: (inout ZipMember) -> Void) {
    var member = ZipMember()
    write(&member)
    let (compressed, size, crc32) = member.finish()
    add(name, compressed, .deflate, size: size, crc32: crc32)
  }

  private mutating func add(_ name: String, _ compressed: [UInt8], _ method: Method, size: Int, crc32: UInt32) {
    let nameBytes = Array(name.utf8)
    let flags = nameBytes.allSatisfy { $0 < 0x80 } ? 0 : 0x0800
    var header: [UInt8] = []
    header.little(20, 2)
    header.little(flags, 2)
    header.little(method.rawValue, 2)
    header.little(0, 2)
    header.little(0x0021, 2)
    header.little(Int(crc32), 4)
    header.little(compressed.count, 4)
    header.little(size, 4)
    header.little(nameBytes.count, 2)
    header.little(0, 2)
    directory.little(0x0201_4B50, 4)
    directory.little(0x0314, 2)
    directory += header
    directory.little(0, 2)
    directory.little(0, 2)
    directory.little(0, 2)
    directory.little(0o100644 << 16, 4)
    directory.little(body.count, 4)
    directory += nameBytes
    body.little(0x0403_4B50, 4)
    body += header
    body += nameBytes
    body += compressed
    count += 1
  }

  /// The finished archive.
  package consuming func finish() -> [UInt8] {
    var bytes = body
    bytes += directory
    bytes.little(0x0605_4B50, 4)
    bytes.little(0, 4)
    bytes.little(count, 2)
    bytes.little(count, 2)
    bytes.little(directory.count, 4)
    bytes.little(body.count, 4)
    bytes.little(0, 2)
    return bytes
  }
}

/// A file of an archive that is being written.
package struct ZipMember {
  private var deflater = Deflater()
  private var compressed: [UInt8] = []
  private var checksum = Checksum()
  private var size = 0

  init() {}

  package mutating func append(_ bytes: [UInt8]) {
    size += bytes.count
    checksum.add(bytes)
    deflater.append(bytes[...])
    compressed += deflater.take()
  }

  fileprivate consuming func finish() -> (compressed: [UInt8], size: Int, crc32: UInt32) {
    (compressed + deflater.finish(), size, checksum.crc32)
  }
}

extension [UInt8] {
  fileprivate mutating func little(_ value: Int, _ width: Int) {
    for shift in 0..<width { append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
  }
}
