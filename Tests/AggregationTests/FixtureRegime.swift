import ReportingModel

@testable import Regimes

extension Fixture {
  static let regime = Regime(
    id: "TEST", version: "1", appliesFrom: day("2020-01-01"), recordedOn: day("2020-01-01"), digest: .zero,
    name: text("Chế độ mẫu"), elements: [], areas: ["ND1", "ND2", "ND3"].map(coded),
    channels: ["HT1", "HT2", "HT4"].map(coded),
    products: ["KEHOACH", "VANBAN", "TINBAI", "VIDEO", "SUKIEN"].map(coded), boundProducts: [],
    topics: ["SHTT", "DDS", "DN"].map(coded),
    sections: [NarrativeSection(code: "KETQUA", name: text("KQ"), isRequired: true, cite: nil)], tasks: tasks,
    unitKinds: [
      kind("VP", .office), kind("PHONG", .office), kind("CSGD_SO", .school), kind("UBND_XA", .commune),
      kind("CSGD_XA", .school, throughCommune: true),
    ], levels: ["TH", "THPT", "GDTX"].map(coded), roles: ["VP", "GDTRH"].map(coded), periodKinds: periodKinds,
    obligations: ["CSGD_SO", "PHONG"].flatMap { unit in
      ["HK1", "NAM", "CD"].map { Obligation(unitKind: unit, periodKind: $0, level: .required, cite: nil) }
    }, outgoing: [outgoingYear],
    workingDays: WorkingDays(yearly: [DayOfYear(yearOffset: 0, month: 1, day: 1)], single: [day("2027-02-02")]),
    activityDemand: nil, indicators: indicators,
    ratios: [
      Ratio(code: "TL01", name: text(""), numerator: "CT15", denominator: .indicator("CT14"), cite: nil),
      Ratio(code: "TL04", name: text(""), numerator: "CT21", denominator: .tellingUnits, cite: nil),
    ], rules: [], reportTexts: [:])

  private static let outgoingYear = OutgoingKind(
    kind: .year, ordinal: 0, name: text("năm"), nextName: text("năm"),
    from: DayOfYear(yearOffset: -1, month: 12, day: 15), to: DayOfYear(yearOffset: 0, month: 12, day: 14), due: nil,
    cite: nil)

  private static let schools = ["CSGD_SO", "CSGD_XA"]

  private static let indicators: [Indicator] = [
    indicator("CT01", .derived(ActivityFilter(channels: ["HT1"], products: ["TINBAI"]))),
    indicator("CT05", .derived(ActivityFilter(products: ["SUKIEN"]))),
    indicator("CT09", .flow, schools), indicator("CT12", .flow, schools + ["PHONG", "VP", "UBND_XA"]),
    indicator("CT14", .stock, schools), indicator("CT15", .stock, schools),
    indicator("CT21", .stock, schools + ["PHONG"]),
  ]

  private static let periodKinds: [PeriodKind] = [
    periodKind("HK1", .schoolYear, (0, 9, 5), (1, 1, 17), (1, 1, 31)),
    periodKind("HK2", .schoolYear, (1, 1, 18), (1, 5, 31), (1, 6, 15)),
    periodKind("NAM", .schoolYear, (0, 9, 5), (1, 5, 31), (1, 6, 15), parts: ["HK1", "HK2"]),
    PeriodKind(
      code: "CD", name: text("CD"), calendar: .request, schedule: nil, exceptions: [:], parts: [],
      warnsOutsideDays: false, cite: nil),
  ]

  private static let tasks: [PlanTask] = [
    task("NV01", .once(year: 2026, month: 6), roles: ["VP"], leadOnly: true),
    task("NV02", .continuous, roles: ["VP"]), task("NV04", .yearly, roles: ["GDTRH"]),
    task("NV05", .schoolYear, roles: ["GDTRH"]), task("NV07", .continuous, kinds: schools),
    task("NV10", .reporting, roles: ["VP"]),
  ]

  private static func kind(_ code: String, _ group: UnitKind.Group, throughCommune: Bool = false) -> UnitKind {
    UnitKind(code: code, name: text(code), group: group, reportsThroughCommune: throughCommune, cite: nil)
  }

  private static func indicator(_ code: String, _ nature: Indicator.Nature, _ kinds: [String] = []) -> Indicator {
    Indicator(
      code: code, name: text(code), unit: text(""), nature: nature, decimals: 0, askedKinds: kinds, demands: [],
      printed: nil, cite: nil)
  }

  private typealias Day = (Int, Int, Int)

  private static func periodKind(
    _ code: String, _ calendar: PeriodKind.Calendar, _ from: Day, _ to: Day, _ due: Day, parts: [String] = []
  ) -> PeriodKind {
    func day(_ day: Day) -> DayOfYear { DayOfYear(yearOffset: day.0, month: day.1, day: day.2) }
    return PeriodKind(
      code: code, name: text(code), calendar: calendar,
      schedule: PeriodSchedule(from: day(from), to: day(to), due: day(due)), exceptions: [:], parts: parts,
      warnsOutsideDays: false, cite: nil)
  }

  private static func task(
    _ code: String, _ timing: TaskTiming, roles: [String] = [], kinds: [String] = [], leadOnly: Bool = false
  ) -> PlanTask {
    PlanTask(
      code: code, name: text(code), shortName: text(code), cite: nil, timing: timing, timingText: text(""),
      lead: TaskLead(roles: roles, kinds: kinds), leadText: text(""), withText: nil, products: [], defaultArea: nil,
      statusOfLeadOnly: leadOnly)
  }
}
