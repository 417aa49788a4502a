import DurableFiles
import Register

/// `projections/`: what spares a reading of every entry, and can be made again of them (<doc:record#Projections>). Only writers
/// write it, after their commit; it is not made durable, for what a crash takes of it is not missed.
struct Projections: Sendable {
  private let folder: String
  private var file: String { folder + "/register" }

  init(folder: String) {
    self.folder = folder
  }

  /// What lies there; `nil` where nothing does or it cannot be read.
  func register() -> RegisterProjection? {
    guard let file = try? OpenFile(file) else { return nil }
    // A writer may add to it meanwhile: what was there when it was opened is whole or not taken.
    return (try? file.bytes(from: 0, count: Int(file.status.size))).map { RegisterProjection($0) }
  }

  /// Puts a segment behind those before it, and cuts off whatever lay there.
  func append(_ segment: [UInt8], at offset: Int) throws(FileFault) {
    try DurableFiles.makeFolder(folder)
    try DurableFiles.overwrite(file, with: segment, from: offset)
  }

  /// Takes it away: what a purge removes must not be read here either.
  func remove() throws(FileFault) {
    guard DurableFiles.exists(file) else { return }
    try DurableFiles.remove(file)
    try DurableFiles.syncFolder(folder)
  }
}
