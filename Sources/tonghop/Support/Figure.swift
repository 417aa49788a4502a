import ReportingModel

/// Decimals in the language of the run: `12,5` or `12.5`.
enum Figure {
  static func text(_ percent: Percent) -> String { say(VietnameseNumber.text(percent), percent.description) }
  static func text(_ amount: Amount) -> String { say(VietnameseNumber.text(amount), amount.description) }
}
