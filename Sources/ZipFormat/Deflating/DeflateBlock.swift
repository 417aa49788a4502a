/// One block: bytes and references to earlier ones, written in whichever of the three ways is shortest (RFC 1951, 3.2).
struct DeflateBlock {
  /// More of them in a block save heads, fewer follow the bytes more closely.
  static let capacity = 1 << 15

  /// A byte; or from bit 16 a length, below it a distance.
  private var tokens: [UInt32] = []
  private var literals = [Int](repeating: 0, count: 286)
  private var distances = [Int](repeating: 0, count: 30)
  private var extraBits = 0

  var isFull: Bool { tokens.count >= DeflateBlock.capacity }

  mutating func add(_ byte: UInt8) {
    tokens.append(UInt32(byte))
    literals[Int(byte)] += 1
  }

  mutating func add(length: Int, distance: Int) {
    tokens.append(UInt32(truncatingIfNeeded: length << 16 | distance))
    let lengthSymbol = LengthSymbol(length)
    let distanceSymbol = DistanceSymbol(distance)
    literals[lengthSymbol.symbol] += 1
    distances[distanceSymbol.symbol] += 1
    extraBits += lengthSymbol.extraWidth + distanceSymbol.extraWidth
  }

  /// Writes the block, which stands for `bytes`, and is empty then.
  mutating func write(_ bytes: Span<UInt8>, isLast: Bool, to writer: inout BitWriter) {
    literals[256] = 1
    let ownLiterals = HuffmanCode(frequencies: literals, limit: 15)
    let ownDistances = HuffmanCode(frequencies: distances, limit: 15)
    let head = LengthRuns(literals: ownLiterals, distances: ownDistances)
    let dynamicSize = head.size + extraBits + ownLiterals.size(of: literals) + ownDistances.size(of: distances)
    let fixedSize =
      extraBits + DeflateBlock.fixedLiterals.size(of: literals) + DeflateBlock.fixedDistances.size(of: distances)
    if StoredBlock.size(of: bytes.count, in: writer) <= min(fixedSize, dynamicSize) {
      StoredBlock.write(bytes, isLast: isLast, to: &writer)
    } else if fixedSize <= dynamicSize {
      writer.write(isLast ? 0b011 : 0b010, 3)
      writeTokens(DeflateBlock.fixedLiterals, DeflateBlock.fixedDistances, to: &writer)
    } else {
      writer.write(isLast ? 0b101 : 0b100, 3)
      head.write(to: &writer)
      writeTokens(ownLiterals, ownDistances, to: &writer)
    }
    empty()
  }

  private func writeTokens(_ literals: HuffmanCode, _ distances: HuffmanCode, to writer: inout BitWriter) {
    for token in tokens {
      if token < 256 {
        literals.write(Int(token), to: &writer)
        continue
      }
      let length = LengthSymbol(Int(token >> 16))
      let distance = DistanceSymbol(Int(token & 0xFFFF))
      literals.write(length.symbol, to: &writer)
      writer.write(length.extra, length.extraWidth)
      distances.write(distance.symbol, to: &writer)
      writer.write(distance.extra, distance.extraWidth)
    }
    literals.write(256, to: &writer)
  }

  private mutating func empty() {
    tokens.removeAll(keepingCapacity: true)
    for index in literals.indices { literals[index] = 0 }
    for index in distances.indices { distances[index] = 0 }
    extraBits = 0
  }

  /// RFC 1951, 3.2.6.
  private static let fixedLiterals = HuffmanCode(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = HuffmanCode(lengths: [UInt8](repeating: 5, count: 32))
}
