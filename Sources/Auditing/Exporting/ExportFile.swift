import DurableFiles
import Hashing
import Ledger
package import ReportingModel
import Spooling
import ZipFormat

/// An export that somebody handed over: nothing in it is trusted, neither names nor sizes (<doc:record#Exports>).
struct ExportFile {
  private let archive: ZipArchive
  private let members: [String: ZipEntry]
  /// The digests of its objects, in its order.
  let objects: [(digest: Digest, entry: ZipEntry)]

  /// Members in the order in which an export has them, before the objects.
  static let names = ["checkpoint", "ledger.pub", "entries.jsonl", "report.json", "contents.jsonl", "purged.jsonl"]

  /// Larger exports than this are none of ours.
  private static let limits = ZipLimits(
    archiveBytes: 1 << 40, entries: 8_000_000, totalBytes: 1 << 40, nameBytes: 128)
  /// What is read into memory at once.
  private static let most = ZipEntryLimit(bytes: 4 << 30)

  /// - Throws: `ExportFault`.
  init(_ path: String, into spool: Spool) throws {
    let file = try OpenFile(path)
    var run = SpoolRun(of: Int(clamping: file.status.size), in: spool)
    try file.eachChunk { run.append($0) }
    do {
      archive = try ZipArchive(run.finish().view, limits: ExportFile.limits)
    } catch {
      throw ExportFault(
        LocalizedText("không phải tệp xuất đối soát (\(error.kind))", "this is no export (\(error.kind))"))
    }
    if let fault = spool.fault { throw fault }
    let entries = archive.entries
    guard entries.count >= ExportFile.names.count,
      entries.prefix(ExportFile.names.count).map(\.name) == ExportFile.names,
      entries.allSatisfy({ $0.method == 0 })
    else {
      throw ExportFault(
        LocalizedText("các phần không đúng như một tệp xuất đối soát", "its members are not those of an export"))
    }
    var objects: [(Digest, ZipEntry)] = []
    for entry in entries.dropFirst(ExportFile.names.count) {
      guard entry.name.hasPrefix("objects/"), let digest = Digest(hex: String(entry.name.dropFirst(8))),
        digest.description == entry.name.dropFirst(8)
      else { throw ExportFault(LocalizedText("có phần lạ: \(entry.name)", "a member that is none: \(entry.name)")) }
      objects.append((digest, entry))
    }
    self.objects = objects
    members = Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A member's bytes.
  func bytes(_ name: String) throws -> [UInt8] {
    guard let entry = members[name] else { throw ExportFault(LocalizedText("thiếu \(name)", "\(name) is missing")) }
    return try bytes(entry)
  }

  func bytes(_ entry: ZipEntry) throws -> [UInt8] {
    do {
      return try archive.read(entry, limit: ExportFile.most)
    } catch {
      throw ExportFault(LocalizedText("\(entry.name) hỏng (\(error.kind))", "\(entry.name) is damaged (\(error.kind))"))
    }
  }

  /// The lines of a member, each of which ends with a line feed.
  func lines(_ name: String) throws -> [[UInt8]] {
    let bytes = try bytes(name)
    guard !bytes.isEmpty else { return [] }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.last?.isEmpty == true, lines.dropLast().allSatisfy({ !$0.isEmpty }) else {
      throw ExportFault(
        LocalizedText("\(name): dòng trống hoặc bị cắt", "\(name): a line that is empty or cut off"))
    }
    return lines.dropLast().map { Array($0) }
  }

  /// Writes an object to a file, hashed on its way.
  func unpack(_ entry: ZipEntry, to path: String) throws -> Digest {
    let bytes = try bytes(entry)
    try DurableFiles.write(bytes, to: path, sync: false)
    return Digest(of: bytes)
  }
}

/// A file that is no export, or is damaged.
package struct ExportFault: Error, Sendable, Hashable {
  package let message: LocalizedText

  init(_ message: LocalizedText) { self.message = message }
}
