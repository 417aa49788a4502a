/// The order of files that came in one second: by name, as a person counts (<doc:commands#Inbox>).
///
/// Runs of digits compare as numbers, and a name comes before the same name with more behind it, whatever its ending: a browser
/// and Windows number what is saved again, and `hk1.zip`, `hk1 (1).zip`, `hk1 (2).zip`, `hk1 (10).zip` were made in this order.
package enum FileNameOrder {
  package static func precedes(_ left: String, _ right: String) -> Bool {
    let (one, other) = (parts(left), parts(right))
    return compare(one.stem, other.stem) ?? compare(one.ending, other.ending)
      ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// A name without its ending, and the ending with its dot; what begins with its only dot has none.
  private static func parts(_ name: String) -> (stem: Substring.UTF8View, ending: Substring.UTF8View) {
    let bytes = name[...].utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > bytes.startIndex else {
      return (bytes, bytes[bytes.endIndex...])
    }
    return (bytes[..<dot], bytes[dot...])
  }

  /// Whether the first comes before the second; `nil` where they differ in nothing but zeros before numbers.
  private static func compare(_ left: Substring.UTF8View, _ right: Substring.UTF8View) -> Bool? {
    var (one, other) = (left, right)
    while let first = one.first, let second = other.first {
      if isDigit(first), isDigit(second) {
        let (number, otherNumber) = (takeNumber(&one), takeNumber(&other))
        if number.count != otherNumber.count { return number.count < otherNumber.count }
        if !number.elementsEqual(otherNumber) { return number.lexicographicallyPrecedes(otherNumber) }
      } else {
        if first != second { return first < second }
        one.removeFirst()
        other.removeFirst()
      }
    }
    return one.isEmpty && other.isEmpty ? nil : one.isEmpty
  }

  /// Takes a run of digits from the front, and gives it without the zeros before it.
  private static func takeNumber(_ text: inout Substring.UTF8View) -> Substring.UTF8View {
    let run = text.prefix(while: isDigit)
    text = text[run.endIndex...]
    return run.drop { $0 == UInt8(ascii: "0") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
