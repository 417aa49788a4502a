import ReportingModel

/// Decimals in the language of the run: `12,5` or `12.5`.
enum Figure {
  static func text(_ percent: Percent) -> String { LocalizedText(percent)[Speech.language] }
  static func text(_ amount: Amount) -> String { LocalizedText(amount)[Speech.language] }
}
