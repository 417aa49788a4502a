import CLibXML2

/// The library as a whole.
enum LibXML2 {
  private static let started: Void = cxml_initialize()

  /// Initialises libxml2 and its schema types, once, before any thread uses them: they race if left to themselves.
  static func start() { started }
}

extension String {
  /// Copies a text of libxml2's, without surrounding white space and cut after 500 bytes: it may quote the document.
  init(libxml2 text: UnsafePointer<CChar>?) {
    var bytes: [UInt8] = []
    var next = unsafe text
    while let here = unsafe next, unsafe here.pointee != 0, bytes.count < 500 {
      unsafe bytes.append(UInt8(bitPattern: here.pointee))
      unsafe next = here + 1
    }
    while let last = bytes.last, last == 0x0A || last == 0x20 || last >= 0x80 && bytes.count == 500 {
      bytes.removeLast()
    }
    self = String(decoding: bytes, as: UTF8.self)
  }

  /// Copies a name of libxml2's.
  init(name: UnsafePointer<xmlChar>) {
    unsafe self = String(cString: name)
  }
}
