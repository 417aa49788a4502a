import Testing
import ZipFormat

/// One name, one file: whatever the file system compares.
@Suite struct DuplicateNameTests {
  @Test(arguments: [
    ("a.csv", "a.csv"), ("a.csv", "A.CSV"), ("Đơn/a.csv", "đơn/A.csv"), ("b\u{E1}o.csv", "ba\u{301}o.csv"),
    ("a/", "a/"), ("a/", "A/"), ("a", "a/"), ("a", "a/b.csv"), ("a", "A/b/c.csv"), ("a/b", "a/b/c/d/e.csv"),
  ])
  func areRefused(_ first: String, _ second: String) {
    for names in [[first, second], [second, first], ["a-", first, "a!", second, "a0/x"]] {
      let archive = RawArchive().with { $0.entries = names.map { RawEntry($0) } }
      #expect(opened(archive).fault == .duplicateName, "\(names)")
    }
  }

  @Test func neighboursAreNot() {
    let names = ["a", "a-b", "a.csv", "b/", "b/a", "b/a.csv", "b/c/", "b!", "b/c/a", "c/d/e", "c/d!"]
    #expect(opened(RawArchive().with { $0.entries = names.map { RawEntry($0) } }).files?.count == names.count)
  }

  /// Deep folders cost no more than their names are long.
  @Test(.timeLimit(.minutes(1))) func deepFolders() {
    let deep = String(repeating: "a/", count: 509)
    let archive = RawArchive().with { $0.entries = (1000..<3000).map { RawEntry("\($0)/\(deep)") } }
    #expect(opened(archive).files?.count == 2000)
  }
}
