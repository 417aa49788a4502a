import ArgumentParser
import Foundation
import Glibc
import ReportingModel

/// Asks before what cannot be undone; a script says yes beforehand.
struct ConfirmationOption: ParsableArguments {
  @Flag(help: ArgumentHelp(say("Không hỏi lại.", "Do not ask.")))
  var yes = false

  /// - Throws: `Failure` with 64 where nobody can be asked, and where the answer is no.
  func ask(_ question: String) throws {
    guard !yes else { return }
    guard isatty(STDIN_FILENO) == 1, Terminal.isWatched else {
      throw Failure(
        say("Không có ai để hỏi: thêm --yes nếu chắc chắn.", "There is nobody to ask: add --yes to be sure."),
        ExitStatus.usage)
    }
    Terminal.remark(question + say(" [c/K]", " [y/N]"))
    let answer = (readLine() ?? "").lowercased()
    guard ["c", "co", "có", "y", "yes"].contains(answer) else {
      throw Failure(say("Chưa làm gì.", "Nothing was done."), ExitStatus.usage)
    }
  }
}
