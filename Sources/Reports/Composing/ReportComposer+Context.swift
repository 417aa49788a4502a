import Aggregation
import Regimes
import ReportingModel

extension ReportComposer {
  /// What a template may name. Every figure comes from the aggregate; a key that is absent is falsy in a section.
  func context() -> [String: Any] {
    var context: [String: Any] = [
      "tenKy": Words.inSentence(names.period.vietnamese),
      "kyToiHoa": Words.withoutGap(names.next.vietnamese).uppercased(),
      "moDau": plain(([word("moDau")] + settings.legalBases).joined(separator: " ")),
      "moDauSo": plain(word("moDauSo")), "moDauRieng": word("moDau.\(recipient.rawValue)"),
      "ketThuc": word("ketThuc.\(recipient.rawValue)"),
      "tuNgay": aggregate.window.from.vietnamese, "denNgay": aggregate.window.to.vietnamese,
      "ngayChot": facts.today.vietnamese, "soDonVi": counted(aggregate.reporting.units),
      "tong": measures(aggregate.activities.total), "chiTieu": indicators, "tyLe": ratios(aggregate.told.ratios),
      "tyLeLoai": ratiosByKind, "vanBanSo": counts(officeProducts),
      "nhiemVuChiTiet": taskRows, "soNhiemVu": counted(aggregate.tasks.figures.count),
      "hinhThuc": coded(aggregate.activities.channels), "noiDung": areas, "chuDe": coded(aggregate.activities.topics),
      "xa": communes, "ky": periods, "coKy": !periods.isEmpty, "moHinhNhan": count(exemplarCounts.received),
    ]
    context["coKhoi"] = Dictionary(
      OfficeTexts.names(regime).map { ($0, !texts.paragraphs($0).isEmpty) }, uniquingKeysWith: { first, _ in first })
    context["demNhiemVu"] = taskCounts
    context["tieuDe"] = names.title.map(plain)
    context["tenCheDo"] = Words.inSentence(regime.name.vietnamese)
    context["noiBo"] = recipient == .department
    context["coChuaGui"] = !aggregate.reporting.missing.isEmpty
    context["coGiaiTrinh"] = !aggregate.narratives.explanations.isEmpty
    context["coChenhLechAm"] = !aggregate.doubts.negativeIncrements.isEmpty
    context["coTheTrung"] = !aggregate.doubts.possibleDoubles.isEmpty
    context["cungKy"] = Words.change(
      Amount(aggregate.activities.total.records), aggregate.comparison.before.map { Amount($0.total.records) })
    context["coCungKy"] = aggregate.comparison.before != nil
    context["kyChiTieu"] = indicatorPeriods
    context["khuVuc"] = regions
    context["moHinhTieuBieu"] = chosenInBody
    context["moHinhChon"] = told(exemplarCounts.chosen)
    context["moHinhDang"] = told(exemplarCounts.published)
    context["moHinhBaoChi"] = told(exemplarCounts.givenToPress)
    context["chieu"] = (aggregate.rows?.by ?? []).map { Words.dimension($0).uppercased() }.joined(separator: ", ")
    context["coTheo"] = (aggregate.rows?.by ?? []).map { Words.dimension($0) }.joined(separator: ", ")
    context["laYeuCau"] = isForRequest
    context["kinhGuiGon"] = word("kinhGuiGon.\(recipient.rawValue)")
    context["laNam"] = !aggregate.comparison.parts.isEmpty
    context["kyNay"] = aggregate.comparison.parts.isEmpty ? "kỳ" : "năm"
    context["hinhThucNhieuNhat"] = mostUsedChannel
    context["noiDungSanPham"] = areaProducts
    context["mucThuyetMinh"] = Dictionary(
      aggregate.narratives.unitsBySection.filter { $0.units > 0 }.map { ($0.code, counted($0.units)) },
      uniquingKeysWith: { first, _ in first })
    context["giaiTrinh"] = explained
    context["chenhLechAm"] =
      aggregate.doubts.negativeIncrements.isEmpty
      ? nil : counted(Set(aggregate.doubts.negativeIncrements.map(\.unitCode)).count)
    context["nhiemVuDenHan"] = nextTasks
    return context
  }

