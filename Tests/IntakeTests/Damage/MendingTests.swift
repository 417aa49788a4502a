import Inbox
import Intake
import Receipts
import ReportingModel
import Submissions
import Synthesis
import Testing

/// A receipt alone is enough: whoever does what its remedies say, and nothing else, has a report that is accepted.
@Suite struct MendingTests {
  private static func receipt(_ bytes: [UInt8]) throws -> Receipt {
    let check = try BundleCheck(registry: UnitsFile.bytes(Scene.units), file: "units.csv")
    let delivery = Delivery(path: "goi.zip", fileName: "goi.zip", folderUnit: nil, isInInbox: false)
    return try check.checkAlone(bytes, delivery, now: Scene.moment("2027-01-20"))
  }

  private static func findings(_ receipt: Receipt) -> [Finding] {
    receipt.findings + receipt.submissions.flatMap { $0.submission.log.kept }
  }

  @Test(arguments: Mistake.all) func aRemedyMends(_ mistake: Mistake) throws {
    var parcel = Parcel()
    mistake.make(&parcel)
    var receipt = try Self.receipt(parcel.zip)
    let told = Self.findings(receipt)
    if let code = mistake.code {
      #expect(told.contains { $0.code == code && ($0.severity == .error) == mistake.isError }, "\(told)")
    }
    #expect((receipt.status == .accepted) == !mistake.isError, "\(told)")
    // One mistake is one finding, or two where a row is wrong twice.
    #expect(told.count { $0.severity == .error } <= 2, "\(told)")
    for _ in 0..<3 where receipt.status != .accepted {
      // From below, so that a row that is deleted moves no other.
      for finding in Self.findings(receipt).sorted(by: { ($0.location.line ?? 0) > ($1.location.line ?? 0) })
      where finding.severity == .error {
        Remedy(finding).apply(to: &parcel)
      }
      receipt = try Self.receipt(parcel.zip)
    }
    #expect(receipt.status == .accepted, "\(Self.findings(receipt))")
  }

  /// XML has remedies of its own.
  @Test(arguments: [
    ("ngay=\"2026-10-20\"", "ngay=\"20/10/2026\""), ("chuDe=\"SHTT DN\"", "chuDe=\"SHTT|DN\""),
    ("chuDe=\"SHTT DN\"", "chuDe=\"SHTT,DN\""), ("<ngayLap>2027-01-15<", "<ngayLap>15/01/2027<"),
  ])
  func aRemedyMendsXML(_ right: String, _ wrong: String) throws {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <baoCao xmlns="urn:tonghop:bao-cao:1" phienBan="1.0"><thongTin><cheDo>LD-NQ57</cheDo><donVi>SO-001</donVi>
      <ky loai="HK1" namHoc="2026-2027"/><ngayLap>2027-01-15</ngayLap></thongTin><hoatDong>
      <muc ma="H1" ngay="2026-10-20" nhiemVu="NV05" hinhThuc="HT2" sanPham="SUKIEN" chuDe="SHTT DN"><ten>Ngày hội</ten></muc>
      </hoatDong><chiTieu><muc ma="CT14">62</muc><muc ma="CT16">900</muc><muc ma="CT18">1</muc><muc ma="CT21">1</muc></chiTieu>
      <thuyetMinh><muc ma="KETQUA">Tốt.</muc></thuyetMinh></baoCao>
      """
    func zip(_ text: String) -> [UInt8] { SyntheticBundle.zip(files: [("bao-cao.xml", Array(text.utf8))]) }
    #expect(try Self.receipt(zip(xml)).status == .accepted)
    let spoilt = xml.replacing(right, with: wrong)
    let receipt = try Self.receipt(zip(spoilt))
    let finding = try #require(Self.findings(receipt).first { $0.severity == .error })
    let remedy = try #require(Remedy(finding).texts.first)
    let mended = spoilt.replacing(try #require(finding.value), with: remedy)
    #expect(try Self.receipt(zip(mended)).status == .accepted, "\(finding)")
  }
}
