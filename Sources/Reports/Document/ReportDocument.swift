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
  /// For the HTML page and file properties; a report's draft says so.
  package var isDraft: Bool
  /// Ledger head and sequence, printed small at the end so that the chain is pinned outside
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

/// Who signs: the lines of the capacity (`KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`) and the name, which a draft may leave open.
package struct SignatureBlock: Sendable, Hashable {
  package var capacity: [String]
  package var signer: String?

  package init(capacity: [String], signer: String?) {
    self.capacity = capacity
    self.signer = signer
  }
}

/// An appendix: a page of its own, numbered in Roman numerals by the renderer when there are several.
package struct Appendix: Sendable, Hashable {
  /// In capitals.
  package var title: String
  package var isLandscape: Bool
  package var body: [Block]

  package init(title: String, isLandscape: Bool, body: [Block]) {
    self.title = title
    self.isLandscape = isLandscape
    self.body = body
  }
}

/// A piece of the body, in reading order.
package enum Block: Sendable, Hashable {
  /// Level 1 is `I. KẾT QUẢ …` in capitals, 2 is `1. …` bold, 3 is `a) …` bold italic; the text carries its numbering.
  case heading(level: Int, String)
  case paragraph([TextSpan])
  case table(Table)
}

/// A run of text of one look.
package struct TextSpan: Sendable, Hashable {
  package enum Style: Sendable, Hashable {
    case plain
    case bold
    case italic
    /// Room that the office must fill before issuing: on yellow in a draft (<doc:layout#Blocks-of-the-office>).
    case toFillIn
  }

  package var text: String
  package var style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// A table with one header row that is repeated on every page.
package struct Table: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    package enum Alignment: Sendable, Hashable { case left, center, right }
    package var title: String
    package var alignment: Alignment
    /// Share of the table's width, relative to the other columns.
    package var weight: Int

    package init(_ title: String, _ alignment: Alignment = .left, weight: Int) {
      self.title = title
      self.alignment = alignment
      self.weight = weight
    }
  }

  /// `Bảng 1. …`, above the table.
  package var caption: String
  package var columns: [Column]
  /// As many cells as columns in each row.
  package var rows: [[String]]
  /// The last row, `Tổng cộng`, bold; `nil` where a sum has no meaning.
  package var total: [String]?

  package init(caption: String, columns: [Column], rows: [[String]], total: [String]? = nil) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.total = total
  }
}
