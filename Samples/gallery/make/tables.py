"""CSV as people make it in Excel."""

from . import encodings
from .archives import of
from .forms import Report


def case(report, **texts):
    return {"goi.zip": of(report.csv(**texts))}


def cases():
    good = Report()
    yield "CSV-ENCODING", case(good, hoat_dong=encodings.vni(good.text("hoat-dong")))
    yield "CSV-LOST", case(Report().activity("Tên hoạt động, sản phẩm", "Ng?y h?i STEM c?a tr??ng"))
    yield "CSV-MENDED", case(Report().activity("Tên hoạt động, sản phẩm", "Ðại hội câu lạc bộ STEM"))
    yield "CSV-EMPTY", case(good, mo_hinh="")
    renamed = Report()
    renamed.titles["hoat-dong"][1] = "Ngày làm"
    yield "CSV-COLUMN", case(renamed)
    extra = Report()
    extra.titles["hoat-dong"].append("Địa điểm")
    extra.rows["hoat-dong"][0].append("Sân trường")
    yield "CSV-UNKNOWN", case(extra)
    twice = Report()
    twice.titles["hoat-dong"][11] = "Ngày thực hiện"
    yield "CSV-TWICE", case(twice)
    title = "BIỂU 1. HOẠT ĐỘNG TRUYỀN THÔNG HỌC KỲ I\r\nTrường THPT Mẫu 001\r\n\r\n"
    yield "CSV-TITLE", case(good, hoat_dong=title + good.text("hoat-dong"))
    yield "CSV-QUOTE", case(good, thuyet_minh='Mục;Nội dung\r\nKETQUA;"Trường đã tổ chức ngày hội STEM.\r\n')
    yield "CSV-RAGGED", case(good, thuyet_minh="Mục;Nội dung\r\nKETQUA;Đã tổ chức ngày hội STEM; hai buổi tập huấn.\r\n")
    yield "CSV-THOUSANDS", case(good, chi_tieu=good.text("chi-tieu", ",").replace("CT09,1250,", "CT09,1,250"))
    loose = Report().add("hoat-dong", "Tổng cộng", "", "", "", "", "", "", "1", "120")
    yield "CSV-LOOSE", case(loose.add("thuyet-minh", "Nhà trường còn thiếu phòng thực hành"))
    copied = good.csv()
    copied["thong-tin (1).csv"] = copied.pop("thong-tin.csv")
    yield "CSV-NAME", {"goi.zip": of(copied)}
    yield "CSV-CONTROL", case(good, thuyet_minh="Mục;Nội dung\r\nKETQUA;Đã tổ chức\x07 ngày hội STEM.\r\n")
    many = Report()
    for number in range(2, 8):
        many.add("hoat-dong", f"HD0{number}", "21/10/2026", "NV05", "ND3", "HT2", "NGOAIKHOA", "", "1", "30", "Sinh hoạt STEM")
    yield "CSV-ROWS", case(many), {"limits": {"rows": 5}}
    yield "CSV-MISSING", case(Report().activity("Nhiệm vụ", ""))
    yield "CSV-DATE", case(Report().activity("Ngày thực hiện", "31/11/2026"))
    yield "CSV-NUMBER", case(Report().indicator("CT16", "khoảng 900"))
    yield "CSV-FLAG", case(Report().header("Không phát sinh", "chưa rõ"))
    yield "CSV-LENGTH", case(Report().activity("Tên hoạt động, sản phẩm", "Ngày hội STEM " * 40))
    yield "CSV-URL", case(Report().activity("Đường dẫn (link)", "truongmau001/tin-tuc"))
    yield "CSV-CODE", case(Report().activity("Nhiệm vụ", "NV05-NV06").activity("Chủ đề lồng ghép", "SHTT, DN"))
    phone = "Ngày hội STEM, liên hệ cô Mẫu 0912 345 678"
    yield "CSV-PERSONAL", case(Report().activity("Tên hoạt động, sản phẩm", phone))


def nil():
    report = Report().header("Không phát sinh", "có")
    return report


def headers():
    yield "HDR-MISSING", case(Report().header("Ngày lập", ""))
    yield "HDR-REGIME", case(Report().header("Chế độ báo cáo", "LD-NQ75"))
    yield "HDR-PERIOD", case(Report().header("Năm học", "2026-2028"))
    yield "HDR-REQUEST", case(Report().header("Kỳ báo cáo", "CD").header("Năm học", ""))
    yield "HDR-DATE", case(Report().header("Ngày lập", "15/02/2027"))
    yield "HDR-NAME", case(Report().header("Tên đơn vị", "THPT Mẫu 002"))
    rows = Report()
    rows.rows["thong-tin"].append(list(rows.rows["thong-tin"][0]))
    yield "HDR-ROWS", case(rows)
    yield "HDR-TWICE", {"goi.zip": of({**Report().csv("hk1/"), **Report().csv("hk1 - Copy/")})}
    yield "HDR-NUMBER", case(Report(number="2027"))
    old = of(Report().indicator("CT09", "1300").csv())
    yield "HDR-OLD", {"1.zip": old, "2.zip": of(Report().csv()), "3.zip": old}
    yield "HDR-EARLIER", {"1.zip": of(Report().csv()), "2.zip": old}, {"entered": {"2.zip": "2027-01-18"}}
    yield "HDR-TOGETHER", {"1.zip": of(Report().csv()), "2.zip": old}
    small = ("XA-TR-001", "Trường Tiểu học Mẫu 001")
    both = {**Report(*small).csv("tieu-hoc/"), **Report("SO-002", "Trường THPT Mẫu 002").csv("thpt/")}
    yield ("HDR-SENDER", {"1.zip": of(both), "2.zip": of(Report(*small, number="2").indicator("CT09", "1300").csv())},
           {"folders": {"2.zip": "XA-01"}})
    yield "HDR-STALE", {"1.zip": of(Report(number="2").csv()), "2.zip": of(Report(number="1").indicator("CT09", "1300").csv())}
    full = Report().exemplar()
    yield "HDR-SHRINK", {"1.zip": of(full.csv()), "2.zip": of(Report().csv())}
    yield "HDR-NIL", case(nil())
    personal = Report()
    personal.titles["hoat-dong"][11] = "Số CCCD"
    yield "HDR-PERSONAL", case(personal)
    yield "UNIT-UNKNOWN", case(Report("SO-01"))
    yield "UNIT-NAME", case(Report("SO-001", "Trường THPT Mẫu 002"))
    yield "UNIT-FOLDER", case(Report("SO-002", "Trường THPT Mẫu 002")), {"folder": "SO-001"}
    yield "UNIT-FORCE", case(Report("SO-TAN", "Trường THPT Mẫu đã sáp nhập"))
    yield "UNIT-LASTDAY", case(Report("SO-CU", "Trường THPT Mẫu cũ"))
    early = Report(period="HK2")
    yield "PERIOD-EARLY", case(early), {"receivedAt": "2027-01-16"}
    yield "PERIOD-LATE", case(Report()), {"receivedAt": "2027-02-03"}
    request = Report(period="CD", year="")
    request.titles["thong-tin"][4] = "Mã yêu cầu"
    request.header("Mã yêu cầu", "CLB-AI-2027").header("Ngày lập", "14/01/2027")
    request.activity("Ngày thực hiện", "06/01/2027")
    yield "PERIOD-ISSUED", case(Report()), {"issuedReport": "2027-1", "receivedAt": "2027-06-25"}
    yield "PERIOD-CLOSED", case(request), {"closedRequest": "CLB-AI-2027", "receivedAt": "2027-01-14"}
