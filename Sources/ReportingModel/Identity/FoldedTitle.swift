/// Makes the key under which titles are compared (<doc:counting#Folding>): `titleKey(_:)` of `VietnameseText`, which this
/// module does not import.
package typealias TitleFolding = (String) -> String

/// A title as titles are compared (<doc:counting#Folding>).
///
/// Compared by bytes: to `String ==` the marks behind a word are the same in any order, but `hà-nội` and `hạ-nồi` are two
/// titles.
package struct FoldedTitle: Hashable, Sendable {
  private let bytes: [UInt8]

  /// - Parameter key: what folding made of the title.
  package init(_ key: String) {
    bytes = Array(key.utf8)
  }
}

/// A title as it was told, that is folded when it is first compared: folding is most of the cost of telling activities apart.
package struct ToldTitle {
  let text: String
  private var known: FoldedTitle?

  package init(_ text: String) {
    self.text = text
  }

  mutating func folded(by fold: TitleFolding) -> FoldedTitle {
    if let known { return known }
    let title = FoldedTitle(fold(text))
    known = title
    return title
  }
}
