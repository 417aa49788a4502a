package import ReportingModel

/// There is no such figure.
package struct UnknownFigure: WordedError, Sendable, Hashable {
  package let path: String
  package let nearest: String?

  package var words: LocalizedText {
    LocalizedText("Báo cáo không có số liệu «\(path)».", "The report has no figure “\(path)”.")
      + .nearest(nearest.map { "«\($0)»" })
  }
}
