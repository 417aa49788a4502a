/// What kind of thing is wrong with a document.
package enum XMLFaultKind: Hashable, Sendable {
  /// No bytes, or white space only.
  case empty
  /// More than 2 GiB less one byte.
  case tooLarge
  /// The handler wanted no more.
  case stopped
  /// Bytes that cannot be read as text.
  case encoding(XMLEncodingFault)
  /// A DOCTYPE, whatever it holds.
  case doctype
  /// More elements inside one another than the limit; subject: the element.
  case tooDeep
  /// More attributes than the limit; subject: the element, if its tag was read to the end.
  case tooManyAttributes
  /// An element, attribute or prefix longer than the limit; subject: its beginning.
  case nameTooLong
  /// A run of text longer than the limit; subject: the element it stands in.
  case textTooLong
  /// Another version of XML than 1.0, which has other rules; subject: the version declared.
  case version
  /// A reference to an entity that XML does not define; subject: its name.
  case entity
  /// Not well-formed.
  case syntax(XMLSyntaxFault)
  /// Against the schema, or, when a schema is compiled, against the rules for schemas.
  case schema
}

/// Why bytes cannot be read as text.
package enum XMLEncodingFault: Hashable, Sendable {
  /// Neither UTF-8 nor UTF-16 by declaration or first bytes; subject: its name.
  case unsupported
  /// The declaration names another encoding than the bytes have; subject: the declared one, other: the real one.
  case contradictory
  /// Bytes that are none in the encoding; subject: the encoding, other: the bytes in hexadecimal.
  case invalidBytes
}

/// How a document fails to be well-formed.
package enum XMLSyntaxFault: Hashable, Sendable {
  /// An end tag for another element; subject: the open element, opened at `openedLine`, other: the end tag's name.
  case mismatchedTag
  /// The document ends too soon; subject: the innermost open element, opened at `openedLine`, `nil` if none was;
  /// other: `<!--`, `<![CDATA[` or `<?` if one of these is left open.
  case unclosed
  /// A `<` that begins no tag, or stands in an attribute value.
  case strayLessThan
  /// An `&` that begins no reference.
  case strayAmpersand
  /// An attribute twice in one tag; subject: its name.
  case duplicateAttribute
  /// An attribute value without quotes.
  case unquotedAttribute
  /// An attribute without a value; subject: its name.
  case attributeWithoutValue
  /// Something after the end of the root element.
  case junkAfterRoot
  /// Something else where the root element should begin, or nothing.
  case noRoot
  /// A prefix that is bound to no namespace; subject: the prefix, other: the element or attribute.
  case undeclaredPrefix
  /// A character, or a reference to one, that XML does not allow, such as U+0000.
  case invalidCharacter
  /// An XML declaration that is not at the very beginning.
  case declarationNotFirst
  /// Anything else; only libxml2's message tells.
  case other
}
