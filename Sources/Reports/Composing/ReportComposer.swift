package import Aggregation
package import Documents
import Regimes
package import ReportingModel

/// How a report's days are called.
package struct ReportNames: Sendable, Hashable {
  /// `6 tháng đầu năm 2027`.
  package var period: LocalizedText
  /// What comes after it.
  package var next: LocalizedText
  /// The subject of a report that has one of its own: an ad hoc one.
  package var title: String?

  package init(period: LocalizedText, next: LocalizedText, title: String? = nil) {
    self.period = period
    self.next = next
    self.title = title
  }
}

/// Makes the official document of a report: figures from the aggregate, sentences from the plan's template, words from
/// the office. Which tasks and indicators it speaks of is the template's matter, never Swift's
/// (<doc:architecture#Law-8-A-plan-is-data>).
package struct ReportComposer: Sendable {
  package let aggregate: ReportAggregate
  package let facts: LiveFacts
  /// What the aggregate was asked.
  package let question: ReportQuestion
  package let names: ReportNames
  /// `ubnd-tinh`.
  package let recipient: ReportRecipient
  package let settings: Letterhead
  package let texts: OfficeTexts
  /// The exemplars that the office chose; `nil`: it made no choice, and all that were presented are printed.
  package let chosen: [ChosenExemplarRow]?
  /// What it takes the place of, and what moved since.
  package let replaces: ReplacementNote?
  /// Ledger head in hexadecimal.
  package let ledgerHead: String
  package let origins: any ContributionOrigins

  package init(
    question: ReportQuestion, facts: LiveFacts, names: ReportNames, recipient: ReportRecipient, settings: Letterhead,
    texts: OfficeTexts, chosen: [ChosenExemplarRow]? = nil,
    replaces: ReplacementNote? = nil, ledgerHead: String,
    origins: any ContributionOrigins = NoOrigins()
  ) {
    aggregate = facts.report(question)
    self.facts = facts
    self.question = question
    self.names = names
    self.recipient = recipient
    self.settings = settings
    self.texts = texts
    self.chosen = chosen
    self.replaces = replaces
    self.ledgerHead = ledgerHead
    self.origins = origins
  }

  var regime: Regime { facts.regime }

  /// Of its number: `BC-SGDĐT`.
  package var symbol: String { word("kyHieu", of: recipient) }

  /// Composes a draft, or the document that is issued.
  /// - Throws: `TemplateFault` when the template is no Mustache or names an unknown table.
  package func compose(template: String, issued mark: IssueMark? = nil) throws -> ReportDocument {
    let declared = try AppendixList(template, self, changes: replaces == nil ? [] : changesAppendix)
    var context = context()
    context["phuLuc"] = declared.references
    let filled = TwoDigits.writtenOut(try ReportTemplate.fill(template, context))
    var firstUse = FirstUse(regime)
    let body = firstUse.writtenOut(
      replacing(
        try TemplateMarkup(tables: self, texts: texts).blocks(of: filled),
        appendix: declared.references[AppendixList.changes]))
    let statesProvenance = declared.appendices.contains { $0.name == "doiSoat" }
    var document = ReportDocument(
      superiorAgency: word("coQuanTren", of: recipient), agency: word("coQuan", of: recipient), number: mark?.number,
      symbol: word("kyHieu", of: recipient), place: word("diaDanh"), date: mark?.date, kindName: "BÁO CÁO",
      subject: replacing(names.title ?? word("trichYeu")), addressees: addressees, body: body,
      signature: SignatureBlock(
        capacity: mark.flatMap { $0.capacity.isEmpty ? nil : $0.capacity } ?? settings.capacity,
        signer: mark?.signer ?? settings.signer), receivers: receivers,
      appendices: try declared.appendices.map { entry in
        var appendix = entry.appendix
        appendix.title = TemplateMarkup.trimmed(
          try TwoDigits.plain(ReportTemplate.fill("{{% CONTENT_TYPE:TEXT}}\n" + appendix.title, context)))
        return appendix
      }, isDraft: mark == nil, provenance: statesProvenance ? "" : provenance)
    let inSentence = word("coQuanVan.\(recipient.rawValue)")
    document.agencyInSentence = inSentence.isEmpty ? nil : inSentence
    document.isElectronic = settings.isElectronic
    document.charts = charts
    document.figuresUntil = facts.today
    return document
  }

  var addressees: [String] {
    let text = word("kinhGui.\(recipient.rawValue)")
    return text.isEmpty ? [] : text.split(separator: "|").map(String.init)
  }

  /// Whether it tells of one collection on request alone, so that only its completeness is spoken of.
  var isForRequest: Bool {
    aggregate.reporting.completeness.count == 1
      && aggregate.reporting.completeness.allSatisfy { facts.period($0.period)?.isRequest == true }
  }

  private var receivers: [String] {
    settings.receivers ?? word("noiNhan.\(recipient.rawValue)").split(separator: "|").map(String.init)
  }

  /// Pins the chain outside: whoever has the printed report can hold the ledger against it
  /// (<doc:architecture#Law-6-Append-only-is-enforced-by-the-database>).
  private var provenance: String {
    "Thông tin đối soát: chế độ báo cáo \(regime.id), phiên bản \(regime.version); số thứ tự sổ \(aggregate.asOf); mã đối soát sổ \(ledgerHead)."
  }

  /// One of the regime's words for reports, with the window's names filled in.
  func word(_ key: String) -> String { withNames(regime.reportTexts[key]?.vietnamese ?? "") }

  /// The words for one copy where the regime has some of its own, such as the head of the office's own paper.
  private func word(_ key: String, of recipient: ReportRecipient) -> String {
    let own = word("\(key).\(recipient.rawValue)")
    return own.isEmpty ? word(key) : own
  }

  private func withNames(_ text: String) -> String {
    text.replacing("{{tenKy}}", with: Words.inSentence(names.period.vietnamese))
      .replacing("{{keHoach.so}}", with: settings.planNumber ?? "[[?]]")
      .replacing("{{keHoach.ngay}}", with: settings.planDate?.vietnamese ?? "[[?]]")
  }
}
