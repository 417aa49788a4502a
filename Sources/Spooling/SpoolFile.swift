import DurableFiles
private import Glibc
private import Synchronization

/// A file without a name, in which bytes lie that would take too much memory. It goes away with its last user.
@safe final class SpoolFile: Sendable {
  private let folder: String
  private let descriptor: Int32
  /// Where the next reservation begins.
  private let end = Mutex(0)

  /// What a reservation begins at, so that it can be mapped.
  private static let page = 4096

  init(in folder: String) throws(FileFault) {
    self.folder = folder
    try DurableFiles.makeFolder(folder)
    var template = Array((folder + "/.spool-XXXXXX").utf8CString)
    var path = ""
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer -> Int32 in
      guard let start = buffer.baseAddress else { return -1 }
      let made = unsafe mkstemp(start)
      path = unsafe String(cString: start)
      return made
    }
    guard made >= 0 else { throw FileFault(operation: "create", path: folder, errorNumber: errno) }
    unsafe unlink(path)
    _ = fcntl(made, F_SETFD, FD_CLOEXEC)
    descriptor = made
  }

  deinit { close(descriptor) }

  /// Keeps a place for so many bytes; nothing is written yet.
  func reserve(_ count: Int) -> Int {
    end.withLock { end in
      defer { end += (count + SpoolFile.page - 1) / SpoolFile.page * SpoolFile.page }
      return end
    }
  }

  func write(_ bytes: [UInt8], at offset: Int) throws(FileFault) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written, offset + written)
      }
      if count < 0, errno != EINTR { throw fault("write") }
      if count > 0 { written += count }
    }
  }

  func read(from offset: Int, count wanted: Int) throws(FileFault) -> [UInt8] {
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        let got = unsafe pread(descriptor, buffer.baseAddress.map { unsafe $0 + count }, wanted - count, offset + count)
        if got > 0 { count += got } else if got == 0 || errno != EINTR { break }
      }
      failed = count < wanted
    }
    if failed { throw fault("read") }
    return bytes
  }

  /// The bytes as memory that the system fills from the file when it is looked at.
  func map(from offset: Int, count: Int) throws(FileFault) -> MappedBytes {
    let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, offset)
    guard let start = unsafe start, unsafe start != MAP_FAILED else { throw fault("map") }
    return unsafe MappedBytes(start, count: count, of: self)
  }

  private func fault(_ operation: String) -> FileFault {
    FileFault(operation: operation, path: folder, errorNumber: errno)
  }
}

/// A part of a spool file as memory, of which only what was last looked at takes any.
@safe final class MappedBytes: ByteOwner, @unchecked Sendable {
  private let start: UnsafeMutableRawPointer
  private let count: Int
  private let file: SpoolFile
  /// Where the part begins that may be in memory.
  private let last = Atomic(0)

  /// Bytes that may be in memory at a time.
  private static let window = 4 << 20

  fileprivate init(_ start: UnsafeMutableRawPointer, count: Int, of file: SpoolFile) {
    unsafe self.start = unsafe start
    self.count = count
    self.file = file
    unsafe super.init(base: UnsafePointer(start.assumingMemoryBound(to: UInt8.self)))
  }

  deinit { unsafe munmap(start, count) }

  override func visit(_ place: Int) {
    let before = last.load(ordering: .relaxed)
    guard place < before || place - before >= MappedBytes.window else { return }
    last.store(place, ordering: .relaxed)
    letGo()
  }

  /// What is let go of is read again from the file when it is looked at again.
  override func letGo() { unsafe madvise(start, count, MADV_DONTNEED) }
}
