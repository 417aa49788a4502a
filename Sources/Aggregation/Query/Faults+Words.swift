package import ReportingModel

extension UnknownValue: WordedError {
  package var words: LocalizedText {
    let said = LocalizedText(
      "--where: chiều \(dimension.rawValue) không có «\(value)».", "--where: \(dimension.rawValue) has no «\(value)».")
    guard nearest == nil, known.count <= 20 else { return said + .nearest(nearest) }
    let all = known.joined(separator: ", ")
    return said + LocalizedText(" Các giá trị: \(all).", " Values: \(all).")
  }
}

extension UnknownExemplar: WordedError {
  package var words: LocalizedText {
    (isUnit
      ? LocalizedText(
        "Mô hình được chọn: \(unit) không giới thiệu mô hình «\(id)».",
        "Chosen exemplars: \(unit) presents no exemplar “\(id)”.")
      : LocalizedText(
        "Mô hình được chọn: danh mục không có đơn vị «\(unit)».",
        "Chosen exemplars: the registry has no unit “\(unit)”.")) + .nearest(nearest.map { "«\($0)»" })
  }
}
