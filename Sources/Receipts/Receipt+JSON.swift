package import ReportingModel
import Submissions

extension Receipt {
  /// `tonghop.receipt/1` (<doc:commands#Receipt>), words in one language.
  package func json(_ language: Language) -> JSONValue {
    var members: [String: JSONValue] = [
      "schema": .string("tonghop.receipt/1"),
      "receipt": .optional(label),
      "file": .string(fileName),
      "sha256": .optional(digest?.description),
      "receivedAt": .string(receivedAt.description),
      "status": .string(status.rawValue),
      "submissions": .array(submissions.map { $0.json(language) }),
      "issues": .array(findings.map { $0.json(language) }),
    ]
    if let lateReason { members["lateReason"] = .string(lateReason) }
    if let original { members["duplicateOf"] = .string(ReceiptLabel.of(original.number)) }
    return .object(members)
  }
}

extension SubmissionReceipt {
  func json(_ language: Language) -> JSONValue {
    let content = submission.content
    return .object([
      "path": .string(submission.path),
      "encoding": .string(submission.encoding),
      "unit": .optional(submission.unit),
      "period": .optional(submission.period?.description),
      "number": number.map { .int($0) } ?? .null,
      "status": .string(status.rawValue),
      "sequence": sequence.map { .int($0) } ?? .null,
      "counts": .object([
        "activities": .int(content?.activities.count ?? 0),
        "indicators": .int(content?.indicators.count ?? 0),
        "exemplars": .int(content?.exemplars.count ?? 0),
        "narratives": .int(content?.narratives.count ?? 0),
      ]),
      "issues": .array(submission.log.kept.map { $0.json(language) }),
      "issueCount": .int(submission.log.count),
      "causes": .array(submission.log.causes.map(\.json)),
      "figures": content?.figures ?? .null,
    ])
  }
}

extension FindingLog.Cause {
  /// One cause of a receipt.
  var json: JSONValue {
    .object([
      "code": .string(code),
      "severity": .string(severity.rawValue),
      "file": .string(file),
      "field": .optional(field),
      "count": .int(count),
      "firstLine": firstLine.map { .int($0) } ?? .null,
    ])
  }
}

extension Finding {
  /// One issue of a receipt.
  package func json(_ language: Language) -> JSONValue {
    .object([
      "code": .string(code),
      "severity": .string(severity.rawValue),
      "file": .string(location.file),
      "line": location.line.map { .int($0) } ?? .null,
      "column": location.column.map { .int($0) } ?? .null,
      "field": .optional(location.field),
      "value": .optional(value),
      "message": .string(message[language]),
      "hint": .string(hint[language]),
      "cite": .optional(cite),
      "explained": .bool(explained),
    ])
  }
}

extension SubmissionContent {
  /// Titles of exemplars that a receipt lists; their number stands among the counts.
  static let longestTitleList = 200

  var activitiesByTask: [String: Int] { activities.reduce(into: [:]) { $0[$1.task, default: 0] += 1 } }

  /// The header and the values as read, so that a school can file them beside its own copy.
  var figures: JSONValue {
    var info: [String: JSONValue] = [
      "cheDo": .string(header.regime),
      "donVi": .string(header.unit),
      "ky": .string(header.period.description),
      "khongPhatSinh": .bool(header.nilReturn),
      "ngayLap": .string(header.date.description),
    ]
    if let name = header.unitName { info["tenDonVi"] = .string(name) }
    if let number = header.number { info["lanNop"] = .int(number) }
    if let preparer = header.preparer { info["nguoiLap"] = .string(preparer) }
    if let signer = header.signer { info["nguoiKy"] = .string(signer) }
    let byTask = activitiesByTask.mapValues { JSONValue.int($0) }
    let texts = Dictionary(
      narratives.map { ($0.key, JSONValue.string(String($0.text.prefix(200)))) },
      uniquingKeysWith: { first, _ in first })
    let told = Dictionary(
      indicators.map { ($0.code, JSONValue.string($0.value.description)) }, uniquingKeysWith: { first, _ in first })
    return .object([
      "thongTin": .object(info),
      "chiTieu": .object(told),
      "hoatDong": .object(byTask),
      "moHinh": .array(exemplars.prefix(SubmissionContent.longestTitleList).map { .string($0.title) }),
      "thuyetMinh": .object(texts),
    ])
  }
}
