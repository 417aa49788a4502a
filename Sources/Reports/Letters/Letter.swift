import Documents
import Regimes
import ReportingModel

/// A công văn: what is written in it, before it is a document (Nghị định 30/2020/NĐ-CP, mẫu 1.5).
struct Letter {
  var regime: Regime
  var settings: Letterhead
  /// Names the regime's words for it: `donDoc`.
  var key: String
  /// What `{{tenKy}}` stands for.
  var period: String
  /// In place of the regime's words for the subject.
  var subject: String?
  var addressees: [String]
  var context: [String: Any]
  var appendices: [Appendix] = []

  /// Puts it into its template.
  /// - Throws: `TemplateFault` when the template is no Mustache.
  func document(template: String) throws -> ReportDocument {
    var context = context
    context["keHoach"] = ["so": settings.planNumber ?? "[[?]]", "ngay": settings.planDate?.vietnamese ?? "[[?]]"]
    context["lienHe"] = settings.contact
    context["tenCheDo"] = Words.inSentence(regime.name.vietnamese)
    context["tenKy"] = Words.inSentence(period)
    let filled = try ReportTemplate.fill(template, context)
    let body = try TemplateMarkup(tables: NoTables(), texts: OfficeTexts()).blocks(of: filled)
    return ReportDocument(
      superiorAgency: word("coQuanTren"), agency: word("coQuan"), symbol: word("kyHieu.congVan"),
      place: word("diaDanh"), kindName: "", subject: subject ?? word("trichYeu.\(key)"), addressees: addressees,
      body: body,
      signature: SignatureBlock(capacity: settings.capacity, signer: settings.signer),
      receivers: settings.receivers ?? word("noiNhan.\(key)").split(separator: "|").map(String.init),
      appendices: appendices, isDraft: true, provenance: "")
  }

  private func word(_ key: String) -> String {
    (regime.reportTexts[key]?.vietnamese ?? "").replacing("{{tenKy}}", with: Words.inSentence(period))
  }

  private struct NoTables: TableSource {
    func table(_ name: String, _ arguments: [String], caption: String) -> Table? { nil }
  }
}
