package import DurableFiles

/// The inbox held open. Others may write to it, so everything in it is reached from folder to folder, and what was found in it is
/// looked at again before it is taken.
package struct InboxFolder: Sendable {
  package let top: OpenFolder

  /// - Throws: a fault when there is no such folder or it may not be read.
  package init(_ path: String) throws(FileFault) {
    top = try OpenFolder(path)
  }

  /// The folder that a file was found in; a link in the place of one is refused.
  package func folder(of file: InboxScan.File) throws(FileFault) -> OpenFolder {
    var folder = top
    for name in file.place { folder = try folder.folder(name) }
    return folder
  }

  /// Opens the very file that was found.
  /// - Throws: a fault with `EAGAIN` when another one lies in its place by now.
  package func open(_ file: InboxScan.File) throws(FileFault) -> OpenFile {
    let opened = try folder(of: file).file(file.delivery.fileName)
    guard opened.status.isSame(as: file.status) else { throw .replaced(file.delivery.path) }
    return opened
  }
}

extension FileStatus {
  /// The same file, as it stood before: a number of a file that is gone may be given to another.
  func isSame(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode && size == other.size && kind == other.kind
      && modified == other.modified
  }
}
