package import ReportingModel

extension Rule {
  /// Message and hint with the figures filled in: `{{CT15}}`, `{{it}}`, `{{it.code}}`, `{{parts}}`, `{{median}}`.
  ///
  /// Numbers are written the Vietnamese way in Vietnamese and plainly in English; what is not told is `…`
  /// (<doc:layout#Figures-in-words>).
  package func words(in context: some RuleContext, it: String?) -> (message: LocalizedText, hint: LocalizedText) {
    var figures = expression.indicators.map { RuleFigure($0, context.told($0)) }
    if let it {
      figures.append(RuleFigure(name: "it.code", value: LocalizedText(it, it)))
      figures.append(RuleFigure("it", context.told(it)))
      figures.append(RuleFigure("parts", context.parts(it)))
      figures.append(RuleFigure("median", context.median(it)))
    }
    return (RuleFigure.fill(message, figures), RuleFigure.fill(hint, figures))
  }

  /// The names that its message may ask for.
  var placeholders: Set<String> {
    Set(expression.indicators).union(scope == .submission ? [] : ["it", "it.code", "parts", "median"])
  }
}

/// A value of a rule's message under its name.
private struct RuleFigure {
  let name: String
  let value: LocalizedText

  init(name: String, value: LocalizedText) {
    self.name = name
    self.value = value
  }

  init(_ name: String, _ amount: Amount?) {
    self.name = name
    value = amount.map { LocalizedText(VietnameseNumber.text($0), $0.description) } ?? LocalizedText("…", "…")
  }

  static func fill(_ text: LocalizedText, _ figures: [RuleFigure]) -> LocalizedText {
    figures.reduce(text) { text, figure in
      LocalizedText(
        text.vietnamese.replacing("{{\(figure.name)}}", with: figure.value.vietnamese),
        text.english.replacing("{{\(figure.name)}}", with: figure.value.english))
    }
  }
}
