/// A moment in whole seconds of UTC, written in Vietnamese time (+07:00).
///
/// Việt Nam has had one offset and no summer time since 1975, so no time-zone database is needed.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int64

  private static let vietnamOffset: Int64 = 7 * 3600

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The moment at a time of day in Việt Nam.
  package init(_ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    seconds = Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Instant.vietnamOffset
  }

  /// Reads `2027-01-20T08:00:00+07:00`, also with `Z`, another offset, or none (then Vietnamese time); fractions are cut off.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let date = CalendarDate(iso: String(decoding: bytes[0..<10], as: UTF8.self))
    else { return nil }
    func pair(_ at: Int, below limit: Int) -> Int? {
      guard at + 1 < bytes.count, (48...57).contains(bytes[at]), (48...57).contains(bytes[at + 1]) else { return nil }
      let value = Int(bytes[at] - 48) * 10 + Int(bytes[at + 1] - 48)
      return value < limit ? value : nil
    }
    let colon = UInt8(ascii: ":")
    guard let hour = pair(11, below: 24), bytes[13] == colon, let minute = pair(14, below: 60) else { return nil }
    var second = 0
    var position = 16
    if position < bytes.count, bytes[position] == colon {
      guard let value = pair(position + 1, below: 60) else { return nil }
      second = value
      position += 3
      if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
        position += 1
        let firstDigit = position
        while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
        guard position > firstDigit else { return nil }
      }
    }
    var offset = Instant.vietnamOffset
    switch bytes[position...].first {
    case nil: break
    case UInt8(ascii: "Z"):
      guard position + 1 == bytes.count else { return nil }
      offset = 0
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let rest = bytes.count - position
      guard rest == 6 || rest == 5, let hours = pair(position + 1, below: 24),
        rest == 5 || bytes[position + 3] == colon, let minutes = pair(bytes.count - 2, below: 60)
      else { return nil }
      offset = Int64(hours * 3600 + minutes * 60) * (bytes[position] == UInt8(ascii: "-") ? -1 : 1)
    default: return nil
    }
    seconds = Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - offset
  }

  package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// The calendar date in Việt Nam at this moment.
  package var date: CalendarDate {
    let local = seconds + Instant.vietnamOffset
    return CalendarDate(dayNumber: Int32(clamping: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
  }

  /// Hour, minute and second of the day in Việt Nam.
  package var timeOfDay: (hour: Int, minute: Int, second: Int) {
    let rest = Int(seconds + Instant.vietnamOffset - Int64(date.dayNumber) * 86_400)
    return (rest / 3600, rest / 60 % 60, rest % 60)
  }

  /// `08:00 ngày 20/01/2027`.
  package var vietnamese: String {
    let (hour, minute, _) = timeOfDay
    return "\(paddedToTwo(hour)):\(paddedToTwo(minute)) ngày \(date.vietnamese)"
  }
}

extension Instant: CustomStringConvertible {
  /// `2027-01-20T08:00:00+07:00`.
  package var description: String {
    let (hour, minute, second) = timeOfDay
    return "\(date)T\(paddedToTwo(hour)):\(paddedToTwo(minute)):\(paddedToTwo(second))+07:00"
  }
}
