private import CPosix
private import Glibc

/// Holds a workspace for one writer until it is released or the process ends, however it ends.
package struct FileLock: ~Copyable, Sendable {
  private let descriptor: Int32

  /// Takes the lock at once; `nil` when another process holds it.
  package static func take(_ path: String) throws(FileFault) -> FileLock? {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw DurableFiles.fault("lock", path) }
    switch cposix_take_lock(descriptor) {
    case 0: return FileLock(descriptor: descriptor)
    case EAGAIN, EACCES:
      close(descriptor)
      return nil
    case let number:
      close(descriptor)
      throw FileFault(operation: "lock", path: path, errorNumber: number)
    }
  }

  /// Whether a process holds the lock now; asking takes nothing and makes nothing. A lock that may not be looked at counts as
  /// held.
  package static func isHeld(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return errno != ENOENT }
    defer { close(descriptor) }
    return cposix_is_locked(descriptor) != 0
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}
