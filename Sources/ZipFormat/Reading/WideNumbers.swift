import Spooling

/// The numbers of a record of the central directory, from its own fields and the ZIP64 extra field.
///
/// The extra field has one number for each field that is all ones, in order. Some writers put those beside them that the record
/// tells itself: they are read where there is no doubt which number is which, and they agree.
struct WideNumbers {
  let size: Int
  let compressedSize: Int
  let localOffset: Int

  private typealias Narrow = (size: Int, compressed: Int, offset: Int, disk: Int)

  init(_ reader: ByteReader, record: Int, field: [UInt8]?) throws(ZipFault) {
    let narrow: Narrow = (
      try reader.u32(record + 24), try reader.u32(record + 20), try reader.u32(record + 42), try reader.u16(record + 34)
    )
    var numbers = try WideNumbers.settle(narrow, field ?? [], skipsTold: true, at: record)
    if let field, numbers.rest > 0 {
      let doubt = ZipFault(.ambiguous, at: record)
      let all = try WideNumbers.settle(narrow, field, skipsTold: false, at: record)
      guard all.rest == 0, all.agrees, WideNumbers.blanks(narrow) == 0 || all.values == numbers.values else {
        throw doubt
      }
      numbers = all
    }
    guard numbers.values[3] == 0 else { throw ZipFault(.multiDisk, at: record) }
    (size, compressedSize, localOffset) = (numbers.values[0], numbers.values[1], numbers.values[2])
  }

  private static func blanks(_ narrow: Narrow) -> Int {
    [narrow.size, narrow.compressed, narrow.offset].count { $0 == 0xFFFF_FFFF } + (narrow.disk == 0xFFFF ? 1 : 0)
  }

  /// Goes through the four numbers in the order of the extra field.
  /// - Parameter skipsTold: the field has no number for what the record tells itself.
  /// - Returns: the numbers, the bytes left over, and whether what stands twice is the same.
  private static func settle(
    _ narrow: Narrow, _ field: [UInt8], skipsTold: Bool, at record: Int
  ) throws(ZipFault) -> (values: [Int], rest: Int, agrees: Bool) {
    let reader = ByteReader(bytes: field)
    var (values, place, agrees) = ([Int](), 0, true)
    for (told, width) in [(narrow.size, 8), (narrow.compressed, 8), (narrow.offset, 8), (narrow.disk, 4)] {
      let isBlank = told == (width == 8 ? 0xFFFF_FFFF : 0xFFFF)
      if !isBlank, skipsTold || place == field.count {
        values.append(told)
        continue
      }
      guard field.count - place >= width else { throw ZipFault(.badHeader, at: record) }
      let value = try width == 8 ? reader.u64(place) : reader.u32(place)
      place += width
      if !isBlank, value != told { agrees = false }
      values.append(value)
    }
    return (values, field.count - place, agrees)
  }
}
