/// An error that says itself, in both languages, what happened and what to do: on a command line as on a screen.
package protocol WordedError: Error {
  /// Whole sentences.
  var words: LocalizedText { get }
}

extension LocalizedText {
  /// A sentence with the nearest of what there is, after a space; empty where nothing is near.
  package static func nearest(_ name: String?) -> LocalizedText {
    name.map { LocalizedText(" Gần nhất: \($0).", " Nearest: \($0).") } ?? LocalizedText("", "")
  }

  package static func + (left: LocalizedText, right: LocalizedText) -> LocalizedText {
    LocalizedText(left.vietnamese + right.vietnamese, left.english + right.english)
  }
}
