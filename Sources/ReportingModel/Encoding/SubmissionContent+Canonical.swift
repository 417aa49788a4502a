package import Spooling

extension SubmissionContent {
  /// The whole content with the lines it stood in: what the ledger keeps beside an accepted submission.
  package var storedBytes: [UInt8] {
    var bytes: [UInt8] = []
    eachStoredPiece { bytes += $0 }
    return bytes
  }

  /// Hands over `storedBytes` piece by piece.
  package func eachStoredPiece<Fault: Error>(_ body: ([UInt8]) throws(Fault) -> Void) throws(Fault) {
    var encoder = CanonicalEncoder()
    encoder.append(1)
    encoder.append(header.regime)
    encoder.append(header.unit)
    encoder.append(header.unitName)
    encoder.append(header.period.kind)
    encoder.append(header.period.which)
    encoder.append(header.number ?? 0)
    encoder.append(header.nilReturn)
    encoder.append(header.preparer)
    encoder.append(header.signer)
    encoder.append(header.date)
    try activities.eachPiece(after: &encoder, body)
    try indicators.eachPiece(after: &encoder, body)
    try exemplars.eachPiece(after: &encoder, body)
    try narratives.eachPiece(after: &encoder, body)
    try explanations.eachPiece(after: &encoder, body)
    encoder.append(list: evidence) {
      $0.append($1.path)
      $0.append($1.digest)
    }
    try body(encoder.take())
  }

  /// Canonical content (<doc:counting#The-live-set>): everything but the number, the date, the preparer, the signer and
  /// the lines; evidence by digest. Rows count as a set, so that a file sorted anew is the same report, and line ends
  /// inside a text are of one kind, so that a file saved by another program is.
  package var comparedBytes: [UInt8] {
    var bytes: [UInt8] = []
    eachComparedPiece { bytes += $0 }
    return bytes
  }

  /// Hands over `comparedBytes` piece by piece.
  /// - Parameter spool: where rows are sorted that are too many for memory.
  package func eachComparedPiece(sortingIn spool: Spool? = nil, _ body: ([UInt8]) -> Void) {
    var encoder = CanonicalEncoder(unifiesLineEnds: true)
    encoder.append(1)
    encoder.append(header.regime)
    encoder.append(header.unit)
    encoder.append(header.unitName)
    encoder.append(header.period.description)
    encoder.append(header.nilReturn)
    func hand<Row>(_ rows: some Sequence<Row>, count: Int, _ write: (inout CanonicalEncoder, Row) -> Void) {
      encoder.append(count)
      body(encoder.take())
      var sorted = SortedRuns(in: spool)
      for row in rows {
        write(&encoder, row)
        sorted.add(encoder.take())
      }
      sorted.eachInOrder { row in
        encoder.append(row)
        if encoder.bytes.count >= 128 << 10 { body(encoder.take()) }
      }
    }
    hand(activities, count: activities.count) { $0.append($1, withLine: false) }
    hand(indicators, count: indicators.count) { $0.append($1, withLine: false) }
    hand(exemplars, count: exemplars.count) { $0.append($1, withLine: false) }
    hand(narratives, count: narratives.count) { $0.append($1, withLine: false) }
    hand(explanations, count: explanations.count) { $0.append($1, withLine: false) }
    hand(evidence, count: evidence.count) { $0.append($1.digest) }
    body(encoder.take())
  }

  /// The content that `storedBytes` wrote.
  package init(storedBytes: [UInt8]) throws(CanonicalDecoder.Malformed) {
    try self.init(CanonicalDecoder(storedBytes), into: nil)
  }

  /// The same of bytes that may be more than memory holds.
  /// - Parameter spool: where its rows go.
  package init(stored bytes: SpooledBytes, into spool: Spool) throws(CanonicalDecoder.Malformed) {
    try self.init(CanonicalDecoder(bytes), into: spool)
  }

  private init(_ stored: CanonicalDecoder, into spool: Spool?) throws(CanonicalDecoder.Malformed) {
    var decoder = stored
    guard try decoder.int() == 1 else { throw CanonicalDecoder.Malformed(offset: 0) }
    let regime = try decoder.string()
    let unit = try decoder.string()
    let unitName = try decoder.optionalString()
    let period = PeriodKey(kind: try decoder.string(), which: try decoder.string())
    let number = try decoder.int()
    let nilReturn = try decoder.bool()
    let preparer = try decoder.optionalString()
    let signer = try decoder.optionalString()
    let date = try decoder.date()
    self.init(
      header: SubmissionHeader(
        regime: regime, unit: unit, unitName: unitName, period: period, number: number == 0 ? nil : number,
        nilReturn: nilReturn, preparer: preparer, signer: signer, date: date))
    activities = try decoder.rows(into: spool)
    indicators = try decoder.rows(into: spool)
    exemplars = try decoder.rows(into: spool)
    narratives = try decoder.rows(into: spool)
    explanations = try decoder.rows(into: spool)
    evidence = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in
      Evidence(path: try d.string(), digest: try d.digest())
    }
    try decoder.finish()
  }
}

extension ContentSummary {
  /// The summary of a stored content, read past everything that it does not need.
  package init(storedBytes: [UInt8]) throws(CanonicalDecoder.Malformed) {
    try self.init(CanonicalDecoder(storedBytes))
  }

  /// The same of bytes that may be more than memory holds.
  package init(stored bytes: SpooledBytes) throws(CanonicalDecoder.Malformed) {
    try self.init(CanonicalDecoder(bytes))
  }

