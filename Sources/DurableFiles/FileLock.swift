private import Glibc

/// Holds a file until it is released or the process ends, however it ends.
package struct FileLock: ~Copyable, Sendable {
  package enum Manner: Sendable {
    /// Nobody else holds it.
    case alone
    /// Others hold it so as well.
    case together
  }

  private let descriptor: Int32
  private let hasWords: Bool

  /// Takes the lock; `nil` when another process holds it.
  /// - Parameter words: stand in the file while it is held, for people: nothing relies on them.
  package static func take(
    _ path: String, _ manner: Manner = .alone, words: [UInt8] = []
  ) throws(FileFault) -> FileLock? {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw DurableFiles.fault("lock", path) }
    let mode = Openness.office.fileMode
    var found = stat()
    if unsafe fstat(descriptor, &found) == 0, found.st_mode & 0o7777 != mode { _ = fchmod(descriptor, mode) }
    let operation = manner == .alone ? LOCK_EX : LOCK_SH
    // Whoever only asks whether it is held (`isHeld`) has it for a moment.
    for _ in 0..<20 {
      if flock(descriptor, operation | LOCK_NB) == 0 { return FileLock(descriptor, words) }
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      usleep(5000)
    }
    let isHeld = errno == EWOULDBLOCK
    let fault = DurableFiles.fault("lock", path)
    close(descriptor)
    if isHeld { return nil }
    throw fault
  }

  /// Whether somebody holds the lock now in a manner that keeps others from taking it so; asking makes nothing. A lock that may not
  /// be looked at counts as held.
  package static func isHeld(_ path: String, against manner: Manner = .together) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return errno != ENOENT }
    defer { close(descriptor) }
    return flock(descriptor, (manner == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0
  }

  private init(_ descriptor: Int32, _ words: [UInt8]) {
    self.descriptor = descriptor
    hasWords = !words.isEmpty
    guard hasWords else { return }
    _ = ftruncate(descriptor, 0)
    _ = unsafe words.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit {
    if hasWords { _ = ftruncate(descriptor, 0) }
    close(descriptor)
  }
}
