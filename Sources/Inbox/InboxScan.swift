package import DurableFiles
import ReportingModel

/// What lies in an inbox now: the scan of the folder is the truth, whatever events said (<doc:commands#Inbox>).
package struct InboxScan: Sendable {
  /// A file that somebody handed in, finished or not.
  package struct File: Sendable, Hashable {
    package var delivery: Delivery
    package var status: FileStatus
    /// A file of the same name with `.done` lies beside it: its sender says that it is whole.
    package var isMarked: Bool
  }

  /// Something that is left where it is and told about.
  package struct Passed: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
      /// A symbolic link, which may lead anywhere.
      case link
      /// A pipe, socket or device.
      case special
      /// A folder below a unit's folder.
      case deepFolder
      /// A name that is no valid UTF-8, by which nothing can be filed.
      case name
      /// What the system refused.
      case fault(FileFault)
    }
    package var path: String
    package var reason: Reason
  }

  /// The files, by modification time and then name.
  package private(set) var files: [File] = []
  /// The files of the folder whose files are only ever checked; they never leave it.
  package private(set) var checks: [File] = []
  package private(set) var passed: [Passed] = []
  /// The folders that were looked into.
  package private(set) var folders: [String] = []

  /// Looks through an inbox and the folders of units in it. Temporary names and dot files are left alone.
  /// - Parameter checkFolder: the folder whose files are only ever checked.
  /// - Throws: a fault when the inbox itself cannot be read.
  package init(of inbox: String, checkFolder: String) throws(FileFault) {
    files = InboxScan.sorted(try look(through: inbox, except: checkFolder, isInInbox: true))
    let checking = inbox + "/" + checkFolder
    guard DurableFiles.status(of: checking)?.kind == .folder else { return }
    do {
      checks = InboxScan.sorted(try look(through: checking, except: nil, isInInbox: false))
    } catch {
      pass(checking, error)
    }
  }

  package var deliveries: [Delivery] { files.map(\.delivery) }

  private mutating func look(
    through folder: String, except: String?, isInInbox: Bool
  ) throws(FileFault) -> [File] {
    var found: [File] = []
    for inner in try look(at: folder, unit: nil, isInInbox: isInInbox, into: &found) where inner != except {
      let path = folder + "/" + inner
      do {
        for deep in try look(at: path, unit: inner.uppercased(), isInInbox: isInInbox, into: &found) {
          passed.append(Passed(path: path + "/" + deep, reason: .deepFolder))
        }
      } catch {
        pass(path, error)
      }
    }
    return found
  }

  /// Adds the files of one folder, and gives the names of the folders in it.
  private mutating func look(
    at folder: String, unit: String?, isInInbox: Bool, into found: inout [File]
  ) throws(FileFault) -> [String] {
    let names = try DurableFiles.names(in: folder)
    let marked = Set(names.compactMap { $0.hasSuffix(InboxScan.marker) ? $0.dropLast(InboxScan.marker.count) : nil })
    folders.append(folder)
    var inner: [String] = []
    for name in names where !InboxScan.isTemporary(name) {
      let path = folder + "/" + name
      guard let status = DurableFiles.status(of: path) else {
        // What vanished since the names were read was not handed in.
        if name.unicodeScalars.contains("\u{FFFD}") { passed.append(Passed(path: path, reason: .name)) }
        continue
      }
      switch status.kind {
      case .regular:
        let delivery = Delivery(path: path, fileName: name, folderUnit: unit, isInInbox: isInInbox)
        found.append(File(delivery: delivery, status: status, isMarked: marked.contains(name[...])))
      case .folder: inner.append(name)
      case .link: passed.append(Passed(path: path, reason: .link))
      case .other: passed.append(Passed(path: path, reason: .special))
      }
    }
    return inner
  }

  private mutating func pass(_ path: String, _ fault: FileFault) {
    if !fault.isMissing { passed.append(Passed(path: path, reason: .fault(fault))) }
  }

  private static func sorted(_ files: [File]) -> [File] {
    files.sorted { left, right in
      if left.status.second != right.status.second { return left.status.second < right.status.second }
      let (one, other) = (left.delivery, right.delivery)
      if one.fileName != other.fileName { return FileNameOrder.precedes(one.fileName, other.fileName) }
      return one.path.utf8.lexicographicallyPrecedes(other.path.utf8)
    }
  }

  /// Says of the file whose name stands before it that it is whole.
  package static let marker = ".done"

  /// Names that programs give to files they are still writing, and to what is no delivery.
  static func isTemporary(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasPrefix(".") || lower.hasPrefix("~$")
      || [".part", ".tmp", ".filepart", ".crdownload", marker].contains { lower.hasSuffix($0) }
  }
}
