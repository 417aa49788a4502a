/// A summary by itself, for whoever keeps it beside the content that it was made of.
extension ContentSummary {
  package var storedBytes: [UInt8] {
    var encoder = CanonicalEncoder()
    encoder.append(list: told.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      $0.append($1.key)
      $0.append($1.value)
    }
    encoder.append(activityCount)
    encoder.append(list: activityDays) { $0.append($1) }
    for block in SubmissionContent.Block.allCases { encoder.append(blocks.contains(block)) }
    encoder.append(isNil)
    encoder.append(list: explanations) { $1.write(to: &$0) }
    return encoder.bytes
  }

  /// The summary that `storedBytes` wrote.
  package init(stored bytes: [UInt8]) throws(CanonicalDecoder.Malformed) {
    var decoder = CanonicalDecoder(bytes)
    told = Dictionary(
      try decoder.list { (d) throws(CanonicalDecoder.Malformed) in (try d.string(), try d.amount()) },
      uniquingKeysWith: { first, _ in first })
    activityCount = try decoder.int()
    activityDays = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.date() }
    blocks = []
    for block in SubmissionContent.Block.allCases where try decoder.bool() { blocks.insert(block) }
    isNil = try decoder.bool()
    explanations = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try KeyedText(from: &d) }
    try decoder.finish()
  }
}
