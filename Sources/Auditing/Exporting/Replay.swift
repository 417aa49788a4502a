import DurableFiles
import Hashing
import Ledger
import Register
package import ReportingModel
import SQLiteStore
import Spooling
import Workspaces

/// Makes a report again from an export alone, on any machine (<doc:record#Exports>).
package struct Replay {
  private let path: String
  private let watching: ProgressNotice?

  package init(_ path: String, watching: ProgressNotice? = nil) {
    self.path = path
    self.watching = watching
  }

  /// - Throws: `ExportFault`, `FileFault`.
  package func answer() async throws -> AuditAnswer {
    let folder = try DurableFiles.makeTemporaryFolder()
    defer { try? DurableFiles.removeTree(folder) }
    let file = try ExportFile(path, into: Spool(folder: folder))
    let lines = try file.lines("entries.jsonl")
    var (checks, entries, tree) = chain(lines)
    guard let last = entries.last, case .report(let report) = last.event, checks.allSatisfy({ $0.state != .failed })
    else {
      if checks.allSatisfy({ $0.state != .failed }) {
        checks.append(
          AuditCheck(
            "entries", .failed,
            LocalizedText("mục cuối không phải báo cáo đã phát hành", "the last entry issues no report")))
      }
      return AuditAnswer(checks)
    }
    checks += try signatures(file, tree, entries)
    let purged = try self.purged(file, entries, &checks)
    let scene = try ReplayScene(folder: folder)
    checks += try objects(file, entries, purged, scene)
    let gone = Replay.submissions(of: purged, entries)
    let contents = try self.contents(file, entries, gone, &checks)
    let json = try file.bytes("report.json")
    if Digest(of: json) != report.jsonDigest {
      checks.append(
        AuditCheck(
          "report", .failed,
          LocalizedText("report.json khác với mục của báo cáo", "report.json is not what its entry says")))
    }
    guard checks.allSatisfy({ $0.state != .failed }) else { return AuditAnswer(checks) }
    try await scene.fill(entries, contents)
    let record = try await scene.record()
    let isWhole = entries.allSatisfy { entry in
      guard case .delivery(let delivery) = entry.event, let digest = delivery.digest else { return true }
      return purged.contains(digest) || DurableFiles.exists(record.workspace.objects.path(of: digest))
    }
    if isWhole {
      checks += try await Rerun(record, purged: purged, watching: watching).answer(of: report.id).checks
    } else {
      checks.append(
        AuditCheck(
          "verdict", .skipped,
          LocalizedText(
            "gói gốc không có trong tệp này: kết luận và phiếu chưa được xét lại",
            "the raw bundles were left out: verdicts and receipts were not judged again")))
      checks += try await ReportReplay(record: record, report: report, gone: gone).checks(json: json)
    }
    return AuditAnswer(checks)
  }

  private func chain(_ lines: [[UInt8]]) -> ([AuditCheck], [LedgerEntry], MerkleTree) {
    var (chain, tree, entries) = (Chain(), MerkleTree(), [LedgerEntry]())
    for line in lines {
      do throws(LedgerDamage) {
        entries.append(try chain.follow(LedgerRow(LedgerEntry(stored: line))))
        tree.append(line: line)
      } catch {
        return (
          [AuditCheck("chain", .failed, at: ["sequence": .int(Int64(entries.count + 1))], error.message)], entries, tree
        )
      }
    }
    return (
      [AuditCheck("chain", .ok, LocalizedText("chuỗi mục 1–\(entries.count)", "chain 1–\(entries.count)"))], entries,
      tree
    )
  }

  private func signatures(_ file: ExportFile, _ tree: MerkleTree, _ entries: [LedgerEntry]) throws -> [AuditCheck] {
    let keys = String(decoding: try file.bytes("ledger.pub"), as: UTF8.self).split(separator: "\n").compactMap {
      VerifierKey($0)
    }
    func failed(_ vietnamese: String, _ english: String) -> [AuditCheck] {
      [AuditCheck("checkpoint", .failed, LocalizedText(vietnamese, english))]
    }
    let text = String(decoding: try file.bytes("checkpoint"), as: UTF8.self)
    guard !text.isEmpty else { return failed("tệp không có đầu sổ đã ký", "it has no signed checkpoint") }
    guard let note = SignedNote(text), let checkpoint = Checkpoint(note.text) else {
      return failed("đầu sổ không đọc được", "the checkpoint cannot be read")
    }
    guard let key = keys.first(where: { note.isSigned(by: $0) }), key.name == checkpoint.origin else {
      return failed(
        "đầu sổ không do khóa kèm theo ký", "the checkpoint is signed with none of the keys that came along")
    }
    guard checkpoint.size == tree.size, checkpoint.root == tree.root else {
      return failed("đầu sổ đã ký không phải của các mục này", "the signed checkpoint is not of these entries")
    }
    let events = entries.compactMap { if case .key(let event) = $0.event { event } else { nil } }
    let rollbacks = entries.count { if case .rollback = $0.event { true } else { false } }
    let registry = KeyRegistry(first: keys, events, rollbacks: rollbacks)
    return registry.problems.map { AuditCheck("key", .failed, $0) } + [
      AuditCheck(
        "checkpoint", .ok,
        LocalizedText("đầu sổ \(tree.size) mục do \(key.name) ký", "head of \(tree.size) entries signed by \(key.name)")
      )
    ]
  }

  /// Objects that were purged, each by an entry that is proven to be in a later signed tree, or is one of these.
  private func purged(
    _ file: ExportFile, _ entries: [LedgerEntry], _ checks: inout [AuditCheck]
  ) throws -> Set<Digest> {
    let keys = String(decoding: try file.bytes("ledger.pub"), as: UTF8.self).split(separator: "\n").compactMap {
      VerifierKey($0)
    }
    var purged = Set(entries.compactMap { if case .purge(let event) = $0.event { event.digest } else { nil } })
    for line in try file.lines("purged.jsonl") {
      guard let node = try? JSONNode(parsing: line).plain, case .string(let entry)? = node["entry"],
        case .string(let text)? = node["proof"], let proof = LogProof(text), proof.extra == Array(entry.utf8),
        case .purge(let event)? = try? LedgerEntry(stored: proof.extra).event, proof.holds(under: keys)
      else {
        checks.append(
          AuditCheck("purged", .failed, LocalizedText("việc xóa không có bằng chứng", "a purge without proof")))
        continue
      }
      purged.insert(event.digest)
    }
    return purged
  }

  private func objects(
    _ file: ExportFile, _ entries: [LedgerEntry], _ purged: Set<Digest>, _ scene: ReplayScene
  ) throws -> [AuditCheck] {
    var named: [Digest: Bool] = [:]
    for entry in entries {
      let isRaw = if case .delivery = entry.event { true } else { false }
      for digest in entry.event.objects { named[digest] = (named[digest] ?? true) && isRaw }
    }
    var checks: [AuditCheck] = []
    var found: Set<Digest> = []
    for (digest, entry) in file.objects {
      guard named[digest] != nil, found.insert(digest).inserted else {
        checks.append(
          AuditCheck(
            "object", .failed, at: ["sha256": .string(digest.description)],
            LocalizedText("đối tượng \(digest) không mục nào nêu", "object \(digest) is named by no entry")))
        continue
      }
      guard try file.unpack(entry, to: scene.objects.path(of: digest)) == digest else {
        checks.append(
          AuditCheck(
            "object", .failed, at: ["sha256": .string(digest.description)],
            LocalizedText(
              "đối tượng \(digest) khác với dấu kiểm tra của nó", "object \(digest) differs from its digest")))
        continue
      }
    }
    let missing = named.filter { !found.contains($0.key) && !purged.contains($0.key) }
    // Raw bundles are left out all together, or not at all.
    let isRedacted =
      !missing.isEmpty && missing.allSatisfy(\.value) && named.allSatisfy { !$0.value || !found.contains($0.key) }
    if !isRedacted {
      checks += missing.keys.sorted { $0.description < $1.description }.map { digest in
        AuditCheck(
          "object", .failed, at: ["sha256": .string(digest.description)],
          LocalizedText("thiếu đối tượng \(digest)", "object \(digest) is missing"))
      }
    }
    if checks.isEmpty {
      checks.append(
        AuditCheck("object", .ok, LocalizedText("\(found.count) đối tượng", counted(found.count, "object"))))
    }
    return checks
  }

  /// Submissions of bundles.
  private static func submissions(of digests: Set<Digest>, _ entries: [LedgerEntry]) -> Set<Int64> {
    let deliveries = Set(
      entries.filter {
        guard case .delivery(let event) = $0.event, let digest = event.digest else { return false }
        return digests.contains(digest)
      }.map(\.sequence))
    return Set(
      entries.filter {
        if case .submission(let event) = $0.event { deliveries.contains(event.delivery) } else { false }
      }
      .map(\.sequence))
  }

  /// The stored bytes of each content, made of its JSON and held against its entry.
  private func contents(
    _ file: ExportFile, _ entries: [LedgerEntry], _ gone: Set<Int64>, _ checks: inout [AuditCheck]
  ) throws -> [Int64: [UInt8]] {
    var expected: [Int64: Digest] = [:]
    for entry in entries {
      guard case .submission(let event) = entry.event, let acceptance = event.acceptance else { continue }
      expected[entry.sequence] = acceptance.contentDigest
    }
    var owed = Set(expected.keys).subtracting(gone)
    var contents: [Int64: [UInt8]] = [:]
    var failed = false
    for line in try file.lines("contents.jsonl") {
      var sequence: Int64 = 0
      do {
        var fields = try JSONFields(JSONNode(parsing: line))
        sequence = Int64(try fields.int("sequence"))
        guard let node = fields.node("content") else { throw JSONFields.Malformed("content") }
        let bytes = try SubmissionContent(node).storedBytes
        try fields.finish()
        guard let digest = expected[sequence], Digest(of: bytes) == digest, contents[sequence] == nil else {
          throw JSONFields.Malformed("sha256")
        }
        contents[sequence] = bytes
        owed.remove(sequence)
      } catch {
        failed = true
        checks.append(
          AuditCheck(
            "content", .failed, at: ["sequence": .int(sequence)],
            LocalizedText(
              "nội dung của mục \(sequence) khác với dấu kiểm tra của mục",
              "content of \(sequence): digest differs from its entry")))
      }
    }
    checks += owed.sorted().map { sequence in
      AuditCheck(
        "content", .failed, at: ["sequence": .int(sequence)],
        LocalizedText("thiếu nội dung của mục \(sequence)", "content of \(sequence) is missing"))
    }
    if !failed, owed.isEmpty {
      checks.append(
        AuditCheck("content", .ok, LocalizedText("\(contents.count) nội dung", counted(contents.count, "content"))))
    }
    return contents
  }
}
