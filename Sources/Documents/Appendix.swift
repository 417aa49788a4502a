/// An appendix: a page of its own, numbered in Roman numerals by the renderer when there are several.
package struct Appendix: Sendable, Hashable {
  /// In capitals.
  package var title: String
  package var isLandscape: Bool
  package var body: [Block]

  package init(title: String, isLandscape: Bool, body: [Block]) {
    self.title = title
    self.isLandscape = isLandscape
    self.body = body
  }
}
