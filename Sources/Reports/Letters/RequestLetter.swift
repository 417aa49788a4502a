package import Documents
package import Regimes
import ReportingModel

/// Makes the letter that asks for a collection on request (<doc:layout#Request-letter>): who must send what by when,
/// under which code.
package struct RequestLetter: Sendable {
  private let regime: Regime
  private let request: CollectionRequest
  private let requests: [CollectionRequest]
  /// Units asked by name, as they are called.
  private let unitNames: [String]
  private let settings: Letterhead

  package init(
    regime: Regime, request: CollectionRequest, requests: [CollectionRequest], unitNames: [String],
    settings: Letterhead
  ) {
    self.regime = regime
    self.request = request
    self.requests = requests
    self.unitNames = unitNames
    self.settings = settings
  }

  /// Composes the letter.
  /// - Throws: `TemplateFault` when the template is no Mustache.
  package func compose(template: String) throws -> ReportDocument {
    try Letter(
      regime: regime, settings: settings, key: "yeuCau", period: gathered ?? request.title,
      subject: gathered == nil ? "V/v báo cáo \(Words.inSentence(name))" : nil,
      addressees: unitNames + asked.compactMap { words("kinhGui", $0) }, context: context
    ).document(template: template)
  }

  private var name: String {
    regime.requestKey(request).map { regime.name(of: $0, requests: requests).vietnamese } ?? request.title
  }

  /// The window of the regime's calendar that it gathers for.
  private var gathered: String? {
    let year = request.window.to.year
    let keys = regime.outgoing.map { ($0.kind, $0.ordinal == 0 ? String(year) : "\(year)-\($0.ordinal)") }
    return keys.lazy.compactMap { regime.outgoingWindow($0, $1) }.first { $0.window == request.window }?.name.vietnamese
  }

  /// The kinds that are asked, as one asks them: those that must report and those that are invited, schools of a commune
  /// through the commune.
  private var asked: [UnitKind] {
    let isOpen = request.kinds.isEmpty && request.levels.isEmpty && request.units.isEmpty
    return regime.unitKinds.filter { kind in
      isOpen || request.kinds.contains(kind.code)
        || request.kinds.isEmpty && !request.levels.isEmpty && kind.group == .school
    }
  }

  private var context: [String: Any] {
    func asked(_ level: Obligation.Level) -> String? {
      let names = self.asked.filter { obligation($0).level == level }.compactMap { words("hoi", $0) }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
    let required = unitNames.isEmpty ? asked(.required) : "các đơn vị có tên trên"
    let invited = asked(.invited)
    var context: [String: Any] = [
      "tieuDe": Words.inSentence(request.title), "maYeuCau": request.code, "tuNgay": request.window.from.vietnamese,
      "denNgay": request.window.to.vietnamese, "han": regime.dueDate(request.due).vietnamese,
      "caHai": required != nil && invited != nil,
    ]
    context["yeuCau"] = required
    context["deNghi"] = invited
    context["mucDich"] = gathered.map {
      "tổng hợp, báo cáo Bộ GDĐT, Ủy ban nhân dân (UBND) tỉnh kết quả \(Words.inSentence($0))"
    }
    context["kyLon"] = request.partOf.map { Words.inSentence(regime.name(of: $0, requests: requests).vietnamese) }
    context["loaiKy"] = regime.requestKind?.code
    let cites = Set(self.asked.compactMap { obligation($0).cite })
    context["trichDan"] = cites.isEmpty ? nil : cites.sorted().joined(separator: ", ")
    return context
  }

  private func obligation(_ kind: UnitKind) -> Obligation {
    regime.obligation(of: kind.code, for: regime.requestKind?.code ?? "")
  }

  /// The regime's words for a kind; `nil` where it has none, as for one that is reached through another.
  private func words(_ key: String, _ kind: UnitKind) -> String? {
    guard let words = regime.reportTexts["\(key).yeuCau.\(kind.code)"]?.vietnamese else { return nil }
    let levels = regime.levels.filter { request.levels.contains($0.code) }.map(\.name.vietnamese)
    return levels.isEmpty || kind.group != .school ? words : "\(words) (cấp \(levels.joined(separator: ", ")))"
  }
}
