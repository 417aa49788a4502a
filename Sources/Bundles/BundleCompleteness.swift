/// Tells from its two ends whether a file that stands still has arrived whole (<doc:commands#watch>).
///
/// An archive ends with its central directory, so a copy that broke off lacks it. What is no archive at all shows that in its
/// first bytes and can be told so at once.
package enum BundleCompleteness {
  /// Bytes of the start and of the end that it looks at: a signature; an end record with the longest comment.
  package static let headCount = 8
  package static let tailCount = 22 + 65_535

  package static func isWhole(head: [UInt8], tail: [UInt8], size: Int64) -> Bool {
    // Some servers make a file as long as it will be before its bytes come.
    guard head.count >= 4, head.contains(where: { $0 != 0 }) else { return false }
    guard head[0] == UInt8(ascii: "P"), head[1] == UInt8(ascii: "K") else { return true }
    guard tail.count >= 22 else { return false }
    return stride(from: tail.count - 22, through: 0, by: -1).contains { start in
      tail[start] == UInt8(ascii: "P") && tail[start + 1] == UInt8(ascii: "K") && tail[start + 2] == 5
        && tail[start + 3] == 6 && isEndRecord(tail[start...], at: size - Int64(tail.count - start))
    }
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
      place += 46 + (28...32).reduce(0) { $1 % 2 == 0 ? $0 + Int(number(record, $1) & 0xFFFF) : $0 }
    }
    return total
  }

  private static func number(_ record: ArraySlice<UInt8>, _ offset: Int) -> Int64 {
    (0..<4).reversed().reduce(0) { $0 << 8 | Int64(record[record.startIndex + offset + $1]) }
  }

  /// Whether the directory that the record tells of ends no later than the record begins.
  private static func isEndRecord(_ record: ArraySlice<UInt8>, at position: Int64) -> Bool {
    let (size, offset) = (number(record, 12), number(record, 16))
    // Filled with ones, the numbers stand in the ZIP64 record before this one.
    return size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF || size + offset <= position
  }
}
