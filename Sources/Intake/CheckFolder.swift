import DurableFiles
import Inbox
import Ledger
import Receipts
import Register
import ReportingModel
import Spooling
import Workspaces

extension Ingestion {
  /// Checks the files of the check folder that are new or have changed and writes their receipts; the files stay where they are and
  /// the ledger hears nothing of them (<doc:commands#Inbox>).
  func check(
    _ files: [InboxScan.File], in inbox: InboxFolder, _ occasion: Occasion, refused: Refusal,
    each: (Receipt) throws -> Void
  ) async throws {
    var memory = CheckMemory(of: workspace)
    memory.keep(files)
    let batches = Batch.cut(files.filter { !memory.knows($0) }.map { Arriving(delivery: $0.delivery, file: $0) })
    for batch in batches.flatMap(\.abreast) {
      var papers: [ReceiptFiles.Paper] = []
      var written: [(file: InboxScan.File, digest: Digest?)] = []
      for (arriving, result) in await examined(batch, inbox, occasion) {
        guard let file = arriving.file else { continue }
        switch result {
        case .failure(let fault): try refused(arriving.delivery, fault)
        case .success(let one):
          guard !memory.knows(file, one.opened.digest) else {
            memory.note(file, one.opened.digest)
            continue
          }
          try await prepare([one])
          var trial = writer.register
          let receipt = try court.check(one, occasion, &trial)
          written.append((file, one.opened.digest))
          papers.append(ReceiptFiles.Paper(receipt: receipt, json: receipt.json(.vietnamese).fileBytes))
        }
      }
      let failures = try await ReceiptFiles(workspace, writer.register.settings).write(papers)
      for (index, (file, digest)) in written.enumerated() where failures[index] == nil { memory.note(file, digest) }
      memory.write(to: workspace)
      for (index, (file, _)) in written.enumerated() {
        if let fault = failures[index] {
          try refused(file.delivery, fault)
        } else {
          try each(papers[index].receipt)
        }
      }
    }
  }

  /// Others may write to the folder, so each file is opened by way of the folders that were looked into.
  private func examined(_ batch: Batch, _ inbox: InboxFolder, _ occasion: Occasion) async -> [Batch.Read] {
    let (reader, court, spool) = (reader, court, Spool(folder: workspace.passing))
    return await inOrder(batch.arriving) { arriving in
      let result = Result { () throws(FileFault) in
        guard let file = arriving.file else { throw .replaced(arriving.delivery.path) }
        let opened = try reader.open(inbox.open(file), name: arriving.delivery.fileName, into: spool)
        return try court.examine(arriving.delivery, opened, by: reader, occasion, into: spool)
      }
      return (arriving, result)
    }
  }
}

/// Which files of the check folder have their receipts, over restarts: by name, size, time and digest. Without it they would only be
/// checked once more.
private struct CheckMemory {
  private struct Known {
    var size: Int64
    var modified: Int64
    /// `nil` for a file over the size limit.
    var digest: Digest?
  }

  private static let schema = "tonghop.checked/1"
  private var known: [String: Known] = [:]

  init(of workspace: Workspace) {
    known = (try? CheckMemory.read(workspace)) ?? [:]
  }

  private static func read(_ workspace: Workspace) throws -> [String: Known] {
    var fields = try JSONFields(JSONNode(parsing: DurableFiles.read(workspace.checkedFile)))
    guard try fields.string("schema") == schema else { return [:] }
    let files = try fields.list("files") { (node) throws(JSONFields.Malformed) in
      var file = try JSONFields(node)
      return (
        try file.string("path"),
        Known(
          size: try file.sequence("size"), modified: try file.sequence("modified"),
          digest: try file.optionalDigest("sha256"))
      )
    }
    return Dictionary(files, uniquingKeysWith: { _, last in last })
  }

  /// Forgets what is no longer there.
  mutating func keep(_ files: [InboxScan.File]) {
    let there = Set(files.map(CheckMemory.key))
    known = known.filter { there.contains($0.key) }
  }

  /// Whether the file stands as it stood when it was checked.
  func knows(_ file: InboxScan.File) -> Bool {
    known[CheckMemory.key(file)].map { $0.size == file.status.size && $0.modified == file.status.modified } ?? false
  }

  /// Whether a file that was touched since holds the same bytes.
  func knows(_ file: InboxScan.File, _ digest: Digest?) -> Bool {
    known[CheckMemory.key(file)].map { $0.size == file.status.size && $0.digest == digest && digest != nil } ?? false
  }

  mutating func note(_ file: InboxScan.File, _ digest: Digest?) {
    known[CheckMemory.key(file)] = Known(size: file.status.size, modified: file.status.modified, digest: digest)
  }

  func write(to workspace: Workspace) {
    let files = known.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { path, file in
      var members: [String: JSONValue] = [
        "path": .string(path), "size": .int(file.size), "modified": .int(file.modified),
      ]
      if let digest = file.digest { members["sha256"] = .string(digest.description) }
      return JSONValue.object(members)
    }
    let json = JSONValue.object(["schema": .string(CheckMemory.schema), "files": .array(files)])
    // Where it cannot be kept, files are checked once more after a restart and nothing else.
    try? DurableFiles.write(json.fileBytes, to: workspace.checkedFile, sync: false)
  }

  private static func key(_ file: InboxScan.File) -> String {
    (file.place + [file.delivery.fileName]).joined(separator: "/")
  }
}
