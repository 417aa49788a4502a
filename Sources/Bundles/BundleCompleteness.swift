/// Tells from its two ends whether a file that stands still has arrived whole (<doc:commands#watch>).
///
/// An archive ends with its central directory, so a copy that broke off lacks it. What is no archive at all shows that in its
/// first bytes and can be told so at once.
package enum BundleCompleteness {
  /// Bytes of the start and of the end that it looks at: a signature; an end record with its ZIP64 companions and the longest
  /// comment.
  package static let headCount = 8
  package static let tailCount = 56 + 20 + 22 + 65_535

  package static func isWhole(head: [UInt8], tail: [UInt8], size: Int64) -> Bool {
    // Some servers make a file as long as it will be before its bytes come.
    guard head.count >= 4, head.contains(where: { $0 != 0 }) else { return false }
    guard head[0] == UInt8(ascii: "P"), head[1] == UInt8(ascii: "K") else { return true }
    let file = Tail(bytes: tail, size: size)
    return stride(from: tail.count - 22, through: 0, by: -1).contains { file.isEndRecord($0) }
  }

  /// Where the directory lies that the end of a file tells of; `nil` for what is no archive.
  package static func directory(tail: [UInt8], size: Int64) -> Range<Int64>? {
    guard tail.count >= 22 else { return nil }
    for start in stride(from: tail.count - 22, through: 0, by: -1)
    where tail[start] == UInt8(ascii: "P") && tail[start + 1] == UInt8(ascii: "K") && tail[start + 2] == 5
      && tail[start + 3] == 6
    {
      let (length, offset) = (number(tail[start...], 12), number(tail[start...], 16))
      return offset + length <= size ? offset..<offset + length : 0..<size
    }
    return nil
  }

  /// The sum of what the records of a directory say that their files are when inflated.
  package static func inflatedSize(directory: [UInt8]) -> Int64 {
    var (place, total): (Int, Int64) = (0, 0)
    while place + 46 <= directory.count {
      let record = directory[place...]
      total += number(record, 24)
      place += 46 + [28, 30, 32].reduce(0) { $0 + Int(number(record, $1) & 0xFFFF) }
    }
    return total
  }

  private static func number(_ record: ArraySlice<UInt8>, _ offset: Int) -> Int64 {
    (0..<4).reversed().reduce(0) { $0 << 8 | Int64(record[record.startIndex + offset + $1]) }
  }

  /// The last bytes of a file.
  private struct Tail {
    let bytes: [UInt8]
    let size: Int64

    /// Whether the file ends with the record at an index and its comment, and the directory that it tells of with the record's
    /// beginning: a zip that lies stored in this one ends with a record too, but counts from its own first byte.
    func isEndRecord(_ index: Int) -> Bool {
      guard has("PK\u{5}\u{6}", at: index), index + 22 + Int(number(index + 20, 2)) == bytes.count else { return false }
      let (length, start) = (number(index + 12, 4), number(index + 16, 4))
      guard length == 0xFFFF_FFFF || start == 0xFFFF_FFFF else { return length + start == position(index) }
      // Filled with ones, the numbers stand in the ZIP64 record before this one and its locator.
      let (locator, wide) = (index - 20, index - 76)
      guard wide >= 0, has("PK\u{6}\u{7}", at: locator), has("PK\u{6}\u{6}", at: wide) else { return false }
      return number(wide + 40, 8) &+ number(wide + 48, 8) == position(wide)
    }

    private func position(_ index: Int) -> UInt64 { UInt64(max(0, size - Int64(bytes.count - index))) }

    private func has(_ signature: String, at index: Int) -> Bool {
      bytes[index...].starts(with: signature.utf8)
    }

    private func number(_ index: Int, _ count: Int) -> UInt64 {
      (0..<count).reversed().reduce(0) { $0 << 8 | UInt64(bytes[index + $1]) }
    }
  }
}
