import Aggregation
import Regimes
import ReportingModel

extension ReportComposer {
  /// What a template may name. Every figure comes from the aggregate; a key that is absent is falsy in a section.
  func context() -> [String: Any] {
    var context: [String: Any] = [
      "tenKy": Words.inSentence(names.period.vietnamese), "kyToiHoa": names.next.vietnamese.uppercased(),
      "moDau": plain(([word("moDau")] + settings.legalBases).joined(separator: " ")),
      "moDauRieng": word("moDau.\(recipient.rawValue)"), "ketThuc": word("ketThuc.\(recipient.rawValue)"),
      "tuNgay": aggregate.window.from.vietnamese, "denNgay": aggregate.window.to.vietnamese,
      "ngayChot": facts.today.vietnamese, "soDonVi": VietnameseNumber.text(aggregate.reportingUnits),
      "tong": measures(aggregate.total), "chiTieu": indicators, "tyLe": ratios(aggregate.ratios),
      "tyLeLoai": ratiosByKind, "vanBanSo": counts(officeProducts),
      "nhiemVuChiTiet": taskRows, "soNhiemVu": VietnameseNumber.text(aggregate.tasks.count),
      "hinhThuc": coded(aggregate.channels), "noiDung": coded(aggregate.contentAreas), "chuDe": coded(aggregate.topics),
      "xa": communes, "ky": periods, "coKy": !periods.isEmpty, "moHinhNhan": count(aggregate.exemplars.count),
    ]
    var statuses: [String: Any] = [:]
    var some: [String: Any] = [:]
    for status in TaskStatus.allCases {
      let number = aggregate.tasks.count { $0.status == status }
      statuses[status.rawValue] = VietnameseNumber.text(number)
      some[status.rawValue] = number > 0
    }
    context["coKhoi"] = Dictionary(
      OfficeTexts.names(regime).map { ($0, !texts.paragraphs($0).isEmpty) }, uniquingKeysWith: { first, _ in first })
    context["demNhiemVu"] = statuses
    context["demNhiemVuCo"] = some
    context["tieuDe"] = names.title.map(plain)
    context["tenCheDo"] = Words.inSentence(regime.name.vietnamese)
    context["noiBo"] = recipient == .department
    context["coChuaGui"] = !aggregate.missingUnits.isEmpty
    context["coGiaiTrinh"] = !aggregate.explanations.isEmpty
    context["coChenhLechAm"] = !aggregate.negativeIncrements.isEmpty
    context["coTheTrung"] = !aggregate.possibleDoubles.isEmpty
    context["cungKy"] = Words.change(aggregate.changes.first { $0.section == "total" && $0.measure == "records" })
    context["kyChiTieu"] = indicatorPeriods
    context["soSanhKhuVuc"] = regionComparison
    context["moHinhTieuBieu"] = notableExemplars
    context["nhiemVuDenHan"] = nextTasks
    return context
  }

  /// Text of people, in which nothing is markup.
  func plain(_ text: String) -> String {
    text.replacing("[[?]]", with: "\u{0}").replacing("[[", with: "[ [").replacing("\u{0}", with: "[[?]]")
      .split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func measures(_ measures: Measures) -> [String: Any] {
    [
      "hoatDong": VietnameseNumber.text(measures.records), "sanPham": VietnameseNumber.text(measures.quantity),
      "luotNguoi": VietnameseNumber.text(measures.people), "donVi": VietnameseNumber.text(measures.units),
      "co": measures.records > 0,
    ]
  }

  private func count(_ number: Int) -> [String: Any] { ["so": VietnameseNumber.text(number), "co": number > 0] }

  private func counts(_ numbers: [(code: String, quantity: Int128)]) -> [String: Any] {
    Dictionary(
      numbers.filter { $0.quantity > 0 }.map { ($0.code, VietnameseNumber.text($0.quantity)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func coded(_ rows: [CodedMeasures]) -> [String: Any] {
    Dictionary(rows.map { ($0.code, measures($0.measures)) }, uniquingKeysWith: { first, _ in first })
  }

  private var indicators: [String: Any] {
    Dictionary(
      aggregate.indicators.map { figure in
        let indicator = regime.indicator(figure.code)
        var entry: [String: Any] = [
          "so": Words.cell(figure.value, indicator), "bao": figure.value != nil,
          "co": figure.value.map { $0 != .zero } ?? false, "phu": Words.coverage(figure),
          "donViBao": VietnameseNumber.text(figure.units),
        ]
        if let indicator { entry["donViIn"] = Words.unit(indicator) }
        return (figure.code, entry)
      }, uniquingKeysWith: { first, _ in first })
  }

  private func ratios(_ figures: [RatioFigure]) -> [String: Any] {
    Dictionary(figures.map { ($0.code, ratio($0)) }, uniquingKeysWith: { first, _ in first })
  }

  private func ratio(_ figure: RatioFigure) -> [String: Any] {
    [
      "bao": figure.value != nil, "so": figure.value.map { VietnameseNumber.text($0) } ?? Words.notTold,
      "tu": VietnameseNumber.text(figure.numerator), "mau": VietnameseNumber.text(figure.denominator),
      "donVi": VietnameseNumber.text(figure.units),
    ]
  }

  private var ratiosByKind: [String: Any] {
    Dictionary(grouping: aggregate.ratiosByKind, by: \.code).mapValues { figures in
      Dictionary(
        figures.compactMap { figure in figure.kind.map { ($0, ratio(figure)) } },
        uniquingKeysWith: { first, _ in first })
        as [String: Any]
    }
  }

  private var periods: [[String: Any]] {
    // A period that nobody owes has nothing to say about duties.
    aggregate.completeness.filter { $0.counts.required > 0 }.map { period in
      let counts = period.counts
      var entry: [String: Any] = [
        "ten": Words.inSentence(name(of: period.period)),
        "daGui": VietnameseNumber.text(counts.reported), "phaiGui": VietnameseNumber.text(counts.required),
        "dungHan": VietnameseNumber.text(counts.onTime),
      ]
      entry["phanTram"] = counts.reportedRate.map { VietnameseNumber.text($0) }
      for (key, number) in [
        ("muon", counts.late), ("chuaDat", counts.rejected), ("chuaGui", counts.missing),
        ("phoiHop", counts.invitedReported),
      ] where number > 0 {
        entry[key] = VietnameseNumber.text(number)
      }
      return entry
    }
  }

  private var communes: [String: Any] {
    let totals = aggregate.communeTotals
    return [
      "tong": VietnameseNumber.text(totals.total), "coBaoCao": count(totals.withReports),
      "truong": VietnameseNumber.text(totals.schools), "moHinh": count(totals.exemplars),
    ]
  }

  /// The periods that gave told indicators their values, by name.
  private var indicatorPeriods: String? {
    var keys: [PeriodKey] = []
    for row in aggregate.indicatorPeriods {
      for key in row.periods where !keys.contains(key) { keys.append(key) }
    }
    guard !keys.isEmpty else { return nil }
    return keys.sorted().map { Words.inSentence(name(of: $0)) }
      .joined(separator: "; ")
  }
}
