import ReportingModel
import Testing

@testable import Regimes

@Suite("units.csv")
struct RegistryReaderTests {
  private static let header = "ma,ten,loai,cap,xa,vung,email,tu_ngay,den_ngay,dau_moi,thay_the"

  private static func read(_ rows: [String], header: String = header) throws -> (
    registry: Registry?, findings: [Finding]
  ) {
    let text = ([header] + rows).joined(separator: "\r\n")
    return RegistryReader.read(
      Array(text.utf8), vocabulary: RegistryVocabulary([try Plan.regime()]), digest: .zero, file: "units.csv")
  }

  private static let good = [
    "VP,Văn phòng Sở,VP,,,,vp@example.edu.vn,,,VP,",
    "P-GDTRH,Phòng Giáo dục Mẫu,PHONG,,,,,,,GDTRH GDTH,",
    "XA-01,UBND xã Mẫu 01,UBND_XA,,XA-01,Khu vực 1,,,,,",
    " so-thpt-001 ,Trường THPT Mẫu 001,CSGD_SO,THPT,XA-01,Khu vực 1,,2025-07-01,,,",
    "0012,Trường Tiểu học Mẫu 12,CSGD_XA,TH,xa-01,Khu vực 1,,1/7/2025,30/06/2026,,",
    "0012,Trường Tiểu học Mẫu 12 mới,CSGD_XA,TH,XA-01,Khu vực 2,,2026-07-01,,,",
    "0013,Trường Tiểu học Mẫu 13,CSGD_XA,TH,XA-01,Khu vực 1,,,2026-06-30,,0012",
  ]

  @Test("a good registry")
  func good() throws {
    let (registry, findings) = try Self.read(Self.good)
    #expect(findings == [])
    let units = try #require(registry)
    #expect(units.codes == ["0012", "0013", "P-GDTRH", "SO-THPT-001", "VP", "XA-01"])
    #expect(units.row(of: "0012", on: Plan.day("2026-06-30"))?.region == "Khu vực 1")
    #expect(units.row(of: "0012", on: Plan.day("2026-07-01"))?.name == "Trường Tiểu học Mẫu 12 mới")
    #expect(units.rows(of: "0012").first?.commune == "XA-01")
    #expect(units.rows(of: "0013").first?.successor == "0012")
    #expect(units.rows(of: "P-GDTRH").first?.roles == ["GDTRH", "GDTH"])
    #expect(units.rows(of: "SO-THPT-001").first?.line == 5)
    #expect(units.row(of: "0013", on: Plan.day("2026-07-01")) == nil)
  }

  @Test("Vietnamese titles, other delimiters, any order, columns left out")
  func titles() throws {
    let text = "sep=;\nLoại đơn vị;Tên đơn vị;Mã đơn vị;Đầu mối\nVP;Văn phòng Sở;VP;vp"
    let (registry, findings) = RegistryReader.read(
      [0xEF, 0xBB, 0xBF] + Array(text.utf8), vocabulary: RegistryVocabulary([try Plan.regime()]), digest: .zero,
      file: "units.csv")
    #expect(findings == [] && registry?.rows(of: "VP").first?.roles == ["VP"])
  }

  @Test(
    "a fault, its code, its row and its column",
    arguments: [
      ("SO THPT,Trường,CSGD_SO,THPT,XA-01,,,,,,", "REG-CODE", 1),
      (",Trường,CSGD_SO,THPT,XA-01,,,,,,", "REG-CODE", 1),
      ("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,Trường,CSGD_SO,THPT,XA-01,,,,,,", "REG-CODE", 1),
      ("ıX,Trường,CSGD_SO,THPT,XA-01,,,,,,", "REG-CODE", 1),
      ("NEW,,CSGD_SO,THPT,XA-01,,,,,,", "REG-ROW", 2), ("NEW,Trường,TRUONG,THPT,XA-01,,,,,,", "REG-CODE", 3),
      ("NEW,Trường,CSGD_SO,PTTH,XA-01,,,,,,", "REG-CODE", 4), ("NEW,Trường,CSGD_SO,THPT,XA-02,,,,,,", "REG-CODE", 5),
      ("NEW,Trường,CSGD_SO,THPT,VP,,,,,,", "REG-CODE", 5), ("NEW,Trường,CSGD_SO,THPT,,,,2026-02-30,,,", "REG-ROW", 8),
      ("NEW,Trường,CSGD_SO,THPT,,,,2026-02-03,2026-02-02,,", "REG-ROW", 9),
      ("NEW,Trường,CSGD_SO,THPT,,,,,,BGH,", "REG-CODE", 10), ("NEW,Trường,CSGD_SO,THPT,,,,,,,NONE", "REG-CODE", 11),
      ("NEW,Trường,CSGD_SO,THPT,,,,,,,NEW", "REG-ROW", 11),
      ("vp,Văn phòng,VP,,,,,,,,", "REG-TWICE", 1),
      ("0012,Trường,CSGD_XA,TH,XA-01,,,2026-06-30,2026-06-30,,", "REG-TWICE", 1),
    ])
  func faults(row: String, code: String, column: Int) throws {
    let (registry, findings) = try Self.read(Self.good + [row])
    #expect(registry == nil)
    #expect(findings.map(\.code) == [code], "\(findings.map(\.message.english))")
    #expect(findings.first?.location.line == Self.good.count + 2)
    #expect(findings.first?.location.column == column)
  }

