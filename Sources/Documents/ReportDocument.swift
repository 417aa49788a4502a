package import ReportingModel

/// An official document, free of any file format: what `Rendering` turns into DOCX, HTML and other files.
///
/// The parts are those of Nghị định 30/2020/NĐ-CP, Phụ lục I (<doc:layout>); how large, bold or wide they are is the
/// renderer's matter, what they say is decided here.
package struct ReportDocument: Sendable, Hashable {
  /// The agency above, in capitals: `UBND TỈNH LÂM ĐỒNG`.
  package var superiorAgency: String
  /// The issuing agency, in capitals.
  package var agency: String
  /// The agency within a sentence, where its capitals do not tell: `Văn phòng Sở`.
  package var agencyInSentence: String?
  /// Whether number and day stay open in the appendices, as in an electronic document.
  package var isElectronic = false
  /// Number and symbol; the number is `nil` in a draft and prints as blank room.
  package var number: String?
  /// `BC-SGDĐT`.
  package var symbol: String
  /// `Lâm Đồng`.
  package var place: String
  /// `nil` in a draft: the date line prints with room for it.
  package var date: CalendarDate?
  /// Name of the kind of document, in capitals: `BÁO CÁO`; empty for a letter (công văn), which has none and bears its
  /// subject below its number (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5).
  package var kindName: String
  /// The subject (trích yếu).
  package var subject: String
  /// After `Kính gửi:`; empty for a report within the department.
  package var addressees: [String]
  package var body: [Block]
  package var signature: SignatureBlock
  /// After `Nơi nhận:`, without dashes and punctuation.
  package var receivers: [String]
  package var appendices: [Appendix]
  /// Of the page alone.
  package var charts: [Chart] = []
  /// The day up to which the figures go; `nil` for a letter.
  package var figuresUntil: CalendarDate?
  /// For the HTML page and file properties; a report's draft says so.
  package var isDraft: Bool
  /// Ledger head and sequence, printed small at the end so that the chain is pinned outside; empty where an appendix says it
  /// (<doc:architecture#Law-6-Append-only-is-enforced-by-the-database>).
  package var provenance: String

  package var isLetter: Bool { kindName.isEmpty }

  /// How many places of the body the office must still fill in.
  package var unfilled: Int {
    body.reduce(0) { sum, block in
      guard case .paragraph(let spans) = block else { return sum }
      return sum + spans.count { $0.style == .toFillIn }
    }
  }

  package init(
    superiorAgency: String, agency: String, number: String? = nil, symbol: String, place: String,
    date: CalendarDate? = nil, kindName: String, subject: String, addressees: [String], body: [Block],
    signature: SignatureBlock, receivers: [String], appendices: [Appendix] = [], isDraft: Bool, provenance: String
  ) {
    self.superiorAgency = superiorAgency
    self.agency = agency
    self.number = number
    self.symbol = symbol
    self.place = place
    self.date = date
    self.kindName = kindName
    self.subject = subject
    self.addressees = addressees
    self.body = body
    self.signature = signature
    self.receivers = receivers
    self.appendices = appendices
    self.isDraft = isDraft
    self.provenance = provenance
  }
}
