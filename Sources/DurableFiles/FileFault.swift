private import Glibc

/// A file operation that the system refused: a fault of the world, never a finding about anybody's report.
package struct FileFault: Error, Sendable, Hashable, CustomStringConvertible {
  package let operation: String
  package let path: String
  /// The system's error number.
  package let errorNumber: Int32

  package init(operation: String, path: String, errorNumber: Int32) {
    self.operation = operation
    self.path = path
    self.errorNumber = errorNumber
  }

  package var isMissing: Bool { errorNumber == ENOENT || errorNumber == ENOTDIR }
  /// The error number of a file that changed while it was read.
  package static var changed: Int32 { EAGAIN }

  package var cannotCreate: Bool {
    errorNumber == EACCES || errorNumber == EROFS || errorNumber == EPERM || errorNumber == EEXIST
      || operation == "create" && isMissing
  }

  package var description: String {
    let reason = unsafe strerror(errorNumber).map { unsafe String(cString: $0) } ?? "error \(errorNumber)"
    return "\(operation) \(path): \(reason)"
  }
}
