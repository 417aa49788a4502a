import Regimes
import ReportingModel
import VietnameseText

extension SubmissionReader {
  /// A text that is no code at all: mostly the unit's name, or its code with something in it that nobody sees.
  func noUnitCode(_ written: String, at place: SourceLocation) -> Finding {
    let rows = meant(by: written)
    let shown = showingInvisible(in: shortened(written))
    return Finding(
      .unitUnknown, .error, at: place, value: shown,
      message: LocalizedText(
        "«\(shown)» không phải là mã đơn vị: cột này ghi mã, không ghi tên.",
        "«\(shown)» is no unit code; a code stands here and no name."),
      hint: rows.isEmpty
        ? LocalizedText(
          "Đề nghị ghi đúng mã trong mẫu Sở gửi; chưa rõ mã thì hỏi Văn phòng Sở.",
          "Write the code in the form you were sent; ask the office if you do not know it.")
        : LocalizedText(
          "Đề nghị ghi mã, có lẽ là \(rows.map { "«\($0.code)» (\($0.name))" }.joined(separator: " hoặc ")).",
          "Write the code, perhaps \(rows.map { "«\($0.code)» (\($0.name))" }.joined(separator: " or "))."))
  }

  /// The units that a text most likely means: by its code without what nobody sees, else by its name, also without the words
  /// of kind before it; at most three of one name.
  private func meant(by written: String) -> [UnitRow] {
    guard let registry else { return [] }
    let rows = registry.codes.compactMap { registry.rows(of: $0).last }
    if let code = nearest(withoutInvisible(written), in: registry.codes, within: 0) {
      return rows.filter { $0.code == code }
    }
    let key = foldedKey(written)
    guard key.utf8.count >= 5 else { return [] }
    let ending = rows.filter { foldedKey($0.name).hasSuffix(key) }
    let name = ending.first?.name ?? nearest(written, in: rows.map(\.name))
    return Array((ending.isEmpty ? rows.filter { $0.name == name } : ending).prefix(3))
  }
}
