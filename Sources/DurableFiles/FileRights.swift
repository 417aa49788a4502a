private import Glibc

/// Whom a file or folder that is made is open to.
package enum Openness: Sendable {
  /// As the account's umask has it: for what somebody has written somewhere of their own.
  case usual
  /// Its owner changes it, its group reads it, others see nothing, whatever the umask says.
  case office
  /// A folder whose group puts files in, and takes them out again; what is made in it has its group.
  case mailbox
  /// A folder whose group reads what lies in it and has its group.
  case pickup
  /// For its owner alone.
  case own

  var fileMode: UInt32 {
    switch self {
    case .usual: 0o644
    case .office, .pickup: 0o640
    case .mailbox: 0o660
    case .own: 0o600
    }
  }

  var folderMode: UInt32 {
    switch self {
    case .usual: 0o755
    case .office: 0o750
    case .mailbox: 0o2770
    case .pickup: 0o2750
    case .own: 0o700
    }
  }

  var isExact: Bool { self != .usual }
}

/// Group and rights of a file or folder.
package struct FileRights: Sendable, Hashable {
  package let group: UInt32
  /// The twelve lowest bits of its mode.
  package let mode: UInt32

  package var isOpenToOthers: Bool { mode & 0o007 != 0 }
  package var isWritableByGroup: Bool { mode & 0o020 != 0 }

  /// The group that files of this process get where their folder does not say another.
  package static var ownGroup: UInt32 { UInt32(getegid()) }
}

extension DurableFiles {
  /// Group and rights of what lies at a path, links not followed; `nil` when nothing does or it cannot be seen.
  package static func rights(of path: String) -> FileRights? {
    var found = stat()
    guard unsafe lstat(path, &found) == 0 else { return nil }
    return FileRights(group: UInt32(found.st_gid), mode: UInt32(found.st_mode & 0o7777))
  }

  /// Gives a folder the group of another one, as far as the system lets; its mode stays.
  package static func keepGroup(of path: String, as other: String) {
    guard let wanted = rights(of: other), let there = rights(of: path), there.group != wanted.group else { return }
    settle(path, mode: there.mode, group: wanted.group)
  }

  /// Makes mode and group of a folder those wanted, as far as the system lets.
  static func settle(_ path: String, mode: UInt32, group: UInt32?) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if let group { _ = fchown(descriptor, uid_t.max, gid_t(group)) }
    // After the group: a change of it may take the bit away by which it is handed on.
    _ = fchmod(descriptor, mode_t(mode))
  }
}
