package import ReportingModel

private import struct Crypto.SHA256

extension ReportingModel.Digest {
  /// The SHA-256 digest of bytes. The only place that knows which library computes it.
  package init(of bytes: [UInt8]) {
    self.init(first32: Array(SHA256.hash(data: bytes)))
  }

  /// The SHA-256 digest of several runs of bytes, one after the other.
  package init(of runs: [[UInt8]]) {
    var hash = SHA256()
    for run in runs { hash.update(data: run) }
    self.init(first32: Array(hash.finalize()))
  }
}
