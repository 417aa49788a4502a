import CLibXML2

extension XMLFault {
  /// A fault that the validator reports.
  init(schemaError error: xmlError, line: Int, path: ElementPath) {
    unsafe self.init(
      kind: .schema, line: line, path: path.description, code: error.code, message: String(libxml2: error.message),
      subject: error.str1.map { unsafe String(libxml2: $0) }, other: error.str2.map { unsafe String(libxml2: $0) })
  }

  /// A fault that the parser reports; `isAtEnd`: it has read all there is.
  init(parserError error: xmlError, line: Int, column: Int?, path: ElementPath, isAtEnd: Bool) {
    let code = unsafe xmlParserErrors(rawValue: UInt32(clamping: error.code))
    let message = unsafe String(libxml2: error.message)
    let first = unsafe error.str1.map { unsafe String(libxml2: $0) }
    let second = unsafe error.str2.map { unsafe String(libxml2: $0) }
    self.init(
      kind: XMLFault.kind(code, message, isAtEnd: isAtEnd), line: line, column: column, path: path.description,
      code: unsafe error.code, message: message)
    switch kind {
    case .syntax(.mismatchedTag):
      (subject, other, openedLine) = (path.innermost?.name ?? first, second, path.innermost?.line)
    case .syntax(.unclosed):
      (subject, other, openedLine) = (path.innermost?.name, XMLFault.openSection(code), path.innermost?.line)
    case .syntax(.undeclaredPrefix), .syntax(.duplicateAttribute), .syntax(.attributeWithoutValue), .entity:
      (subject, other) = (first, second)
    default: break
    }
  }

  private static func kind(_ code: xmlParserErrors, _ message: String, isAtEnd: Bool) -> XMLFaultKind {
    switch code {
    case XML_ERR_DOCUMENT_EMPTY: return .syntax(.noRoot)
    case XML_ERR_DOCTYPE_NOT_FINISHED, XML_ERR_URI_REQUIRED, XML_ERR_PUBID_REQUIRED, XML_ERR_LITERAL_NOT_STARTED,
      XML_ERR_LITERAL_NOT_FINISHED:
      return .doctype
    case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING:
      return .encoding(.unsupported)
    case XML_ERR_NAME_TOO_LONG: return .nameTooLong
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: return .entity
    case _ where (code == XML_ERR_NAME_REQUIRED || code == XML_ERR_SPACE_REQUIRED) && isOfDoctype(message):
      return .doctype
    default: return .syntax(isAtEnd ? .unclosed : syntax(code, message))
    }
  }

  /// Whether a message of missing names or spaces is about a DOCTYPE, before the parser has told of it.
  private static func isOfDoctype(_ message: String) -> Bool {
    ["DOCTYPE", "DocType", "SYSTEM", "PUBLIC", "Public Identifier"].contains { message.contains($0) }
  }

  private static func syntax(_ code: xmlParserErrors, _ message: String) -> XMLSyntaxFault {
    switch code {
    case XML_ERR_TAG_NAME_MISMATCH: .mismatchedTag
    case XML_ERR_TAG_NOT_FINISHED: .unclosed
    case XML_ERR_LT_IN_ATTRIBUTE: .strayLessThan
    case XML_ERR_NAME_REQUIRED where message.hasPrefix("StartTag"): .strayLessThan
    case XML_ERR_NAME_REQUIRED where message.contains("EntityRef"), XML_ERR_ENTITYREF_SEMICOL_MISSING: .strayAmpersand
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED: .duplicateAttribute
    case XML_ERR_ATTRIBUTE_NOT_STARTED: .unquotedAttribute
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE: .attributeWithoutValue
    case XML_ERR_DOCUMENT_END: .junkAfterRoot
    case XML_NS_ERR_UNDEFINED_NAMESPACE: .undeclaredPrefix
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF:
      .invalidCharacter
    case XML_ERR_RESERVED_XML_NAME: .declarationNotFirst
    default: .other
    }
  }

  private static func openSection(_ code: xmlParserErrors) -> String? {
    switch code {
    case XML_ERR_COMMENT_NOT_FINISHED: "<!--"
    case XML_ERR_CDATA_NOT_FINISHED: "<![CDATA["
    case XML_ERR_PI_NOT_FINISHED: "<?"
    default: nil
    }
  }
}
