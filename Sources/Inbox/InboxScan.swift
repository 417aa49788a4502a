package import DurableFiles

/// What lies in an inbox now: the scan of the folder is the truth, whatever events said (<doc:commands#Inbox>).
package struct InboxScan: Sendable {
  /// A file that somebody handed in, finished or not.
  package struct File: Sendable, Hashable {
    package var delivery: Delivery
    /// The folders below the inbox that it lies in, from the top.
    package var place: [String]
    package var status: FileStatus
    /// A file of the same name with `.done` lies beside it: its sender says that it is whole.
    package var isMarked: Bool

    /// A file of the inbox that is named, and taken as it is.
    package init(named delivery: Delivery, status: FileStatus) {
      self.init(
        delivery: delivery, place: delivery.folderName.map { [$0] } ?? [], status: status, isMarked: true)
    }

    init(delivery: Delivery, place: [String], status: FileStatus, isMarked: Bool) {
      self.delivery = delivery
      self.place = place
      self.status = status
      self.isMarked = isMarked
    }
  }

  /// The files, in the order in which they are taken in.
  package private(set) var files: [File] = []
  /// The files of the folder whose files are only ever checked; they never leave it.
  package private(set) var checks: [File] = []
  package private(set) var passed: [PassedOver] = []
  /// The folders that were looked into.
  package private(set) var folders: [String] = []

  /// From when on a file with a temporary name is told about, in nanoseconds since 1970.
  private let stale: Int64

  /// Looks through an inbox and the folders of units in it.
  /// - Parameters:
  ///   - checkFolder: the folder whose files are only ever checked.
  ///   - now: the real time in nanoseconds since 1970.
  ///   - patience: how long a file with a temporary name is left alone without a word, in nanoseconds.
  /// - Throws: a fault when the inbox itself cannot be read.
  package init(
    of inbox: InboxFolder, checkFolder: String, now: Int64, patience: Int64 = 86_400_000_000_000
  ) throws(FileFault) {
    stale = now - patience
    files = InboxScan.sorted(try look(through: inbox.top, except: checkFolder, within: []))
    guard inbox.top.status(of: checkFolder)?.kind == .folder else { return }
    do {
      checks = InboxScan.sorted(
        try look(through: inbox.top.folder(checkFolder), except: nil, within: [checkFolder]))
    } catch {
      pass(inbox.top.path + "/" + checkFolder, nil, error)
    }
  }

  package var deliveries: [Delivery] { files.map(\.delivery) }

  /// Looks through a folder and the units' folders in it.
  private mutating func look(
    through folder: OpenFolder, except: String?, within place: [String]
  ) throws(FileFault) -> [File] {
    var found: [File] = []
    for inner in try look(at: folder, unit: nil, place, into: &found) where inner != except {
      let path = folder.path + "/" + inner
      do {
        let opened = try folder.folder(inner)
        guard InboxScan.isUnitCode(inner) else {
          passed += PassedOver.folder(opened, unit: nil, isOfUnit: false)
          continue
        }
        for deep in try look(at: opened, unit: inner, place + [inner], into: &found) {
          passed += PassedOver.folder(try opened.folder(deep), unit: inner.uppercased(), isOfUnit: true)
        }
      } catch {
        pass(path, inner.uppercased(), error)
      }
    }
    return found
  }

  /// Adds the files of one folder, and gives the names of the folders in it.
  private mutating func look(
    at folder: OpenFolder, unit: String?, _ place: [String], into found: inout [File]
  ) throws(FileFault) -> [String] {
    let (names, foreign) = try folder.names()
    let marked = Set(names.compactMap { $0.hasSuffix(InboxScan.marker) ? $0.dropLast(InboxScan.marker.count) : nil })
    folders.append(folder.path)
    var inner: [String] = []
    func path(_ name: String) -> String { folder.path + "/" + name }
    for name in foreign { passed.append(PassedOver(path(name), unit?.uppercased(), .name)) }
    for name in names {
      // What vanished since the names were read was not handed in.
      guard let status = folder.status(of: name) else { continue }
      switch status.kind {
      case .link: passed.append(PassedOver(path(name), unit?.uppercased(), .link))
      case .regular where InboxScan.isUnfinished(name):
        if status.modified < stale { passed.append(PassedOver(path(name), unit?.uppercased(), .temporary)) }
      case _ where InboxScan.isNone(name): continue
      case .regular:
        var delivery = Delivery(path: path(name), fileName: name, folderUnit: unit, isInInbox: true)
        // Only the folder of files to be checked lies deeper than its units.
        delivery.isInInbox = place.isEmpty || place == [unit]
        found.append(File(delivery: delivery, place: place, status: status, isMarked: marked.contains(name[...])))
      case .folder: inner.append(name)
      case .other: passed.append(PassedOver(path(name), unit?.uppercased(), .special))
      }
    }
    return inner
  }

  private mutating func pass(_ path: String, _ unit: String?, _ fault: FileFault) {
    // What vanished meanwhile was not handed in; a link that came in its place is found by the next look.
    if !fault.isMissing { passed.append(PassedOver(path, unit, .fault(fault))) }
  }

  private static func sorted(_ files: [File]) -> [File] {
    files.sorted { left, right in
      if left.status.second != right.status.second { return left.status.second < right.status.second }
      let (one, other) = (left.delivery, right.delivery)
      if one.fileName != other.fileName { return FileNameOrder.precedes(one.fileName, other.fileName) }
      return one.path.utf8.lexicographicallyPrecedes(other.path.utf8)
    }
  }

  /// Whether a folder's name can be the code of a unit (<doc:regime#Unit-registry>).
  private static func isUnitCode(_ name: String) -> Bool {
    (1...35).contains(name.utf8.count)
      && name.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// Says of the file whose name stands before it that it is whole.
  package static let marker = ".done"

  /// Names that programs give to files they are still writing.
  private static func isUnfinished(_ name: String) -> Bool {
    let lower = name.lowercased()
    return !lower.hasPrefix(".") && [".part", ".tmp", ".filepart", ".crdownload"].contains { lower.hasSuffix($0) }
  }

  /// Names of what is no delivery: hidden files, what Office leaves beside an open document, markers.
  private static func isNone(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || name.lowercased().hasSuffix(marker)
  }
}
