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

extension FileFault {
  /// Another file lies in the place of one that was looked at before.
  package static func replaced(_ path: String) -> FileFault {
    FileFault(operation: "open", path: path, errorNumber: EAGAIN)
  }

  /// A file that is too large to be copied.
  package static func tooLarge(_ path: String) -> FileFault {
    FileFault(operation: "copy", path: path, errorNumber: EFBIG)
  }

  /// A link lies where a folder or file was asked for.
  package var isLink: Bool { errorNumber == ELOOP }

  /// The name itself is what the system refuses: too long, or of bytes that it does not take.
  package var isOfName: Bool { [ENAMETOOLONG, EINVAL, EILSEQ].contains(errorNumber) }

  /// It is about what lies at the path, and no other path fares the same for it.
  package var isOfPath: Bool {
    isOfName || isLink || isMissing || [EISDIR, EEXIST, EACCES, EPERM, EAGAIN].contains(errorNumber)
  }

  /// The two lie on different file systems.
  package var crossesFileSystems: Bool { errorNumber == EXDEV }
}
