import ReportingModel
import VietnameseText

/// «Did you mean», the same wherever the command line says it.
enum Nearest {
  /// A sentence with the nearest of what there is, after a space; empty where nothing is near.
  static func words(_ word: String, in known: [String]) -> String {
    LocalizedText.nearest(nearest(word, in: known))[Speech.language]
  }
}
