import DurableFiles
package import ReportingModel
package import Workspaces

/// What `watch` leaves for `status` to say: the troubles there are now.
///
/// The file keeps its length and is written over in place, so that also a full disk can be told of.
package struct WatchNotice: Sendable {
  package struct Line: Sendable, Hashable {
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
    do {
      var fields = try JSONFields(JSONNode(parsing: DurableFiles.read(workspace.root + WatchNotice.name)))
      at = try fields.sequence("at")
      troubles = try fields.list("troubles") { (node) throws(JSONFields.Malformed) in
        var line = try JSONFields(node)
        return Line(
          kind: try line.string("kind"), path: try line.string("path"), vietnamese: try line.string("vietnamese"),
          english: try line.string("english"))
      }
    } catch {
      return nil
    }
  }

  /// Leaves it in a workspace, as far as the system lets.
  package func write(to workspace: Workspace) {
    var bytes = json.canonicalBytes
    guard bytes.count < WatchNotice.length else { return }
    bytes += [UInt8](repeating: UInt8(ascii: " "), count: WatchNotice.length - bytes.count - 1) + [0x0A]
    try? DurableFiles.overwrite(workspace.root + WatchNotice.name, with: bytes)
  }

  private var json: JSONValue {
    .object([
      "at": .int(at),
      "troubles": .array(
        troubles.map {
          .object([
            "kind": .string($0.kind), "path": .string($0.path), "vietnamese": .string($0.vietnamese),
            "english": .string($0.english),
          ])
        }),
    ])
  }

  /// Takes it away at the end of a watch.
  package static func remove(from workspace: Workspace) {
    try? DurableFiles.remove(workspace.root + WatchNotice.name)
  }
}

private func shortened(_ text: String) -> String {
  text.utf8.count <= 240 ? text : String(text.prefix(200)) + "…"
}
