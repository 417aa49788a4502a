import CZlib
import Spooling

/// Owns one inflate stream. zlib remembers the stream's address, so it lives on the heap and never moves.
@safe struct Inflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init() {
    unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    isReady = unsafe czlib_inflate_init(stream) == Z_OK
  }

  deinit {
    if isReady { unsafe inflateEnd(stream) }
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Bytes that come out at a time.
  static let chunk = 256 << 10

  /// Inflates exactly `size` bytes from the whole of a part of `bytes` and hands them over piece by piece.
  /// - Throws: the kind of fault: `badDeflate`, `sizeMismatch`.
  func inflate(
    _ bytes: ByteView, _ part: Range<Int>, size: Int, _ body: ([UInt8]) -> Void
  ) throws(InflateFault) {
    guard isReady else { throw InflateFault(kind: .badDeflate) }
    let fault: InflateFault? =
      unsafe bytes.withContiguousStorageIfAvailable { all in
        unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(
          mutating: all.baseAddress.map { unsafe $0 + part.lowerBound })
        unsafe stream.pointee.avail_in = UInt32(clamping: part.count)
        let chunk = min(max(size, 1), Inflater.chunk)
        var made = 0
        while true {
          var status = Z_OK
          let piece = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
            unsafe stream.pointee.next_out = buffer.baseAddress
            unsafe stream.pointee.avail_out = UInt32(chunk)
            status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
            count = chunk - Int(unsafe stream.pointee.avail_out)
          }
          bytes.visit(part.upperBound - Int(unsafe stream.pointee.avail_in))
          made += piece.count
          if made > size { return InflateFault(kind: .sizeMismatch) }
          if !piece.isEmpty { body(piece) }
          if status == Z_STREAM_END { break }
          let isStarved = unsafe piece.isEmpty && stream.pointee.avail_in == 0
          if status != Z_OK || isStarved { return InflateFault(kind: .badDeflate) }
        }
        let hasRest = unsafe stream.pointee.avail_in != 0
        return hasRest || made != size ? InflateFault(kind: .sizeMismatch) : nil
      } ?? nil
    if let fault { throw fault }
  }
}

struct InflateFault: Error {
  let kind: ZipFaultKind
}
