private import Glibc

/// Holds a workspace for one writer until it is released or the process ends, however it ends.
package struct FileLock: ~Copyable, Sendable {
  private let descriptor: Int32

  /// Takes the lock; `nil` when another process holds it.
  package static func take(_ path: String) throws(FileFault) -> FileLock? {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw DurableFiles.fault("lock", path) }
    // Whoever only asks whether it is held (`isHeld`) has it for a moment.
    for _ in 0..<20 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return FileLock(descriptor: descriptor) }
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      usleep(5000)
    }
    let isHeld = errno == EWOULDBLOCK
    let fault = DurableFiles.fault("lock", path)
    close(descriptor)
    if isHeld { return nil }
    throw fault
  }

  /// Whether a writer holds the lock now; asking makes nothing. A lock that may not be looked at counts as held.
  package static func isHeld(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return errno != ENOENT }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}
