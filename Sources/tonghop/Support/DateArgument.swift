import ArgumentParser
import ReportingModel

/// The day that an option names: `2027-02-10` or `10/02/2027`, everywhere a day is an argument (<doc:commands#Dates>).
func date(_ text: String, _ option: String) throws -> CalendarDate {
  guard let date = CalendarDate(argument: text) else {
    throw ValidationError(
      say(
        "\(option): «\(text)» không phải ngày; ví dụ 10/02/2027 hoặc 2027-02-10.",
        "\(option): “\(text)” is no date; such as 2027-02-10 or 10/02/2027."))
  }
  return date
}
