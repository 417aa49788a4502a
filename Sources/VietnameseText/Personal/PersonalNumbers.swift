/// Returns the text with personal numbers and phone numbers masked, all but their last three digits; `nil` when it holds none.
///
/// A personal number (số định danh cá nhân, thẻ căn cước) has twelve digits; a Vietnamese phone number has ten digits that
/// begin with 03, 05, 07, 08 or 09, or eleven that begin with 02, and 84 may stand for the 0. Addresses on the web and
/// amounts of money are left alone (<doc:regime#Personal-data>; Luật 91/2025/QH15).
package func maskingPersonalNumbers(in text: String) -> String? {
  guard text.utf8.count(where: \.isDigit) >= 10 else { return nil }
  var bytes = Array(text.utf8)
  var isMasked = false
  var place = 0
  while place < bytes.count {
    guard let number = DigitGroups(bytes, at: place) else {
      place += 1
      continue
    }
    if let last = number.personalEnd, !bytes.isInsideAddress(place) {
      for index in bytes[place..<last].indices.filter({ bytes[$0].isDigit }).dropLast(3) {
        bytes[index] = UInt8(ascii: "*")
      }
      isMasked = true
      place = last
    } else {
      place = number.endOfFirstGroup
    }
  }
  return isMasked ? String(decoding: bytes, as: UTF8.self) : nil
}

/// Digits in groups, as people write long numbers: `0912.345.678`, `(0263) 3822 222`, `+84 912 345 678`.
private struct DigitGroups {
  private var digits: [UInt8] = []
  /// Where the text goes on after each group, and how many digits there are by then.
  private var groups: [(end: Int, digits: Int)] = []
  private let hasPlus: Bool
  private let isMoney: Bool

  /// The number that begins at a place, when one can begin there.
  init?(_ bytes: [UInt8], at start: Int) {
    var place = start
    hasPlus = bytes[place] == UInt8(ascii: "+")
    if hasPlus { place += 1 }
    guard place < bytes.count, bytes[place].isDigit, start == 0 || !bytes[start - 1].joinsNumber else { return nil }
    if start > 1, bytes[start - 1].isPunctuation, bytes[start - 2].isDigit { return nil }
    while place < bytes.count, digits.count <= 14 {
      let group = bytes[place...].prefix(while: \.isDigit).prefix(20)
      digits += group
      place = group.endIndex
      groups.append((place, digits.count))
      let gap = bytes[place...].prefix(while: \.separatesDigits)
      guard (1...2).contains(gap.count), gap.endIndex < bytes.count, bytes[gap.endIndex].isDigit else { break }
      place = gap.endIndex
    }
    isMoney = groups.first.map { bytes.namesMoney($0.end) } ?? false
  }

  var endOfFirstGroup: Int { groups.first?.end ?? 0 }

  /// Where the personal number ends, if the first groups make one.
  var personalEnd: Int? {
    for (count, group) in groups.enumerated().reversed() where isPersonal(groups: count + 1, digits: group.digits) {
      return group.end
    }
    return nil
  }

  private func isPersonal(groups count: Int, digits total: Int) -> Bool {
    if total == 12, !hasPlus {
      if count == 1 { return !isMoney }
      return digits[0] == UInt8(ascii: "0") && sizes(count).allSatisfy { $0 >= 3 }
    }
    guard total >= 10, let national = national(total) else { return false }
    let sizes = sizes(count)
    let isGrouped = sizes.dropFirst(hasPlus ? 1 : 0).allSatisfy { $0 >= 3 } || sizes.allSatisfy { $0 == 2 }
    guard isGrouped, let first = national.first else { return false }
    switch first {
    case UInt8(ascii: "3"), UInt8(ascii: "5"), UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "9"):
      return national.count == 9
    case UInt8(ascii: "2"): return national.count == 10
    default: return false
    }
  }

  /// The digits after 0 or 84.
  private func national(_ total: Int) -> ArraySlice<UInt8>? {
    let all = digits.prefix(total)
    if hasPlus || all.starts(with: [UInt8(ascii: "8"), UInt8(ascii: "4")]) {
      return all.starts(with: [UInt8(ascii: "8"), UInt8(ascii: "4")]) ? all.dropFirst(2) : nil
    }
    return all.first == UInt8(ascii: "0") ? all.dropFirst() : nil
  }

  private func sizes(_ count: Int) -> [Int] {
    var before = 0
    return groups.prefix(count).map { group in
      defer { before = group.digits }
      return group.digits - before
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isPunctuation: Bool { self == UInt8(ascii: ".") || self == UInt8(ascii: ",") }

  /// Before a digit it says that the digit is part of something longer.
  fileprivate var joinsNumber: Bool {
    isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "/")
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self & 0xDF)
  }

  /// Stands between the groups of a number; 0xC2 and 0xA0 are a no-break space.
  fileprivate var separatesDigits: Bool {
    switch self {
    case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ")"), 0xC2, 0xA0: true
    default: false
    }
  }
}

extension [UInt8] {
  /// Whether the word that a place lies in is an address on the web.
  fileprivate func isInsideAddress(_ place: Int) -> Bool {
    let before = self[..<place].suffix(200)
    let start = before.lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? before.startIndex
    let word = self[start...].prefix(400).prefix { $0 > 0x20 }
    return word.contains(UInt8(ascii: "/")) && word.contains(UInt8(ascii: ":")) || word.starts(with: Array("www.".utf8))
  }

  /// Whether a unit of money follows.
  fileprivate func namesMoney(_ place: Int) -> Bool {
    let rest = Array(self[place...].drop { $0 == 0x20 }.prefix(6))
    return ["đồng", "đ", "₫", "VN", "vn"].contains { rest.starts(with: Array($0.utf8)) }
  }
}
