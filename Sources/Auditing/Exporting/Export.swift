import DurableFiles
import Hashing
import Ledger
import Office
import Register
import ReportingModel
package import Workspaces
import ZipFormat

/// Everything that an issued report stands on, in one file (<doc:record#Exports>): replaying it needs nothing else.
package struct Export {
  private let record: Record

  package init(_ record: Record) { self.record = record }

  /// Writes the file.
  /// - Parameter redacted: leaves out the raw bundles.
  /// - Throws: `IssueProblem.notIssued`, `FileFault`.
  package func write(_ id: String, to path: String, redacted: Bool) async throws {
    guard let issued = record.register.issued.first(where: { $0.report.id == id }) else {
      throw IssueProblem.notIssued(id)
    }
    let (report, last) = (issued.report, issued.sequence)
    let workspace = record.workspace
    let contents = try await contents(through: last)
    let purges = try await purges(after: last)
    let entries = try await lines(through: last)
    let objects = try named(in: entries, redacted: redacted)
    try DurableFiles.write(to: path) { (append) throws(FileFault) in
      var fault: (any Error)?
      do {
        var zip = StoredZip()
        let checkpoint = (try? DurableFiles.read(workspace.checkpointFile(of: id))) ?? []
        try zip.add(name: "checkpoint", bytes: checkpoint, to: append)
        try zip.add(name: "ledger.pub", bytes: publicKeys(asOf: last), to: append)
        try zip.add(name: "entries.jsonl", to: append) { write in for line in entries { try write(line + [0x0A]) } }
        try zip.add(name: "report.json", bytes: workspace.objects.bytes(of: report.jsonDigest), to: append)
        try zip.add(name: "contents.jsonl", to: append) { write in
          for (sequence, digest) in contents { try write(try contentLine(sequence, digest)) }
        }
        try zip.add(name: "purged.jsonl", bytes: purges, to: append)
        for digest in objects {
          try zip.add(name: "objects/\(digest)", to: append) { write in
            try DurableFiles.eachChunk(of: workspace.objects.path(of: digest)) { (chunk) throws(FileFault) in
              do { try write(chunk) } catch { fault = fault ?? error }
            }
            if let fault { throw fault }
          }
        }
        try zip.finish(to: append)
      } catch let error as FileFault {
        throw error
      } catch {
        fault = error
      }
      if fault != nil { throw FileFault(operation: "export", path: path, errorNumber: 5) }
    }
  }

  /// Writes only entries and contents, as of now.
  package func writeContents(to path: String) async throws {
    let last = record.register.head.sequence
    let contents = try await contents(through: last)
    let entries = try await lines(through: last)
    var bytes: [UInt8] = []
    let append: StoredZip.Sink = { bytes += $0 }
    var zip = StoredZip()
    try zip.add(name: "entries.jsonl", to: append) { write in for line in entries { try write(line + [0x0A]) } }
    try zip.add(name: "contents.jsonl", to: append) { write in
      for (sequence, digest) in contents { try write(try contentLine(sequence, digest)) }
    }
    try zip.finish(to: append)
    try DurableFiles.write(bytes, to: path, .usual)
  }

  private func lines(through last: Int64) async throws -> [[UInt8]] {
    var lines: [[UInt8]] = []
    while Int64(lines.count) < last {
      lines += try await record.ledger.lines(from: Int64(lines.count) + 1, through: last)
    }
    return lines
  }

  /// Keys that later entries name are left out.
  private func publicKeys(asOf last: Int64) throws -> [UInt8] {
    let later = Set(
      record.register.keySequences.filter { $0.sequence > last }.compactMap { VerifierKey($0.event.verifierKey) })
    return Array(
      try record.workspace.keyFolder.publicKeys().filter { !later.contains($0) }.map { $0.description + "\n" }.joined()
        .utf8)
  }

  private var texts: ContentTexts { ContentTexts(record) }

  private func contents(through last: Int64) async throws -> [(Int64, [UInt8])] {
    try await texts.all(through: last)
  }

  private func contentLine(_ sequence: Int64, _ json: [UInt8]) throws -> [UInt8] {
    Array("{\"content\":".utf8) + json + Array(",\"sequence\":\(sequence)}\n".utf8)
  }

  /// Later purges with their proofs under the head that was signed last.
  private func purges(after last: Int64) async throws -> [UInt8] {
    let later = record.register.purges.filter { $0.value.sequence > last }.map(\.value.sequence).sorted()
    guard !later.isEmpty, let checkpoint = record.workspace.signedCheckpoint, let note = SignedNote(checkpoint),
      let tree = Checkpoint(note.text)
    else { return [] }
    var tail = TreeTail(after: MerkleTree())
    let lines = try await lines(through: tree.size)
    for line in lines { tail.append(line: line) }
    return later.filter { $0 <= tree.size }.reduce(into: [UInt8]()) { bytes, sequence in
      let line = lines[Int(sequence - 1)]
      let proof = LogProof(
        extra: line, index: sequence - 1, path: tail.inclusion(of: sequence - 1) ?? [], checkpoint: checkpoint)
      bytes +=
        JSONValue.object([
          "sequence": .int(sequence), "entry": .string(String(decoding: line, as: UTF8.self)),
          "proof": .string(proof.text),
        ]).fileBytes
    }
  }

  /// The stored objects that entries name, in bytewise order; those that were purged are no more.
  private func named(in lines: [[UInt8]], redacted: Bool) throws -> [Digest] {
    var digests: Set<Digest> = []
    for line in lines {
      let event = try LedgerEntry(stored: line).event
      if case .delivery = event, redacted { continue }
      digests.formUnion(event.objects)
    }
    return digests.filter { record.register.purges[$0] == nil }.sorted { $0.description < $1.description }
  }
}

/// The contents of accepted submissions as JSON.
struct ContentTexts {
  private let record: Record

  init(_ record: Record) { self.record = record }

  /// By sequence; those that came in what was purged are left out.
  func all(through last: Int64) async throws -> [(Int64, [UInt8])] {
    var versions: [SubmissionVersion] = []
    for regime in record.register.receivedRegimes {
      let book = record.register.book(of: regime)
      for key in book.keys {
        versions += (book.history(key)?.versions ?? []).filter { version in
          let digest = record.register.deliveries[version.delivery]?.digest
          return version.sequence <= last && (digest.map { record.register.purges[$0] == nil } ?? true)
        }
      }
    }
    var texts: [(Int64, [UInt8])] = []
    try await Register.contents(of: versions, in: record.ledger, reading: SubmissionContent.init(storedBytes:)) {
      texts.append(($0, $1.json.canonicalBytes))
    }
    return texts
  }
}
