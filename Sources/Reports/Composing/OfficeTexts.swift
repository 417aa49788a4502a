package import Regimes
package import ReportingModel

/// Words of the office for one report: blocks that begin `# CHIDAO`, `# UUDIEM` …, and one for each content area of the regime
/// (<doc:layout#Blocks-of-the-office>).
package struct OfficeTexts: Sendable, Hashable {
  package var blocks: [String: String]

  package init(blocks: [String: String] = [:]) {
    self.blocks = blocks
  }

  /// The blocks by name: what is kept of them with a draft, and what a report's digest of them is taken of.
  package var json: JSONValue { .object(blocks.mapValues { .string($0) }) }

  /// The blocks that reports of a regime have room for.
  package static func names(_ regime: Regime) -> [String] {
    ["CHIDAO"] + regime.areas.map(\.code) + ["DULUAN", "UUDIEM", "HANCHE", "NGUYENNHAN", "PHUONGHUONG", "KIENNGHI"]
  }

  /// Reads the text file that `--text` names. Words before the first block stand under an empty name.
  package static func parse(_ text: String) -> OfficeTexts {
    var blocks: [String: [String]] = [:]
    var current = ""
    let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.hasPrefix("# ") {
        let name = line.dropFirst(2).split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        current = name
        blocks[name, default: []] += []
      } else if !current.isEmpty || !line.allSatisfy(\.isWhitespace) {
        blocks[current, default: []].append(String(line))
      }
    }
    return OfficeTexts(blocks: blocks.mapValues { $0.joined(separator: "\n") })
  }

  /// Blocks that reports of a regime have no room for, in bytewise order.
  package func unknown(to regime: Regime) -> [String] {
    let known = OfficeTexts.names(regime)
    return blocks.keys.filter { !known.contains($0) }.sorted()
  }

  /// The paragraphs of a block; none when it is empty.
  func paragraphs(_ name: String) -> [String] {
    (blocks[name] ?? "").split(whereSeparator: \.isNewline).map { line in
      String(line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }.filter { !$0.isEmpty }
  }
}

/// What makes a draft an issued document: the number that the agency's document system gave, the day, who signs.
package struct IssueMark: Sendable, Hashable {
  /// `05/BC-SGDĐT`.
  package var number: String
  package var date: CalendarDate
  package var signer: String
  /// Lines such as `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`; empty: as the office has set it.
  package var capacity: [String]

  package init(number: String, date: CalendarDate, signer: String, capacity: [String] = []) {
    self.number = number
    self.date = date
    self.signer = signer
    self.capacity = capacity
  }
}

/// What the office has set for its reports: its plan's own number and date, who signs, who receives.
package struct Letterhead: Sendable, Hashable {
  package var planNumber: String?
  package var planDate: CalendarDate?
  package var capacity: [String]
  package var signer: String?
  /// Further legal bases, whole sentences, after the opening.
  package var legalBases: [String]
  /// Replaces the regime's receivers for this copy.
  package var receivers: [String]?
  /// How to reach the office: `điện thoại …, thư điện tử …`.
  package var contact: String?
  /// Whether the document goes out signed electronically, so that number and day stay open in its appendices.
  package var isElectronic: Bool
  /// Whether sentences count `05 văn bản` (<doc:layout#Figures-in-words>).
  package var writesTwoDigits = false

  package init(
    planNumber: String? = nil, planDate: CalendarDate? = nil, capacity: [String] = [], signer: String? = nil,
    legalBases: [String] = [], receivers: [String]? = nil, contact: String? = nil, isElectronic: Bool = false
  ) {
    self.planNumber = planNumber
    self.planDate = planDate
    self.capacity = capacity
    self.signer = signer
    self.legalBases = legalBases
    self.receivers = receivers
    self.contact = contact
    self.isElectronic = isElectronic
  }
}
