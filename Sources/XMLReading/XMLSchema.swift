import CLibXML2

/// A compiled XML Schema: made once, then used by any number of parses on any number of threads.
///
/// `@unchecked` because libxml2's structure cannot say that it is safe to share. It is: after compilation nothing
/// writes to it (each parse has its own validation context, and libxml2 loads further schemas at validation only when
/// it was given none), and it is freed when the last parse that holds this object has ended.
@safe package final class XMLSchema: @unchecked Sendable {
  let pointer: xmlSchemaPtr

  /// Compiles the bytes of an XSD; throws the first fault.
  ///
  /// A schema is held to the same rules as a document, except for the limits: no DOCTYPE, UTF-8 or UTF-16. An
  /// `xs:import` or `xs:include` finds nothing, since no file and no address is ever opened.
  package init(_ bytes: [UInt8]) throws(XMLFault) {
    LibXML2.start()
    var nobody = Nobody()
    let limits = XMLLimits(depth: 255, attributes: 255, nameLength: 4096)
    if let fault = parse(bytes, limits: limits, into: &nobody).fault { throw fault }
    let faults = SchemaCompilation()
    let data = unsafe Unmanaged.passUnretained(faults).toOpaque()
    let channels = unsafe cxml_capture_errors(data, SchemaCompilation.report)
    defer { unsafe cxml_restore_errors(channels) }
    let compiled = unsafe bytes.withUnsafeBytes { buffer in
      unsafe cxml_compile_schema(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count),
        SchemaCompilation.report, data)
    }
    guard let compiled = unsafe compiled, faults.first == nil else {
      unsafe xmlSchemaFree(compiled)
      throw faults.first ?? XMLFault(kind: .schema, line: 1, message: "the schema cannot be compiled")
    }
    unsafe pointer = compiled
  }

  deinit { unsafe xmlSchemaFree(pointer) }
}

/// Keeps the first error while a schema is compiled.
private final class SchemaCompilation {
  var first: XMLFault?

  static let report: cxml_error_callback = { data, error in
    guard let data = unsafe data, let error = unsafe error?.pointee else { return }
    let faults = unsafe Unmanaged<SchemaCompilation>.fromOpaque(data).takeUnretainedValue()
    guard faults.first == nil, unsafe error.level != XML_ERR_WARNING else { return }
    faults.first = unsafe XMLFault(
      kind: .schema, line: max(1, Int(error.line)), code: error.code, message: String(libxml2: error.message),
      subject: error.str1.map { unsafe String(libxml2: $0) }, other: error.str2.map { unsafe String(libxml2: $0) })
  }
}

/// A handler for those who want only the outcome.
private struct Nobody: XMLHandler {
  var isFinished = false
  mutating func startElement(_ tag: XMLStartTag) {}
  mutating func text(_ text: String) {}
  mutating func endElement(_ name: String, line: Int) {}
}
