import CLibXML2
package import Spooling

/// Reads one document in one pass, tells the handler what is in it, and holds it against a schema on the way.
///
/// Every fault of the document is in the outcome; nothing is thrown, printed, or opened. Without a schema only
/// well-formedness and the limits are checked. Faults of the schema do not end the reading.
/// - Parameters:
///   - bytes: The whole document, in UTF-8 or UTF-16, less than 2 GiB; read through once, and then by the parser.
///   - schema: Shared with other parses if you like.
///   - limits: See ``XMLLimits``.
///   - handler: Receives the events on this thread, before this function returns.
package func parse<Handler: XMLHandler>(
  _ bytes: ByteView, schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits(), into handler: inout Handler
) -> XMLOutcome {
  guard bytes.count <= Int(Int32.max) else {
    return XMLOutcome(fault: XMLFault(kind: .tooLarge, line: 1, message: "document of 2 GiB or more"))
  }
  LibXML2.start()
  switch SourceText(bytes) {
  case .refused(let fault):
    return XMLOutcome(fault: fault)
  case .text(let feed):
    return unsafe withUnsafeMutablePointer(to: &handler) { pointer in
      unsafe HandledSession(feed, limits: limits, handler: pointer).run(schema: schema)
    }
  }
}

/// Reads one document that lies in an array; see the function for views.
package func parse<Handler: XMLHandler>(
  _ bytes: [UInt8], schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits(), into handler: inout Handler
) -> XMLOutcome {
  parse(ByteView(bytes), schema: schema, limits: limits, into: &handler)
}