  /// Text of people, in which nothing is markup.
  func plain(_ text: String) -> String {
    text.replacing("[[?]]", with: "\u{0}").replacing("[[", with: "[ [").replacing("\u{0}", with: "[[?]]")
      .replacing("[(", with: "[ (").split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// How many there are of something, as a sentence says it.
  func counted(_ number: some BinaryInteger) -> String { marked(VietnameseNumber.text(number)) }

  private func marked(_ number: String) -> String {
    settings.writesTwoDigits ? TwoDigits.marked(number) : number
  }

  private func measures(_ measures: Measures) -> [String: Any] {
    [
      "hoatDong": counted(measures.records), "sanPham": counted(measures.quantity),
      "luotNguoi": counted(measures.people), "donVi": counted(measures.units),
      "co": measures.records > 0, "coNguoi": measures.people > 0,
    ]
  }

  /// Falsy for none.
  private func told(_ number: Int) -> String? { number > 0 ? counted(number) : nil }

  private func count(_ number: Int) -> [String: Any] { ["so": counted(number), "co": number > 0] }

  private func counts(_ numbers: [(code: String, quantity: Int128)]) -> [String: Any] {
    Dictionary(
      numbers.filter { $0.quantity > 0 }.map { ($0.code, counted($0.quantity)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func coded(_ rows: [CodedMeasures]) -> [String: Any] {
    Dictionary(rows.map { ($0.code, measures($0.measures)) }, uniquingKeysWith: { first, _ in first })
  }

  private var indicators: [String: Any] {
    Dictionary(
      aggregate.told.indicators.map { figure in
        let indicator = regime.indicator(figure.code)
        var entry: [String: Any] = [
          "so": marked(Words.cell(figure.value, indicator)), "bao": figure.value != nil,
          "co": figure.value.map { $0 != .zero } ?? false, "phu": Words.coverage(figure, indicator, counted),
          "donViBao": counted(figure.units),
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
      "donVi": VietnameseNumber.text(figure.units), "tatCa": figure.numerator == figure.denominator,
    ]
  }

  private var ratiosByKind: [String: Any] {
    Dictionary(grouping: aggregate.told.ratiosByKind, by: \.code).mapValues { figures in
      Dictionary(
        figures.compactMap { figure in figure.kind.map { ($0, ratio(figure)) } },
        uniquingKeysWith: { first, _ in first })
        as [String: Any]
    }
  }

  private var periods: [[String: Any]] {
    // A period that nobody owes has nothing to say about duties.
    aggregate.reporting.completeness.filter { $0.counts.required > 0 }.map { period in
      let counts = period.counts
      var entry: [String: Any] = [
        "ten": Words.inSentence(name(of: period.period)),
        "daGui": counted(counts.reported), "phaiGui": counted(counts.required),
        "dungHan": counted(counts.onTime), "tatCaDungHan": counts.onTime == counts.required,
      ]
      entry["phanTram"] = counts.reportedRate.map { VietnameseNumber.text($0) }
      // Those that were refused are among those that have not been received, so that the parts add up.
      for (key, number) in [
        ("muon", counts.late), ("chuaDat", counts.rejected), ("chuaGui", counts.missing),
        ("chuaTong", counts.missing + counts.rejected), ("phoiHop", counts.invitedReported),
      ] where number > 0 {
        entry[key] = counted(number)
      }
      entry["phoiHopGom"] = invited(period)
      return entry
    }
  }

  /// Who reports without having to, by kind in the regime's order: `5 UBND xã, phường, đặc khu và 2 …`.
  private func invited(_ period: PeriodCompleteness) -> String? {
    let kinds = regime.unitKinds.compactMap { kind -> String? in
      guard let group = period.groups.first(where: { $0.dimension == .kind && $0.code == kind.code }),
        group.counts.invitedReported > 0
      else { return nil }
      let alone = word("goiMotMinh.\(kind.code)")
      if !alone.isEmpty, group.counts.invitedReported == 1 { return alone }
      return "\(counted(group.counts.invitedReported)) \(Words.inSentence(kind.name.vietnamese))"
    }
    return kinds.isEmpty ? nil : plain(Words.list(kinds))
  }

  /// Content areas with the channel that most of their activities went by.
  private var areas: [String: Any] {
    Dictionary(
      aggregate.activities.areas.map { area in
        var entry = measures(area.measures)
        let main = aggregate.activities.areaByChannel.rows.first {
          $0.codes[0] == area.code && $0.measures.records * 2 > area.measures.records
        }
        entry["hinhThucChuYeu"] = main.map { word("hinhThucVan.\($0.codes[1])") }.flatMap { $0.isEmpty ? nil : $0 }
        return (area.code, entry)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Products of each area that are more than none.
  private var areaProducts: [String: Any] {
    Dictionary(grouping: aggregate.activities.areaProducts.rows) { $0.codes[0] }.mapValues { rows in
      Dictionary(
        rows.filter { $0.measures.quantity > 0 }.map { ($0.codes[1], counted($0.measures.quantity)) },
        uniquingKeysWith: { first, _ in first }) as [String: Any]
    }
  }

  /// The channel of at least two fifths of all activities.
  private var mostUsedChannel: [String: Any]? {
    let total = aggregate.activities.total.records
    guard
      let most = aggregate.activities.channels.max(by: {
        ($0.measures.records, $1.code) < ($1.measures.records, $0.code)
      }),
      total > 0, most.measures.records * 5 >= total * 2,
      let share = Percent(Int128(most.measures.records), of: Int128(total))
    else { return nil }
    return [
      "ten": word("hinhThucVan.\(most.code)"), "hoatDong": counted(most.measures.records),
      "tyLe": VietnameseNumber.text(share),
    ]
  }

  private var explained: String? {
    let units = Set(aggregate.narratives.explanations.map(\.unit)).count
    return units > 0 ? counted(units) : nil
  }

  private var communes: [String: Any] {
    let totals = aggregate.places.totals
    return [
      "tong": counted(totals.total), "coBaoCao": count(totals.withReports),
      "truong": counted(totals.schools), "moHinh": count(totals.exemplars),
    ]
  }

  /// The periods that gave told indicators their values, by name.
  private var indicatorPeriods: String? {
    var keys: [PeriodKey] = []
    for row in aggregate.told.periods {
      for key in row.periods where !keys.contains(key) { keys.append(key) }
    }
    guard !keys.isEmpty else { return nil }
    return keys.sorted().map { Words.inSentence(name(of: $0)) }
      .joined(separator: "; ")
  }
}
