/// Bytes that are read where they lie: in memory, or in a spool of which a window is in memory at a time.
///
/// Whoever goes through many of them says now and then how far it has come (`visit`), so that what lies behind is let go of.
@safe package struct ByteView: RandomAccessCollection, @unchecked Sendable {
  @usableFromInline let base: UnsafePointer<UInt8>
  package let count: Int
  private let owner: ByteOwner

  init(_ owner: ByteOwner, count: Int) {
    unsafe base = owner.base
    self.count = count
    self.owner = owner
  }

  package init(_ bytes: [UInt8]) {
    self.init(HeldBytes(bytes), count: bytes.count)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  /// A scanner asks for every byte: called instead of written in place, this was a twentieth of taking CSV in.
  @inlinable package subscript(place: Int) -> UInt8 {
    @inline(__always) get {
      precondition(place >= 0 && place < count)
      return unsafe base[place]
    }
  }

  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    defer { _fixLifetime(owner) }
    return unsafe try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// A part of the bytes as a span, for as long as the body runs.
  package func withSpan<Result, Fault: Error>(
    _ range: Range<Int>, _ body: (Span<UInt8>) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    defer { _fixLifetime(owner) }
    let part = unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    return try body(unsafe part.span)
  }

  /// A copy of a part of the bytes.
  package func array(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    defer { _fixLifetime(owner) }
    return unsafe [UInt8](UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Says that nobody looks at the bytes for a while.
  package func letGo() { owner.letGo() }

  /// Says that a reader has come to a place and needs little of what lies before it.
  package func visit(_ place: Int) { owner.visit(place) }
}

/// Whoever keeps the memory of a view.
@safe class ByteOwner: @unchecked Sendable {
  /// The first byte; valid as long as the owner lives.
  let base: UnsafePointer<UInt8>

  init(base: UnsafePointer<UInt8>) {
    unsafe self.base = unsafe base
  }

  func visit(_ place: Int) {}
  func letGo() {}
}

/// Bytes in memory.
@safe private final class HeldBytes: ByteOwner, @unchecked Sendable {
  init(_ bytes: [UInt8]) {
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: Swift.max(bytes.count, 1))
    unsafe bytes.withUnsafeBufferPointer { source in
      if let from = source.baseAddress { unsafe start.initialize(from: from, count: source.count) }
    }
    unsafe super.init(base: UnsafePointer(start))
  }

  deinit { unsafe base.deallocate() }
}
