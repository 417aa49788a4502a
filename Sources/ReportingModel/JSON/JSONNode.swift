/// A JSON value as it stood in a text, with the place where it began: what the program reads of its own files and entries.
///
/// Numbers are integers, as everything that the program writes (`JSONValue`): a fraction or an exponent is a fault.
package struct JSONNode: Sendable {
  package enum Value: Sendable {
    case null
    case bool(Bool)
    case integer(Int128)
    case string(String)
    case array([JSONNode])
    /// In the order of the text; a key stands twice only where the reader was asked to go on (`JSONNode.read`).
    case object([JSONMember])
  }

  package let value: Value
  /// Bytes before it in the text.
  package let offset: Int

  /// The same without its places; of a key that stands twice the first.
  package var plain: JSONValue {
    switch value {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .integer(let number): .integer(number)
    case .string(let text): .string(text)
    case .array(let nodes): .array(nodes.map(\.plain))
    case .object(let members):
      .object(Dictionary(members.map { ($0.key, $0.node.plain) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// What `null`, a text and so on are called in a message.
  package var kind: LocalizedText {
    switch value {
    case .null: LocalizedText("null", "null")
    case .bool: LocalizedText("true/false", "true/false")
    case .integer: LocalizedText("số nguyên", "an integer")
    case .string: LocalizedText("chuỗi", "a text")
    case .array: LocalizedText("danh sách [ ]", "a list [ ]")
    case .object: LocalizedText("đối tượng { }", "an object { }")
    }
  }
}

/// A key of an object and its value.
package struct JSONMember: Sendable {
  package let key: String
  /// Bytes before the key in the text.
  package let offset: Int
  package let node: JSONNode
}

/// Why a text is no JSON as this program reads it.
package struct JSONFault: Error, Sendable, Hashable {
  package let offset: Int
  package let message: LocalizedText

  package init(offset: Int, message: LocalizedText) {
    self.offset = offset
    self.message = message
  }
}
