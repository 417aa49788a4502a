package import ReportingModel
import Validation

/// A submission of a delivery and its verdict, with the digests of everything it was judged by.
package struct SubmissionEvent: EventPayload {
  /// What an accepted one has besides.
  package struct Acceptance: Sendable, Hashable {
    /// Number within its unit and period, told or given.
    package let number: Int
    /// Of the stored bytes of its content.
    package let contentDigest: Digest
    /// Of what resubmissions are compared by.
    package let comparedDigest: Digest
  }

  /// By what it was judged.
  package struct Ground: Sendable, Hashable {
    package let regimeDigest: Digest
    package let registryDigest: Digest
    /// Sequence of the settings.
    package let settings: Int64

    package init(regimeDigest: Digest, registryDigest: Digest, settings: Int64) {
      self.regimeDigest = regimeDigest
      self.registryDigest = registryDigest
      self.settings = settings
    }
  }

  /// Sequence of the delivery it came in.
  package let delivery: Int64
  package let path: String
  package let encoding: String
  package let regime: String
  /// `nil` where a refused submission does not tell it.
  package let unit: String?
  package let period: PeriodKey?
  package let receivedAt: Instant
  package let ground: Ground
  /// `nil` for a refused one.
  package let acceptance: Acceptance?
  /// It was refused for nothing but that the live one came after it, and counts as having come when it did
  /// (<doc:counting#Completeness>).
  package let isOvertaken: Bool
  package let errors: Int
  package let warnings: Int
  /// Medians of its peers that rules compared it with, by indicator, as they were when it was judged
  /// (<doc:regime#Outlier-rule>).
  package let medians: [String: Amount]
  /// Codes of the warnings that arose and that the unit explained, in bytewise order.
  package let explained: [String]

  /// How it came and what was found, whatever the verdict.
  package struct Circumstances: Sendable {
    package var delivery: Int64
    package var path: String
    package var encoding: String
    package var regime: String
    package var receivedAt: Instant
    package var ground: Ground
    package var errors: Int
    package var warnings: Int
    package var medians: [String: Amount]
    package var explained: [String]

    package init(
      delivery: Int64, path: String, encoding: String, regime: String, receivedAt: Instant, ground: Ground, errors: Int,
      warnings: Int, medians: [String: Amount], explained: [String]
    ) {
      self.delivery = delivery
      self.path = path
      self.encoding = encoding
      self.regime = regime
      self.receivedAt = receivedAt
      self.ground = ground
      self.errors = errors
      self.warnings = warnings
      self.medians = medians
      self.explained = explained
    }
  }

  /// A submission was accepted: only what `Validation` made can say so.
  init(accepting submission: ValidatedSubmission, _ circumstances: Circumstances) {
    self.init(
      circumstances, unit: submission.content.header.unit, period: submission.content.header.period,
      acceptance: Acceptance(
        number: submission.number, contentDigest: submission.storedDigest, comparedDigest: submission.comparedDigest))
  }

  /// A submission was refused; unit and period as far as its header or its inbox folder tells them.
  init(refusing unit: String?, _ period: PeriodKey?, _ circumstances: Circumstances, isOvertaken: Bool) {
    self.init(circumstances, unit: unit, period: period, acceptance: nil, isOvertaken: isOvertaken)
  }

  private init(
    _ circumstances: Circumstances, unit: String?, period: PeriodKey?, acceptance: Acceptance?,
    isOvertaken: Bool = false
  ) {
    delivery = circumstances.delivery
    path = circumstances.path
    encoding = circumstances.encoding
    regime = circumstances.regime
    self.unit = unit
    self.period = period
    receivedAt = circumstances.receivedAt
    ground = circumstances.ground
    self.acceptance = acceptance
    self.isOvertaken = isOvertaken
    errors = circumstances.errors
    warnings = circumstances.warnings
    medians = circumstances.medians
    explained = circumstances.explained
  }

  var members: [String: JSONValue?] {
    [
      "delivery": .int(delivery), "path": .string(path), "encoding": .string(encoding),
      "accepted": .bool(acceptance != nil), "overtaken": isOvertaken ? .bool(true) : nil, "regime": .string(regime),
      "unit": .text(unit),
      "period": .text(period?.description), "number": acceptance.map { .int($0.number) },
      "receivedAt": .string(receivedAt.description), "regimeSha256": .digest(ground.regimeDigest),
      "registrySha256": .digest(ground.registryDigest), "settings": .int(ground.settings),
      "contentSha256": .optionalDigest(acceptance?.contentDigest),
      "comparedSha256": .optionalDigest(acceptance?.comparedDigest), "errors": .int(errors),
      "warnings": .int(warnings),
      "medians": medians.isEmpty ? nil : .object(medians.mapValues { .string($0.description) }),
      "explained": .texts(explained),
    ]
  }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    delivery = try fields.sequence("delivery")
    path = try fields.string("path")
    encoding = try fields.string("encoding")
    regime = try fields.string("regime")
    unit = try fields.optionalString("unit")
    period = try fields.optionalPeriod("period")
    receivedAt = try fields.instant("receivedAt")
    ground = Ground(
      regimeDigest: try fields.digest("regimeSha256"), registryDigest: try fields.digest("registrySha256"),
      settings: try fields.sequence("settings"))
    if try fields.bool("accepted") {
      acceptance = Acceptance(
        number: try fields.int("number"), contentDigest: try fields.digest("contentSha256"),
        comparedDigest: try fields.digest("comparedSha256"))
      guard unit != nil, period != nil else { throw JSONFields.Malformed("unit") }
    } else {
      acceptance = nil
    }
    isOvertaken = try fields.mark("overtaken")
    guard !isOvertaken || (acceptance == nil && unit != nil && period != nil) else {
      throw JSONFields.Malformed("overtaken")
    }
    errors = try fields.int("errors")
    warnings = try fields.int("warnings")
    medians = try SubmissionEvent.medians(fields.node("medians"))
    explained = try fields.strings("explained")
  }

  private static func medians(_ node: JSONNode?) throws(JSONFields.Malformed) -> [String: Amount] {
    guard let node else { return [:] }
    guard case .object(let members) = node.value else { throw JSONFields.Malformed("medians") }
    var medians: [String: Amount] = [:]
    for member in members {
      guard case .string(let text) = member.node.value, let amount = Amount(plain: text) else {
        throw JSONFields.Malformed("medians")
      }
      medians[member.key] = amount
    }
    return medians
  }
}
