import CLibXML2

/// Reads one document in one pass, tells the handler what is in it, and holds it against a schema on the way.
///
/// Every fault of the document is in the outcome; nothing is thrown, printed, or opened. Without a schema only
/// well-formedness and the limits are checked. Faults of the schema do not end the reading.
/// - Parameters:
///   - bytes: The whole document, in UTF-8 or UTF-16, less than 2 GiB.
///   - schema: Shared with other parses if you like.
///   - limits: See ``XMLLimits``.
///   - handler: Receives the events on this thread, before this function returns.
package func parse<Handler: XMLHandler>(
  _ bytes: Span<UInt8>, schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits(), into handler: inout Handler
) -> XMLOutcome {
  guard bytes.count <= Int(Int32.max) else {
    return XMLOutcome(fault: XMLFault(kind: .tooLarge, line: 1, message: "document of 2 GiB or more"))
  }
  LibXML2.start()
  switch SourceText(bytes) {
  case .refused(let fault):
    return XMLOutcome(fault: fault)
  case .inPlace(let start):
    return read(bytes.extracting(start...), schema, limits, &handler)
  case .transcoded(let text):
    return read(text.span, schema, limits, &handler)
  }
}

/// Reads one document that lies in an array; see the function for spans.
package func parse<Handler: XMLHandler>(
  _ bytes: [UInt8], schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits(), into handler: inout Handler
) -> XMLOutcome {
  parse(bytes.span, schema: schema, limits: limits, into: &handler)
}

private func read<Handler: XMLHandler>(
  _ text: Span<UInt8>, _ schema: XMLSchema?, _ limits: XMLLimits, _ handler: inout Handler
) -> XMLOutcome {
  unsafe text.withUnsafeBufferPointer { buffer in
    unsafe withUnsafeMutablePointer(to: &handler) { pointer in
      unsafe HandledSession(source: buffer, limits: limits, handler: pointer).run(schema: schema)
    }
  }
}
