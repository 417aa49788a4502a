import DurableFiles
private import FoundationEssentials
package import ReportingModel

/// What `watch` leaves for `status` to say: the troubles there are now.
///
/// The file keeps its length and is written over in place, so that also a full disk can be told of.
package struct WatchNotice: Sendable, Codable {
  package struct Line: Sendable, Codable, Hashable {
    package var kind: String
    package var path: String
    package var vietnamese: String
    package var english: String
  }

  /// When it was written, in seconds since 1970.
  package var at: Int64
  package var troubles: [Line]

  private static let name = "/.watch.json"
  private static let length = 16_384
  private static let most = 20

  package init(_ troubles: [InboxTrouble], at now: Instant) {
    at = now.seconds
    self.troubles = troubles.prefix(WatchNotice.most).map {
      Line(
        kind: $0.kind.rawValue, path: shortened($0.path), vietnamese: shortened($0.message.vietnamese),
        english: shortened($0.message.english))
    }
  }

  /// Reads what was left in a workspace; `nil` when nothing was or it cannot be read.
  package init?(of workspace: Workspace) {
    guard let bytes = try? DurableFiles.read(workspace.root + WatchNotice.name),
      let notice = try? JSONDecoder().decode(WatchNotice.self, from: Data(bytes))
    else { return nil }
    self = notice
  }

  /// Leaves it in a workspace, as far as the system lets.
  package func write(to workspace: Workspace) {
    guard var bytes = (try? JSONEncoder().encode(self)).map({ [UInt8]($0) }), bytes.count < WatchNotice.length else {
      return
    }
    bytes += [UInt8](repeating: UInt8(ascii: " "), count: WatchNotice.length - bytes.count - 1) + [0x0A]
    try? DurableFiles.overwrite(workspace.root + WatchNotice.name, with: bytes)
  }

  /// Takes it away at the end of a watch.
  package static func remove(from workspace: Workspace) {
    try? DurableFiles.remove(workspace.root + WatchNotice.name)
  }
}

private func shortened(_ text: String) -> String {
  text.utf8.count <= 240 ? text : String(text.prefix(200)) + "…"
}
