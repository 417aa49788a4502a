import Foundation
import TestSupport

/// The package as its manifest describes it: the one table of modules and of what each may import.
struct Manifest {
  struct Module {
    let name: String
    /// Its folder, from the repository's top.
    let folder: String
    let isTest: Bool
    let isExecutable: Bool
    let isSystemLibrary: Bool
    /// Targets and products that it names; a product of a package bears the name of its module.
    let dependencies: Set<String>
  }

  /// By name.
  let modules: [String: Module]

  static let read = Result { try Manifest() }

  private init() throws {
    // A scratch folder of its own: the package's is locked while its tests are run from it.
    let scratch = try Folder()
    let dumped = try Program.run(
      "/usr/bin/env",
      ["swift", "package", "--package-path", Program.root, "--scratch-path", scratch.path, "dump-package"])
    let description = try JSONDecoder().decode(Description.self, from: dumped.output)
    let modules = description.targets.map { target in
      Module(
        name: target.name, folder: target.path ?? "Sources/\(target.name)", isTest: target.type == "test",
        isExecutable: target.type == "executable", isSystemLibrary: target.type == "system",
        dependencies: Set(target.dependencies.compactMap(\.name)))
    }
    self.modules = Dictionary(uniqueKeysWithValues: modules.map { ($0.name, $0) })
  }

  /// What `swift package dump-package` says of targets, as far as it is looked at.
  private struct Description: Decodable {
    struct Target: Decodable {
      var name: String
      var type: String
      var path: String?
      var dependencies: [Dependency]
    }
    var targets: [Target]
  }

  /// `{"byName": ["Regimes", null]}`, `{"target": ["Regimes", null]}`, `{"product": ["GRDB", "GRDB.swift", null, null]}`.
  private struct Dependency: Decodable {
    let name: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      name = try container.decode([String: [Part]].self).values.first?.first?.text
    }

    private struct Part: Decodable {
      let text: String?

      init(from decoder: any Decoder) throws { text = try? decoder.singleValueContainer().decode(String.self) }
    }
  }
}
