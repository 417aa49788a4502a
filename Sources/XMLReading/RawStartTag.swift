import CLibXML2

/// A start tag as libxml2 hands it over; valid during the callback only.
@unsafe
struct RawStartTag {
  let name: UnsafePointer<xmlChar>
  let prefix: UnsafePointer<xmlChar>?
  let uri: UnsafePointer<xmlChar>?
  /// Two pointers each: prefix, name.
  let namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let rawNamespaceCount: Int32
  /// Five pointers each: local name, prefix, namespace name, begin and end of the value.
  let rawAttributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let rawAttributeCount: Int32
  let defaultedCount: Int32

  var attributeCount: Int { unsafe rawAttributes == nil ? 0 : Int(max(rawAttributeCount, 0)) }
  var namespaceCount: Int { unsafe namespaces == nil ? 0 : Int(max(rawNamespaceCount, 0)) }

  func forward(to validation: UnsafeMutablePointer<cxml_validation>?) {
    guard let validation = unsafe validation else { return }
    unsafe cxml_validation_start(
      validation, name, prefix, uri, rawNamespaceCount, namespaces, rawAttributeCount, defaultedCount, rawAttributes)
  }

  func attributes(_ namespaceName: (UnsafePointer<xmlChar>) -> String) -> [XMLAttribute] {
    guard let rawAttributes = unsafe rawAttributes, unsafe attributeCount > 0 else { return [] }
    var result: [XMLAttribute] = []
    unsafe result.reserveCapacity(attributeCount)
    for index in unsafe 0..<attributeCount {
      let raw = unsafe rawAttributes + 5 * index
      guard let name = unsafe raw[0], let begin = unsafe raw[3], let end = unsafe raw[4] else { continue }
      unsafe result.append(
        XMLAttribute(
          name: String(name: name), namespace: raw[2].map { unsafe namespaceName($0) },
          value: RawStartTag.value(UnsafeBufferPointer(start: begin, count: max(0, end - begin)))))
    }
    return result
  }

  /// The beginning of the first name or prefix with more Unicode scalars than allowed.
  func firstName(longerThan limit: Int) -> String? {
    func long(_ name: UnsafePointer<xmlChar>?) -> String? {
      guard let name = unsafe name, unsafe xmlStrlen(name) > limit else { return nil }
      let scalars = unsafe String(name: name).unicodeScalars
      return scalars.count > limit ? String(String.UnicodeScalarView(scalars.prefix(40))) : nil
    }
    if let found = unsafe long(name) ?? long(prefix) { return found }
    if let raw = unsafe rawAttributes {
      for index in unsafe 0..<attributeCount {
        if let found = unsafe long(raw[5 * index]) ?? long(raw[5 * index + 1]) { return found }
      }
    }
    if let raw = unsafe namespaces {
      for index in unsafe 0..<namespaceCount {
        if let found = unsafe long(raw[2 * index]) { return found }
      }
    }
    return nil
  }

  /// The value of an attribute: libxml2 hands over every ampersand as `&#38;` and all else resolved.
  private static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard unsafe bytes.contains(UInt8(ascii: "&")) else { return unsafe String(decoding: bytes, as: UTF8.self) }
    let escape = Array("#38;".utf8)
    var result: [UInt8] = []
    var rest = unsafe Array(bytes)[...]
    while let byte = rest.popFirst() {
      result.append(byte)
      if byte == UInt8(ascii: "&"), rest.starts(with: escape) { rest = rest.dropFirst(escape.count) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
