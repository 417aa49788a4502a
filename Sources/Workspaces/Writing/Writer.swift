package import DurableFiles
package import Ledger
package import Register
package import ReportingModel
import SQLiteStore

/// The one writer of a workspace: it holds the lock, and every change of the record goes through it.
package final class Writer {
  package let workspace: Workspace
  package let ledger: Ledger
  package private(set) var register: Register
  /// Who makes the changes.
  package let operatorName: String
  /// What is not as it should be and keeps nobody from writing.
  package let remarks: [LocalizedText]
  private let store: SQLiteStore
  private var lock: FileLock?
  private let holder: LockHolder?
  private let file: FileStatus?
  private var recorder: RegisterRecorder
  /// Over every entry.
  package private(set) var tree = MerkleTree()
  /// `nil` where the key is lost: what is written is not signed then.
  private var signer: NoteSigner?
  /// The checkpoint that was signed last.
  package private(set) var checkpoint: String?
  /// What was written last, from which its proofs are made.
  private var written: (tail: TreeTail, entries: [LedgerEntry])?
  /// Until then nobody is given way who waits and does not come, by a clock that only goes forward.
  private var passedOver: Int64?

  /// - Parameter isAccepting: take up a ledger that went back.
  fileprivate init(
    _ workspace: Workspace, _ applicant: Applicant, _ lock: consuming FileLock, isAccepting: Bool = false
  ) async throws {
    self.workspace = workspace
    operatorName = applicant.operatorName
    holder = applicant.holder
    self.lock = consume lock
    store = try workspace.open { try LedgerFile.write($0) }
    ledger = Ledger(store)
    file = DurableFiles.status(of: workspace.ledgerFile)
    let known = workspace.headFile.read()
    let projection = workspace.projections.register()
    register = try await workspace.fold(ledger, known: isAccepting ? .none : known, from: projection)
    recorder = await RegisterRecorder(workspace.projections, after: projection, in: ledger, to: register.head)
    remarks =
      try applicant.remarks(against: register.chain.recordedAt) + workspace.remarks(on: known)
      + workspace.remarks(on: register)
    try await takeUpTree(isAccepting: isAccepting)
    guard !isAccepting else { return }
    for digest in register.purges.keys where DurableFiles.exists(workspace.objects.path(of: digest)) {
      try await finishPurge(of: digest)
    }
  }

  /// Reads keys and tree as they are now, and signs what a run that ended after its commit left unsigned.
  private func takeUpTree(isAccepting: Bool = false) async throws {
    try workspace.keyFolder.settle(register.keys.last.flatMap { VerifierKey($0.verifierKey) })
    signer = workspace.keyFolder.signer()
    let stored = workspace.headFile.contents()
    tree = try await workspace.tree(of: ledger, to: register.head, stored: isAccepting ? nil : stored)
    guard !isAccepting else { return }
    checkpoint = stored?.checkpoint
    written = nil
    if stored?.head != register.head || stored?.tree != tree || stored?.checkpoint == nil && signer != nil {
      try writeHead()
    }
  }

  /// Renews `keys/head`, signed where there is a key.
  private func writeHead(_ head: LedgerHead? = nil) throws(FileFault) {
    if let signer { checkpoint = signer.sign(Checkpoint(origin: signer.verifier.name, tree).text) }
    try workspace.headFile.write(
      HeadFile.Contents(head: head ?? register.head, tree: tree, checkpoint: signer == nil ? nil : checkpoint))
  }

  /// When something that happens now is dated: time never runs back in the record.
  package func moment(_ clock: Instant) -> Instant { max(clock, register.chain.recordedAt ?? clock) }

  /// Appends changes in one transaction, renews `keys/head` and takes them in.
  /// - Throws: what `commit` throws.
  package func append(_ drafts: [EntryDraft], clock: Instant) async throws {
    let steps = try await write(drafts, clock: clock)
    for step in steps {
      try register.note(step.entry.event, at: step.entry.sequence, recordedAt: step.entry.recordedAt)
      register.advance(to: step.chain)
    }
  }

  /// Decides upon what is about to be written; the register notes it, so that each is decided against those before it. After it
  /// comes `commit`; where that fails, `reload`.
  package func deciding<Value>(_ body: (inout Register) throws -> Value) rethrows -> Value { try body(&register) }

  /// Writes what the register has noted already, in one transaction, and renews `keys/head`; both are durable on return.
  /// - Throws: `StoreFault`, `LedgerDamage` where another file lies in the ledger's place, `FileFault`.
  package func commit(_ drafts: [EntryDraft], clock: Instant) async throws {
    if let last = try await write(drafts, clock: clock).last { register.advance(to: last.chain) }
  }

  private func write(
    _ drafts: [EntryDraft], clock: Instant
  ) async throws -> [(entry: LedgerEntry, chain: Chain)] {
    guard let now = DurableFiles.status(of: workspace.ledgerFile), now.device == file?.device, now.inode == file?.inode
    else {
      throw LedgerDamage(
        .file, "tệp ledger.sqlite đã bị thay bằng tệp khác trong khi đang chạy",
        "ledger.sqlite was replaced by another file meanwhile")
    }
    let steps = try await ledger.append(drafts, to: register.chain, clock: clock, operatorName: operatorName)
    var tail = TreeTail(after: tree)
    for step in steps {
      tail.append(line: step.entry.line)
      tree.append(line: step.entry.line)
    }
    if let last = steps.last { try writeHead(last.chain.head) }
    written = (tail, steps.map(\.entry))
    recorder.add(steps.map(\.entry)) { register.summary(of: $0) }
    return steps
  }

  /// The record as of a sequence, read through the writer's own ledger.
  package func record(asOf sequence: Int64) async throws -> Record {
    let register = try await Register(ledger, asOf: sequence, StoredPlan(workspace.objects))
    return Record(workspace: workspace, ledger: ledger, register: register, remarks: [])
  }

  /// Reads the record anew, keys and tree with it: what was noted and not written is forgotten, what others wrote is known.
  package func reload() async throws {
    let projection = workspace.projections.register()
    register = try await workspace.fold(ledger, known: workspace.headFile.read(), from: projection)
    recorder = await RegisterRecorder(workspace.projections, after: projection, in: ledger, to: register.head)
    try await takeUpTree()
  }

  /// That an entry of what was written last is in the tree that was signed after it (C2SP tlog-proof); `nil` without a key.
  package func proof(of sequence: Int64) -> LogProof? {
    guard signer != nil, let checkpoint, let written, written.tail.size == tree.size,
      let entry = written.entries.first(where: { $0.sequence == sequence }),
      let path = written.tail.inclusion(of: sequence - 1)
    else { return nil }
    return LogProof(extra: entry.line, index: sequence - 1, path: path, checkpoint: checkpoint)
  }

  /// The same of an entry that was written before: made of every entry.
  package func laterProof(of sequence: Int64) async throws -> LogProof? {
    guard signer != nil, let checkpoint, sequence <= tree.size else { return nil }
    var tail = TreeTail(after: MerkleTree())
    var next: Int64 = 1
    var line: [UInt8] = []
    while next <= tree.size {
      for one in try await ledger.lines(from: next, through: tree.size) {
        if next == sequence { line = one }
        tail.append(line: one)
        next += 1
      }
    }
    guard let path = tail.inclusion(of: sequence - 1) else { return nil }
    return LogProof(extra: line, index: sequence - 1, path: path, checkpoint: checkpoint)
  }

  /// The signed head of the first entries; `nil` without a key.
  package func checkpoint(ofSize size: Int64) async throws -> String? {
    guard let signer else { return nil }
    if size == tree.size, let checkpoint { return checkpoint }
    let then = try await workspace.tree(of: ledger, size: size)
    return signer.sign(Checkpoint(origin: signer.verifier.name, then).text)
  }

  /// Signs from here on with a new key, which the old one vouches for.
  /// - Returns: the new key.
  /// - Throws: `KeyProblem.noKey`.
  package func rotateKey(clock: Instant) async throws -> VerifierKey {
    guard let old = signer else { throw KeyProblem.noKey }
    let next = try workspace.keyFolder.makeNext(named: old.verifier.name)
    let line = next.verifier.description
    try await append([EntryDraft(KeyEvent(verifierKey: line, note: old.sign(line + "\n"), lost: nil))], clock: clock)
    return try takeUp(next)
  }

  /// Signs from here on with a new key after the old one was lost, for which nobody vouches.
  /// - Throws: `KeyProblem.notLost`.
  package func renewKey(lost reason: String, clock: Instant) async throws -> VerifierKey {
    guard signer == nil else { throw KeyProblem.notLost }
    let known = try workspace.keyFolder.publicKeys().first
    let next = try known.map { try workspace.keyFolder.makeNext(named: $0.name) } ?? workspace.keyFolder.makeFirst()
    let event = KeyEvent(verifierKey: next.verifier.description, note: nil, lost: reason)
    try await append([EntryDraft(event)], clock: clock)
    return try takeUp(next)
  }

  private func takeUp(_ next: NoteSigner) throws -> VerifierKey {
    try workspace.keyFolder.settle(next.verifier)
    signer = next
    try writeHead()
    return next.verifier
  }

  /// Reads what is in force again, after a change of it.
  package func resolve() throws { try register.resolve(StoredPlan(workspace.objects)) }

  /// Makes ready what reports are decided against.
  package func prepare(_ keys: some Sequence<UnitPeriod>, of regime: String, withPeers: Bool) async throws {
    try await register.prepare(keys, of: regime, withPeers: withPeers, from: ledger)
  }

  /// Makes what spares others the reading of every entry anew.
  func restartProjections() async throws { try await recorder.restart(with: ledger, to: register.head) }

  /// What went back is another log: it gets a name and a key of its own.
  fileprivate func beginAnew() throws { signer = try workspace.keyFolder.makeFirst() }

  /// Whether the ledger has an entry.
  fileprivate func has(_ known: LedgerHead) async throws -> Bool {
    guard known.sequence > 0 else { return true }
    guard known.sequence <= register.head.sequence else { return false }
    return try await ledger.entry(known.sequence).digest == known.digest
  }

  /// Whether somebody waits for the workspace.
  /// - Parameter now: milliseconds of a clock that only goes forward.
  package func isAwaited(now: Int64) -> Bool {
    passedOver.map { $0 <= now } ?? true && workspace.turn.isAwaited
  }

  /// Lets everybody who waits have the workspace, and takes it back after them; then the register is of before (`reload`).
  /// - Parameters:
  ///   - clock: milliseconds of a clock that only goes forward.
  ///   - isStopping: it need not be taken back; then nothing may be written any more.
  package func giveWay(
    clock: () -> Int64, isStopping: () -> Bool, pause: () async -> Void
  ) async throws(FileFault) {
    lock = nil
    let turn = workspace.turn
    let came = await turn.letPass(clock: clock, isStopping: isStopping, pause: pause)
    passedOver = came ? nil : clock() + Turn.grudge
    while !isStopping() {
      if let taken = try FileLock.take(turn.lock, words: holder?.words ?? []) {
        lock = consume taken
        return
      }
      await pause()
    }
  }

  /// Lets go of the ledger and then of the lock.
  fileprivate func close() async {
    await store.close()
    lock = nil
  }
}

