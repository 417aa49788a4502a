extension SubmissionContent {
  /// The whole content with the lines it stood in: what the ledger keeps beside an accepted submission.
  package var storedBytes: [UInt8] {
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
    encoder.append(list: activities) { $0.append($1, withLine: true) }
    encoder.append(list: indicators) { $0.append($1, withLine: true) }
    encoder.append(list: exemplars) { $0.append($1, withLine: true) }
    encoder.append(list: narratives) { $0.append($1, withLine: true) }
    encoder.append(list: explanations) { $0.append($1, withLine: true) }
    encoder.append(list: evidence) {
      $0.append($1.path)
      $0.append($1.digest)
    }
    return encoder.bytes
  }

  /// Canonical content (<doc:counting#The-live-set>): everything but the number, the date, the preparer, the signer and
  /// the lines; evidence by digest. Rows count as a set, so that a file sorted anew is the same report, and line ends
  /// inside a text are of one kind, so that a file saved by another program is.
  package var comparedBytes: [UInt8] {
    var encoder = CanonicalEncoder(unifiesLineEnds: true)
    encoder.append(1)
    encoder.append(header.regime)
    encoder.append(header.unit)
    encoder.append(header.unitName)
    encoder.append(header.period.description)
    encoder.append(header.nilReturn)
    func appendSorted<Element>(_ list: [Element], _ write: (inout CanonicalEncoder, Element) -> Void) {
      let rows = list.map { element in
        var row = CanonicalEncoder(unifiesLineEnds: true)
        write(&row, element)
        return row.bytes
      }
      encoder.append(list: rows.sorted { $0.lexicographicallyPrecedes($1) }) { $0.append($1) }
    }
    appendSorted(activities) { $0.append($1, withLine: false) }
    appendSorted(indicators) { $0.append($1, withLine: false) }
    appendSorted(exemplars) { $0.append($1, withLine: false) }
    appendSorted(narratives) { $0.append($1, withLine: false) }
    appendSorted(explanations) { $0.append($1, withLine: false) }
    appendSorted(evidence) { $0.append($1.digest) }
    return encoder.bytes
  }

  /// The content that `storedBytes` wrote.
  package init(storedBytes: [UInt8]) throws(CanonicalDecoder.Malformed) {
    var decoder = CanonicalDecoder(storedBytes)
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
    activities = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.activity() }
    indicators = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in
      IndicatorValue(code: try d.string(), value: try d.amount(), note: try d.optionalString(), line: try d.int())
    }
    exemplars = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in
      Exemplar(
        id: try d.optionalString(), area: try d.string(), title: try d.string(), summary: try d.string(),
        author: try d.optionalString(), link: try d.optionalString(),
        evidence: try d.list { (d) throws(CanonicalDecoder.Malformed) in try d.string() }, line: try d.int())
    }
    narratives = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.keyedText() }
    explanations = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.keyedText() }
    evidence = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in
      Evidence(path: try d.string(), digest: try d.digest())
    }
    try decoder.finish()
  }
}

extension ContentSummary {
  /// The summary of a stored content, read past everything that it does not need.
  package init(storedBytes: [UInt8]) throws(CanonicalDecoder.Malformed) {
    var decoder = CanonicalDecoder(storedBytes)
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
    explanations = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.keyedText() }
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

extension CanonicalDecoder {
  fileprivate mutating func activity() throws(Malformed) -> Activity {
    Activity(
      id: try optionalString(), date: try date(), task: try string(), area: try string(), channel: try string(),
      product: try string(), topics: try list { (d) throws(Malformed) in try d.string() },
      quantity: Int64(try int()), people: Int64(try int()), title: try string(), link: try optionalString(),
      note: try optionalString(), line: try int())
  }

  fileprivate mutating func keyedText() throws(Malformed) -> KeyedText {
    KeyedText(key: try string(), text: try string(), line: try int())
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
