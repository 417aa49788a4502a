import Spooling

/// The sign between the cells of a row.
package enum CSVDelimiter: UInt8, CaseIterable, Sendable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
  /// Taken only where a first line `sep=|` names it.
  case bar = 0x7C

  /// Those that are looked for when no line names one. The order decides between equals: the semicolon goes first,
  /// because a comma may be decimal.
  static let searched: [CSVDelimiter] = [.semicolon, .tab, .comma]

  /// The delimiter that a first line such as `sep=;` names, and where the next line begins.
  static func named(in bytes: ByteView, from start: Int) -> (delimiter: CSVDelimiter, next: Int)? {
    let line = bytes[start...].prefix(5)
    guard line.count == 5, String(decoding: line.dropLast(), as: UTF8.self).lowercased() == "sep=",
      let delimiter = line.last.flatMap(CSVDelimiter.init(rawValue:))
    else { return nil }
    var next = start + 5
    guard next < bytes.count else { return (delimiter, next) }
    guard bytes[next] == 0x0D || bytes[next] == 0x0A else { return nil }
    if bytes[next] == 0x0D, next + 1 < bytes.count, bytes[next + 1] == 0x0A { next += 1 }
    return (delimiter, next + 1)
  }
}
