import Testing

@Suite("submission.xsd")
struct SubmissionSchemaTests {
  /// A whole report in XML (<doc:bundle#XML>).
  private static let example = """
    <?xml version="1.0" encoding="UTF-8"?>
    <baoCao xmlns="urn:tonghop:bao-cao:1" phienBan="1.0">
      <thongTin>
        <cheDo>LD-NQ57</cheDo>
        <donVi>SO-THPT-001</donVi>
        <tenDonVi>Trường THPT Mẫu 001</tenDonVi>
        <ky loai="HK1" namHoc="2026-2027"/>
        <lanNop>1</lanNop>
        <nguoiLap>Nguyễn Văn Mẫu</nguoiLap>
        <ngayLap>2027-01-18</ngayLap>
      </thongTin>
      <hoatDong>
        <muc ma="HD001" ngay="2026-10-10" nhiemVu="NV05" noiDung="ND3" hinhThuc="HT2" sanPham="SUKIEN" chuDe="SHTT DN" soLuong="1" soNguoi="350">
          <ten>Ngày hội STEM cấp trường</ten>
          <diaChi>https://thpt001.example.edu.vn/ngay-hoi-stem</diaChi>
        </muc>
      </hoatDong>
      <chiTieu><muc ma="CT09">350</muc></chiTieu>
      <moHinh/>
      <thuyetMinh><muc ma="KETQUA">…</muc></thuyetMinh>
    </baoCao>
    """

  private static func check(_ old: String, _ new: String) throws -> String {
    #expect(old.isEmpty || example.contains(old))
    return try xmllint(old.isEmpty ? example : example.replacing(old, with: new), schema: "submission.xsd")
  }

  @Test(
    "what a careful reader takes is valid",
    arguments: [
      ("", ""), ("<donVi>SO-THPT-001", "<donVi> \u{A0}so-thpt-001\u{200B}\n"), ("<lanNop>1", "<lanNop>"),
      ("<lanNop>1", "<lanNop> 0001 "), ("<tenDonVi>Trường THPT Mẫu 001", "<tenDonVi>"),
      ("2026-10-10", "\u{A0}2026-10-10 "), ("nhiemVu=\"NV05\"", "nhiemVu=\" NV05\u{FEFF}\""),
      ("noiDung=\"ND3\" ", "noiDung=\"\" "),
      ("SHTT DN", ""), ("SHTT DN", "SHTT\u{A0} DN "), ("soLuong=\"1\"", "soLuong=\"\""),
      ("soNguoi=\"350\"", "soNguoi=\" 0 \""),
      ("soNguoi=\"350\"", "soNguoi=\"1000000000\""), (">350<", "><"), (">350<", "> 1000000000000\n<"),
      (">350<", ">0.125<"),
      ("ma=\"HD001\"", "ma=\"\""), ("ma=\"HD001\"", "ma=\"Hoạt động số 1\""), ("<moHinh/>", ""),
      ("https://thpt001.example.edu.vn/ngay-hoi-stem", " HTTP://thpt001.example.edu.vn "),
      ("https://thpt001.example.edu.vn/ngay-hoi-stem", ""), ("namHoc=\"2026-2027\"", "yeuCau=\"ai-2027\" namHoc=\"\""),
      ("<lanNop>1</lanNop>", "<khongPhatSinh>true</khongPhatSinh><nguoiKy/>"),
      ("<moHinh/>", "<giaiTrinh><muc ma=\"R07\">Năm trước ghi thừa.</muc></giaiTrinh>"),
      (
        "<moHinh/>",
        "<moHinh><muc noiDung=\"ND5\"><minhChung>a.pdf</minhChung><moTa>Mô tả</moTa><ten>Tên</ten><minhChung>b.pdf</minhChung><tacGia/></muc></moHinh>"
      ),
      // 200 letters of three scalars each become 200 in normal form C.
      ("Trường THPT Mẫu 001", String(repeating: "e\u{302}\u{301}", count: 200)),
    ])
  func valid(old: String, new: String) throws {
    #expect(try Self.check(old, new) == "")
  }

  @Test("blocks and the header's children come in any order")
  func order() throws {
    let header = try #require(Self.example.firstMatch(of: #/<thongTin>[\s\S]*</thongTin>/#)).output
    let moved = Self.example.replacing(header, with: "").replacing("</baoCao>", with: header + "</baoCao>")
    #expect(try xmllint(moved, schema: "submission.xsd") == "")
    let unit = "<donVi>SO-THPT-001</donVi>"
    let last = Self.example.replacing(unit, with: "").replacing("</thongTin>", with: unit + "</thongTin>")
    #expect(try xmllint(last, schema: "submission.xsd") == "")
  }

  @Test(
    "what it refuses",
    arguments: [
      ("phienBan=\"1.0\"", "phienBan=\"2.0\""), (" phienBan=\"1.0\"", ""),
      ("urn:tonghop:bao-cao:1", "urn:tonghop:bao-cao:2"),
      ("<donVi>SO-THPT-001</donVi>", ""), ("<donVi>SO-THPT-001", "<donVi>SO THPT"), ("<lanNop>1", "<lanNop>10000"),
      ("<lanNop>1", "<lanNop>0"), ("2026-10-10", "10/10/2026"), ("2026-10-10", "2026-13-10"), ("2026-10-10", ""),
      ("2027-01-18", "2027-01-18Z"), ("nhiemVu=\"NV05\"", "nhiemVu=\"nv5\""), ("hinhThuc=\"HT2\" ", ""),
      ("soLuong=\"1\"", "soLuong=\"0\""), ("soNguoi=\"350\"", "soNguoi=\"-1\""),
      ("soNguoi=\"350\"", "soNguoi=\"1000000001\""),
      (">350<", ">1000000000001<"), (">350<", ">12,5<"), (">350<", ">-1<"), (">350<", ">0.1234<"),
      ("https://", "ftp://"), ("<ten>Ngày hội STEM cấp trường</ten>", "<ten/>"),
      ("<moHinh/>", "<moHinh><muc/></moHinh>"),
      ("<moHinh/>", "<moHinh/><moHinh/>"), ("<moHinh/>", "<khac/>"),
      ("<lanNop>1</lanNop>", "<khongPhatSinh>có</khongPhatSinh>"),
    ])
  func invalid(old: String, new: String) throws {
    #expect(try Self.check(old, new) != "")
  }
}
