/// Growing pauses before things that failed are tried again: 1 s, 2 s, 4 s … up to five minutes.
///
/// Times are milliseconds of a clock that only goes forward.
struct Pauses {
  private struct Failure {
    var pause: Int64
    var next: Int64
  }

  private static let first: Int64 = 1000
  private static let longest: Int64 = 300_000
  private var failures: [String: Failure] = [:]

  /// Whether a thing may be tried now.
  func allow(_ key: String, now: Int64) -> Bool { failures[key].map { $0.next <= now } ?? true }

  /// Notes a failure.
  /// - Returns: whether it is the first one of this thing since it last worked.
  mutating func failed(_ key: String, now: Int64) -> Bool {
    let before = failures[key]
    let pause = before.map { min($0.pause * 2, Pauses.longest) } ?? Pauses.first
    failures[key] = Failure(pause: pause, next: now + pause)
    return before == nil
  }

  /// Notes that a thing works.
  /// - Returns: whether it had failed before.
  mutating func worked(_ key: String) -> Bool { failures.removeValue(forKey: key) != nil }

  /// Forgets what is not there any more.
  mutating func keep(_ keys: Set<String>) { failures = failures.filter { keys.contains($0.key) } }

  /// When the next thing may be tried, in milliseconds from now; `nil` when nothing waits.
  func nextTry(now: Int64) -> Int64? { failures.values.map { max(0, $0.next - now) }.min() }
}
