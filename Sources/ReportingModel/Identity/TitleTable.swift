/// Numbers by key and title, where one title may be spelled in several ways (<doc:counting#Folding>).
///
/// A title that is alone under its key is kept as it was told, and where two texts are equal neither is folded.
package struct TitleTable<Key: Hashable> {
  private enum Titles {
    case single(ToldTitle, number: Int)
    case several([FoldedTitle: Int])
  }

  private let fold: TitleFolding
  private var titles: [Key: Titles] = [:]

  package init(folding fold: @escaping TitleFolding) {
    self.fold = fold
  }

  /// Makes room for some more titles.
  mutating func reserve(_ count: Int) { titles.reserveCapacity(titles.count + count) }

  /// The number that was entered first for a title under a key.
  package mutating func number(of title: inout ToldTitle, under key: Key) -> Int? {
    guard let index = titles.index(forKey: key) else { return nil }
    switch titles.values[index] {
    case .single(var other, let number):
      if other.text == title.text { return number }
      let isSame = other.folded(by: fold) == title.folded(by: fold)
      titles.values[index] = .single(other, number: number)
      return isSame ? number : nil
    case .several(let numbers):
      return numbers[title.folded(by: fold)]
    }
  }

  /// Enters a number for a title under a key; returns the one that was entered before, which stays.
  package mutating func enter(_ number: Int, for title: inout ToldTitle, under key: Key) -> Int? {
    guard let index = titles.index(forKey: key) else {
      titles[key] = .single(title, number: number)
      return nil
    }
    if let before = self.number(of: &title, under: key) { return before }
    switch titles.values[index] {
    case .single(var other, let first):
      titles.values[index] = .several([other.folded(by: fold): first, title.folded(by: fold): number])
    case .several(var numbers):
      // Taken out of the table while it grows, so that nothing is copied.
      titles.values[index] = .several([:])
      numbers[title.folded(by: fold)] = number
      titles.values[index] = .several(numbers)
    }
    return nil
  }
}
