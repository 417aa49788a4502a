import DurableFiles
import ReportingModel

/// Looks through an inbox: the scan of the folder is the truth about what lies there (spec/4 Workspace).
package enum InboxScan {
  /// The finished files of an inbox by modification time and then name, with the unit that each one's folder binds it to.
  ///
  /// Temporary names, dot files, links and folders below a unit's folder are left alone.
  /// - Parameter checkFolder: the folder whose files are only ever checked, and not found here.
  package static func deliveries(in inbox: String, checkFolder: String) throws -> [Delivery] {
    try files(in: inbox, except: checkFolder).map { path, unit in
      Delivery(path: path, fileName: DurableFiles.name(of: path), folderUnit: unit, isInInbox: true)
    }
  }

  /// The finished files of the folder whose files are only ever checked; they never leave it.
  package static func checks(in inbox: String, checkFolder: String) throws -> [Delivery] {
    let folder = inbox + "/" + checkFolder
    guard DurableFiles.status(of: folder)?.kind == .folder else { return [] }
    return try files(in: folder, except: nil).map { path, unit in
      Delivery(path: path, fileName: DurableFiles.name(of: path), folderUnit: unit, isInInbox: false)
    }
  }

  /// The files of a folder and of the folders of units below it.
  private static func files(in folder: String, except: String?) throws -> [(path: String, unit: String?)] {
    var found: [(modified: Int64, path: String, unit: String?)] = []
    for name in try DurableFiles.names(in: folder) where !isTemporary(name) {
      let path = folder + "/" + name
      guard let status = DurableFiles.status(of: path) else { continue }
      switch status.kind {
      case .regular: found.append((status.modified, path, nil))
      case .folder where name != except:
        for inner in try DurableFiles.names(in: path) where !isTemporary(inner) {
          let innerPath = path + "/" + inner
          guard let inside = DurableFiles.status(of: innerPath), inside.kind == .regular else { continue }
          found.append((inside.modified, innerPath, name.uppercased()))
        }
      default: continue
      }
    }
    return found.sorted { left, right in
      if left.modified != right.modified { return left.modified < right.modified }
      let names = (DurableFiles.name(of: left.path), DurableFiles.name(of: right.path))
      if names.0 != names.1 { return names.0.utf8.lexicographicallyPrecedes(names.1.utf8) }
      return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }.map { ($0.path, $0.unit) }
  }

  /// Names that programs give to files they are still writing.
  static func isTemporary(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasPrefix(".") || lower.hasPrefix("~$") || lower.hasSuffix(".part") || lower.hasSuffix(".tmp")
      || lower.hasSuffix(".filepart") || lower.hasSuffix(".crdownload") || lower.hasSuffix(".done")
  }
}
