package import Aggregation
import DurableFiles
import Ledger
package import Regimes
import Rendering
package import ReportingModel
package import Reports
import Schemas

/// What a report is asked for.
package struct ReportRequest: Sendable {
  package var verb: OutgoingKind.Verb
  /// `2027-1`.
  package var key: String
  package var recipient: ReportRecipient
  package var regime: String?
  package var asOf: Int64?
  package var texts: OfficeTexts

  package init(
    verb: OutgoingKind.Verb, key: String, recipient: ReportRecipient, regime: String? = nil, asOf: Int64? = nil,
    texts: OfficeTexts = OfficeTexts()
  ) {
    self.verb = verb
    self.key = key
    self.recipient = recipient
    self.regime = regime
    self.asOf = asOf
    self.texts = texts
  }
}

/// Files that a report can be made as.
package enum ReportFormat: String, CaseIterable, Sendable {
  case docx, html, json
}

/// A report as it stands: its figures as of a sequence, from which every file is made. A draft keeps its N.
package struct ReportDraft: Sendable {
  private let composer: ReportComposer
  private let head: ReportHead

  /// `half-year-2027-1-ubnd-tinh`.
  package var name: String { "\(head.kind)-\(head.key)-\(head.to)" }

  package var asOf: Int64 { composer.aggregate.asOf }

  /// The canonical report (spec/4): what issuing hashes and re-running compares.
  package var json: JSONValue { composer.aggregate.json(head) }

  /// The file in a format.
  /// - Throws: `ReportProblem.noTemplate` for a copy that has no outline yet.
  package func file(_ format: ReportFormat, language: Language) throws -> [UInt8] {
    switch format {
    case .json: return json.fileBytes
    case .docx: return WordDocument.render(try document())
    case .html: return WebPage.render(try document(), language: language)
    }
  }

  private func document() throws -> ReportDocument {
    guard let template = Schemas.templates["\(composer.aggregate.regimeID)/\(head.kind).\(head.to)"] else {
      throw ReportProblem.noTemplate(kind: head.kind, recipient: head.to)
    }
    return try composer.compose(template: String(decoding: template, as: UTF8.self))
  }

  fileprivate init(composer: ReportComposer, head: ReportHead) {
    self.composer = composer
    self.head = head
  }
}

/// Why a report cannot be made.
package enum ReportProblem: Error, Sendable {
  /// The regime has no window of that name.
  case unknownKey(String)
  case noTemplate(kind: String, recipient: String)
}

extension Workspace {
  /// Makes the draft of an outgoing report.
  package func draft(_ request: ReportRequest) throws -> ReportDraft {
    let (facts, ledgerHead) = try facts(regime: request.regime, asOf: request.asOf)
    guard let outgoing = facts.regime.outgoingWindow(request.verb, request.key) else {
      throw ReportProblem.unknownKey(request.key)
    }
    let aggregate = facts.report(ReportQuestion(window: outgoing.window))
    let composer = ReportComposer(
      aggregate: aggregate, facts: facts, outgoing: outgoing, copy: request.recipient.rawValue,
      settings: officeSettings(request.recipient), texts: request.texts, ledgerHead: ledgerHead.digest.description)
    let head = ReportHead(
      kind: request.verb.rawValue, key: request.key, to: request.recipient.rawValue,
      ledgerHead: ledgerHead.digest.description,
      others: [
        "officeProducts": .array(
          composer.officeProducts.map { .object(["code": .string($0.code), "soLuong": .int($0.quantity)]) }),
        "texts": .object(request.texts.blocks.mapValues { .string($0) }),
      ])
    return ReportDraft(composer: composer, head: head)
  }

  private func officeSettings(_ recipient: ReportRecipient) -> OfficeSettings {
    OfficeSettings(
      planNumber: configuration.plan?.number, planDate: configuration.plan?.date.flatMap { CalendarDate(iso: $0) },
      capacity: configuration.signature?.capacity ?? ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
      signer: configuration.signature?.name, legalBases: configuration.legalBases ?? [],
      receivers: configuration.receivers?[recipient.rawValue])
  }

  /// Writes the files of a draft into a folder.
  /// - Returns: the paths written.
  package func write(_ draft: ReportDraft, _ formats: [ReportFormat], to folder: String, language: Language) throws
    -> [String]
  {
    try DurableFiles.makeFolder(folder)
    return try formats.map { format in
      let path = "\(folder)/\(draft.name).\(format.rawValue)"
      try DurableFiles.write(try draft.file(format, language: language), to: path)
      return path
    }
  }

  /// Keeps a draft under `reports/` and gives its id (spec/4 `--save`).
  package func save(_ draft: ReportDraft, language: Language) throws -> String {
    let id = "\(draft.name)-n\(draft.asOf)"
    _ = try write(draft, ReportFormat.allCases, to: "\(reports)/\(id)", language: language)
    return id
  }
}
