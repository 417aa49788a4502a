/// The elements that are open, from the root to the innermost.
struct ElementPath: CustomStringConvertible {
  private struct Element {
    var name: String
    var number: Int
    var line: Int
    /// Written out when the first child needs it: most elements have none.
    var path: String?
    /// How many children of each name there were. Beyond ``ElementPath/countedNames`` names nothing is counted.
    var children: [(name: String, count: Int)]
  }

  /// Names told apart among the children of one element, so that a search stays short whatever the document.
  private static let countedNames = 32

  private var open: [Element] = []

  var depth: Int { open.count }

  /// The innermost element, and the line where its start tag ends.
  var innermost: (name: String, line: Int)? { open.last.map { ($0.name, $0.line) } }

  var description: String {
    var path = ""
    for element in open { path = element.path ?? ElementPath.text(path, element.name, element.number) }
    return path
  }

  static func text(_ parent: String, _ name: String, _ number: Int) -> String {
    number > 1 ? "\(parent)/\(name)[\(number)]" : "\(parent)/\(name)"
  }

  /// Enters an element; gives the path of the element around it and its number in there.
  mutating func push(_ name: String, line: Int) -> (parent: String, number: Int) {
    let parent = writtenPath()
    let number = numberOfNextChild(name)
    open.append(Element(name: name, number: number, line: line, children: []))
    return (parent, number)
  }

  /// Leaves the innermost element and gives its name.
  mutating func pop() -> String { open.popLast()?.name ?? "" }

  private mutating func writtenPath() -> String {
    guard let last = open.last else { return "" }
    if let path = last.path { return path }
    let path = description
    open[open.count - 1].path = path
    return path
  }

  private mutating func numberOfNextChild(_ name: String) -> Int {
    guard let last = open.indices.last else { return 1 }
    if let place = open[last].children.firstIndex(where: { $0.name == name }) {
      open[last].children[place].count += 1
      return open[last].children[place].count
    }
    if open[last].children.count < ElementPath.countedNames { open[last].children.append((name, 1)) }
    return 1
  }
}
