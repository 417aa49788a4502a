import Foundation
import Testing

@testable import XMLReading

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct DoctypeTests {
  static let laughs =
    "<!DOCTYPE a [<!ENTITY a0 'ha'>"
    + (1...30).map { "<!ENTITY a\($0) '&a\($0 - 1);&a\($0 - 1);'>" }.joined() + "]><a>&a30;</a>"

  static func attacks(_ file: String) -> [String] {
    [
      "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM '\(file)'><a/>", "<!DOCTYPE a PUBLIC 'x' '\(file)'><a/>",
      "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>", "<!DOCTYPE a [<!ENTITY e SYSTEM '\(file)'>]><a>&e;</a>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM '\(file)'> %p;]><a>&e;</a>", "<!DOCTYPE a [<!ENTITY e 'x'>]><a b='&e;'/>",
      "<!DOCTYPE a [<!ATTLIST a b CDATA 'x'>]><a/>",
      "<?xml version='1.0' standalone='yes'?><!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
      "<!-- x --><?pi?>\n<!DOCTYPE\na\n[\n]><a/>", laughs, "<!DOCTYPE a [<!ENTITY e '&e;'>]><a>&e;</a>", "<!DOCTYPE>",
      "<!DOCTYPE a SYSTEM>", "<!DOCTYPE a PUBLIC>", "<!DOCTYPE a PUBLIC 'x'>", "<!DOCTYPE a PUBLIC 'x''y'>",
      "<!DOCTYPE a [", "<!DOCTYPE a [\(String(repeating: "<!ENTITY e 'x'>", count: 50_000))]><a/>",
    ]
  }

  @Test(arguments: attacks("file:///etc/passwd")) func refusedOnSight(_ text: String) throws {
    for schema in [nil, try Sample.schema()] {
      let (recorder, outcome) = recorded(text, schema: schema)
      #expect(outcome.fault?.kind == .doctype)
      #expect(recorder.events.isEmpty)
    }
    let wide = EncodingTests.wide(text.replacing("'", with: "\""), bigEndian: false)
    #expect(recorded(wide).outcome.fault?.kind == .doctype)
  }

  @Test func noDoctypeInsideTheRoot() throws {
    #expect(try fault("<a><!DOCTYPE a></a>").kind == .syntax(.strayLessThan))
    #expect(try fault("<a/><!DOCTYPE a>").kind == .syntax(.junkAfterRoot))
  }

  /// The kernel is asked whether the file was opened; reading it at the end shows that it would have told.
  @Test func noFileIsOpened() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("secret.xsd")
    try Data(Sample.xsd.utf8).write(to: file)
    let watch = inotify_init1(Int32(IN_NONBLOCK))
    defer { close(watch) }
    let added = unsafe inotify_add_watch(watch, file.path, UInt32(IN_OPEN | IN_ACCESS))
    #expect(added >= 0)
    func wasOpened() -> Bool {
      var buffer = [UInt8](repeating: 0, count: 4096)
      return unsafe read(watch, &buffer, buffer.count) > 0
    }

    let address = file.absoluteString
    let schema = try Sample.schema()
    for name in [address, file.path] {
      for attack in DoctypeTests.attacks(name) {
        #expect(recorded(attack).outcome.fault?.kind == .doctype)
        #expect(recorded(attack, schema: schema).outcome.fault?.kind == .doctype)
        #expect(throws: XMLFault.self) { try XMLSchema(Array(attack.utf8)) }
      }
      let instance = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
      _ = recorded("<a \(instance) xsi:noNamespaceSchemaLocation='\(name)'/>", schema: schema)
      _ = recorded("<a \(instance) xmlns='urn:x' xsi:schemaLocation='urn:x \(name)'/>", schema: schema)
      _ = recorded(
        "<?xml-stylesheet href='\(name)'?><a xmlns:x='http://www.w3.org/2001/XInclude'><x:include href='\(name)'/></a>")
      for element in ["import namespace='urn:mau:bao-cao'", "include", "redefine"] {
        let xsd =
          "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:\(element) schemaLocation='\(name)'/></xs:schema>"
        _ = try? XMLSchema(Array(xsd.utf8))
      }
    }
    #expect(!wasOpened())
    _ = try Data(contentsOf: file)
    #expect(wasOpened())
  }
}
