import Testing

/// Modules import what the manifest says, all of it and nothing else, and imports only go down.
@Suite struct ModuleTests {
  /// An edge that nobody uses is as wrong as one that is missing; an executable is named where a test runs it.
  @Test func everyImportIsAnEdgeOfTheManifest() throws {
    let modules = try Manifest.read.get().modules
    #expect(modules.count > 30)
    let packages = Set(modules.values.flatMap(\.dependencies)).subtracting(modules.keys)
    for module in modules.values where !module.isSystemLibrary {
      let files = SourceTree.files(module.folder, endings: [".swift"])
      let imported = files.reduce(into: Set<String>()) { $0.formUnion(SourceTree.imports($1.text)) }
        .filter { modules[$0] != nil || packages.contains($0) }
      let run = module.dependencies.filter { modules[$0]?.isExecutable == true }
      #expect(imported == module.dependencies.subtracting(run), "\(module.name)")
    }
  }

  /// The ranks of the architecture article bound the edges, and its table is the manifest's.
  @Test func edgesGoDown() throws {
    let modules = try Manifest.read.get().modules.filter { !$0.value.isTest && !$0.value.folder.hasPrefix("Tests/") }
    let table = try Self.articleTable()
    #expect(Set(table.keys) == Set(modules.keys))
    for (name, module) in modules {
      guard let row = table[name] else { continue }
      let own = module.dependencies.filter { modules[$0] != nil }
      #expect(row.imports == own, "\(name)")
      for imported in own { #expect((table[imported]?.rank ?? .max) <= row.rank, "\(name) imports \(imported)") }
    }
  }

  /// Rows `| rank | module | responsibility | imports |`.
  private static func articleTable() throws -> [String: (rank: Int, imports: Set<String>)] {
    var table: [String: (rank: Int, imports: Set<String>)] = [:]
    for line in try SourceTree.text("Sources/tonghop/Documentation.docc/architecture.md").split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingPrefix(" ") }
      guard cells.count == 4, let rank = Int(cells[0].filter { !$0.isWhitespace }) else { continue }
      let names = { (cell: Substring) in cell.matches(of: /`(\w+)`/).map { String($0.output.1) } }
      for name in names(cells[1]) { table[name] = (rank, Set(names(cells[3]))) }
    }
    return table
  }

  /// Every module has a test target of its own; the C modules are met through the one module that uses them, and the
  /// executable by the tests that run it.
  @Test func everyModuleHasItsTests() throws {
    let modules = try Manifest.read.get().modules
    for module in modules.values
    where !module.isTest && !module.isSystemLibrary && !module.isExecutable && module.folder.hasPrefix("Sources/")
      && !module.name.hasPrefix("C")
    {
      #expect(modules[module.name + "Tests"]?.dependencies.contains(module.name) == true, "\(module.name)")
    }
  }

  /// Each library has one user; the stages know neither files nor clocks.
  @Test func librariesHaveOneUser() {
    let users: [String: Set<String>] = [
      "CLibXML2": ["XMLReading"], "CZlib": ["ZipFormat"], "CPosix": ["DurableFiles"], "CCrypto": ["Hashing"],
      "CSchemas": ["Schemas"], "CSQLite": ["SQLiteStore"], "Mustache": ["Reports"], "ArgumentParser": ["tonghop"],
      "Foundation": ["tonghop"], "FoundationEssentials": [], "Glibc": ["DurableFiles", "Spooling", "tonghop"],
      "SQLiteStore": ["Workspaces", "Auditing"],
      "DurableFiles": ["Spooling", "Inbox", "SQLiteStore", "Workspaces", "Intake", "Office", "Auditing", "tonghop"],
    ]
    for (path, text) in SourceTree.sources {
      let module = path.split(separator: "/").map(String.init)[1]
      for imported in SourceTree.imports(text) {
        if let allowed = users[imported] { #expect(allowed.contains(module), "\(path) imports \(imported)") }
      }
    }
  }

  @Test func unsafeStaysWhereItBelongs() {
    let allowed: Set<String> = [
      "XMLReading", "ZipFormat", "DurableFiles", "Spooling", "Hashing", "Schemas", "SQLiteStore", "tonghop",
    ]
    for (path, text) in SourceTree.sources where text.contains("unsafe ") {
      #expect(allowed.contains(path.split(separator: "/").map(String.init)[1]), "\(path)")
    }
  }
}
