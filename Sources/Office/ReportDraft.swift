import Aggregation
import Documents
package import DurableFiles
import Hashing
import Ledger
import Regimes
import Register
import Rendering
package import ReportingModel
package import Reports
package import Workspaces

/// Files that a report can be made as. A PDF is made of the Word file by another program, and kept nowhere.
package enum ReportFormat: String, CaseIterable, Sendable {
  case docx, xlsx, html, json, csv, pdf

  /// Those that are kept with a draft and frozen by issuing: the same bytes on any machine.
  package static let kept: [ReportFormat] = [.docx, .xlsx, .html, .json, .csv]

  /// Behind the point of a file's name.
  package var fileExtension: String { self == .csv ? "csv.zip" : rawValue }
}

/// A report as it stands: its figures as of a sequence, from which every file is made. A draft keeps its N.
package struct ReportDraft: Sendable {
  private let composer: ReportComposer
  private let head: ReportHead
  /// The outline of its copy; `nil` where the regime has none.
  private let template: String?
  private let skeleton: WordSkeleton
  private let settingsSequence: Int64

  /// Before the names of reports of another regime than the workspace's first: `LD-NQ71-`.
  private let prefix: String
  /// Tells reports of the same days apart that ask different things: a digest of title, filter and rows; empty for the usual
  /// reports.
  private let suffix: String

  /// `half-year-2027-1-ubnd-tinh`; `ad-hoc-2026-09-05-2026-12-31-3f2a91c0-so-gddt`.
  package var name: String { base + (version > 1 ? "-v\(version)" : "") }

  /// The same without its version, which a report has that takes another's place.
  var base: String {
    prefix + "\(head.kind)-\(head.key)\(suffix)-\(head.recipient.rawValue)".replacing("/", with: "-")
  }

  private var version: Int {
    guard let replaced = replaces?.id, let mark = replaced.lastIndex(of: "v") else { return 1 }
    return (Int(replaced[replaced.index(after: mark)...]) ?? 0) + 1
  }

  package var asOf: Int64 { composer.aggregate.asOf }
  /// The number's letters: `BC-SGDĐT`, or `BC-VP` of the office's own paper.
  package var symbol: String { composer.symbol }
  package var regimeID: String { composer.aggregate.regimeID }
  package var capacity: [String] { composer.settings.capacity }
  /// Figures that moved since the report that it takes the place of.
  package var changeCount: Int { composer.replaces?.changes.count ?? 0 }
  package var window: Window { composer.aggregate.window }
  /// What it takes the place of; `nil` for the first of its kind.
  package var replaces: Replacement? { composer.replaces?.replacement }
  /// Further legal bases as the office set them.
  var legalBases: [String] { composer.settings.legalBases }

  /// What it says of an indicator; `nil` where no unit told it.
  package func value(of indicator: String) -> Amount? {
    composer.aggregate.told.indicators.first { $0.code == indicator }?.value
  }

  /// The canonical report (<doc:commands#Canonical-report>): what issuing hashes and re-running compares.
  package var json: JSONValue { composer.aggregate.json(head) }

  /// The file in a format, as a draft or as it is issued.
  /// - Throws: `ReportProblem.noTemplate` for a copy that has no outline yet.
  package func file(_ format: ReportFormat, language: Language, issued mark: IssueMark? = nil) throws -> [UInt8] {
    switch format {
    case .json: return json.fileBytes
    case .docx: return WordDocument.render(try document(mark), skeleton)
    case .html: return WebPage.render(try document(mark), language: language)
    case .xlsx: return SheetBook.render(composer.sheets(), header: composer.sheetHeader)
    case .csv: return TableCSV.archive(composer.namedTables())
    case .pdf: throw ReportProblem.notMadeHere(.pdf)
    }
  }

  /// One of its tables as CSV.
  /// - Throws: `ReportProblem.unknownTable`.
  package func csv(table name: String) throws -> [UInt8] {
    let tables = composer.namedTables()
    guard let table = tables.first(where: { $0.name == name }) else {
      throw ReportProblem.unknownTable(name, known: tables.map(\.name))
    }
    return TableCSV.render(table)
  }

  /// What in it somebody should mend before it goes out.
  package var remarks: [LocalizedText] { composer.contradictions }

  /// How many places the office must still fill in.
  var unfilled: Int { get throws { try document(nil).unfilled } }

  private func document(_ mark: IssueMark?) throws -> ReportDocument {
    guard let template else { throw ReportProblem.noTemplate(kind: head.kind, recipient: head.recipient.rawValue) }
    return try composer.compose(template: template, issued: mark)
  }

  /// What the ledger says of it once it is issued.
  func event(id: String, version: Int, _ mark: IssueMark, outputs: [ReportEvent.Output]) -> ReportEvent {
    let aggregate = composer.aggregate
    return ReportEvent(
      id: id, kind: head.kind, key: head.key, recipient: head.recipient.rawValue, version: version,
      regime: aggregate.regimeID,
      number: mark.number, date: mark.date, signer: mark.signer,
      capacity: mark.capacity.isEmpty ? composer.settings.capacity : mark.capacity, window: aggregate.window,
      asOf: aggregate.asOf, regimeDigest: aggregate.regimeDigest, registryDigest: aggregate.registryDigest,
      settings: settingsSequence, templateDigest: Digest(of: Array((template ?? "").utf8)),
      textsDigest: Digest(of: composer.texts.json.canonicalBytes),
      exemplarsDigest: composer.chosen.map { chosen in
        Digest(of: JSONValue.array(chosen.map(\.choice.json)).canonicalBytes)
      }, jsonDigest: Digest(of: json.fileBytes),
      outputs: outputs,
      // A part of the units closes nothing for the others.
      periods: aggregate.filter.isEmpty ? aggregate.reporting.completeness.map(\.period) : [],
      replaces: replaces?.id, reason: replaces?.reason,
      program: ProgramVersion.current)
  }

  fileprivate init(
    composer: ReportComposer, head: ReportHead, template: String?, skeleton: WordSkeleton, settingsSequence: Int64,
    prefix: String,
    suffix: String
  ) {
    self.composer = composer
    self.head = head
    self.template = template
    self.skeleton = skeleton
    self.settingsSequence = settingsSequence
    self.prefix = prefix
    self.suffix = suffix
  }
}

