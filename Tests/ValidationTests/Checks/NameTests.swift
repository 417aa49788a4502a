import Regimes
import ReportingModel
import Submissions
import Testing
import Validation

/// A report that bears another unit's name has the wrong code, or the wrong name.
@Suite struct NameTests {
  private static let units =
    [
      ("N1", "Trường THPT Thử Nguyễn Trãi"), ("N2", "Trường THPT Thử Nguyễn Du"),
      ("L1", "Trường Tiểu học Thử Lộc Sơn 1"), ("L2", "Trường Tiểu học Thử Lộc Sơn 2"),
      ("B1", "Trường THPT Thử Bảo Lộc"), ("B2", "Trường THPT Thử Bảo Lâm"), ("T1", "Trung tâm GDNN-GDTX Thử Bảo Lâm"),
      ("H1", "Trường Mầm non Thử Hoa Sen"), ("H2", "Trường Mầm non Thử Hoa Hồng"), ("H3", "Trường Mầm non Thử Hoa Sen"),
      ("A1", "Trường THCS Thử Hòa Thủy"), ("A2", "Trường THCS Thử An Bình"),
    ].map { UnitRow(code: $0.0, name: $0.1, kind: "TRUONG", level: "THPT") }

  private func findings(_ code: String, _ told: String?, _ units: [UnitRow] = units) throws -> [Finding] {
    var it = try Case(code)
    it.units = units
    it.content.header.unitName = told
    return try it.findings()
  }

  @Test(
    arguments: [
      ("N1", "Trường THPT Thử Nguyễn Du", "N2"), ("N2", "Trường THPT Thử Nguyễn Trãi", "N1"),
      ("N1", "  TRƯỜNG THPT  THỬ NGUYỄN DU", "N2"), ("L1", "Trường Tiểu học Thử Lộc Sơn 2", "L2"),
      ("B1", "Trường THPT Thử Bảo Lâm", "B2"), ("B2", "Trung tâm GDNN-GDTX Thử Bảo Lâm", "T1"),
      ("H1", "Trường Mầm non Thử Hoa Hồng", "H2"), ("A2", "Trường THCS Thử Hoà Thuỷ", "A1"),
    ])
  func anothersNameIsAnError(_ code: String, _ told: String, _ other: String) throws {
    let found = try findings(code, told)
    #expect(found.map(\.code) == ["UNIT-NAME"] && found.map(\.severity) == [.error])
    #expect(found.first?.message.vietnamese.contains("là tên của \(other), nhưng báo cáo ghi mã \(code)") == true)
    #expect(found.first?.hint.vietnamese.contains("sửa mã đơn vị thành \(other);") == true)
    #expect(found.first?.location.cell == "C2")
  }

  @Test(
    arguments: [
      ("N1", "THPT Thử Nguyễn Du", ["N2"]), ("N1", "Truong THPT Thu Nguyen Du", ["N2"]),
      ("L1", "TH Thử Lộc Sơn 2", ["L2"]), ("L2", "Tiểu học Thử Lộc Sơn 1", ["L1"]), ("B2", "THPT Thử Bảo Lọc", ["B1"]),
      ("B1", "Trường Thử Bảo Lâm", ["B2", "T1"]), ("H1", "MN Thử Hoa Hong", ["H2"]),
      ("H2", "Trường Mầm non Thử Hoa Sen", ["H1", "H3"]), ("H2", "Trường MN Thử Hoa Sen", ["H1", "H3"]),
      ("A2", "THCS Thử Hoà Thuỷ", ["A1"]),
    ] as [(String, String, [String])])
  func aNameThatFitsOthersBetterIsAWarning(_ code: String, _ told: String, _ others: [String]) throws {
    let found = try findings(code, told)
    #expect(found.map(\.code) == ["HDR-NAME"] && found.map(\.severity) == [.warning])
    let named = Self.units.map(\.code).filter { $0 != code && found.first?.message.english.contains($0) == true }
    #expect(named == others)
  }

  /// The own name, a part of it, one without accents or words of kind, and one that is as near to another unit's.
  @Test(
    arguments: [
      ("N1", nil), ("N1", "Trường THPT Thử Nguyễn Trãi"), ("N1", "THPT Thử Nguyễn Trãi"), ("N1", "Thử Nguyễn Trãi"),
      ("N1", "TRUONG THPT THU NGUYEN TRAI"), ("L1", "Trường Tiểu học Thử Lộc Sơn"), ("L2", "TH Thử Lộc Sơn"),
      ("H1", "Trường Mầm non Thử Hoa Sen"), ("H3", "Trường Mầm non Thử Hoa Sen"), ("H3", "MN Thử Hoa Sen"),
      ("B2", "Thử Bảo Lâm"), ("A1", "Trường THCS Thử Hoà Thuỷ"), ("T1", "Trung tâm Giáo dục thường xuyên Thử Bảo Lâm"),
      ("N1", "Trường"), ("N1", String(repeating: "Trường THPT Thử ", count: 12)),
    ] as [(String, String?)])
  func aNameOfItsOwnIsNone(_ code: String, _ told: String?) throws {
    #expect(try findings(code, told).map(\.code) == [])
  }

  /// One that was not there in the period, and one that a merger joins to the unit, are no others.
  @Test func unitsThatHaveGone() throws {
    var units = Self.units
    func set(_ code: String, _ change: (inout UnitRow) -> Void) throws {
      change(&units[try #require(units.firstIndex { $0.code == code })])
    }
    let gone = try Case.day("2026-07-31"), later = try Case.day("2026-12-31")
    try set("N2") { $0.to = later }
    #expect(try findings("N1", "Trường THPT Thử Nguyễn Du", units).map(\.code) == ["UNIT-NAME"])
    try set("N2") { $0.successor = "N1" }
    #expect(try findings("N1", "Trường THPT Thử Nguyễn Du", units).map(\.code) == [])
    #expect(try findings("N2", "Trường THPT Thử Nguyễn Trãi", units).map(\.code) == ["UNIT-LASTDAY"])
    // By way of a third one.
    try set("N2") { $0.successor = "B1" }
    try set("B1") { $0.successor = "N1" }
    #expect(try findings("N1", "Trường THPT Thử Nguyễn Du", units).map(\.code) == [])
    try set("L2") { $0.to = gone }
    #expect(try findings("L1", "Trường Tiểu học Thử Lộc Sơn 2", units).map(\.code) == [])
    // A name that it bore once, or will bear, is its own.
    units.append(
      UnitRow(code: "H2", name: "Trường Mầm non Thử Hoa Sen", kind: "TRUONG", from: try Case.day("2028-01-01")))
    try set("H2") { $0.to = try? Case.day("2027-12-31") }
    #expect(try findings("H2", "Trường Mầm non Thử Hoa Sen", units).map(\.code) == [])
  }
}
