/// A plan in the form of `regime.xsd` with one or two of everything: tests of the stages hold what is read, judged and
/// printed against it, so that nobody who edits the real plan breaks them.
package enum SmallPlan {
  package static let bytes = Array(xml.utf8)

  private static let elements = [
    "tenBaoCao", "noiDungYeuCau", "doiTuongThucHien", "coQuanNhan", "phuongThucGui", "thoiHanGui", "tanSuat",
    "thoiGianChotSoLieu", "deCuong", "bieuMauSoLieu", "huongDan",
  ].map { "<muc ma=\"\($0)\">theo Kế hoạch</muc>" }.joined()

  private static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <cheDo xmlns="urn:tonghop:che-do:1" ma="KH-NHO" phienBan="1" apDungTu="2026-06-01" ghiNhan="2026-06-01"
           ten="Chế độ báo cáo nhỏ" en="A small regime">
      <thanhPhan>\(elements)</thanhPhan>
      <noiDung>
        <muc ma="ND1" ten="Phổ biến" en="Communicating"/><muc ma="ND2" ten="Sáng tạo" en="Innovation"/>
      </noiDung>
      <hinhThuc><muc ma="HT1" ten="Trực tuyến" en="Online"/><muc ma="HT2" ten="Trực tiếp" en="On site"/></hinhThuc>
      <sanPham>
        <muc ma="TIN" ten="Tin, bài" en="News item"/><muc ma="THI" ten="Dự thi" en="Contest entry" theoNhiemVu="true"/>
      </sanPham>
      <chuDe><muc ma="SO" ten="Văn hóa số" en="Digital culture"/><muc ma="DN" ten="Khởi nghiệp" en="Start-ups"/></chuDe>
      <mucThuyetMinh>
        <muc ma="KETQUA" ten="Kết quả" en="Results" batBuoc="true" trichDan="IV.1"/>
        <muc ma="KHOKHAN" ten="Khó khăn" en="Difficulties"/>
      </mucThuyetMinh>
      <capHoc><muc ma="TH" ten="Tiểu học" en="Primary"/><muc ma="THPT" ten="Trung học" en="Secondary"/></capHoc>
      <vaiTro><muc ma="VP" ten="Văn phòng" en="Office"/></vaiTro>
      <loaiDonVi>
        <muc ma="VP" ten="Văn phòng Sở" en="Office" nhom="coQuan"/>
        <muc ma="XA" ten="Ủy ban xã" en="Commune" nhom="xa"/>
        <muc ma="TRUONG" ten="Trường thuộc Sở" en="School" nhom="truong"/>
        <muc ma="TRUONG_XA" ten="Trường thuộc xã" en="School of a commune" nhom="truong" quaXa="true"/>
      </loaiDonVi>
      <kyBaoCao>
        <muc ma="HK1" ten="Học kỳ I" en="Semester I" lich="namHoc" tu="0/09-05" den="1/01-17" han="1/01-31"
             hoatDongTu="0/06-01" hoatDongDen="1/07-31" canhBaoNgoaiKy="true" trichDan="V.1"/>
        <muc ma="HK2" ten="Học kỳ II" en="Semester II" lich="namHoc" tu="1/01-18" den="1/05-31" han="1/06-15"
             hoatDongTu="0/06-01" hoatDongDen="1/07-31" canhBaoNgoaiKy="true" trichDan="V.1"/>
        <muc ma="NAM" ten="Cả năm học" en="School year" lich="namHoc" tu="0/09-05" den="1/05-31" han="1/06-15"
             hoatDongTu="0/06-01" hoatDongDen="1/07-31" gom="HK1 HK2" trichDan="V.1"/>
        <muc ma="CD" ten="Chuyên đề" en="On request" lich="yeuCau" trichDan="V.2"/>
      </kyBaoCao>
      <nghiaVu>
        <muc loai="TRUONG" ky="HK1 NAM CD" muc="batBuoc" trichDan="V.1"/>
        <muc loai="VP XA TRUONG_XA" ky="HK1 HK2 NAM CD" muc="moi" trichDan="V.2"/>
      </nghiaVu>
      <hoatDongBatBuoc loai="TRUONG" ky="HK1 NAM" trichDan="V.3"/>
      <baoCaoDi trichDan="V.4">
        <muc loai="half-year" so="1" ten="6 tháng đầu năm {{Y}}" kyToi="6 tháng cuối năm {{Y}}"
             en="first half of {{Y}}" enKyToi="second half of {{Y}}" tu="-1/12-15" den="0/06-14" han="0/06-20"/>
      </baoCaoDi>
      <ngayNghi><hangNam ngay="01-01"/></ngayNghi>
      <nhiemVu>
        <muc ma="NV01" ten="Ban hành Kế hoạch" en="Issue the plan" thoiGian="motLan" thang="2026-06"
             chuThoiGian="Tháng 6" chuTri="VP" chuChuTri="Văn phòng" noiDung="ND1" trichDan="IV.1"/>
        <muc ma="NV02" ten="Đăng tin, bài" en="Publish news" thoiGian="thuongXuyen" chuThoiGian="Thường xuyên"
             chuTri="VP" chuChuTri="Văn phòng" sanPham="TIN" noiDung="ND1" trichDan="IV.2"/>
        <muc ma="NV03" ten="Tổ chức cuộc thi" en="Hold a contest" thoiGian="namHoc" chuThoiGian="Mỗi năm học"
             chuTri="VP" chuChuTri="Văn phòng" sanPham="THI" trichDan="IV.3"/>
      </nhiemVu>
      <chiTieu>
        <muc ma="CT01" ten="Tin, bài đã đăng" en="News published" donVi="tin" loai="tinh" sanPham="TIN"
             trichDan="IV.2"/>
        <muc ma="CT02" ten="Lượt học sinh" en="Students reached" donVi="lượt" loai="luong" hoi="TRUONG TRUONG_XA"
             trichDan="IV.2"/>
        <muc ma="CT03" ten="Tổng số học sinh" en="Students" donVi="người" loai="thoiDiem" hoi="TRUONG TRUONG_XA"
             trichDan="IV.3">
          <doiHoi loai="TRUONG" muc="loi" trichDan="IV.3"/><doiHoi loai="TRUONG_XA" muc="canhBao" trichDan="IV.4"/>
        </muc>
        <muc ma="CT04" ten="Học sinh dự thi" en="Students in contests" donVi="người" loai="thoiDiem"
             hoi="TRUONG TRUONG_XA" trichDan="IV.3"/>
        <muc ma="CT05" ten="Giờ học liệu" en="Hours of material" donVi="giờ" loai="luong" soLe="2"
             hoi="TRUONG TRUONG_XA" trichDan="IV.3"/>
        <muc ma="CT06" ten="Kinh phí" en="Expenditure" donVi="đồng" loai="luong" hoi="VP XA TRUONG TRUONG_XA"
             inChia="1000000" inDonVi="triệu đồng" trichDan="IV.5"/>
      </chiTieu>
      <tyLe><muc ma="TL01" ten="Tỷ lệ dự thi" en="Share in contests" tu="CT04" mau="CT03" trichDan="IV.3"/></tyLe>
      <quyTac>
        <muc ma="R01" muc="loi" phamVi="baoCao" thieu="boQua" trichDan="IV.3">
          <bieuThuc>CT04 ≤ CT03</bieuThuc>
          <thongBao vi="CT04 = {{CT04}} lớn hơn CT03 = {{CT03}}." en="CT04 = {{CT04}} exceeds CT03 = {{CT03}}."/>
          <cachSua vi="Đề nghị kiểm tra hai số." en="Check the two figures."/>
          <viDu dat="true" bao="CT03=10 CT04=9"/><viDu dat="false" bao="CT03=9 CT04=10"/>
        </muc>
        <muc ma="R02" muc="canhBao" phamVi="moiLuong" thieu="boQua" trichDan="V.1">
          <bieuThuc>it ≥ parts(it)</bieuThuc>
          <thongBao vi="{{it.code}} = {{it}} thấp hơn các kỳ trước ({{parts}})." en="{{it.code}} is below {{parts}}."/>
          <cachSua vi="Đề nghị giải trình." en="Explain it."/>
          <viDu dat="true" bao="CT02=12" kyTruoc="CT02=10"/><viDu dat="false" bao="CT02=9" kyTruoc="CT02=10"/>
        </muc>
        <muc ma="R03" muc="canhBao" phamVi="moiChiTieu" thieu="boQua" chiTieu="CT02" trichDan="V.1">
          <bieuThuc>it ≤ 10 * median(it)</bieuThuc>
          <thongBao vi="{{it.code}} = {{it}} vượt xa trung vị {{median}}." en="{{it.code}} is far above {{median}}."/>
          <cachSua vi="Đề nghị giải trình." en="Explain it."/>
          <viDu dat="true" bao="CT02=10" trungVi="CT02=1"/><viDu dat="false" bao="CT02=11" trungVi="CT02=1"/>
        </muc>
      </quyTac>
      <chuBaoCao>
        <muc ma="coQuanTren" vi="UBND TỈNH MẪU" en="PROVINCE"/><muc ma="coQuan" vi="SỞ MẪU" en="DEPARTMENT"/>
        <muc ma="noiTiepNhan" vi="SỞ MẪU · VĂN PHÒNG" en="DEPARTMENT · OFFICE"/><muc ma="diaDanh" vi="Mẫu" en="Sample"/>
        <muc ma="kyHieu" vi="BC-SM" en="BC-SM"/><muc ma="kyHieu.congVan" vi="SM-VP" en="SM-VP"/>
        <muc ma="trichYeu" vi="Kết quả {{tenKy}}" en="Results of {{tenKy}}"/>
        <muc ma="moDau" vi="Theo Kế hoạch số {{keHoach.so}} ngày {{keHoach.ngay}}." en="Under plan {{keHoach.so}}."/>
        <muc ma="kinhGui.ubnd-tinh" vi="Ủy ban nhân dân tỉnh" en="The province"/>
        <muc ma="noiNhan.ubnd-tinh" vi="Như trên|Lưu: VT" en="As above|File"/>
        <muc ma="trichYeu.donDoc" vi="V/v đôn đốc báo cáo {{tenKy}}" en="Reminder, {{tenKy}}"/>
        <muc ma="noiNhan.donDoc" vi="Như trên|Lưu: VT" en="As above|File"/>
        <muc ma="trichYeu.yeuCau" vi="V/v báo cáo {{tenKy}}" en="Request, {{tenKy}}"/>
        <muc ma="noiNhan.yeuCau" vi="Như trên|Lưu: VT" en="As above|File"/>
        <muc ma="kinhGui.yeuCau.TRUONG" vi="Các trường thuộc Sở" en="Schools"/>
        <muc ma="kinhGui.yeuCau.XA" vi="Ủy ban các xã" en="Communes"/>
        <muc ma="hoi.yeuCau.TRUONG" vi="các trường thuộc Sở" en="the schools"/>
        <muc ma="hoi.yeuCau.XA" vi="Ủy ban các xã" en="the communes"/>
      </chuBaoCao>
    </cheDo>
    """
}
