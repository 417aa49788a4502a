import Glibc

/// A regular file that is open for reading, with its status when it was opened.
package struct OpenFile: ~Copyable {
  /// Where it lay, for words about it.
  package let path: String
  package let status: FileStatus
  private let descriptor: Int32

  /// Opens a file; a symbolic link in its place is not followed.
  package init(_ path: String) throws(FileFault) {
    try self.init(unsafe open(path, OpenFile.flags), path)
  }

  /// Opens a file of a folder that is open.
  init(_ name: String, in folder: OpenFolder) throws(FileFault) {
    try self.init(unsafe openat(folder.descriptor, name, OpenFile.flags), folder.path + "/" + name)
  }

  private init(_ descriptor: Int32, _ path: String) throws(FileFault) {
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

  // A pipe in the place of a file must not be waited for.
  private static let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK

  /// Everything in it.
  /// - Throws: a fault with `EAGAIN` when the file changed while it was read: somebody is still writing to it.
  package func all() throws(FileFault) -> [UInt8] {
    let size = Int(status.size)
    let bytes = try bytes(from: 0, count: size)
    guard bytes.count == size, try isUnchanged() else { throw changed }
    return bytes
  }

  /// The first and last bytes, as many as asked for where there are so many.
  package func ends(head: Int, tail: Int) throws(FileFault) -> (head: [UInt8], tail: [UInt8]) {
    let size = Int(status.size)
    return (
      try bytes(from: 0, count: min(head, size)), try bytes(from: max(0, size - tail), count: min(tail, size))
    )
  }

  /// Hands it over piece by piece, however large it is.
  /// - Throws: a fault with `EAGAIN` as `all` does, after the last piece.
  package func eachChunk(_ body: ([UInt8]) throws(FileFault) -> Void) throws(FileFault) {
    var offset = 0
    while true {
      let chunk = try bytes(from: offset, count: 1 << 20)
      if chunk.isEmpty { break }
      offset += chunk.count
      try body(chunk)
    }
    guard offset == Int(status.size), try isUnchanged() else { throw changed }
  }

  /// Fewer bytes than asked for only at the end of the file.
  package func bytes(from offset: Int, count wanted: Int) throws(FileFault) -> [UInt8] {
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

  private var changed: FileFault { FileFault(operation: "read", path: path, errorNumber: EAGAIN) }

  /// Whether nobody wrote to it since it was opened.
  private func isUnchanged() throws(FileFault) -> Bool {
    var found = stat()
    guard unsafe fstat(descriptor, &found) == 0 else { throw DurableFiles.fault("stat", path) }
    let now = FileStatus(found)
    return now.size == status.size && now.modified == status.modified
  }
}
