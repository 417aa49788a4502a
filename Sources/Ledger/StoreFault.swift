private import GRDB

/// What a database error means for whoever runs the program.
package struct StoreFault: Error, Sendable, CustomStringConvertible {
  package enum Kind: Sendable { case full, inputOutput, busy, damaged }
  package let kind: Kind
  package let description: String

  /// The fault behind an error of the database; `nil` for any other error.
  package init?(_ error: any Error) {
    guard let error = error as? DatabaseError else { return nil }
    description = "\(error)"
    switch error.resultCode {
    case .SQLITE_FULL: kind = .full
    case .SQLITE_BUSY, .SQLITE_LOCKED: kind = .busy
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: kind = .damaged
    default: kind = .inputOutput
    }
  }
}
