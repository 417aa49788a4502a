import DurableFiles

/// Who writes next: the lock of the workspace, and beside it one that those hold who wait for it.
///
/// `watch` has the workspace for days. Between two files it looks whether anybody waits, lets everybody who does have it, and takes
/// it back when nobody waits any more.
struct Turn: Sendable {
  let lock: String
  let waiting: String

  /// How long somebody who waits is waited for, in milliseconds: one who was stopped in between keeps nobody from writing.
  static let patience: Int64 = 2000
  /// How long such a one is passed over.
  static let grudge: Int64 = 30_000

  /// Takes the lock, after those before it.
  /// - Parameter pause: lets some time go by while another process has it; false to wait no longer.
  /// - Returns: `nil` when another process still has it.
  func take(_ holder: LockHolder?, pause: (LockHolder?) async -> Bool) async throws(FileFault) -> FileLock? {
    let words = holder?.words ?? []
    if let lock = try FileLock.take(lock, words: words) { return lock }
    guard await pause(LockHolder(of: lock)) else { return nil }
    let place = try FileLock.take(waiting, .together)
    defer { _ = place }
    repeat {
      if let lock = try FileLock.take(lock, words: words) { return lock }
    } while await pause(LockHolder(of: lock))
    return nil
  }

  /// Somebody waits.
  var isAwaited: Bool { FileLock.isHeld(waiting, against: .alone) }

  /// Waits, without the lock, until everybody who waits has had it.
  /// - Parameter clock: milliseconds of a clock that only goes forward.
  /// - Returns: false when those who wait do not come.
  func letPass(clock: () -> Int64, isStopping: () -> Bool, pause: () async -> Void) async -> Bool {
    var lastSeen = clock()
    while isAwaited, !isStopping() {
      if FileLock.isHeld(lock) { lastSeen = clock() }
      if clock() - lastSeen > Turn.patience { return false }
      await pause()
    }
    return true
  }
}

extension Workspace {
  var turn: Turn { Turn(lock: lockFile, waiting: root + "/.waiting") }
}
