import DurableFiles
package import ReportingModel

/// The process that has a workspace for writing, as it says itself in the lock's file: for people alone.
package struct LockHolder: Sendable, Hashable {
  /// What it runs, such as `watch`.
  package var verb: String
  package var process: Int
  package var since: Instant

  package init(verb: String, process: Int, since: Instant) {
    self.verb = verb
    self.process = process
    self.since = since
  }

  /// Reads who holds a lock; `nil` where nobody says.
  init?(of lock: String) {
    do {
      var fields = try JSONFields(JSONNode(parsing: DurableFiles.read(lock)))
      self.init(
        verb: try fields.string("verb"), process: Int(clamping: try fields.sequence("process")),
        since: try fields.instant("since"))
    } catch {
      return nil
    }
  }

  /// `watch (process 4711, since …)`.
  package var description: LocalizedText {
    LocalizedText("\(verb) (tiến trình \(process), từ \(since))", "\(verb) (process \(process), since \(since))")
  }

  /// Who holds a workspace, as far as somebody says.
  package static func description(of holder: LockHolder?) -> LocalizedText {
    holder?.description ?? LocalizedText("Một tiến trình khác", "Another process")
  }

  var words: [UInt8] {
    JSONValue.object([
      "process": .int(Int64(process)), "since": .string(since.description), "verb": .string(verb),
    ]).fileBytes
  }
}
