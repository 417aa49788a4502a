package import ReportingModel

extension Digest {
  /// The SHA-256 digest of bytes.
  package init(of bytes: [UInt8]) {
    self.init(of: [bytes])
  }

  /// The SHA-256 digest of several runs of bytes, one after the other.
  package init(of runs: [[UInt8]]) {
    self.init(ofChunks: { (hash) throws(Never) in
      for run in runs { hash(run) }
    })
  }

  /// The SHA-256 digest of what is handed over piece by piece.
  package init<Fault: Error>(ofChunks each: (([UInt8]) -> Void) throws(Fault) -> Void) throws(Fault) {
    let hash = SHA256()
    try each { hash.update($0) }
    self.init(first32: hash.finish())
  }
}
