import Glibc

/// What a folder holds, as the scan of an inbox needs it.
package struct FileStatus: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case regular, folder, link, other }
  package var kind: Kind
  package var size: Int64
  /// Modification time in nanoseconds since 1970.
  package var modified: Int64
  /// The whole second of it.
  package var second: Int64 { modified / 1_000_000_000 }
  /// When content, name or rights last changed, in nanoseconds since 1970; nobody can set it back.
  package var changed: Int64
  package var inode: UInt64
  /// The file system it lies on.
  package var device: UInt64

  init(_ found: stat) {
    kind =
      switch found.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int64(found.st_size)
    modified = FileStatus.nanoseconds(found.st_mtim)
    changed = FileStatus.nanoseconds(found.st_ctim)
    inode = UInt64(found.st_ino)
    device = UInt64(found.st_dev)
  }

  fileprivate static func nanoseconds(_ time: timespec) -> Int64 {
    let seconds = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    return seconds.overflow ? Int64.max : seconds.partialValue &+ Int64(time.tv_nsec)
  }
}

extension DurableFiles {
  /// The real time, by which the age of a file is told, in nanoseconds since 1970; no argument fixes it.
  package static func realTime() -> Int64 {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    return FileStatus.nanoseconds(now)
  }

  package static func exists(_ path: String) -> Bool { status(of: path) != nil }

  /// What lies at a path, links not followed; `nil` when nothing does or it cannot be seen.
  package static func status(of path: String) -> FileStatus? {
    var found = stat()
    guard unsafe lstat(path, &found) == 0 else { return nil }
    return FileStatus(found)
  }

  /// The names in a folder, sorted bytewise, without `.` and `..`.
  package static func names(in folder: String) throws(FileFault) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw fault("open", folder) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
