/// A content as JSON, in the words of the bundle format (<doc:record#Exports>): what an export holds of each submission.
extension SubmissionContent {
  package var json: JSONValue {
    .object([
      "thongTin": header.json, "hoatDong": .array(activities.map(\.json)), "chiTieu": .array(indicators.map(\.json)),
      "moHinh": .array(exemplars.map(\.json)), "thuyetMinh": .array(narratives.map { $0.json(key: "muc") }),
      "giaiTrinh": .array(explanations.map { $0.json(key: "quyTac") }),
      "minhChung": .array(
        evidence.map { .object(["duongDan": .string($0.path), "sha256": .string($0.digest.description)]) }),
    ])
  }

  /// - Throws: what is not as `json` gives it.
  package init(_ node: JSONNode) throws {
    var fields = try JSONFields(node)
    guard let head = fields.node("thongTin") else { throw JSONFields.Malformed("thongTin") }
    var own = SubmissionContent(header: try SubmissionHeader(head))
    own.activities = Rows(try fields.list("hoatDong") { (node) throws(JSONFields.Malformed) in try Activity(node) })
    own.indicators = Rows(
      try fields.list("chiTieu") { (node) throws(JSONFields.Malformed) in try IndicatorValue(node) })
    own.exemplars = Rows(try fields.list("moHinh") { (node) throws(JSONFields.Malformed) in try Exemplar(node) })
    own.narratives = Rows(
      try fields.list("thuyetMinh") { (node) throws(JSONFields.Malformed) in try KeyedText(node, key: "muc") })
    own.explanations = Rows(
      try fields.list("giaiTrinh") { (node) throws(JSONFields.Malformed) in try KeyedText(node, key: "quyTac") })
    own.evidence = try fields.list("minhChung") { (node) throws(JSONFields.Malformed) in
      var one = try JSONFields(node, "minhChung")
      let made = Evidence(path: try one.string("duongDan"), digest: try one.digest("sha256"))
      try one.finish()
      return made
    }
    try fields.finish()
    self = own
  }
}

extension SubmissionHeader {
  fileprivate var json: JSONValue {
    .object([
      "cheDo": .string(regime), "donVi": .string(unit), "tenDonVi": .optional(unitName),
      "ky": .string(period.description), "lanNop": number.map { .int($0) } ?? .null, "khongPhatSinh": .bool(nilReturn),
      "nguoiLap": .optional(preparer), "nguoiKy": .optional(signer), "ngayLap": .string(date.description),
    ])
  }

  fileprivate init(_ node: JSONNode) throws(JSONFields.Malformed) {
    var fields = try JSONFields(node, "thongTin")
    let nilReturn = if case .bool(let told)? = fields.value("khongPhatSinh") { told } else { false }
    let key = try fields.string("ky")
    guard let period = PeriodKey(key) else { throw JSONFields.Malformed("ky") }
    self.init(
      regime: try fields.string("cheDo"), unit: try fields.string("donVi"), unitName: try fields.nullable("tenDonVi"),
      period: period, number: try fields.nullableInt("lanNop"), nilReturn: nilReturn,
      preparer: try fields.nullable("nguoiLap"), signer: try fields.nullable("nguoiKy"),
      date: try fields.date("ngayLap"))
    try fields.finish()
  }
}

extension Activity {
  fileprivate var json: JSONValue {
    .object([
      "ma": .optional(id), "ngay": .string(date.description), "nhiemVu": .string(task), "noiDung": .string(area),
      "hinhThuc": .string(channel), "sanPham": .string(product), "chuDe": .array(topics.map { .string($0) }),
      "soLuong": .int(quantity), "soNguoi": .int(people), "ten": .string(title), "diaChi": .optional(link),
      "ghiChu": .optional(note), "dong": .int(line),
    ])
  }

  fileprivate init(_ node: JSONNode) throws(JSONFields.Malformed) {
    var fields = try JSONFields(node, "hoatDong")
    self.init(
      id: try fields.nullable("ma"), date: try fields.date("ngay"), task: try fields.string("nhiemVu"),
      area: try fields.string("noiDung"), channel: try fields.string("hinhThuc"), product: try fields.string("sanPham"),
      topics: try fields.strings("chuDe"), quantity: Int64(try fields.int("soLuong")),
      people: Int64(try fields.int("soNguoi")), title: try fields.string("ten"), link: try fields.nullable("diaChi"),
      note: try fields.nullable("ghiChu"), line: try fields.int("dong"))
    try fields.finish()
  }
}

extension IndicatorValue {
  fileprivate var json: JSONValue {
    .object([
      "ma": .string(code), "giaTri": .string(value.description), "ghiChu": .optional(note), "dong": .int(line),
    ])
  }

  fileprivate init(_ node: JSONNode) throws(JSONFields.Malformed) {
    var fields = try JSONFields(node, "chiTieu")
    guard let value = Amount(plain: try fields.string("giaTri")) else { throw JSONFields.Malformed("giaTri") }
    self.init(
      code: try fields.string("ma"), value: value, note: try fields.nullable("ghiChu"), line: try fields.int("dong"))
    try fields.finish()
  }
}

extension Exemplar {
  fileprivate var json: JSONValue {
    .object([
      "ma": .optional(id), "noiDung": .string(area), "ten": .string(title), "moTa": .string(summary),
      "tacGia": .optional(author), "diaChi": .optional(link), "minhChung": .array(evidence.map { .string($0) }),
      "dong": .int(line),
    ])
  }

  fileprivate init(_ node: JSONNode) throws(JSONFields.Malformed) {
    var fields = try JSONFields(node, "moHinh")
    self.init(
      id: try fields.nullable("ma"), area: try fields.string("noiDung"), title: try fields.string("ten"),
      summary: try fields.string("moTa"), author: try fields.nullable("tacGia"), link: try fields.nullable("diaChi"),
      evidence: try fields.strings("minhChung"), line: try fields.int("dong"))
    try fields.finish()
  }
}

extension KeyedText {
  fileprivate func json(key name: String) -> JSONValue {
    .object([name: .string(key), "noiDung": .string(text), "dong": .int(line)])
  }

  fileprivate init(_ node: JSONNode, key name: String) throws(JSONFields.Malformed) {
    var fields = try JSONFields(node, name)
    self.init(key: try fields.string(name), text: try fields.string("noiDung"), line: try fields.int("dong"))
    try fields.finish()
  }
}

extension JSONFields {
  fileprivate mutating func value(_ key: String) -> JSONValue? { node(key)?.plain }

  /// A text, or `null`.
  fileprivate mutating func nullable(_ key: String) throws(Malformed) -> String? {
    switch value(key) {
    case .string(let text)?: return text
    case .null?: return nil
    default: throw Malformed(key)
    }
  }

  fileprivate mutating func nullableInt(_ key: String) throws(Malformed) -> Int? {
    switch value(key) {
    case .integer(let number)?: return Int(exactly: number)
    case .null?: return nil
    default: throw Malformed(key)
    }
  }
}
