private import Glibc

/// Holds a workspace for one writer until it is released or the process ends, however it ends.
package struct FileLock: ~Copyable, Sendable {
  private let descriptor: Int32

  /// Takes the lock at once; `nil` when another process holds it.
  package static func take(_ path: String) throws(FileFault) -> FileLock? {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DurableFiles.fault("lock", path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return FileLock(descriptor: descriptor) }
    let isHeld = errno == EWOULDBLOCK
    let fault = DurableFiles.fault("lock", path)
    close(descriptor)
    if isHeld { return nil }
    throw fault
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}
