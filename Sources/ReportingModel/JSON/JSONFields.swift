/// The members of an object that the program wrote itself, taken out one by one by name and type.
///
/// It is strict both ways: a missing or differently typed member is a fault, and so is one that nobody asked for.
package struct JSONFields {
  private let members: [JSONMember]
  /// Of each member, whether it was asked for.
  private var asked: [Bool]

  /// Which member is not as it must be.
  package struct Malformed: Error, Sendable, Hashable, CustomStringConvertible {
    package let key: String
    package var description: String { key }
    package init(_ key: String) { self.key = key }
  }

  package init(_ node: JSONNode, _ name: String = "") throws(Malformed) {
    guard case .object(let members) = node.value else { throw Malformed(name) }
    self.members = members
    asked = [Bool](repeating: false, count: members.count)
  }

  /// The node of a member; `nil` where it is left out.
  package mutating func node(_ key: String) -> JSONNode? {
    guard let index = members.firstIndex(where: { $0.key == key }) else { return nil }
    asked[index] = true
    return members[index].node
  }

  package mutating func string(_ key: String) throws(Malformed) -> String {
    guard let text = try optionalString(key) else { throw Malformed(key) }
    return text
  }

  package mutating func optionalString(_ key: String) throws(Malformed) -> String? {
    guard let node = node(key) else { return nil }
    guard case .string(let text) = node.value else { throw Malformed(key) }
    return text
  }

  package mutating func int(_ key: String) throws(Malformed) -> Int {
    guard let value = try optionalInt(key) else { throw Malformed(key) }
    return value
  }

  package mutating func optionalInt(_ key: String) throws(Malformed) -> Int? {
    guard let node = node(key) else { return nil }
    guard case .integer(let wide) = node.value, let value = Int(exactly: wide) else { throw Malformed(key) }
    return value
  }

  package mutating func bool(_ key: String) throws(Malformed) -> Bool {
    guard case .bool(let flag)? = node(key)?.value else { throw Malformed(key) }
    return flag
  }

  /// A mark that is there or not; it is never written as false.
  package mutating func mark(_ key: String) throws(Malformed) -> Bool {
    guard let node = node(key) else { return false }
    guard case .bool(true) = node.value else { throw Malformed(key) }
    return true
  }

  package mutating func sequence(_ key: String) throws(Malformed) -> Int64 { Int64(try int(key)) }

  package mutating func digest(_ key: String) throws(Malformed) -> Digest {
    guard let digest = try optionalDigest(key) else { throw Malformed(key) }
    return digest
  }

  package mutating func optionalDigest(_ key: String) throws(Malformed) -> Digest? {
    guard let text = try optionalString(key) else { return nil }
    guard let digest = Digest(hex: text), digest.description == text else { throw Malformed(key) }
    return digest
  }

  package mutating func instant(_ key: String) throws(Malformed) -> Instant {
    let text = try string(key)
    guard let instant = Instant(iso: text), instant.description == text else { throw Malformed(key) }
    return instant
  }

  package mutating func date(_ key: String) throws(Malformed) -> CalendarDate {
    guard let date = CalendarDate(iso: try string(key)) else { throw Malformed(key) }
    return date
  }

  /// A list of texts; empty where it is left out.
  package mutating func strings(_ key: String) throws(Malformed) -> [String] {
    try list(key) { (node) throws(Malformed) in
      guard case .string(let text) = node.value else { throw Malformed(key) }
      return text
    }
  }

  /// A list; empty where it is left out.
  package mutating func list<Element>(
    _ key: String, _ read: (JSONNode) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    guard let node = node(key) else { return [] }
    guard case .array(let nodes) = node.value else { throw Malformed(key) }
    var elements: [Element] = []
    for node in nodes { elements.append(try read(node)) }
    return elements
  }

  /// Throws when there is a member that was not asked for.
  package func finish() throws(Malformed) {
    if let index = asked.firstIndex(of: false) { throw Malformed(members[index].key) }
  }
}
