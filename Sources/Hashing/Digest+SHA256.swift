package import ReportingModel

private import struct Crypto.SHA256

extension ReportingModel.Digest {
  /// The SHA-256 digest of bytes. The only place that knows which library computes it.
  package init(of bytes: [UInt8]) {
    self.init(first32: Array(SHA256.hash(data: bytes)))
  }

  /// The SHA-256 digest of what is handed over piece by piece.
  package init<Fault: Error>(
    ofChunks each: ((([UInt8]) -> Void) throws(Fault) -> Void)
  ) throws(Fault) {
    var hash = SHA256()
    try each { hash.update(data: $0) }
    self.init(first32: Array(hash.finalize()))
  }

  /// The SHA-256 digest of several runs of bytes, one after the other.
  package init(of runs: [[UInt8]]) {
    var hash = SHA256()
    for run in runs { hash.update(data: run) }
    self.init(first32: Array(hash.finalize()))
  }
}
