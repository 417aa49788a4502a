private import CPosix
private import Glibc

/// Files written so that they are whole or not there, also after a power cut: temporary name, sync, rename.
package enum DurableFiles {
  /// Writes a file under a temporary name and renames it; with `sync` the bytes and the name are durable on return.
  package static func write(
    _ bytes: [UInt8], to path: String, sync: Bool = true, _ openness: Openness = .office
  ) throws(FileFault) {
    try write(to: path, sync: sync, openness) { (file) throws(FileFault) in try file.append(bytes) }
  }

  /// Copies a regular file of any size, as `write` writes it.
  package static func copy(
    _ from: String, to path: String, sync: Bool = true, _ openness: Openness = .office
  ) throws(FileFault) {
    try write(to: path, sync: sync, openness) { (file) throws(FileFault) in
      try eachChunk(of: from) { (chunk) throws(FileFault) in try file.append(chunk) }
    }
  }

  /// Writes a file whose bytes come piece by piece, as `write` writes it.
  package static func write(
    to path: String, sync: Bool = true, pieces: ((([UInt8]) throws(FileFault) -> Void) throws(FileFault) -> Void)
  ) throws(FileFault) {
    try write(to: path, sync: sync, .office) { (file) throws(FileFault) in
      try pieces { (piece) throws(FileFault) in try file.append(piece) }
    }
  }

  /// Copies an open file with its modification time; nothing is durable yet.
  /// - Parameter temporary: where the copy lies until it is whole.
  package static func copy(
    _ from: borrowing OpenFile, to path: String, through temporary: String
  ) throws(FileFault) {
    do throws(FileFault) {
      var file = try NewFile(temporary, .office)
      try from.eachChunk { (chunk) throws(FileFault) in try file.append(chunk) }
      try file.setModified(from.status.modified)
      try file.finish()
      guard unsafe rename(temporary, path) == 0 else { throw fault("rename", path) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  private static func write(
    to path: String, sync: Bool, _ openness: Openness, _ body: (borrowing NewFile) throws(FileFault) -> Void
  ) throws(FileFault) {
    let temporary = path + ".tmp"
    do throws(FileFault) {
      var file = try NewFile(temporary, openness)
      try body(file)
      if sync { try file.sync() }
      try file.finish()
      guard unsafe rename(temporary, path) == 0 else { throw fault("rename", path) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
    if sync { try syncFolder(folder(of: path)) }
  }

  /// Writes over the start of a file without taking new space where it is as long already, so that it succeeds on a full disk.
  package static func overwrite(_ path: String, with bytes: [UInt8]) throws(FileFault) {
    var file = try NewFile(path, .office, truncating: false)
    try file.append(bytes)
    try file.finish()
  }

  /// Writes bytes from a place in a file on, which ends with them; the file is made where it is not there. Nothing is durable yet.
  package static func overwrite(_ path: String, with bytes: [UInt8], from offset: Int) throws(FileFault) {
    var file = try NewFile(path, .office, truncating: false)
    try file.cut(at: offset)
    try file.append(bytes)
    try file.finish()
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

  /// Makes a folder with those above it; one that is there stays as it is.
  /// - Parameter model: a folder whose group it gets.
  package static func makeFolder(
    _ path: String, _ openness: Openness = .office, groupOf model: String? = nil
  ) throws(FileFault) {
    var made = unsafe mkdir(path, openness.folderMode & 0o777) == 0
    if !made, errno == ENOENT, path.contains("/"), folder(of: path) != path {
      try makeFolder(folder(of: path), openness == .usual ? .usual : .office)
      made = unsafe mkdir(path, openness.folderMode & 0o777) == 0
    }
    if made {
      if openness.isExact {
        settle(path, mode: openness.folderMode, group: model.flatMap { rights(of: $0)?.group })
      }
      return
    }
    let fault = DurableFiles.fault("create", path)
    guard fault.errorNumber == EEXIST, status(of: path)?.kind == .folder else { throw fault }
  }

  /// Where the system keeps what goes away.
  package static let temporaryFolder = "/tmp"

  /// Makes a folder that only its owner sees, where the system keeps what goes away.
  package static func makeTemporaryFolder() throws(FileFault) -> String {
    let place = temporaryFolder
    var template = Array((place + "/tonghop-XXXXXX").utf8CString)
    let made: String? = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, let made = unsafe mkdtemp(start) else { return nil }
      return unsafe String(cString: made)
    }
    guard let made else { throw fault("create", place) }
    return made
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

  /// Removes an empty folder.
  package static func removeFolder(_ path: String) throws(FileFault) {
    guard unsafe rmdir(path) == 0 else { throw fault("remove", path) }
  }

  /// Removes a folder of our own with everything in it; links are removed, not followed.
  package static func removeTree(_ path: String) throws(FileFault) {
    for name in try names(in: path) {
      let inner = path + "/" + name
      if status(of: inner)?.kind == .folder { try removeTree(inner) } else { try remove(inner) }
    }
    try removeFolder(path)
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

/// A file that is being written.
private struct NewFile: ~Copyable {
  private let path: String
  private var descriptor: Int32

  init(_ path: String, _ openness: Openness, truncating: Bool = true) throws(FileFault) {
    let flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | (truncating ? O_TRUNC : 0)
    descriptor = unsafe open(path, flags, openness.fileMode)
    self.path = path
    guard descriptor >= 0 else { throw DurableFiles.fault("create", path) }
    if openness.isExact { _ = fchmod(descriptor, openness.fileMode) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func append(_ bytes: [UInt8]) throws(FileFault) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count < 0, errno != EINTR { throw DurableFiles.fault("write", path) }
      if count > 0 { written += count }
    }
  }

  /// Ends it at a place, at which writing goes on.
  func cut(at offset: Int) throws(FileFault) {
    guard ftruncate(descriptor, offset) == 0, lseek(descriptor, offset, SEEK_SET) == offset else {
      throw DurableFiles.fault("truncate", path)
    }
  }

  func sync() throws(FileFault) {
    guard fsync(descriptor) == 0 else { throw DurableFiles.fault("sync", path) }
  }

  /// Sets its modification time, in nanoseconds since 1970.
  func setModified(_ moment: Int64) throws(FileFault) {
    let time = timespec(tv_sec: Int(moment / 1_000_000_000), tv_nsec: Int(moment % 1_000_000_000))
    let times = [time, time]
    guard unsafe times.withUnsafeBufferPointer({ unsafe futimens(descriptor, $0.baseAddress) }) == 0 else {
      throw DurableFiles.fault("touch", path)
    }
  }

  /// Closes it and says whether that worked, which on a network share is where a full disk shows.
  mutating func finish() throws(FileFault) {
    defer { descriptor = -1 }
    guard close(descriptor) == 0 else { throw DurableFiles.fault("close", path) }
  }
}
