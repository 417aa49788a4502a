package import Foundation

/// A temporary folder that goes away with its owner.
package final class Folder: Sendable {
  package let path: String

  /// The repository's top folder.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  package init() throws {
    path = NSTemporaryDirectory() + "tonghop-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  package func data(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path + "/" + name)) }

  /// Writes a file, with the folders that it lies in.
  package func write(_ name: String, _ text: String) throws {
    let place = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  /// What lies in a workspace's inbox besides the folders of the units.
  package func left(inInboxOf w: String) -> [String] {
    files(below: w + "/inbox").filter { name in
      let kind = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(w)/inbox/\(name)")[.type]
      return name.hasPrefix(".") || kind as? FileAttributeType != .typeDirectory
    }
  }

  /// Every file below, by its path inside.
  package func files(below name: String) -> [String] {
    (FileManager.default.enumerator(atPath: path + "/" + name)?.allObjects as? [String] ?? []).sorted()
  }
}
