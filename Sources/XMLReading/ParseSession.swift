import CLibXML2

/// One reading of one document: what libxml2's callbacks need, reached through the pointer that they are given.
///
/// Reading is stopped by feeding nothing more and ignoring what still comes. `xmlStopParser` would in most places free
/// the buffer under callers that go on using it: the validator inside a start tag, the parser after an error.
@safe class ParseSession {
  let limits: XMLLimits
  private var feed: TextFeed
  private var context: xmlParserCtxtPtr?
  private var validation: UnsafeMutablePointer<cxml_validation>?
  private var outcome = XMLOutcome()
  private var pendingText: [UInt8] = []
  private var pendingIsBlank = true
  private var lastNamespace: (pointer: UnsafePointer<xmlChar>, name: String)?
  private(set) var way = ElementPath()

  init(_ feed: TextFeed, limits: XMLLimits) {
    self.feed = feed
    self.limits = limits
  }

  // What a subclass does with the events; the base class has no handler.
  func handleStart(_ tag: XMLStartTag) {}
  func handleText(_ text: String) {}
  func handleEnd(_ name: String, line: Int) {}
  var handlerIsFinished: Bool { false }

  /// Reads the document to its end or to its first fault.
  final func run(schema: XMLSchema?) -> XMLOutcome {
    withExtendedLifetime((self, schema)) {
      let data = unsafe Unmanaged.passUnretained(self).toOpaque()
      let channels = unsafe cxml_capture_errors(data, ParseSession.onError)
      defer { unsafe cxml_restore_errors(channels) }
      var sax = unsafe ParseSession.callbacks
      guard let context = unsafe cxml_open(&sax, data, ParseSession.onRead) else {
        return XMLOutcome(fault: XMLFault(kind: .syntax(.other), line: 1, message: "no parser"))
      }
      defer { unsafe cxml_close(context) }
      unsafe self.context = unsafe context
      if let schema {
        guard let validation = unsafe cxml_validation_open(schema.pointer, ParseSession.onError, data) else {
          return XMLOutcome(fault: XMLFault(kind: .schema, line: 1, message: "no validator"))
        }
        unsafe self.validation = unsafe validation
      }
      defer { unsafe cxml_validation_close(validation) }
      if unsafe xmlParseDocument(context) != 0 || context.pointee.wellFormed == 0 {
        stop(.syntax(.other), "not well-formed")
      }
      return outcome
    }
  }

  private(set) final var isStopped = false
  final var line: Int { unsafe context.map { unsafe max(1, Int(cxml_line($0))) } ?? 1 }

  /// Records why reading ends here; only the first reason counts.
  final func stop(_ fault: XMLFault) {
    if !isStopped { outcome.fault = fault }
    isStopped = true
  }

  private func stop(_ kind: XMLFaultKind, _ message: String, subject: String? = nil) {
    stop(XMLFault(kind: kind, line: line, path: way.description, message: message, subject: subject))
  }

  // MARK: Input

  /// Copies the next bytes of the document into the parser's buffer; 0 ends the document.
  final func feed(_ buffer: UnsafeMutablePointer<CChar>, _ capacity: Int32) -> Int32 {
    if let context = unsafe context,
      unsafe Int(cxml_attributes_held(context)) > limits.attributes
        || Int(cxml_namespaces_held(context)) > limits.namespaces
    {
      stop(.tooManyAttributes, "more than \(limits.attributes) attributes")
    }
    guard !isStopped else { return 0 }
    return Int32(unsafe feed.next(UnsafeMutableRawPointer(buffer), Int(max(capacity, 0))))
  }

  /// Whether the parser has seen the last byte of the document.
  final var isAtEnd: Bool {
    unsafe feed.isAtEnd && context.map { unsafe cxml_is_drained($0) != 0 } ?? true
  }

  // MARK: Events

