import Foundation
import ReportingModel
import Synchronization

/// How far a long work has come (<doc:commands#Streams>): written over itself on a terminal, a line a minute elsewhere. Time is
/// measured by a clock that only goes forward, and none of it is stored.
final class Progress: Sendable {
  private struct State {
    var start: ContinuousClock.Instant
    var lastShown: ContinuousClock.Instant
    var total = 0
  }

  private let what: LocalizedText
  private let state: Mutex<State>

  init(_ what: LocalizedText) {
    self.what = what
    let now = ContinuousClock.now
    state = Mutex(State(start: now, lastShown: now))
  }

  /// Says so from time to time; another total is another piece of work.
  func advance(_ done: Int, of total: Int) {
    let now = ContinuousClock.now
    let line = state.withLock { state -> String? in
      if state.total != total { state = State(start: now, lastShown: now, total: total) }
      let interval: Duration = Terminal.isWatched ? .milliseconds(200) : .seconds(60)
      guard now - state.lastShown >= interval else { return nil }
      state.lastShown = now
      let pace = Pace(done: done, total: total, milliseconds: Int((now - state.start) / .milliseconds(1)))
      return "\(what[Speech.language]): \(pace.text[Speech.language])"
    }
    guard let line else { return }
    if Terminal.isWatched { Terminal.progress(line) } else { Terminal.remark(line) }
  }

  /// The same for whom it does not matter who listens.
  var notice: ProgressNotice { { self.advance($0, of: $1) } }
}
