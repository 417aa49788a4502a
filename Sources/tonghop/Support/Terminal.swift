import Foundation
import Glibc
import ReportingModel
import Synchronization

/// Where answers and remarks go: data to standard output, everything else to standard error (<doc:commands#Streams>).
///
/// In texts no character acts on the terminal but the line feeds between lines of ours.
enum Terminal {
  private static let lostAnswer = Atomic(false)

  /// Whether a part of the answer could not be written: a full disk behind a redirection.
  static var hasLostAnswer: Bool { lostAnswer.load(ordering: .relaxed) }

  /// An answer for people, of one or more lines.
  static func out(_ text: String) {
    write(Array((showingControls(in: text, keepingLines: true) + "\n").utf8), to: STDOUT_FILENO)
  }

  /// Data: a file, JSON, CSV.
  static func out(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// A remark of one line.
  static func remark(_ line: String) { remark(lines: [line]) }

  static func remark(lines: [String]) {
    for line in lines { write(Array((showingControls(in: line) + "\n").utf8), to: STDERR_FILENO) }
  }

  /// What is wrong, and how to mend it.
  static func remark(_ finding: Finding) { remark(lines: finding.lines(Speech.language)) }

  /// Whether somebody sees standard error as it comes.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// A line that is written over by the next one; nothing when nobody watches.
  static func progress(_ text: String) {
    guard isWatched else { return }
    write(Array("\r\u{1B}[K\(showingControls(in: text))".utf8), to: STDERR_FILENO)
  }

  static func endProgress() {
    guard isWatched else { return }
    write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count < 0, errno != EINTR {
        if descriptor == STDOUT_FILENO { lostAnswer.store(true, ordering: .relaxed) }
        return
      }
      if count > 0 { written += count }
    }
  }
}