  final func doctype() {
    guard !isStopped else { return }
    stop(.doctype, "DOCTYPE is not allowed")
    // The parser looks out for this here, and holds no pointer into its buffer.
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  final func start(_ tag: RawStartTag) {
    guard !isStopped else { return }
    flushText()
    let name = unsafe String(name: tag.name)
    guard way.depth < limits.depth else {
      return stop(.tooDeep, "elements nested more than \(limits.depth) deep", subject: name)
    }
    let line = line
    let (parent, number) = way.push(name, line: line)
    guard unsafe tag.attributeCount + tag.namespaceCount <= limits.attributes else {
      return stop(.tooManyAttributes, "more than \(limits.attributes) attributes", subject: name)
    }
    if let long = unsafe tag.firstName(longerThan: limits.nameLength) {
      return stop(.nameTooLong, "name longer than \(limits.nameLength)", subject: long)
    }
    unsafe tag.forward(to: validation)
    guard !isStopped else { return }
    handleStart(
      XMLStartTag(
        name: name, namespace: unsafe tag.uri.map { unsafe namespaceName($0) },
        attributes: unsafe tag.attributes { unsafe namespaceName($0) }, line: line, parentPath: parent,
        number: number))
    askHandler()
  }

  final func characters(_ start: UnsafePointer<xmlChar>, _ count: Int32) {
    guard !isStopped else { return }
    let piece = unsafe UnsafeBufferPointer(start: start, count: Int(max(count, 0)))
    if pendingIsBlank {
      pendingIsBlank = unsafe piece.allSatisfy { $0 <= 0x20 }
      // However much white space there is, what stands behind it begins with white space.
      if pendingIsBlank, pendingText.count > ParseSession.longestBlank { return }
    }
    guard pendingIsBlank || pendingText.count + piece.count <= limits.textBytes else {
      return stop(
        .textTooLong, "text longer than \(limits.textBytes) bytes", subject: way.innermost?.name)
    }
    unsafe pendingText.append(contentsOf: piece)
  }

  /// White space at the beginning of a text that is kept.
  private static let longestBlank = 64 << 10

  final func end(
    _ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?
  ) {
    guard !isStopped else { return }
    flushText()
    if let validation = unsafe validation { unsafe cxml_validation_end(validation, name, prefix, uri) }
    guard !isStopped else { return }
    let closed = way.pop()
    handleEnd(closed, line: line)
    askHandler()
  }

  /// Hands on the text since the last tag, at once: the validator copies all it has for every piece.
  private func flushText() {
    guard !pendingText.isEmpty else { return }
    if let validation = unsafe validation {
      unsafe pendingText.withUnsafeBufferPointer { text in
        if let start = text.baseAddress {
          unsafe cxml_validation_text(validation, start, Int32(clamping: text.count))
        }
      }
    }
    if !isStopped {
      handleText(String(decoding: pendingText, as: UTF8.self))
      askHandler()
    }
    pendingText.removeAll(keepingCapacity: pendingText.capacity <= ParseSession.longestBlank)
    pendingIsBlank = true
  }

  private func askHandler() {
    if handlerIsFinished { stop(.stopped, "stopped by the handler") }
  }

  /// Namespace names are long and few, and libxml2 has one pointer for each: most tags have the last one again.
  private func namespaceName(_ pointer: UnsafePointer<xmlChar>) -> String {
    if let last = unsafe lastNamespace, unsafe last.pointer == pointer { return unsafe last.name }
    let name = unsafe String(name: pointer)
    unsafe lastNamespace = unsafe (pointer, name)
    return name
  }

  // MARK: Errors

  final func report(_ error: xmlError) {
    guard !isStopped, unsafe error.level != XML_ERR_WARNING else { return }
    if unsafe error.domain == Int32(XML_FROM_SCHEMASV.rawValue) {
      outcome.schemaFaultCount += 1
      guard outcome.schemaFaults.count < limits.schemaFaults else { return }
      unsafe outcome.schemaFaults.append(XMLFault(schemaError: error, line: line, path: way))
    } else {
      let column = unsafe context.map { unsafe Int(cxml_column($0)) }
      unsafe stop(XMLFault(parserError: error, line: line, column: column, path: way, isAtEnd: isAtEnd))
    }
  }
}

/// A reading whose events go to a handler, which stays where its owner has it.
@safe final class HandledSession<Handler: XMLHandler>: ParseSession {
  private let handler: UnsafeMutablePointer<Handler>

  init(_ feed: TextFeed, limits: XMLLimits, handler: UnsafeMutablePointer<Handler>) {
    unsafe self.handler = unsafe handler
    super.init(feed, limits: limits)
  }

  override func handleStart(_ tag: XMLStartTag) { unsafe handler.pointee.startElement(tag) }
  override func handleText(_ text: String) { unsafe handler.pointee.text(text) }
  override func handleEnd(_ name: String, line: Int) { unsafe handler.pointee.endElement(name, line: line) }
  override var handlerIsFinished: Bool { unsafe handler.pointee.isFinished }
}