extension Record {
  /// Makes the draft of an outgoing report, as of N.
  package func draft(_ request: ReportRequest) async throws -> ReportDraft {
    let subject = request.subject
    let facts = try await facts(regime: request.regime) { history, requests in
      history.applying { subject.lastDay($0, requests) }
    }
    let unknown = request.texts.unknown(to: facts.regime)
    guard unknown.isEmpty else {
      throw ReportProblem.unknownBlocks(unknown, known: OfficeTexts.names(facts.regime))
    }
    guard var resolved = subject.resolve(facts) else {
      if case .request(let code, _) = subject { throw ReportProblem.unknownRequest(code) }
      throw ReportProblem.unknownKey(kind: subject.kind, key: subject.key, regime: facts.regime.id)
    }
    try facts.check(request.filter)
    resolved.question.filter = request.filter
    resolved.question.by = request.by
    let recipient = request.recipient
    let ledgerHead = register.head.digest.description
    let composer = ReportComposer(
      question: resolved.question, facts: facts, names: resolved.names, recipient: recipient,
      settings: Letterhead(register.settings, report: recipient), texts: request.texts,
      chosen: try request.exemplars.map { (choices) throws(UnknownExemplar) in try facts.chosen(choices) },
      replaces: try await note(on: request.replaces, facts, resolved.question), ledgerHead: ledgerHead,
      origins: BundleOrigins(self, regime: facts.regime.id))
    var others: [String: JSONValue] = [
      "officeProducts": .array(
        composer.officeProducts.map { .object(["code": .string($0.code), "soLuong": .int($0.quantity)]) }),
      "texts": request.texts.json, "exemplarCounts": composer.exemplarCounts.json,
    ]
    if let chosen = composer.chosen { others["chosenExemplars"] = .array(chosen.map(\.json)) }
    if let title = resolved.names.title { others["title"] = .string(title) }
    if let note = composer.replaces {
      others["replaces"] = note.replacement.json
      others["moved"] = .array(note.changes.map(\.json))
    }
    let head = ReportHead(
      kind: subject.kind, key: subject.key, recipient: recipient, ledgerHead: ledgerHead, others: others)
    let own = register.inForce.regimes.first?.id
    return ReportDraft(
      composer: composer, head: head,
      template: try template(
        ["\(subject.kind).\(recipient.rawValue)", subject.kind, recipient.rawValue], of: facts.regime.id),
      skeleton: try skeleton(of: facts.regime.id), settingsSequence: register.settingsSequence,
      prefix: facts.regime.id == own ? "" : facts.regime.id + "-",
      suffix: request.suffix)
  }
}

extension Workspace {
  /// Writes the files of a draft into a folder.
  /// - Returns: the paths written.
  package func write(
    _ draft: ReportDraft, _ formats: [ReportFormat], to folder: String, _ openness: Openness = .usual,
    language: Language
  ) throws -> [String] {
    let files = try formats.map { format in
      (path: "\(folder)/\(draft.name).\(format.fileExtension)", bytes: try draft.file(format, language: language))
    }
    try DurableFiles.makeFolder(folder, openness)
    for file in files { try DurableFiles.write(file.bytes, to: file.path, openness) }
    return files.map(\.path)
  }

  /// Keeps a draft under `reports/` and gives its id (<doc:commands#Drafts-of-reports>). One that is there with other content,
  /// such as other words of the office, stays: the new one gets a number behind.
  package func save(_ draft: ReportDraft) throws -> String {
    let files = try ReportFormat.kept.map { format in
      (name: "\(draft.name).\(format.fileExtension)", bytes: try draft.file(format, language: .vietnamese))
    }
    let base = "\(draft.name)-n\(draft.asOf)"
    var (id, number) = (base, 1)
    while true {
      let folder = "\(reports)/\(id)"
      let isThere = DurableFiles.exists(folder)
      if isThere,
        try files.allSatisfy({ file in
          let path = "\(folder)/\(file.name)"
          return try DurableFiles.exists(path) && DurableFiles.read(path) == file.bytes
        })
      {
        return id
      }
      // Half-written by a run that ended is no draft.
      if !isThere || (try? SavedDraft(id, in: self)) == nil {
        try DurableFiles.makeFolder(folder, .office)
        // The canonical report comes last: without it a folder is no draft.
        for file in files.sorted(by: { !$0.name.hasSuffix(".json") && $1.name.hasSuffix(".json") }) {
          try DurableFiles.write(file.bytes, to: "\(folder)/\(file.name)", .office)
        }
        return id
      }
      number += 1
      id = "\(base)-\(number)"
    }
  }
}
