"""Reports that can be read and are wrong, or look wrong."""

from .archives import of
from .forms import Report, SUMMARY
from .tables import case


def year():
    """The report on the school year that follows the one of semester I."""
    return Report(period="NAM").header("Ngày lập", "02/06/2027")


def after(first, second):
    return {"1.zip": of(first.csv()), "2.zip": of(second.csv())}, {"receivedAt": "2027-06-02"}


def cases():
    yield "ACT-DATE", case(Report().activity("Ngày thực hiện", "20/10/2025"))
    yield "ACT-CODE", case(Report().activity("Nhiệm vụ", "NV11"))
    yield "ACT-AREA", case(Report().activity("Nhiệm vụ", "NV09").activity("Mã nội dung", "").activity("Sản phẩm", "PHONGSU").activity("Hình thức", "HT4"))
    yield "ACT-PRODUCT", case(Report().activity("Nhiệm vụ", "NV04").activity("Sản phẩm", "DUTHI"))
    again = Report().add("hoat-dong", "HD01", "27/10/2026", "NV05", "ND3", "HT2", "NGOAIKHOA", "", "1", "60", "Sinh hoạt STEM khối 11")
    yield "ACT-TWICE", case(again)
    none = Report().indicator("CT17", "0")
    none.rows["hoat-dong"] = []
    yield "ACT-NONE", case(none)
    other = year().activity("Ngày thực hiện", "10/03/2027").activity("Tên hoạt động, sản phẩm", "Cuộc thi tin học trẻ Mẫu")
    yield "ACT-REUSED", *after(Report(), other)
    yield "ACT-SHADOW", *after(Report(), year().activity("Số người tham gia", "150"))
    yield "IND-CODE", case(Report().add("chi-tieu", "CT99", "5"))
    yield "IND-TWICE", case(Report().add("chi-tieu", "CT16", "905"))
    office = Report("P-GDTRH", "Phòng Mẫu phụ trách giáo dục trung học")
    office.rows["chi-tieu"] = [["CT16", "900", ""], ["CT20", "2000000", ""], ["CT21", "1", ""]]
    yield "IND-KIND", case(office)
    yield "IND-DERIVED", case(Report().add("chi-tieu", "CT01", "12"))
    yield "IND-MISSING", case(Report().indicator("CT16", None).indicator("CT17", None))
    yield "IND-EMPTY", case(Report().indicator("CT19", ""))
    yield "EXM-SHORT", case(Report().exemplar(summary="Học sinh làm trạm đo mưa."))
    yield "EXM-CODE", case(Report().exemplar(area="ND7"))
    yield "EXM-TWICE", case(Report().exemplar().exemplar(title="Câu lạc bộ Robot Mẫu", summary="Câu lạc bộ Robot: " + SUMMARY))
    robot = year().exemplar(title="Câu lạc bộ Robot Mẫu", summary="Câu lạc bộ Robot: " + SUMMARY)
    yield "EXM-REUSED", *after(Report().exemplar(), robot)
    yield "EXM-EVIDENCE", case(Report().exemplar(evidence="tram-do-mua.jpg"))
    yield "NAR-CODE", case(Report().add("thuyet-minh", "KETLUAN", "Trường sẽ tiếp tục duy trì câu lạc bộ STEM."))
    yield "NAR-TWICE", case(Report().add("thuyet-minh", "KETQUA", "Đã có thêm một câu lạc bộ AI."))
    missing = Report().add("thuyet-minh", "KHOKHAN", "Thiếu phòng thực hành.")
    missing.rows["thuyet-minh"].pop(0)
    yield "NAR-MISSING", case(missing)
    yield "RULE-UNUSED", case(Report().add("giai-trinh", "R06", "Kinh phí do phụ huynh hỗ trợ bằng hiện vật."))


def rules():
    yield "RULE-R01", case(Report().indicator("CT15", "96"))
    yield "RULE-R02", case(Report().indicator("CT17", "1120"))
    yield "RULE-R03", case(Report().indicator("CT23", "15000000"))
    yield "RULE-R04", case(Report().indicator("CT08", "0").indicator("CT09", "0"))
    yield "RULE-R05", case(Report().activity("Mã nội dung", "ND2").activity("Nhiệm vụ", "NV04"))
    yield "RULE-R06", case(Report().indicator("CT20", "12.5".replace(".", "")).indicator("CT23", "10"))
    yield "RULE-R07", *after(Report(), year().indicator("CT09", "1100"))
    peers = {}
    for number in range(101, 121):
        peers |= Report(f"SO-{number}", f"Trường THPT Mẫu {number}").csv(f"truong-{number}/")
    yield "RULE-R08", {"1.zip": of(peers), "2.zip": of(Report().indicator("CT09", "120000").csv())}
    yield "RULE-R09", case(Report().indicator("CT12", "2"))
    yield "RULE-R10", case(Report().indicator("CT18", "5"))
