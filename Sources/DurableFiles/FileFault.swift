private import Glibc

/// A file operation that the system refused: a fault of the world, never a finding about anybody's report.
package struct FileFault: Error, Sendable, Hashable, CustomStringConvertible {
  package let operation: String
  package let path: String
  /// The system's error number.
  package let errorNumber: Int32

  package var isMissing: Bool { cause == .missing }
  /// What was to be read is no file.
  package var isNoFile: Bool { isMissing || cause == .isFolder && isReading }
  package var cannotCreate: Bool {
    !isReading && [.denied, .readOnly, .present].contains(cause) || operation == "create" && isMissing
  }

  package var description: String {
    let reason = unsafe strerror(errorNumber).map { unsafe String(cString: $0) } ?? "error \(errorNumber)"
    return "\(operation) \(path): \(reason)"
  }
}
