import CZlib

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

  /// Inflates exactly `size` bytes from the whole of `input`.
  ///
  /// Memory grows with what really comes out, never with what a header claims.
  /// - Throws: the kind of fault: `badDeflate`, `sizeMismatch`.
  func inflate(_ input: ArraySlice<UInt8>, size: Int) throws(InflateFault) -> [UInt8] {
    guard isReady else { throw InflateFault(kind: .badDeflate) }
    var output: [UInt8] = []
    output.reserveCapacity(min(size, max(64 << 10, input.count * 4)))
    var fault: InflateFault?
    unsafe input.withUnsafeBytes { source in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(
        mutating: source.bindMemory(to: UInt8.self).baseAddress)
      unsafe stream.pointee.avail_in = UInt32(clamping: source.count)
      let chunk = min(max(size, 1), 256 << 10)
      while fault == nil {
        var status = Z_OK
        let made = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
          unsafe stream.pointee.next_out = buffer.baseAddress
          unsafe stream.pointee.avail_out = UInt32(chunk)
          status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
          count = chunk - Int(unsafe stream.pointee.avail_out)
        }
        if made.count > size - output.count {
          fault = InflateFault(kind: .sizeMismatch)
          return
        }
        if output.isEmpty, made.count == size { output = made } else { output += made }
        if status == Z_STREAM_END { break }
        let isStarved = unsafe made.isEmpty && stream.pointee.avail_in == 0
        if status != Z_OK || isStarved {
          fault = InflateFault(kind: .badDeflate)
        }
      }
      let hasRest = unsafe stream.pointee.avail_in != 0
      if fault == nil, hasRest { fault = InflateFault(kind: .sizeMismatch) }
    }
    if let fault { throw fault }
    guard output.count == size else { throw InflateFault(kind: .sizeMismatch) }
    return output
  }
}

struct InflateFault: Error {
  let kind: ZipFaultKind
}
