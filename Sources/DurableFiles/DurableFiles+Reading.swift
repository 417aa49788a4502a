import Glibc

extension DurableFiles {
  /// The bytes of a regular file; symbolic links are not followed.
  /// - Throws: a fault with `EAGAIN` when the file changed while it was read: somebody is still writing to it.
  package static func read(_ path: String) throws(FileFault) -> [UInt8] {
    let file = try OpenFile(path)
    let size = Int(file.status.size)
    let bytes = try file.bytes(from: 0, count: size)
    guard bytes.count == size, try file.isUnchanged() else {
      throw FileFault(operation: "read", path: path, errorNumber: EAGAIN)
    }
    return bytes
  }

  /// The first and last bytes of a regular file, as many as asked for where there are so many.
  package static func ends(of path: String, head: Int, tail: Int) throws(FileFault) -> (head: [UInt8], tail: [UInt8]) {
    let file = try OpenFile(path)
    let size = Int(file.status.size)
    return (
      try file.bytes(from: 0, count: min(head, size)),
      try file.bytes(from: max(0, size - tail), count: min(tail, size))
    )
  }

  /// A part of a regular file, as far as there is so much.
  package static func bytes(of path: String, from offset: Int, count: Int) throws(FileFault) -> [UInt8] {
    try OpenFile(path).bytes(from: offset, count: count)
  }

  /// Hands over a regular file piece by piece, however large it is.
  package static func eachChunk(
    of path: String, _ body: ([UInt8]) throws(FileFault) -> Void
  ) throws(FileFault) {
    let file = try OpenFile(path)
    var offset = 0
    while true {
      let chunk = try file.bytes(from: offset, count: 1 << 20)
      if chunk.isEmpty { break }
      offset += chunk.count
      try body(chunk)
    }
    guard offset == Int(file.status.size), try file.isUnchanged() else {
      throw FileFault(operation: "read", path: path, errorNumber: EAGAIN)
    }
  }
}

/// A regular file that is open for reading, with its status when it was opened.
private struct OpenFile: ~Copyable {
  let path: String
  let descriptor: Int32
  let status: FileStatus

  init(_ path: String) throws(FileFault) {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw DurableFiles.fault("open", path) }
    var found = stat()
    guard unsafe fstat(descriptor, &found) == 0 else {
      let fault = DurableFiles.fault("stat", path)
      close(descriptor)
      throw fault
    }
    let status = FileStatus(found)
    guard status.kind == .regular else {
      close(descriptor)
      throw FileFault(operation: "read", path: path, errorNumber: EISDIR)
    }
    self.path = path
    self.descriptor = descriptor
    self.status = status
  }

  deinit {
    close(descriptor)
  }

  /// Fewer bytes than asked for only at the end of the file.
  func bytes(from offset: Int, count wanted: Int) throws(FileFault) -> [UInt8] {
    var failed = false
    let descriptor = descriptor
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        let got = unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + count }, wanted - count, offset + count)
        if got < 0 {
          if errno == EINTR { continue }
          failed = true
          return
        }
        if got == 0 { return }
        count += got
      }
    }
    if failed { throw DurableFiles.fault("read", path) }
    return bytes
  }

  /// Whether nobody wrote to it since it was opened.
  func isUnchanged() throws(FileFault) -> Bool {
    var found = stat()
    guard unsafe fstat(descriptor, &found) == 0 else { throw DurableFiles.fault("stat", path) }
    let now = FileStatus(found)
    return now.size == status.size && now.modified == status.modified
  }
}
