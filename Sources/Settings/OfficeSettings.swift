package import ReportingModel

/// What an office sets for its reports: the part `office` of `tonghop.json` (<doc:commands#Settings>).
///
/// What is here can move a verdict, a figure or a printed word, so the record keeps it whole (`json`).
package struct OfficeSettings: Sendable, Hashable {
  /// How the office is reached; printed on receipts and letters.
  package struct Contact: Sendable, Hashable {
    package var phone: String?
    package var email: String?
  }

  /// Number and date of the plan's own document, as the opening of a report cites them.
  package struct PlanDocument: Sendable, Hashable {
    package var number: String?
    package var date: CalendarDate?
  }

  package struct Signature: Sendable, Hashable {
    /// Lines such as `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`; without any, those that fit the document.
    package var capacity: [String] = []
    package var signer: String?
  }

  /// How sentences say numbers.
  package struct Numbers: Sendable, Hashable {
    /// `05 văn bản` for `5 văn bản`, as many offices write.
    package var twoDigits = false
  }

  /// Code of the regime meant where none is named; the first one without it.
  package var regime: String?
  /// Nothing is taken at the top of the inbox.
  package var requireUnitFolder = false
  /// Documents stay electronic: places that only paper needs are not filled.
  package var electronic = true
  package var contact = Contact()
  package var plan = PlanDocument()
  package var signature = Signature()
  /// Legal bases that the opening cites besides the plan's own.
  package var legalBases: [String] = []
  /// Lines after *Nơi nhận* by copy (`ubnd-tinh`), in place of the regime's.
  package var receivers: [String: [String]] = [:]
  /// Days off besides the regime's holidays, such as those of Tết; ascending, each once.
  package var daysOff: [CalendarDate] = []
  package var numbers = Numbers()
  package var limits = Limits()

  /// The settings of an office that has set nothing.
  package init() {}
}