  @Test("an unknown commune is told with the nearest one")
  func nearestCommune() throws {
    let findings = try Self.read(Self.good + ["NEW,Trường,CSGD_SO,THPT,XA-O1,,,,,,"]).findings
    #expect(findings.first?.hint.vietnamese == "Gần nhất: XA-01.")
  }

  @Test("units that succeed each other in a circle, told at each of them and at no other")
  func circle() throws {
    let rows = ["A,A,VP,,,,,,,,B", "B,B,VP,,,,,,,,C", "C,C,VP,,,,,,,,B", "D,D,VP,,,,,,,,"]
    let findings = try Self.read(rows).findings
    #expect(findings.map(\.location.line) == [3, 4] && findings.allSatisfy { $0.code == "REG-ROW" })
  }

  @Test("a code with several rows may have a successor in each; every circle is found")
  func circlesOfLaterRows() throws {
    let rows = [
      "A,A,VP,,,,,,2026-01-01,,D", "A,A mới,VP,,,,,2026-01-02,,,B", "B,B,VP,,,,,,,,A", "C,C,VP,,,,,,,,A",
      "D,D,VP,,,,,,,,",
    ]
    let findings = try Self.read(rows).findings
    #expect(findings.map(\.location.line) == [2, 3, 4])
  }

  @Test(
    "what is odd is told and taken: a title that is no column, a successor of a unit that has no last day; no unit is nothing"
  )
  func oddities() throws {
    let rows = ["A,A,VP,,,,,,,,B", "B,B,VP,,,,,,,,"]
    let odd = try Self.read(rows, header: Self.header.replacing("den_ngay", with: "den_ngayy"))
    #expect(odd.registry != nil && odd.findings.map(\.severity) == [.warning, .warning])
    #expect(odd.findings.map(\.location.line) == [1, 2] && odd.findings[0].location.column == 9)
    #expect(odd.findings[0].hint.vietnamese == "Gần nhất: den_ngay.")
    let nobody = try Self.read([])
    #expect(nobody.registry == nil && nobody.findings.map(\.code) == ["REG-ROW"])
  }

  @Test("the successor is the unit that stands on the day, after any number of mergers")
  func successors() throws {
    let rows = [
      "A,A,VP,,,,,,2026-01-31,,B", "B,B,VP,,,,,,2026-06-30,,C", "C,C,VP,,,,,,,,", "D,D,VP,,,,,,2026-01-31,,E",
      "E,E,VP,,,,,,2026-03-31,,", "F,F,VP,,,,,,2026-01-31,,",
    ]
    let registry = try #require(try Self.read(rows).registry)
    func successor(_ code: String, _ day: String) -> String? { registry.successor(of: code, on: Plan.day(day))?.code }
    #expect(successor("A", "2026-02-01") == "B" && successor("A", "2026-07-01") == "C")
    #expect(successor("D", "2026-03-31") == "E" && successor("D", "2026-04-01") == nil)
    #expect(
      successor("F", "2026-02-01") == nil && successor("C", "2026-07-01") == nil && successor("X", "2026-07-01") == nil)
  }

  @Test("one registry serves the plans of a workspace: the kinds of any of them are known")
  func kindsOfAllPlans() throws {
    let plan = try Plan.regime()
    var other = plan
    other.unitKinds = [
      UnitKind(
        code: "NGOAI", name: .init("Đơn vị ngoài", "Other"), group: .office,
        reportsThroughCommune: false)
    ]
    let text = Self.header + "\nX-1,Trung tâm Mẫu,NGOAI,,,,,,,,\nVP,Văn phòng Sở,VP,,,,,,,VP,"
    func codes(_ regimes: [Regime]) -> [String] {
      RegistryReader.read(
        Array(text.utf8), vocabulary: RegistryVocabulary(regimes), digest: .zero, file: "units.csv"
      ).findings.map(\.code)
    }
    #expect(codes([plan]) == ["REG-CODE"] && codes([other, plan]) == [])
  }

  @Test("no header, or columns that are needed missing", arguments: ["a,b,c", "ma,ten", ""])
  func header(header: String) throws {
    let (registry, findings) = try Self.read(["VP,Văn phòng Sở,VP"], header: header)
    #expect(registry == nil && findings.map(\.code) == ["REG-ROW"])
  }

  @Test("bytes that are no text")
  func noText() throws {
    let (registry, findings) = RegistryReader.read(
      [0xFF, 0xFE, 0x00], vocabulary: RegistryVocabulary([try Plan.regime()]), digest: .zero, file: "units.csv")
    #expect(registry == nil && !findings.isEmpty)
  }

  @Test("many rows of one code and long chains of succession stay quick", .timeLimit(.minutes(1)))
  func large() throws {
    let day = Plan.day("2000-01-01")
    let disjoint = (0..<20_000).map { number in
      let days = day.adding(days: number)
      return "A,Trường,CSGD_SO,THPT,,,,\(days),\(days),,"
    }
    let chain = (0..<20_000).map { "B\($0),Trường,CSGD_SO,THPT,,,,,\(day),,B\($0 + 1)" }
    #expect(try Self.read(disjoint.reversed() + chain + ["B20000,Trường,CSGD_SO,THPT,,,,,,,"]).findings == [])
    let unknown = (0..<20_000).map { "C\($0),Trường,CSGD_SO,THPT,X\($0),,,,,," }
    #expect(try Self.read(unknown).findings.count == 20_000)
  }
}
