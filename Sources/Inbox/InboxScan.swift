import DurableFiles
import ReportingModel

/// Looks through an inbox: the scan of the folder is the truth about what lies there (spec/4 Workspace).
package enum InboxScan {
  /// The finished files of an inbox by modification time and then name, with the unit that each one's folder binds it to.
  ///
  /// Temporary names, dot files, links and folders below a unit's folder are left alone.
  /// - Parameter checkFolder: the folder whose files are only ever checked.
  package static func deliveries(in inbox: String, checkFolder: String) throws -> [Delivery] {
    var found: [(modified: Int64, delivery: Delivery)] = []
    for name in try DurableFiles.names(in: inbox) where !isTemporary(name) {
      let path = inbox + "/" + name
      guard let status = DurableFiles.status(of: path) else { continue }
      switch status.kind {
      case .regular:
        found.append((status.modified, Delivery(path: path, fileName: name, folderUnit: nil, isInInbox: true)))
      case .folder where name != checkFolder:
        for inner in try DurableFiles.names(in: path) where !isTemporary(inner) {
          let innerPath = path + "/" + inner
          guard let inside = DurableFiles.status(of: innerPath), inside.kind == .regular else { continue }
          let unit = name.uppercased()
          found.append(
            (inside.modified, Delivery(path: innerPath, fileName: inner, folderUnit: unit, isInInbox: true)))
        }
      default: continue
      }
    }
    return found.sorted { left, right in
      if left.modified != right.modified { return left.modified < right.modified }
      if left.delivery.fileName != right.delivery.fileName {
        return left.delivery.fileName.utf8.lexicographicallyPrecedes(right.delivery.fileName.utf8)
      }
      return left.delivery.path.utf8.lexicographicallyPrecedes(right.delivery.path.utf8)
    }.map(\.delivery)
  }

  /// Names that programs give to files they are still writing.
  static func isTemporary(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasPrefix(".") || lower.hasPrefix("~$") || lower.hasSuffix(".part") || lower.hasSuffix(".tmp")
      || lower.hasSuffix(".filepart") || lower.hasSuffix(".crdownload") || lower.hasSuffix(".done")
  }
}
