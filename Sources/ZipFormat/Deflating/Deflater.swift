/// Deflates bytes (RFC 1951): the same bytes give the same bytes, whatever the machine and its libraries.
///
/// zlib promises that only to itself: what it writes changes with its version and with what a distribution has put in its
/// place. Here nothing but whole numbers decides. Matches come from chains of bounded length, so that time is linear;
/// what waits is bounded too, and in which pieces bytes are handed over makes no difference.
struct Deflater {
  /// So many bytes wait before they are deflated.
  static let segment = 1 << 20
  /// A match of this length is taken without a look at the next place.
  private static let lazyBelow = 32

  /// What matches may reach back to, then what waits.
  private var bytes: [UInt8] = []
  private var start = 0
  private var finder = MatchFinder()
  private var block = DeflateBlock()
  private var writer = BitWriter()

  init() {}

  /// All at once.
  static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var deflater = Deflater()
    deflater.append(bytes[...])
    return deflater.finish()
  }

  mutating func append(_ more: ArraySlice<UInt8>) {
    var rest = more
    while !rest.isEmpty {
      if bytes.count - start == Deflater.segment { deflateSegment(isLast: false) }
      let part = rest.prefix(Deflater.segment - (bytes.count - start))
      bytes += part
      rest = rest.dropFirst(part.count)
    }
  }

  /// What has been deflated since it was taken last.
  mutating func take() -> [UInt8] { writer.take() }

  /// The rest.
  consuming func finish() -> [UInt8] {
    deflateSegment(isLast: true)
    writer.pad()
    return writer.take()
  }

  private mutating func deflateSegment(isLast: Bool) {
    let whole = bytes
    bytes = Array(whole.suffix(MatchFinder.reach))
    Deflater.deflate(whole.span, from: start, isLast: isLast, finder: &finder, block: &block, writer: &writer)
    start = bytes.count
    finder.forget()
  }

  private static func deflate(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool,
    finder: inout MatchFinder, block: inout DeflateBlock, writer: inout BitWriter
  ) {
    var blockStart = start
    var place = start
    while place < bytes.count {
      if var match = finder.match(at: place, longerThan: 0, in: bytes) {
        // Where a longer one begins a byte later, the byte stands alone.
        while match.length < lazyBelow,
          let longer = finder.match(at: place + 1, longerThan: match.length, in: bytes)
        {
          block.add(bytes[place])
          place += 1
          match = longer
        }
        block.add(length: match.length, distance: match.distance)
        place += match.length
      } else {
        block.add(bytes[place])
        place += 1
      }
      if block.isFull {
        block.write(bytes.extracting(blockStart..<place), isLast: false, to: &writer)
        blockStart = place
      }
    }
    block.write(bytes.extracting(blockStart..<place), isLast: isLast, to: &writer)
  }
}
