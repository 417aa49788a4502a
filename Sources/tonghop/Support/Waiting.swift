import ArgumentParser
import Foundation
import ReportingModel
import Workspaces

/// What every command that changes the record takes (<doc:commands#Writers>).
struct WaitOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Đợi lệnh khác ghi xong, tối đa chừng này giây.", "Wait for another writer, at most this long."),
      valueName: "seconds"))
  var wait: Int?

  func validate() throws {
    if let wait, !(0...86_400).contains(wait) {
      throw ValidationError(say("--wait từ 0 đến 86400 giây.", "--wait takes 0 to 86400 seconds."))
    }
  }

  /// What somebody does by hand waits a while without being asked to.
  static let byHand = 30

  func seconds(usually: Int = 0) -> Int { wait ?? usually }
}

/// Waits for a turn while another process writes, and says once whom it waits for.
final class Waiting {
  private let seconds: Int
  private let end: ContinuousClock.Instant
  private var isTold = false

  init(seconds: Int) {
    self.seconds = seconds
    end = ContinuousClock.now + .seconds(seconds)
  }

  /// Lets some time go by; false when it is over.
  func pause(_ holder: LockHolder?) async -> Bool {
    guard ContinuousClock.now < end else { return false }
    if !isTold {
      let who = LockHolder.description(of: holder)
      Terminal.remark(
        say(
          "\(who.vietnamese) đang ghi vào không gian làm việc; đợi đến lượt, tối đa \(seconds) giây.",
          "\(who.english) is writing to the workspace; waiting for a turn, at most \(seconds) seconds."))
      isTold = true
    }
    return (try? await Task.sleep(for: .milliseconds(50))) != nil
  }
}
