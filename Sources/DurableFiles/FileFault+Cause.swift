private import Glibc

extension FileFault {
  /// Why the system refused, as far as people can do something about it.
  package enum Cause: Sendable, Hashable {
    case missing, denied, readOnly, full, present, isFolder, longName, tooManyOpen, changing, device, other
  }

  package var cause: Cause {
    switch errorNumber {
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM: .denied
    case EROFS: .readOnly
    case ENOSPC, EDQUOT: .full
    case EEXIST: .present
    case EISDIR: .isFolder
    case ENAMETOOLONG: .longName
    case EMFILE, ENFILE: .tooManyOpen
    case EAGAIN: .changing
    case EIO, ENXIO, ESTALE, ETIMEDOUT: .device
    default: .other
    }
  }

  /// Nothing was to be changed.
  package var isReading: Bool { ["open", "read", "stat", "statfs", "watch"].contains(operation) }
}
