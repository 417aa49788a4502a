/// Writes an archive of stored files piece by piece, of any size: fixed times, ZIP64 where numbers need it, the same bytes for
/// the same files.
package struct StoredZip {
  package typealias Sink = ([UInt8]) throws -> Void

  private var offset: UInt64 = 0
  private var directory: [UInt8] = []
  private var count: UInt64 = 0

  package init() {}

  /// Adds a file.
  package mutating func add(name: String, bytes: [UInt8], to write: Sink) throws {
    try add(name: name, size: UInt64(bytes.count), crc32: Checksum.crc32(bytes[...]), to: write) { try $0(bytes) }
  }

  /// Adds a file that is handed over twice: to be measured, and to be written.
  package mutating func add(name: String, to write: Sink, _ each: @escaping (Sink) throws -> Void) throws {
    var checksum = Checksum()
    var size: UInt64 = 0
    try each { piece in
      checksum.add(piece)
      size += UInt64(piece.count)
    }
    try add(name: name, size: size, crc32: checksum.crc32, to: write, each)
  }

  private mutating func add(
    name: String, size: UInt64, crc32: UInt32, to write: Sink, _ each: @escaping (Sink) throws -> Void
  ) throws {
    let nameBytes = Array(name.utf8)
    let isWide = size >= StoredZip.most
    var header: [UInt8] = []
    header.put(isWide ? 45 : 20, 2)
    header.put(0, 2)
    header.put(0, 2)
    header.put(0, 2)
    header.put(0x0021, 2)
    header.put(UInt64(crc32), 4)
    for _ in 0..<2 { header.put(isWide ? StoredZip.most : size, 4) }
    header.put(UInt64(nameBytes.count), 2)
    var local: [UInt8] = []
    local.put(0x0403_4B50, 4)
    local += header
    var extra: [UInt8] = []
    if isWide {
      extra.put(1, 2)
      extra.put(16, 2)
      extra.put(size, 8)
      extra.put(size, 8)
    }
    local.put(UInt64(extra.count), 2)
    local += nameBytes + extra
    try write(local)
    note(nameBytes, header, size, isWide: isWide)
    try each(write)
    offset += UInt64(local.count) + size
    count += 1
  }

  private mutating func note(_ name: [UInt8], _ header: [UInt8], _ size: UInt64, isWide: Bool) {
    let isFar = offset >= StoredZip.most
    var extra: [UInt8] = []
    if isWide || isFar {
      extra.put(1, 2)
      extra.put((isWide ? 16 : 0) + (isFar ? 8 : 0), 2)
      if isWide {
        extra.put(size, 8)
        extra.put(size, 8)
      }
      if isFar { extra.put(offset, 8) }
    }
    directory.put(0x0201_4B50, 4)
    directory.put(isFar || isWide ? 0x032D : 0x0314, 2)
    directory += header
    directory.put(UInt64(extra.count), 2)
    directory.put(0, 2)
    directory.put(0, 2)
    directory.put(0, 2)
    directory.put(0o100644 << 16, 4)
    directory.put(isFar ? StoredZip.most : offset, 4)
    directory += name + extra
  }

  /// Writes the directory and the end.
  package consuming func finish(to write: Sink) throws {
    let size = UInt64(directory.count)
    var end: [UInt8] = []
    if count >= 0xFFFF || offset >= StoredZip.most || size >= StoredZip.most {
      end.put(0x0606_4B50, 4)
      end.put(44, 8)
      end.put(45, 2)
      end.put(45, 2)
      end.put(0, 4)
      end.put(0, 4)
      end.put(count, 8)
      end.put(count, 8)
      end.put(size, 8)
      end.put(offset, 8)
      end.put(0x0706_4B50, 4)
      end.put(0, 4)
      end.put(offset + size, 8)
      end.put(1, 4)
    }
    end.put(0x0605_4B50, 4)
    end.put(0, 4)
    for _ in 0..<2 { end.put(min(count, 0xFFFF), 2) }
    end.put(min(size, StoredZip.most), 4)
    end.put(min(offset, StoredZip.most), 4)
    end.put(0, 2)
    try write(directory)
    try write(end)
  }

  private static let most: UInt64 = 0xFFFF_FFFF
}

extension [UInt8] {
  fileprivate mutating func put(_ value: UInt64, _ width: Int) {
    for shift in 0..<width { append(UInt8(truncatingIfNeeded: value >> UInt64(8 * shift))) }
  }
}
