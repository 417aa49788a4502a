import Foundation
import TestSupport
import Testing

/// `template`: a form, filled in as a school would, is accepted with no remark.
@Suite struct FormTests {
  static let units = CommandTests.samples + "/units.csv"
  static let now = ["TONGHOP_NOW": "2027-01-20T08:00:00+07:00"]

  private func workspace() throws -> (folder: Folder, path: String) {
    let folder = try Folder()
    let made = try Program.run(
      ["init", folder.path + "/w", "--units", Self.units], environment: ["TONGHOP_NOW": "2026-09-01T08:00:00+07:00"])
    #expect(made.status == 0, "\(made.remarks)")
    return (folder, folder.path + "/w")
  }

  private func form(_ w: String, _ more: [String]) throws -> Program.Outcome {
    try Program.run(["template"] + more + ["--period", "HK1/2026-2027", "--workspace", w])
  }

  /// Replaces the first match in a file and insists that there is one.
  private func fill(_ file: String, _ blanks: [(String, String)]) throws {
    var text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
    for (blank, answer) in blanks {
      let place = try #require(text.range(of: blank), "\(blank) in \(file)")
      text.replaceSubrange(place, with: answer)
    }
    try text.write(to: URL(filePath: file), atomically: true, encoding: .utf8)
  }

  private func check(_ folder: String, _ w: String) throws -> Object {
    let zipped = try Program.run("/usr/bin/zip", ["-q", "-r", folder + ".zip", "."], in: folder)
    #expect(zipped.status == 0)
    let outcome = try Program.run(["check", folder + ".zip", "--json", "--workspace", w], environment: Self.now)
    let receipt = try #require((try outcome.json() as? [Object])?.first)
    return try #require((receipt["submissions"] as? [Object])?.first)
  }

  private static let amounts = [
    "CT08": "45", "CT09": "1.250", "CT12": "0", "CT13": "3", "CT14": "62", "CT15": "40", "CT16": "900", "CT17": "120",
    "CT18": "1", "CT19": "2", "CT20": "12.500.000", "CT21": "1", "CT23": "10.000.000",
  ]

  @Test func aFilledTableIsAccepted() throws {
    let (folder, w) = try workspace()
    let made = folder.path + "/mau"
    #expect(try form(w, [made, "--unit", "SO-THPT-001"]).status == 0)
    try fill(made + "/thong-tin.csv", [("2026-2027;;;;", "2026-2027;không;Người lập Mẫu;Người ký Mẫu;15/01/2027")])
    try fill(
      made + "/hoat-dong.csv",
      [
        (
          "HD01-HK1-2026;;;;;;;;;;;",
          "HD01-HK1-2026;20/10/2026;NV05;ND3;HT2;NGOAIKHOA;;1;120;Ngày hội STEM Mẫu;;"
        )
      ])
    let indicators = made + "/chi-tieu.csv"
    let lines = try String(contentsOf: URL(filePath: indicators), encoding: .utf8).components(separatedBy: "\r\n")
    let told = lines.map { line in
      Self.amounts.first { line.contains($0.key + " - ") }.map { line.dropLast(2) + ";\($0.value);" } ?? line[...]
    }
    // The first line names the delimiter.
    #expect(told.first?.hasSuffix("sep=;") == true)
    #expect(told.dropFirst().count { $0.hasSuffix(";") } == Self.amounts.count)
    try told.joined(separator: "\r\n").write(to: URL(filePath: indicators), atomically: true, encoding: .utf8)
    try fill(
      made + "/thuyet-minh.csv",
      [("KETQUA - Kết quả thực hiện;", "KETQUA - Kết quả thực hiện;Đã tổ chức ngày hội STEM cho học sinh toàn trường.")]
    )
    let read = try check(made, w)
    #expect(read["status"] as? String == "accepted")
    #expect((read["issues"] as? [Object])?.isEmpty == true, "\(read["issues"] ?? "")")
    #expect((read["counts"] as? [String: Int])?["activities"] == 1)
    #expect((read["counts"] as? [String: Int])?["indicators"] == Self.amounts.count)
  }

  @Test func aFilledDocumentIsAccepted() throws {
    let (folder, w) = try workspace()
    let made = folder.path + "/mau"
    #expect(try form(w, [made, "--unit", "SO-THPT-001", "--format", "xml"]).status == 0)
    try fill(
      made + "/bao-cao.xml",
      [
        ("<nguoiLap></nguoiLap>", "<nguoiLap>Người lập Mẫu</nguoiLap>"),
        ("<nguoiKy></nguoiKy>", "<nguoiKy>Người ký Mẫu</nguoiKy>"),
        ("<ngayLap></ngayLap>", "<ngayLap>2027-01-15</ngayLap>"),
        (
          "  </hoatDong>",
          """
          <muc ma="HD01-HK1-2026" ngay="2026-10-20" nhiemVu="NV05" noiDung="ND3" hinhThuc="HT2" sanPham="NGOAIKHOA" \
          soLuong="1" soNguoi="120"><ten>Ngày hội STEM Mẫu</ten></muc></hoatDong>
          """
        ), ("<muc ma=\"KETQUA\">", "<muc ma=\"KETQUA\">Đã tổ chức ngày hội STEM."),
      ]
        + Self.amounts.map {
          ("<muc ma=\"\($0.key)\">", "<muc ma=\"\($0.key)\">\($0.value.replacingOccurrences(of: ".", with: ""))")
        })
    let read = try check(made, w)
    #expect(read["status"] as? String == "accepted")
    #expect((read["issues"] as? [Object])?.isEmpty == true, "\(read["issues"] ?? "")")
    #expect((read["counts"] as? [String: Int])?["activities"] == 1)
    #expect((read["counts"] as? [String: Int])?["indicators"] == Self.amounts.count)
  }

  @Test(arguments: ["csv", "xml"])
  func everyUnitGetsItsOwn(_ format: String) throws {
    let (folder, w) = try workspace()
    let made = folder.path + "/mau"
    #expect(try form(w, [made, "--all", "--format", format]).status == 0)
    let units = try FileManager.default.contentsOfDirectory(atPath: made).sorted()
    #expect(units.count == 39)  // One of the forty closes within the semester and owes nothing.
    for unit in units {
      let read = try check(made + "/" + unit, w)
      #expect(read["unit"] as? String == unit)
      #expect(read["period"] as? String == "HK1/2026-2027")
      let codes = Set((read["issues"] as? [Object] ?? []).compactMap { $0["code"] as? String })
      #expect(codes.isSubset(of: ["HDR-MISSING", "IND-EMPTY"]), "\(unit): \(codes)")
    }
  }

  @Test func whatASchoolFilledInIsNotOverwritten() throws {
    let (folder, w) = try workspace()
    #expect(try form(w, [folder.path + "/mau", "--unit", "SO-THPT-001"]).status == 0)
    #expect(try form(w, [folder.path + "/mau", "--unit", "SO-THPT-001"]).status == 73)
    #expect(try form(w, [folder.path + "/khac", "--unit", "SO-THPT-999"]).status == 64)
    #expect(try form(w, [folder.path + "/khac"]).status == 64)
  }
}
