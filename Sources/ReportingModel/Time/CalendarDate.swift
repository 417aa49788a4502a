/// A day of the proleptic Gregorian calendar, counted from 1 January 1970.
///
/// Dates of submissions are calendar dates in Việt Nam (<doc:bundle#Vocabulary>): they have no time zone, and
/// arithmetic on them asks no clock and no time-zone database. The years 1900 to 2999 are representable.
package struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  package let dayNumber: Int32

  package init(dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// The day with this year, month and day, or `nil` where the calendar has none (31 February) or the year is out of range.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The day that `yyyy-MM-dd` names, or `nil` for any other text.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = CalendarDate.number(bytes[0..<4]), let month = CalendarDate.number(bytes[5..<7]),
      let day = CalendarDate.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= 48, digit <= 57 else { return nil }
      value = value * 10 + Int(digit - 48)
    }
    return value
  }

  /// Year, month (1…12) and day (1…31).
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { components.year }
  package var month: Int { components.month }
  package var day: Int { components.day }

  /// Day of the week: 1 is Monday, 7 is Sunday.
  package var weekday: Int {
    let remainder = (Int(dayNumber) + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  /// Number of days of a month: 28 to 31; 0 for a month that does not exist.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 0
    }
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.dayNumber < right.dayNumber }

  /// The day that lies this many days later (earlier when negative).
  package func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + Int32(clamping: days)) }

  /// The same day of another year; 29 February becomes 28 where that year has none.
  package func adding(years: Int) -> CalendarDate { adding(months: years * 12) }

  /// The same day of the month that lies this many months later, else that month's last day.
  package func adding(months: Int) -> CalendarDate {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    let newYear = index / 12
    let newMonth = index % 12 + 1
    return CalendarDate(
      year: newYear, month: newMonth, day: min(day, CalendarDate.days(inMonth: newMonth, of: newYear)))
      ?? self
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `yyyy-MM-dd`, the form of every machine-readable output.
  package var description: String {
    let (year, month, day) = components
    return "\(year)-\(paddedToTwo(month))-\(paddedToTwo(day))"
  }

  /// `yyyy-MM`, the code of the dimension `thang`.
  package var monthCode: String {
    let (year, month, _) = components
    return "\(year)-\(paddedToTwo(month))"
  }

  /// `05/02/2027`, `15/6/2027`: days below 10 and the months 1 and 2 have a leading zero, the others none (Nghị định
  /// 30/2020/NĐ-CP, Phụ lục I, mục II.4).
  package var vietnamese: String {
    let (year, month, day) = components
    return "\(paddedToTwo(day))/\(month <= 2 ? paddedToTwo(month) : String(month))/\(year)"
  }
}

/// A number below 100 in two digits.
func paddedToTwo(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
