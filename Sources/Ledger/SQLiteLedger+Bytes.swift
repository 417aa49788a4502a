import Foundation

extension SQLiteLedger {
  /// Bytes as GRDB binds a blob.
  static func blob(_ bytes: [UInt8]) -> Data { Data(bytes) }

  /// Bytes of a blob that GRDB read.
  static func bytes(_ data: Data) -> [UInt8] { [UInt8](data) }
}
