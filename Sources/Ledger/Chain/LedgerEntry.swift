import Hashing
package import ReportingModel

/// One change, as it stands in the chain for ever: a line of canonical JSON (<doc:record#An-entry>).
package struct LedgerEntry: Sendable {
  /// From 1, without gaps.
  package let sequence: Int64
  package let event: Event
  /// The later of the clock and the entry before's.
  package let recordedAt: Instant
  /// Who made the change.
  package let operatorName: String
  package let previous: Digest
  /// The line, without a line feed: what is stored and hashed.
  package let line: [UInt8]
  /// The SHA-256 of the line.
  package let digest: Digest

  private static let schema = "tonghop.entry/1"

  package var head: LedgerHead { LedgerHead(sequence: sequence, digest: digest) }

  /// The entry that follows a head.
  init(_ event: Event, after head: LedgerHead, recordedAt: Instant, operatorName: String) {
    sequence = head.sequence + 1
    previous = head.digest
    self.event = event
    self.recordedAt = recordedAt
    self.operatorName = operatorName
    line =
      JSONValue.object([
        "kind": .string(event.kind.rawValue), "operator": .string(operatorName), "payload": event.json,
        "previous": .digest(previous), "recordedAt": .string(recordedAt.description),
        "schema": .string(LedgerEntry.schema), "sequence": .int(sequence),
      ]).canonicalBytes
    digest = Digest(of: line)
  }

  /// The entry that a line from elsewhere tells.
  /// - Throws: `LedgerDamage` for a line that is none.
  package init(stored line: [UInt8]) throws(LedgerDamage) {
    do {
      try self.init(line: line)
    } catch {
      throw LedgerDamage(.file, "dòng không đọc được (\(error.member))", "a line cannot be read (\(error.member))")
    }
  }

  /// The entry that a line tells; whether it follows the one before is not looked at here.
  /// - Throws: which member is not as it must be.
  init(line: [UInt8]) throws(EntryFault) {
    do {
      var fields = try JSONFields(JSONNode(parsing: line))
      guard try fields.string("schema") == LedgerEntry.schema else { throw EntryFault("schema") }
      guard let kind = EventKind(rawValue: try fields.string("kind")) else { throw EntryFault("kind") }
      sequence = try fields.sequence("sequence")
      operatorName = try fields.string("operator")
      previous = try fields.digest("previous")
      recordedAt = try fields.instant("recordedAt")
      guard let payload = fields.node("payload") else { throw EntryFault("payload") }
      event = try Event(kind, payload)
      try fields.finish()
    } catch let fault as EntryFault {
      throw fault
    } catch let malformed as JSONFields.Malformed {
      throw EntryFault(malformed.key)
    } catch {
      throw EntryFault("JSON")
    }
    self.line = line
    digest = Digest(of: line)
  }
}

/// A line that is no entry, by the member that is not as it must be.
struct EntryFault: Error, Sendable, Hashable {
  let member: String

  init(_ member: String) {
    self.member = member
  }
}