  private init(_ stored: CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    var decoder = stored
    guard try decoder.int() == 1 else { throw CanonicalDecoder.Malformed(offset: 0) }
    for _ in 0..<2 { try decoder.skipText() }
    try decoder.skipOptionalText()
    for _ in 0..<2 { try decoder.skipText() }
    _ = try decoder.int()
    isNil = try decoder.bool()
    for _ in 0..<2 { try decoder.skipOptionalText() }
    _ = try decoder.date()
    let days = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.skipActivity() }
    activityCount = days.count
    activityDays = Set(days).sorted()
    let values = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in
      let value = (try d.string(), try d.amount())
      try d.skipOptionalText()
      _ = try d.int()
      return value
    }
    told = Dictionary(values, uniquingKeysWith: { first, _ in first })
    let exemplars = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.skipExemplar() }.count
    let narratives = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.skipKeyedText() }.count
    explanations = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try KeyedText(from: &d) }
    _ = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in
      try d.skipText()
      _ = try d.digest()
    }
    try decoder.finish()
    blocks = [.header]
    if activityCount > 0 { blocks.insert(.activities) }
    if !values.isEmpty { blocks.insert(.indicators) }
    if exemplars > 0 { blocks.insert(.exemplars) }
    if narratives > 0 { blocks.insert(.narratives) }
    if !explanations.isEmpty { blocks.insert(.explanations) }
  }
}

extension CanonicalEncoder {
  fileprivate mutating func append(_ activity: Activity, withLine: Bool) {
    append(activity.id)
    append(activity.date)
    append(activity.task)
    append(activity.area)
    append(activity.channel)
    append(activity.product)
    append(list: withLine ? activity.topics : activity.topics.sorted()) { $0.append($1) }
    append(activity.quantity)
    append(activity.people)
    append(activity.title)
    append(activity.link)
    append(activity.note)
    if withLine { append(activity.line) }
  }

  fileprivate mutating func append(_ indicator: IndicatorValue, withLine: Bool) {
    append(indicator.code)
    append(indicator.value)
    append(indicator.note)
    if withLine { append(indicator.line) }
  }

  fileprivate mutating func append(_ exemplar: Exemplar, withLine: Bool) {
    append(exemplar.id)
    append(exemplar.area)
    append(exemplar.title)
    append(exemplar.summary)
    append(exemplar.author)
    append(exemplar.link)
    append(list: exemplar.evidence) { $0.append($1) }
    if withLine { append(exemplar.line) }
  }

  fileprivate mutating func append(_ text: KeyedText, withLine: Bool) {
    append(text.key)
    append(text.text)
    if withLine { append(text.line) }
  }
}

extension Activity: CanonicalRow {
  package func write(to encoder: inout CanonicalEncoder) { encoder.append(self, withLine: true) }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    self.init(
      id: try decoder.optionalString(), date: try decoder.date(), task: try decoder.string(),
      area: try decoder.string(), channel: try decoder.string(), product: try decoder.string(),
      topics: try decoder.strings(), quantity: Int64(try decoder.int()), people: Int64(try decoder.int()),
      title: try decoder.string(), link: try decoder.optionalString(), note: try decoder.optionalString(),
      line: try decoder.int())
  }
}

extension IndicatorValue: CanonicalRow {
  package func write(to encoder: inout CanonicalEncoder) { encoder.append(self, withLine: true) }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    self.init(
      code: try decoder.string(), value: try decoder.amount(), note: try decoder.optionalString(),
      line: try decoder.int())
  }
}

extension Exemplar: CanonicalRow {
  package func write(to encoder: inout CanonicalEncoder) { encoder.append(self, withLine: true) }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    self.init(
      id: try decoder.optionalString(), area: try decoder.string(), title: try decoder.string(),
      summary: try decoder.string(), author: try decoder.optionalString(), link: try decoder.optionalString(),
      evidence: try decoder.strings(), line: try decoder.int())
  }
}

extension KeyedText: CanonicalRow {
  package func write(to encoder: inout CanonicalEncoder) { encoder.append(self, withLine: true) }

  package init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    self.init(key: try decoder.string(), text: try decoder.string(), line: try decoder.int())
  }
}

extension CanonicalDecoder {
  fileprivate mutating func rows<Row: CanonicalRow>(into spool: Spool?) throws(Malformed) -> Rows<Row> {
    var rows = RowsWriter<Row>(into: spool)
    let count = try length()
    rows.reserve(count)
    for _ in 0..<count { rows.append(try Row(from: &self)) }
    return rows.finish()
  }

  fileprivate mutating func strings() throws(Malformed) -> [String] {
    try list { (decoder) throws(Malformed) in try decoder.string() }
  }

  fileprivate mutating func skipText() throws(Malformed) { _ = try run() }

  fileprivate mutating func skipOptionalText() throws(Malformed) { if try bool() { _ = try run() } }

  /// The day of an activity, and nothing else of it.
  fileprivate mutating func skipActivity() throws(Malformed) -> CalendarDate {
    try skipOptionalText()
    let day = try date()
    for _ in 0..<4 { try skipText() }
    _ = try list { (d) throws(Malformed) in try d.skipText() }
    for _ in 0..<2 { _ = try int() }
    try skipText()
    for _ in 0..<2 { try skipOptionalText() }
    _ = try int()
    return day
  }

  fileprivate mutating func skipExemplar() throws(Malformed) {
    try skipOptionalText()
    for _ in 0..<3 { try skipText() }
    for _ in 0..<2 { try skipOptionalText() }
    _ = try list { (d) throws(Malformed) in try d.skipText() }
    _ = try int()
  }

  fileprivate mutating func skipKeyedText() throws(Malformed) {
    for _ in 0..<2 { try skipText() }
    _ = try int()
  }
}
