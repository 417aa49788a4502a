private import CPosix
import Glibc

/// A folder held open. What is done through it is done in this very folder, whatever somebody puts in its place meanwhile; so a
/// folder that others may write to can be worked in without being led elsewhere.
package final class OpenFolder: Sendable {
  /// Where it lay, for words about it.
  package let path: String
  let descriptor: Int32

  /// Opens a folder whose path nobody else can change; a link that leads to it is followed.
  package convenience init(_ path: String) throws(FileFault) {
    try self.init(unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), path)
  }

  private init(_ descriptor: Int32, _ path: String) throws(FileFault) {
    self.descriptor = descriptor
    self.path = path
    guard descriptor >= 0 else { throw DurableFiles.fault("open", path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Opens a folder inside; a link in its place is refused.
  package func folder(_ name: String) throws(FileFault) -> OpenFolder {
    try OpenFolder(
      unsafe openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), path + "/" + name)
  }

  /// Makes a folder inside unless it is there, and opens it.
  package func makeFolder(_ name: String, mode: UInt32) throws(FileFault) -> OpenFolder {
    guard unsafe mkdirat(descriptor, name, mode) == 0 || errno == EEXIST else {
      throw DurableFiles.fault("create", path + "/" + name)
    }
    return try folder(name)
  }

  /// Opens a regular file inside; a link in its place is refused.
  package func file(_ name: String) throws(FileFault) -> OpenFile { try OpenFile(name, in: self) }

  /// What lies there under a name, links not followed; `nil` when nothing does or it cannot be seen.
  package func status(of name: String) -> FileStatus? {
    var found = stat()
    guard unsafe fstatat(descriptor, name, &found, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileStatus(found)
  }

  /// The names in it, sorted bytewise, without `.` and `..`; those that are no Unicode apart, as they can be shown.
  package func names() throws(FileFault) -> (names: [String], foreign: [String]) {
    let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = unsafe fdopendir(copy) else {
      let fault = DurableFiles.fault("open", path)
      if copy >= 0 { close(copy) }
      throw fault
    }
    defer { unsafe closedir(stream) }
    var (names, foreign): ([String], [String]) = ([], [])
    while let entry = unsafe readdir(stream) {
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      if let name = String(validating: bytes, as: UTF8.self) {
        if name != ".", name != ".." { names.append(name) }
      } else {
        foreign.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    func sorted(_ names: [String]) -> [String] { names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    return (sorted(names), sorted(foreign))
  }

  /// Moves what lies here under a name to a path that only this program writes to.
  package func move(_ name: String, to target: String) throws(FileFault) {
    guard unsafe renameat(descriptor, name, AT_FDCWD, target) == 0 else {
      throw DurableFiles.fault("rename", path + "/" + name)
    }
  }

  /// Moves a file in under a name, unless the name is taken.
  /// - Throws: a fault with `EEXIST` when it is.
  package func takeIn(_ source: String, as name: String) throws(FileFault) {
    if unsafe renameat2(AT_FDCWD, source, descriptor, name, TONGHOP_RENAME_NOREPLACE) == 0 { return }
    guard errno == EINVAL || errno == ENOSYS else { throw DurableFiles.fault("rename", source) }
    // Some file systems of other machines cannot do both in one step.
    guard status(of: name) == nil else { throw FileFault(operation: "rename", path: source, errorNumber: EEXIST) }
    guard unsafe renameat(AT_FDCWD, source, descriptor, name) == 0 else { throw DurableFiles.fault("rename", source) }
  }

  package func remove(_ name: String) throws(FileFault) {
    guard unsafe unlinkat(descriptor, name, 0) == 0 else { throw DurableFiles.fault("remove", path + "/" + name) }
  }
}