extension Workspace {
  /// Opens the workspace for changes, for as long as the body runs.
  /// - Parameter pause: lets some time go by while another process has the workspace, which it is told; false to wait no longer.
  /// - Throws: `WorkspaceProblem.locked` when another process holds it, `.past`, and what `read` throws.
  package func write<Value>(
    as applicant: Applicant, pause: (LockHolder?) async -> Bool = { _ in false },
    _ body: (Writer) async throws -> Value
  ) async throws -> Value {
    let lock = try await lock(for: applicant, pause)
    return try await closing(Writer(self, applicant, lock), body)
  }

  /// Opens the workspace for changes under somebody's name, at once.
  package func write<Value>(
    operatorName: String, _ body: (Writer) async throws -> Value
  ) async throws -> Value {
    try await write(as: Applicant(operatorName), body)
  }

  /// Takes up a ledger that went back: records what was known of it and why, and lets receipt numbers go on well above those that
  /// may have been given (<doc:record#The-head-outside>).
  /// - Returns: the sequence of the entry; `nil` where the ledger has what was known.
  package func acceptRollback(
    reason: String, as applicant: Applicant, clock: Instant, pause: (LockHolder?) async -> Bool = { _ in false }
  ) async throws -> Int64? {
    let lock = try await lock(for: applicant, pause)
    guard case .head(let known) = headFile.read() else { return nil }
    let writer = try await Writer(self, applicant, lock, isAccepting: true)
    let signed = headFile.contents()?.checkpoint.flatMap { SignedNote($0) }.flatMap { Checkpoint($0.text) }
    return try await closing(writer) { writer in
      guard try await !writer.has(known) else { return nil }
      let event = RollbackEvent(
        known: known, signedSize: signed?.size, signedRoot: signed?.root.description, reason: reason,
        nextReceipt: writer.register.nextReceipt + 1000)
      try writer.beginAnew()
      try await writer.append([EntryDraft(event)], clock: clock)
      return writer.register.head.sequence
    }
  }

  private func lock(for applicant: Applicant, _ pause: (LockHolder?) async -> Bool) async throws -> FileLock {
    guard let lock = try await turn.take(applicant.holder, pause: pause) else {
      throw WorkspaceProblem.locked(root, by: LockHolder(of: lockFile))
    }
    return lock
  }

  private func closing<Value>(_ writer: Writer, _ body: (Writer) async throws -> Value) async throws -> Value {
    do {
      let value = try await body(writer)
      await writer.close()
      return value
    } catch {
      await writer.close()
      throw error
    }
  }
}
