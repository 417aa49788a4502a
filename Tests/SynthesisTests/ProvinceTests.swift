import Regimes
import ReportingModel
import Synthesis
import Testing

/// A made-up registry is one that the program takes.
@Suite struct ProvinceTests {
  @Test(arguments: [1, 2, 13, 14, 20, 100, 2000]) func itIsARegistryOfThatSize(_ count: Int) throws {
    let regime = try Fixture.regime()
    let units = SyntheticProvince(units: count, regime: regime).units
    let read = RegistryReader.read(
      UnitsFile.bytes(units), vocabulary: RegistryVocabulary([regime]), digest: .zero, file: "units.csv")
    #expect(read.findings.filter { $0.severity == .error } == [])
    let rows = try #require(read.registry).rows
    #expect(rows.count == count)
    // Nothing is lost on the way through the file but its own line numbers.
    #expect(
      rows.map { row in
        var row = row
        row.line = 0
        return row
      } == units)
  }

  @Test func thereIsSomeOfEverything() throws {
    let units = SyntheticProvince(units: 200, regime: try Fixture.regime()).units
    let byKind = Dictionary(grouping: units, by: \.kind).mapValues(\.count)
    #expect(byKind["VP"] == 6 && byKind["XA"] == 14 && byKind["TRUONG"] == 18 && byKind["TRUONG_XA"] == 162)
    let communes = Set(units.filter { $0.kind == "XA" }.map(\.code))
    for unit in units where unit.kind.hasPrefix("TRUONG") {
      #expect(communes.contains(unit.commune) && ["TH", "THPT"].contains(unit.level), "\(unit.code)")
      // A school lies in its commune's region.
      #expect(unit.region == units.first { $0.code == unit.commune }?.region, "\(unit.code)")
    }
    #expect(units.filter { $0.roles == ["VP"] }.count == 1)
  }

  @Test func aPlanWithoutCommunesOrOffices() throws {
    var regime = try Fixture.regime()
    regime.unitKinds.removeAll { $0.group != .school }
    let units = SyntheticProvince(units: 40, regime: regime).units
    #expect(units.count == 40 && units.allSatisfy { $0.commune == "" && $0.region == "" })
    regime.unitKinds.removeAll(where: \.reportsThroughCommune)
    regime.levels = []
    let direct = SyntheticProvince(units: 40, regime: regime).units
    #expect(direct.count == 40 && direct.allSatisfy { $0.kind == "TRUONG" && $0.level == "" })
  }

  @Test func aUnitWithEverything() throws {
    let unit = UnitRow(
      code: "A", name: "Tên \"có\", dấu", kind: "VP", level: "", commune: "", region: "Vùng", email: "a@b.vn",
      from: CalendarDate(iso: "2026-01-01"), to: CalendarDate(iso: "2026-12-31"), roles: ["VP", "X"], successor: "B")
    let text = String(decoding: UnitsFile.bytes([unit]), as: UTF8.self)
    #expect(
      text.split(whereSeparator: \.isNewline).last
        == "A,\"Tên \"\"có\"\", dấu\",VP,,,Vùng,a@b.vn,2026-01-01,2026-12-31,VP X,B")
  }
}
