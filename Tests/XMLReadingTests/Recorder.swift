import Testing

@testable import XMLReading

/// Keeps every event, and stops after a given number.
struct Recorder: XMLHandler, Equatable {
  enum Event: Equatable {
    case start(XMLStartTag)
    case text(String)
    case end(String, line: Int)
  }

  var events: [Event] = []
  var limit = Int.max
  var isFinished: Bool { events.count >= limit }

  mutating func startElement(_ tag: XMLStartTag) { events.append(.start(tag)) }
  mutating func text(_ text: String) { events.append(.text(text)) }
  mutating func endElement(_ name: String, line: Int) { events.append(.end(name, line: line)) }

  var tags: [XMLStartTag] {
    events.compactMap { if case .start(let tag) = $0 { tag } else { nil } }
  }

  var texts: [String] {
    events.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }
}

func recorded(
  _ bytes: [UInt8], schema: XMLSchema? = nil, limits: XMLLimits = XMLLimits()
) -> (recorder: Recorder, outcome: XMLOutcome) {
  var recorder = Recorder()
  let outcome = parse(bytes, schema: schema, limits: limits, into: &recorder)
  return (recorder, outcome)
}

func recorded(_ text: String, schema: XMLSchema? = nil) -> (recorder: Recorder, outcome: XMLOutcome) {
  recorded(Array(text.utf8), schema: schema)
}

func fault(_ text: String) throws -> XMLFault {
  try #require(recorded(text).outcome.fault)
}

enum Sample {
  static let report = """
    <?xml version="1.0" encoding="UTF-8"?>
    <baoCao xmlns="urn:mau:bao-cao" phienBan="1.0">
      <!-- ghi chú -->
      <hoatDong>
        <muc ma="HD001" soNguoi="350"><ten>Ngày hội STEM &amp; AI</ten></muc>
        <muc ma="HD002"><ten><![CDATA[Lớp < 10]]></ten></muc>
      </hoatDong>
      <chiTieu><muc ma="CT09">350</muc></chiTieu>
    </baoCao>
    """

  static let xsd = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:mau:bao-cao"
        targetNamespace="urn:mau:bao-cao" elementFormDefault="qualified">
      <xs:element name="baoCao">
        <xs:complexType>
          <xs:all>
            <xs:element name="hoatDong" minOccurs="0">
              <xs:complexType>
                <xs:sequence>
                  <xs:element name="muc" minOccurs="0" maxOccurs="unbounded">
                    <xs:complexType>
                      <xs:all><xs:element name="ten" type="ten"/></xs:all>
                      <xs:attribute name="ma" type="ma" use="required"/>
                      <xs:attribute name="soNguoi" type="xs:nonNegativeInteger"/>
                      <xs:attribute name="ghiChu" type="xs:string"/>
                    </xs:complexType>
                  </xs:element>
                </xs:sequence>
              </xs:complexType>
            </xs:element>
            <xs:element name="chiTieu" minOccurs="0">
              <xs:complexType>
                <xs:sequence>
                  <xs:element name="muc" minOccurs="0" maxOccurs="unbounded">
                    <xs:complexType>
                      <xs:simpleContent>
                        <xs:extension base="xs:decimal"><xs:attribute name="ma" type="ma" use="required"/></xs:extension>
                      </xs:simpleContent>
                    </xs:complexType>
                  </xs:element>
                </xs:sequence>
              </xs:complexType>
            </xs:element>
          </xs:all>
          <xs:attribute name="phienBan" use="required" fixed="1.0"/>
        </xs:complexType>
      </xs:element>
      <xs:simpleType name="ma"><xs:restriction base="xs:string"><xs:pattern value="[A-Z0-9.\\-]{1,40}"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="ten"><xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="500"/></xs:restriction></xs:simpleType>
    </xs:schema>
    """

  static func schema() throws -> XMLSchema { try XMLSchema(Array(xsd.utf8)) }
}

extension XMLOutcome {
  /// Whether the document was read to its end and the schema, if one was given, has nothing against it.
  var isClean: Bool { fault == nil && schemaFaultCount == 0 }
}

func xmlEscaped(_ text: String, inAttribute: Bool = true) -> String {
  var bytes: [UInt8] = []
  appendXMLEscaped(text, inAttribute: inAttribute, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
