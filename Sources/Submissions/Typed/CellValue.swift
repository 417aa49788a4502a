import ReportingModel
import VietnameseText

/// Why a cell has no value of its column's type; the wording is in `CellProblem+Words.swift`.
enum CellProblem: Error, Equatable {
  case dateForm
  case dateImpossible
  case dateTwoDigitYear
  case dateSerial
  case numberForm
  case numberGroups
  case numberAmbiguous
  case numberNotWhole
  case numberRange(ClosedRange<Int64>)
  case flagForm
  case tooLong(Int)
  case tooShort(Int, found: Int)
  case urlForm
  case identifierForm
  case codeUnknown
  case codeAmbiguous([String])
  /// More than one code where one was asked for, or separated by another sign than the one for codes.
  case codeSeveral([String])
  /// A code, and behind it what is no name of it: a sentence, or another cell.
  case codeTail(String)
  /// Words where a code should stand.
  case codeProse
  /// Words where an address on the web should stand, mostly a postal address.
  case urlProse
  case damaged(TextDamage)
}

/// Values as people write them in cells, and as XML must write them (<doc:bundle#Dates-and-numbers>).
enum CellValue {
  /// A date: `yyyy-MM-dd`; in CSV also `d/M/yyyy`, `d-M-yyyy`, `d.M.yyyy`.
  static func date(_ text: String, exact: Bool) throws(CellProblem) -> CalendarDate {
    let bytes = Array(text.utf8)
    if bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") {
      if let date = CalendarDate(iso: text) { return date }
      throw digits(bytes[0..<4]) != nil && digits(bytes[5..<7]) != nil && digits(bytes[8..<10]) != nil
        ? .dateImpossible : .dateForm
    }
    guard !exact else { throw .dateForm }
    for separator in [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")] {
      let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      guard let day = digits(parts[0]), let month = digits(parts[1]), let year = digits(parts[2]),
        parts[0].count <= 2, parts[1].count <= 2
      else { throw .dateForm }
      if parts[2].count == 2 { throw .dateTwoDigitYear }
      guard parts[2].count == 4 else { throw .dateForm }
      guard let date = CalendarDate(year: year, month: month, day: day) else { throw .dateImpossible }
      return date
    }
    if bytes.count == 5, let serial = digits(bytes[...]), (36_526...73_050).contains(serial) { throw .dateSerial }
    throw .dateForm
  }

  /// A whole number: plain digits; in CSV also groups of three after points, commas or spaces, and decimals of zeros alone.
  static func integer(_ text: String, exact: Bool, in range: ClosedRange<Int64>) throws(CellProblem) -> Int64 {
    let value = try whole(text, exact: exact)
    guard range.contains(value) else { throw .numberRange(range) }
    return value
  }

  private static func whole(_ text: String, exact: Bool) throws(CellProblem) -> Int64 {
    var bytes = Array(text.utf8)
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    if !exact { bytes = plainSpaces(bytes) }
    guard let first = bytes.first, isDigit(first) else { throw .numberForm }
    if bytes.allSatisfy(isDigit) { return try signed(bytes, isNegative) }
    guard !exact else { throw .numberForm }
    bytes = withoutZeroDecimals(bytes)
    if bytes.allSatisfy(isDigit) { return try signed(bytes, isNegative) }
    let separators = Set(bytes.filter { !isDigit($0) })
    guard separators.count == 1, let separator = separators.first, grouping.contains(separator) else {
      throw bytes.allSatisfy({ isDigit($0) || grouping.contains($0) }) ? .numberNotWhole : .numberForm
    }
    let groups = bytes.split(separator: separator, omittingEmptySubsequences: false)
    guard areGroups(groups) else { throw .numberGroups }
    return try signed(groups.flatMap { $0 }, isNegative)
  }

  /// Cuts off `,0` or `.00`, which Excel's number formats leave behind; three zeros are a group.
  private static func withoutZeroDecimals(_ bytes: [UInt8]) -> [UInt8] {
    let zeros = bytes.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    guard zeros > 0, zeros != 3, zeros < bytes.count else { return bytes }
    let sign = bytes[bytes.count - zeros - 1]
    let whole = Array(bytes.dropLast(zeros + 1))
    guard sign != UInt8(ascii: " "), grouping.contains(sign), !whole.contains(sign) else { return bytes }
    return whole
  }

  /// Groups of three; the first is shorter or not, and begins with no zero.
  private static func areGroups(_ groups: [ArraySlice<UInt8>]) -> Bool {
    guard let first = groups.first, (1...3).contains(first.count), first.first != UInt8(ascii: "0") else {
      return false
    }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// A decimal with at most `places` places. In CSV the one or the other sign is the decimal sign where that can be seen;
  /// `1.234` can be read two ways and is refused (<doc:bundle#Dates-and-numbers>).
  static func amount(_ text: String, exact: Bool, places: Int) throws(CellProblem) -> Amount {
    let limit: Int64 = 1_000_000_000_000
    if places == 0 { return Amount(try integer(text, exact: exact, in: 0...limit)) }
    let plain = exact ? text : try decimalPoint(plainSpaces(Array(text.utf8)))
    guard let value = Amount(plain: plain) else { throw .numberForm }
    let fraction = plain.split(separator: ".").dropFirst().first?.utf8.count ?? 0
    guard fraction <= places else { throw .numberNotWhole }
    guard value >= .zero, value <= Amount(limit) else { throw .numberRange(0...limit) }
    return value
  }

  /// The number with a decimal point and no groups.
  private static func decimalPoint(_ bytes: [UInt8]) throws(CellProblem) -> String {
    let point = UInt8(ascii: "."), comma = UInt8(ascii: ","), space = UInt8(ascii: " ")
    let ungrouped = bytes.filter { $0 != space }
    if ungrouped.count != bytes.count {
      let wholePart = bytes.prefix { $0 != point && $0 != comma }
      let groups = wholePart.split(separator: space, omittingEmptySubsequences: false)
      guard areGroups(groups), !bytes.dropFirst(wholePart.count).contains(space) else { throw .numberGroups }
    }
    let lastSign = ungrouped.lastIndex { $0 == point || $0 == comma }
    guard let lastSign else { return String(decoding: ungrouped, as: UTF8.self) }
    let sign = ungrouped[lastSign]
    let other = sign == point ? comma : point
    let signCount = ungrouped.filter { $0 == sign }.count
    let hasOther = ungrouped.contains(other)
    let groups = ungrouped.split(separator: hasOther ? other : sign, omittingEmptySubsequences: false)
    if signCount > 1 {
      guard !hasOther, areGroups(groups) else { throw .numberGroups }
      return String(decoding: groups.flatMap { $0 }, as: UTF8.self)
    }
    if hasOther {
      let wholeGroups = ungrouped[..<lastSign].split(separator: other, omittingEmptySubsequences: false)
      guard areGroups(wholeGroups) else { throw .numberGroups }
      let whole = wholeGroups.flatMap { $0 }
      return String(decoding: whole + [point] + ungrouped[(lastSign + 1)...], as: UTF8.self)
    }
    let wholeDigits = ungrouped[..<lastSign].count
    let fractionDigits = ungrouped.count - lastSign - 1
    let startsWithZero = ungrouped.first == UInt8(ascii: "0")
    if fractionDigits == 3, (1...3).contains(wholeDigits), !startsWithZero, ungrouped.count == bytes.count {
      throw .numberAmbiguous
    }
    return String(decoding: Array(ungrouped[..<lastSign]) + [point] + ungrouped[(lastSign + 1)...], as: UTF8.self)
  }

  /// Yes or no: `true`/`false`; in CSV also `1` `0` `có` `không` `x`.
  static func flag(_ text: String, exact: Bool) throws(CellProblem) -> Bool {
    switch text {
    case "true": return true
    case "false": return false
    default: break
    }
    guard !exact else { throw .flagForm }
    switch text.lowercased() {
    case "1", "có", "co", "x", "true": return true
    case "0", "không", "khong", "false": return false
    default: throw .flagForm
    }
  }

  /// An `http` or `https` address of at most 2000 characters, with a host and without blanks.
  static func url(_ text: String) throws(CellProblem) -> String {
    let host = ["https://", "http://"].lazy.compactMap { scheme in
      text.utf8.starts(with: scheme.utf8) { $0 | ($0 & 0x40) >> 1 == $1 } ? text.utf8.dropFirst(scheme.utf8.count) : nil
    }.first
    guard let first = host?.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "?"), first != UInt8(ascii: "#"),
      !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value > 0x7E && $0.properties.isWhitespace })
    else { throw isProse(text) && !text.contains("://") ? .urlProse : .urlForm }
    guard text.unicodeScalars.count <= 2000 else { throw .tooLong(2000) }
    return text
  }

  /// Words, where one code or one address was asked for.
  static func isProse(_ text: String) -> Bool {
    text.unicodeScalars.prefix(200).split { $0.properties.isWhitespace }.count >= 4
  }

  /// An opaque code: trimmed, upper-cased, of `A-Z 0-9 . -`.
  static func identifier(_ text: String, maxLength: Int) throws(CellProblem) -> String {
    // Only ASCII is upper-cased: a dotless ı would become a letter that nobody typed.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { throw .identifierForm }
    let upper = text.uppercased()
    guard upper.utf8.allSatisfy(isOfIdentifier), upper.utf8.count <= maxLength else { throw .identifierForm }
    return upper
  }

  /// Whether a byte may stand in an opaque code.
  static func isOfIdentifier(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  /// A school year: two years and a hyphen; in CSV spaces may stand about it.
  static func schoolYear(_ text: String, exact: Bool) -> SchoolYear? {
    if let year = SchoolYear(text) { return year }
    guard !exact, text.utf8.count <= 40 else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { trimmed(String($0)) }
    return parts.count == 2 ? SchoolYear(parts.joined(separator: "-")) : nil
  }

  private static let grouping: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: " ")]

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count), bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private static func signed(_ digits: [UInt8], _ isNegative: Bool) throws(CellProblem) -> Int64 {
    var value: Int64 = 0
    for digit in digits {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow, product <= Int64.max - 9 else { throw .numberRange(0...1_000_000_000_000) }
      value = product + Int64(digit - 48)
    }
    return isNegative ? -value : value
  }

  /// No-break and thin spaces, which Excel and Word put between groups, as plain ones.
  private static func plainSpaces(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.unicodeScalars.flatMap { scalar -> [UInt8] in
      scalar.value == 0xA0 || scalar.value == 0x202F || scalar.value == 0x2009 ? [0x20] : Array(String(scalar).utf8)
    }
  }
}
