import CLibXML2

extension ParseSession {
  private static func of(_ data: UnsafeMutableRawPointer?) -> ParseSession? {
    unsafe data.map { unsafe Unmanaged<ParseSession>.fromOpaque($0).takeUnretainedValue() }
  }

  static let onRead: xmlInputReadCallback = { data, buffer, capacity in
    guard let buffer = unsafe buffer, let session = unsafe ParseSession.of(data) else { return 0 }
    return unsafe session.feed(buffer, capacity)
  }

  static let onError: cxml_error_callback = { data, error in
    guard let error = unsafe error, let session = unsafe ParseSession.of(data) else { return }
    unsafe session.report(error.pointee)
  }

  /// The events that are listened to. Entities are never looked up, declared, or loaded: those callbacks are absent.
  static var callbacks: xmlSAXHandler {
    var sax = unsafe xmlSAXHandler()
    unsafe sax.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe sax.internalSubset = { data, _, _, _ in unsafe ParseSession.of(data)?.doctype() }
    unsafe sax.startElementNs = {
      data, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaultedCount, attributes in
      guard let name = unsafe name else { return }
      unsafe ParseSession.of(data)?.start(
        RawStartTag(
          name: name, prefix: prefix, uri: uri, namespaces: namespaces, rawNamespaceCount: namespaceCount,
          rawAttributes: attributes, rawAttributeCount: attributeCount, defaultedCount: defaultedCount))
    }
    unsafe sax.endElementNs = { data, name, prefix, uri in
      guard let name = unsafe name else { return }
      unsafe ParseSession.of(data)?.end(name, prefix, uri)
    }
    let characters: charactersSAXFunc = { data, text, count in
      guard let text = unsafe text else { return }
      unsafe ParseSession.of(data)?.characters(text, count)
    }
    unsafe sax.characters = characters
    unsafe sax.ignorableWhitespace = characters
    unsafe sax.cdataBlock = characters
    return unsafe sax
  }
}
