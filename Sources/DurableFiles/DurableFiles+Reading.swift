extension DurableFiles {
  /// The bytes of a regular file; symbolic links are not followed.
  /// - Throws: a fault with `EAGAIN` when the file changed while it was read: somebody is still writing to it.
  package static func read(_ path: String) throws(FileFault) -> [UInt8] { try OpenFile(path).all() }

  /// The first and last bytes of a regular file, as many as asked for where there are so many.
  package static func ends(of path: String, head: Int, tail: Int) throws(FileFault) -> (head: [UInt8], tail: [UInt8]) {
    try OpenFile(path).ends(head: head, tail: tail)
  }

  /// A part of a regular file, as far as there is so much.
  package static func bytes(of path: String, from offset: Int, count: Int) throws(FileFault) -> [UInt8] {
    try OpenFile(path).bytes(from: offset, count: count)
  }

  /// Hands over a regular file piece by piece, however large it is.
  package static func eachChunk(
    of path: String, _ body: ([UInt8]) throws(FileFault) -> Void
  ) throws(FileFault) {
    try OpenFile(path).eachChunk(body)
  }
}
