private import CPosix
private import Glibc

/// A file operation that the system refused: a fault of the world, never a finding about anybody's report.
package struct FileFault: Error, Sendable, CustomStringConvertible {
  package let operation: String
  package let path: String
  /// The system's error number.
  package let errorNumber: Int32

  package var isMissing: Bool { errorNumber == ENOENT || errorNumber == ENOTDIR }
  package var isDiskFull: Bool { errorNumber == ENOSPC || errorNumber == EDQUOT }
  package var cannotCreate: Bool {
    errorNumber == EACCES || errorNumber == EROFS || errorNumber == EPERM || errorNumber == EEXIST
  }

  package var description: String {
    let reason = unsafe strerror(errorNumber).map { unsafe String(cString: $0) } ?? "error \(errorNumber)"
    return "\(operation) \(path): \(reason)"
  }
}

/// What a folder holds, as the scan of an inbox needs it.
package struct FileStatus: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case regular, folder, link, other }
  package var kind: Kind
  package var size: Int64
  /// Modification time in nanoseconds since 1970.
  package var modified: Int64
  package var inode: UInt64
}

/// Files written so that they are whole or not there, also after a power cut: temporary name, sync, rename.
package enum DurableFiles {
  /// The bytes of a regular file; symbolic links are not followed.
  package static func read(_ path: String) throws(FileFault) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault("open", path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw fault("stat", path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileFault(operation: "read", path: path, errorNumber: EISDIR)
    }
    let size = Int(status.st_size)
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + count }, size - count)
        if got < 0 {
          if errno == EINTR { continue }
          failed = true
          return
        }
        if got == 0 { return }
        count += got
      }
    }
    if failed { throw fault("read", path) }
    return bytes
  }

  /// Writes a file under a temporary name and renames it; with `sync` the bytes and the name are durable on return.
  package static func write(_ bytes: [UInt8], to path: String, sync: Bool = true) throws(FileFault) {
    let temporary = path + ".tmp"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw fault("create", path) }
    var written = 0
    var error: FileFault?
    while written < bytes.count, error == nil {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count < 0, errno != EINTR { error = fault("write", path) }
      if count > 0 { written += count }
    }
    if error == nil, sync, fsync(descriptor) != 0 { error = fault("sync", path) }
    if close(descriptor) != 0, error == nil { error = fault("close", path) }
    if error == nil, unsafe rename(temporary, path) != 0 { error = fault("rename", path) }
    if let error {
      unsafe unlink(temporary)
      throw error
    }
    if sync { try syncFolder(folder(of: path)) }
  }

  /// Makes everything durable that was written to the file system a folder lies on: one call for many files.
  package static func syncAll(on folder: String) throws(FileFault) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault("open", folder) }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw fault("sync", folder) }
  }

  /// Makes the names in a folder durable.
  package static func syncFolder(_ folder: String) throws(FileFault) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault("open", folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw fault("sync", folder) }
  }

  package static func makeFolder(_ path: String) throws(FileFault) {
    guard unsafe mkdir(path, 0o755) != 0 else { return }
    if errno == EEXIST, let status = status(of: path), status.kind == .folder { return }
    if errno == ENOENT, path.contains("/"), folder(of: path) != path {
      try makeFolder(folder(of: path))
      guard unsafe mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    }
    throw fault("create", path)
  }

  package static func move(_ from: String, to: String) throws(FileFault) {
    guard unsafe rename(from, to) == 0 else { throw fault("rename", from) }
  }

  /// Sets a file's modification time, in seconds since 1970.
  package static func setModified(_ path: String, seconds: Int64) throws(FileFault) {
    let moment = timespec(tv_sec: Int(seconds), tv_nsec: 0)
    let times = [moment, moment]
    guard unsafe times.withUnsafeBufferPointer({ unsafe utimensat(AT_FDCWD, path, $0.baseAddress, 0) }) == 0 else {
      throw fault("touch", path)
    }
  }

  package static func remove(_ path: String) throws(FileFault) {
    guard unsafe unlink(path) == 0 else { throw fault("remove", path) }
  }

  package static func exists(_ path: String) -> Bool { status(of: path) != nil }

  /// What lies at a path, links not followed; `nil` when nothing does or it cannot be seen.
  package static func status(of path: String) -> FileStatus? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    let kind: FileStatus.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return FileStatus(
      kind: kind, size: Int64(status.st_size),
      modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
      inode: UInt64(status.st_ino))
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

  /// The folder that a path lies in; `.` for a bare name.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component of a path.
  package static func name(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  static func fault(_ operation: String, _ path: String) -> FileFault {
    FileFault(operation: operation, path: path, errorNumber: errno)
  }
}
