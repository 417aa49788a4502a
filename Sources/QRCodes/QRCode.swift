/// A QR code (ISO/IEC 18004) that holds bytes as they are: square modules, dark or light. The same bytes give the same
/// code.
package struct QRCode: Sendable, Hashable {
  /// 1…30; a side has 17 + 4 × version modules.
  package let version: Int
  /// Modules of a side, without the quiet zone of four around it.
  package var side: Int { 17 + 4 * version }
  /// 1 for a dark module, row by row.
  package let dark: [UInt8]

  package func isDark(_ row: Int, _ column: Int) -> Bool { dark[row * side + column] == 1 }

  /// The largest code that a printed page of A4 holds so that an office's scanner reads it.
  static let largestVersion = 30

  /// - Returns: `nil` for more bytes than version 30 holds with the least of corrections (1 732).
  package init?(_ bytes: [UInt8]) {
    let fitting = [Correction.medium, .low].lazy.compactMap { correction in
      (1...QRCode.largestVersion).first { bytes.count <= correction.capacity($0) }.map { (correction, $0) }
    }.first
    guard let (correction, version) = fitting else { return nil }
    self.version = version
    var matrix = ModuleMatrix(version: version)
    matrix.place(codewords(of: bytes, version, correction))
    matrix.mask(correction)
    dark = matrix.dark
  }
}

/// The bits of a code before they are placed: mode, length, bytes, padding, then corrections, interleaved.
private func codewords(of bytes: [UInt8], _ version: Int, _ correction: Correction) -> [UInt8] {
  var bits = BitRow()
  bits.append(0b0100, 4)
  bits.append(bytes.count, version < 10 ? 8 : 16)
  bits.append(bytes: bytes)
  let room = correction.dataCodewords(version)
  bits.append(0, min(4, room * 8 - bits.count))
  bits.append(0, (8 - bits.count % 8) % 8)
  var data = bits.bytes
  for index in 0..<(room - data.count) { data.append(index % 2 == 0 ? 0xEC : 0x11) }
  return interleaved(data, version, correction)
}

private func interleaved(_ data: [UInt8], _ version: Int, _ correction: Correction) -> [UInt8] {
  let count = correction.blocks[version - 1]
  let shortest = data.count / count
  let longer = data.count % count
  let code = ReedSolomon(degree: correction.codewordsPerBlock[version - 1])
  var blocks: [ArraySlice<UInt8>] = []
  var start = 0
  for index in 0..<count {
    let length = shortest + (index < count - longer ? 0 : 1)
    blocks.append(data[start..<start + length])
    start += length
  }
  let corrections = blocks.map { code.remainder(of: $0) }
  var result: [UInt8] = []
  for offset in 0...shortest {
    for block in blocks where offset < block.count { result.append(block[block.startIndex + offset]) }
  }
  for offset in 0..<code.degree {
    for correction in corrections { result.append(correction[offset]) }
  }
  return result
}

/// Bits in the order of writing, most significant first.
private struct BitRow {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  mutating func append(_ value: Int, _ length: Int) {
    for shift in stride(from: length - 1, through: 0, by: -1) {
      if count % 8 == 0 { bytes.append(0) }
      if (value >> shift) & 1 == 1 { bytes[count / 8] |= 0x80 >> UInt8(count % 8) }
      count += 1
    }
  }

  /// Bytes; behind a mode and a length half a byte is always taken.
  mutating func append(bytes more: [UInt8]) {
    guard count % 8 == 4 else {
      for byte in more { append(Int(byte), 8) }
      return
    }
    for byte in more {
      bytes[bytes.count - 1] |= byte >> 4
      bytes.append(byte << 4)
    }
    count += 8 * more.count
  }
}
