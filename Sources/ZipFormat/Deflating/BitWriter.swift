/// Packs numbers into bytes, the lowest bit first (RFC 1951, 3.1.1).
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var held: UInt64 = 0
  private var heldCount = 0

  /// Bits that are missing to a whole byte.
  var padding: Int { -heldCount & 7 }

  /// Writes the lowest `width` bits, at most 32; the bits above are zero.
  mutating func write(_ value: UInt32, _ width: Int) {
    held |= UInt64(value) &<< UInt64(heldCount)
    heldCount += width
    while heldCount >= 8 { shiftOut() }
  }

  mutating func writeBytes(_ run: Span<UInt8>) {
    for index in run.indices { bytes.append(run[index]) }
  }

  mutating func pad() {
    if heldCount > 0 {
      heldCount = 8
      shiftOut()
    }
  }

  /// The whole bytes so far, which are then no longer held.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }

  private mutating func shiftOut() {
    bytes.append(UInt8(truncatingIfNeeded: held))
    held &>>= 8
    heldCount -= 8
  }
}
