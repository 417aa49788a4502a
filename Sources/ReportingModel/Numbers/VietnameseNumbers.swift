/// Numbers the way Vietnamese text writes them: `1.234` and `12,5` (<doc:layout#Figures-in-words>).
package enum VietnameseNumber {
  /// An integer with a point between groups of three digits.
  package static func text(_ value: some BinaryInteger) -> String {
    grouped(String(value))
  }

  /// A decimal with grouped whole part and a decimal comma.
  package static func text(_ amount: Amount) -> String {
    let parts = amount.description.split(separator: ".")
    return parts.count == 2 ? grouped(String(parts[0])) + "," + parts[1] : grouped(amount.description)
  }

  /// A percentage without its sign, with a decimal comma.
  package static func text(_ percent: Percent) -> String {
    let parts = percent.description.split(separator: ".")
    return parts.count == 2 ? grouped(String(parts[0])) + "," + parts[1] : grouped(percent.description)
  }

  private static func grouped(_ digits: String) -> String {
    let negative = digits.hasPrefix("-")
    let body = Array((negative ? digits.dropFirst() : Substring(digits)).utf8)
    var result: [UInt8] = negative ? [UInt8(ascii: "-")] : []
    for (index, digit) in body.enumerated() {
      if index > 0, (body.count - index) % 3 == 0 { result.append(UInt8(ascii: ".")) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension LocalizedText {
  /// A number in both languages: `12,5`, `12.5`.
  package init(_ percent: Percent) { self.init(VietnameseNumber.text(percent), percent.description) }
  package init(_ amount: Amount) { self.init(VietnameseNumber.text(amount), amount.description) }
}
