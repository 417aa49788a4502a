import ReportingModel
import Testing

@testable import Ledger

/// The payload of a kind has these members, no other, and those without a value are left out.
@Suite struct EntryKeyTests {
  /// By kind: what is always there, and what may be left out.
  private static let keys: [EventKind: (always: String, perhaps: String)] = [
    .settings: ("office", ""),
    .regime: ("id sha256", ""),
    .template: ("regime name sha256", ""),
    .registry: ("sha256", ""),
    .delivery: (
      "receipt file size receivedAt status receiptSha256 program", "folder sha256 lateReason sender setAside"
    ),
    .submission: (
      "delivery path encoding accepted regime receivedAt regimeSha256 registrySha256 settings errors warnings",
      "unit period number contentSha256 comparedSha256 overtaken medians explained"
    ),
    .withdrawal: ("submission reason", ""),
    .purge: ("sha256 reason", ""),
    .request: ("regime code title from to due", "partOf kinds levels units"),
    .closing: ("regime code", ""),
    .report: (
      "id kind key to version regime number date signer from until asOf regimeSha256 registrySha256 settings"
        + " templateSha256 textsSha256 jsonSha256 outputs program",
      "capacity exemplarsSha256 periods replaces reason"
    ),
    .attachment: ("report sha256 mediaType", ""),
    .account: ("name role state", "unit"),
    .key: ("vkey", "note lost"),
    .rollback: ("knownSequence knownSha256 reason nextReceipt", "signedSize signedRoot"),
  ]

  private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

  private func members(_ event: Event) throws -> [String: JSONValue] {
    guard case .object(let members) = event.json else { throw JSONFields.Malformed("payload") }
    return members
  }

  private func reads(_ kind: EventKind, _ members: [String: JSONValue]) -> Bool {
    guard let node = try? JSONNode(parsing: JSONValue.object(members).canonicalBytes) else { return false }
    return (try? Event(kind, node)) != nil
  }

  @Test(arguments: EventKind.allCases) func everyKindHasItsMembers(_ kind: EventKind) throws {
    let (always, perhaps) = try #require(Self.keys[kind].map { (Self.words($0.always), Self.words($0.perhaps)) })
    var random = RandomEvents(seed: 11)
    var seen: [Set<String>] = []
    for _ in 0..<200 { seen.append(Set(try members(random.event(kind)).keys)) }
    #expect(seen.reduce(into: Set()) { $0.formUnion($1) } == always.union(perhaps))
    #expect(seen.dropFirst().reduce(seen[0]) { $0.intersection($1) } == always)
  }

  /// A member too many, too few or of another type is no entry.
  @Test(arguments: EventKind.allCases) func aMemberThatIsNotAsItMustBe(_ kind: EventKind) throws {
    let always = try #require(Self.keys[kind].map { Self.words($0.always) })
    var random = RandomEvents(seed: 12)
    for _ in 0..<20 {
      let members = try members(random.event(kind))
      #expect(reads(kind, members))
      #expect(!reads(kind, members.merging(["z": .int(1)]) { $1 }))
      for key in members.keys {
        for wrong: JSONValue in [
          .null, .int(-1), .bool(true), .string("\u{1}"), .array([.null]), .object(["z": .null]),
        ]
        where !isOfTheSameType(wrong, members[key]) {
          #expect(!reads(kind, members.merging([key: wrong]) { $1 }), "\(key) \(wrong)")
        }
        if always.contains(key), key != "outputs" {
          #expect(!reads(kind, members.filter { $0.key != key }), "\(key)")
        }
      }
    }
  }

  /// Texts and numbers that stand for something else, such as a digest, are tried by their own tests.
  private func isOfTheSameType(_ one: JSONValue, _ other: JSONValue?) -> Bool {
    switch (one, other) {
    case (.integer, .integer), (.bool, .bool), (.string, .string), (.object, .object): true
    default: false
    }
  }

  @Test func whatAnAcceptedSubmissionMustHave() throws {
    var random = RandomEvents(seed: 13)
    var count = 0
    for _ in 0..<60 {
      let members = try members(random.event(.submission))
      guard members["accepted"] == .bool(true) else { continue }
      count += 1
      for key in ["unit", "period", "number", "contentSha256", "comparedSha256"] {
        #expect(!reads(.submission, members.filter { $0.key != key }), "\(key)")
      }
      // One that was refused has no verdict of an accepted one.
      #expect(!reads(.submission, members.merging(["accepted": .bool(false)]) { $1 }))
    }
    #expect(count > 10)
  }

  @Test func digestsAndTimesAreWrittenInOneWay() {
    let digest = String(repeating: "ab", count: 32)
    #expect(reads(.registry, ["sha256": .string(digest)]))
    for wrong in [digest.uppercased(), String(digest.dropLast()), digest + "0", "0x" + digest.dropFirst(2), ""] {
      #expect(!reads(.registry, ["sha256": .string(wrong)]), "\(wrong)")
    }
    let key: [String: JSONValue] = ["vkey": .string("v")]
    #expect(!reads(.key, key))
    #expect(!reads(.key, key.merging(["note": .string("n"), "lost": .string("l")]) { $1 }))
  }
}
