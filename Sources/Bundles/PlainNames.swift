import VietnameseText

/// Which file of a CSV submission each entry is: by its own name, or by the name that it is a copy of where the folder has no
/// file of that name itself (<doc:bundle#Submissions-in-a-bundle>).
struct PlainNames {
  private var plain: [String: String] = [:]

  /// - Parameters:
  ///   - paths: all entries that are no evidence.
  ///   - files: the names of the files of a submission.
  init(_ paths: [String], files: [String]) {
    let known = Set(files.map(foldedKey))
    var own: Set<String> = []
    for path in paths where known.contains(foldedKey(fileName(of: path))) {
      own.insert(folder(of: path) + foldedKey(fileName(of: path)))
      plain[path] = fileName(of: path)
    }
    for path in paths where plain[path] == nil {
      guard let original = PlainNames.original(of: fileName(of: path)) else { continue }
      let key = foldedKey(original)
      if known.contains(key), !own.contains(folder(of: path) + key) { plain[path] = original }
    }
  }

  /// The plain name of a file of a submission; `nil` for any other.
  subscript(path: String) -> String? { plain[path] }

  /// What a file is a copy of by its name, as Windows, browsers and people who cannot see the ending name copies:
  /// `thong-tin.csv.csv`, `thong-tin (1).csv`, `thong-tin - Copy.csv`.
  static func original(of name: String) -> String? {
    guard name.lowercased().hasSuffix(".csv") else { return nil }
    var stem = name
    while let mark = stem.firstMatch(of: /(?:\.csv|\x20*\([0-9]{1,3}\)|\x20-\x20(?:copy|bản sao))$/.ignoresCase()) {
      stem.removeSubrange(mark.range)
    }
    return stem.isEmpty ? nil : stem + ".csv"
  }
}

/// The folder a path lies in, with its slash; empty at the top.
func folder(of path: String) -> String {
  path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
}

/// The last component of a path.
func fileName(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
