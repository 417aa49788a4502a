/// An appendix: a page of its own, numbered in Roman numerals by the renderer when there are several.
package struct Appendix: Sendable, Hashable {
  /// In capitals.
  package var title: String
  package var isLandscape: Bool
  /// A list that goes with a letter is called by its title alone, never an appendix.
  package var isList: Bool
  package var body: [Block]

  package init(title: String, isLandscape: Bool, isList: Bool = false, body: [Block]) {
    self.title = title
    self.isLandscape = isLandscape
    self.isList = isList
    self.body = body
  }
}

extension Appendix {
  /// `Phụ lục I` where there are several, `Phụ lục` for a single one (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III).
  /// - Parameter index: from 0.
  package static func name(_ index: Int, of count: Int) -> String {
    count > 1 ? "Phụ lục \(roman(index + 1))" : "Phụ lục"
  }

  private static func roman(_ number: Int) -> String {
    var rest = number
    var text = ""
    let digits = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    for (value, digit) in digits {
      while rest >= value {
        text += digit
        rest -= value
      }
    }
    return text
  }
}
