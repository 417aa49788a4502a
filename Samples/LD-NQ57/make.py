#!/usr/bin/env python3
"""Writes the sample registry and the sample bundles. Everything is spelled out below; running it again gives the same bytes.

The folder of a bundle is the day it arrives (the demo takes each day's bundles in at 08:00); a folder below it is a unit's
inbox folder. Numbers are small and round, so that tinh-tay.md can follow every sum by hand.
"""
import io
import json
import os
import shutil
import zipfile
from xml.sax.saxutils import escape, quoteattr

HERE = os.path.dirname(os.path.abspath(__file__))
YEAR = "2026-2027"
# The request that gathers figures for the report of December, a part of semester I.
CALL = "BC12-2026"

# ---------------------------------------------------------------------------------------------------------------- registry

COMMUNES = [  # code, name, region
    ("XA-01", "UBND xã Mẫu 01", "Vùng 1"),
    ("XA-02", "UBND xã Mẫu 02", "Vùng 1"),
    ("XA-03", "UBND phường Mẫu 03", "Vùng 2"),
    ("XA-04", "UBND Phường 4 Mẫu", "Vùng 2"),
    ("XA-05", "UBND xã Mẫu 05", "Vùng 3"),
    ("XA-06", "UBND đặc khu Mẫu 06", "Vùng 3"),
]
REGION = {code: region for code, _, region in COMMUNES}


def registry():
    rows = []

    def unit(ma, ten, loai, cap="", xa="", tu="", den="", dau_moi="", thay_the=""):
        email = f"{ma.lower()}@example.edu.vn"
        rows.append([ma, ten, loai, cap, xa, REGION.get(xa or ma, ""), email, tu, den, dau_moi, thay_the])

    unit("VP", "Văn phòng Sở", "VP", dau_moi="VP")
    unit("P-GDTRH", "Phòng Mẫu phụ trách giáo dục trung học", "PHONG", dau_moi="GDTRH")
    unit("P-GDTH", "Phòng Mẫu phụ trách giáo dục tiểu học", "PHONG", dau_moi="GDTH")
    unit("P-CTTT", "Phòng Mẫu phụ trách chính trị, tư tưởng", "PHONG", dau_moi="CTTT")
    unit("P-TCCB", "Phòng Mẫu phụ trách tổ chức cán bộ", "PHONG")
    for code, name, _ in COMMUNES:
        unit(code, name, "UBND_XA")
    for number, xa in enumerate(["XA-01", "XA-01", "XA-02", "XA-03", "XA-03", "XA-04", "XA-05", "XA-06"], start=1):
        unit(f"SO-THPT-{number:03}", f"Trường THPT Mẫu {number:03}", "CSGD_SO", "THPT", xa)
    unit("SO-GDTX-001", "Trung tâm GDTX Mẫu 001", "CSGD_SO", "GDTX", "XA-03")
    # Renamed within the year: one code, two rows of disjoint validity.
    unit("SO-GDTX-002", "Trung tâm GDTX Mẫu 002", "CSGD_SO", "GDTX", "XA-05", den="2026-12-31")
    unit("SO-GDTX-002", "Trung tâm GDTX - HN Mẫu 002", "CSGD_SO", "GDTX", "XA-05", tu="2027-01-01")
    # Merged into SO-THPT-008 before the school year began.
    unit("SO-THPT-009", "Trường THPT Mẫu 009", "CSGD_SO", "THPT", "XA-06", den="2026-07-31", thay_the="SO-THPT-008")
    schools = [
        ("MN", "XA-01"), ("TH", "XA-01"), ("TH", "XA-01"), ("THCS", "XA-01"), ("LIENCAP", "XA-01"),
        ("MN", "XA-02"), ("TH", "XA-02"), ("THCS", "XA-02"), ("TH", "XA-03"), ("THCS", "XA-03"),
        ("MN", "XA-04"), ("TH", "XA-04"), ("THCS", "XA-05"), ("TH", "XA-05"), ("THCS", "XA-06"),
    ]
    names = {"MN": "Trường Mầm non Mẫu", "TH": "Trường Tiểu học Mẫu", "THCS": "Trường THCS Mẫu", "LIENCAP": "Trường TH và THCS Mẫu"}
    for number, (cap, xa) in enumerate(schools, start=1):
        unit(f"XA-TR-{number:03}", f"{names[cap]} {number:03}", "CSGD_XA", cap, xa)
    unit("TT-001", "Trường THPT tư thục Mẫu 001", "CSGD_KHAC", "THPT", "XA-03")
    unit("TT-002", "Trường Mầm non tư thục Mẫu 002", "CSGD_KHAC", "MN", "XA-04")
    unit("NN-001", "Trường Cao đẳng nghề Mẫu 001", "CSGD_KHAC", "KHAC", "XA-03")
    return rows


NAMES = {}
for row in registry():
    NAMES[row[0]] = row[1]

# ------------------------------------------------------------------------------------------------------------------ reports


def act(ma, ngay, nv, ht, sp, ten, nd=None, n=1, nguoi=0, chu_de=(), link=None):
    return dict(ma=ma, ngay=ngay, nv=nv, nd=nd, ht=ht, sp=sp, n=n, nguoi=nguoi, chu_de=list(chu_de), ten=ten, link=link)


def report(unit, ky, ngay_lap, acts=(), told=None, exemplars=(), texts=None, nil=False, explain=None, lan=None, ten=None):
    return dict(unit=unit, ky=ky, ngay_lap=ngay_lap, acts=list(acts), told=told or {}, exemplars=list(exemplars),
                texts=texts or {"KETQUA": "Đơn vị đã triển khai đầy đủ các nội dung theo kế hoạch."},
                nil=nil, explain=explain or {}, lan=lan, ten=ten or NAMES.get(unit, "Trường chưa có trong danh mục"))


def stocks(ct14, ct15, ct16, ct17, ct13=1, ct18=1, ct21=None):
    told = {"CT13": ct13, "CT14": ct14, "CT15": ct15, "CT16": ct16, "CT17": ct17, "CT18": ct18}
    if ct21 is not None:
        told["CT21"] = ct21
    return told


STEM = "Ngày hội STEM cấp trường"

# A THPT's two activities of semester I and one of semester II; the year tells the first two again under the same ids.


def thpt_autumn(i):
    return [
        act("HD01", "2026-10-10", "NV05", "HT2", "SUKIEN", STEM, nguoi=100 * i, chu_de=["DN"]),
        act("HD02", f"2027-01-{4 + i:02}", "NV02", "HT1", "TINBAI", "Tuyên truyền Nghị quyết số 57-NQ/TW", n=2, chu_de=["SHTT"],
            link=f"https://thpt{i:03}.example.edu.vn/nghi-quyet-57"),
    ]


def thpt_spring(i):
    return [act("HD03", f"2027-03-{10 + i:02}", "NV06", "HT2", "NGOAIKHOA", "Sinh hoạt dưới cờ về an toàn trên không gian mạng",
                nguoi=50 * i, chu_de=["DDS", "DLCN"])]


def thpt_hk1(i, **more):
    told = {"CT08": 10 * i, "CT09": 100 * i, "CT12": 0, "CT19": 1, "CT20": 1000000 * i, "CT23": 500000 * i}
    told.update(stocks(40 + i, 20 + i, 400 + 100 * i, 40 * i, ct21=1))
    told.update(more.pop("told", {}))
    acts = more.pop("acts", None)
    return report(f"SO-THPT-{i:03}", "HK1", "2027-01-18", thpt_autumn(i) if acts is None else acts, told, **more)


def thpt_nam(i, **more):
    told = {"CT08": 25 * i, "CT09": 250 * i, "CT12": 0, "CT19": 2, "CT20": 3000000 * i, "CT23": 1500000 * i}
    told.update(stocks(42 + i, 30 + i, 400 + 100 * i, 80 * i, ct13=2, ct21=1))
    told.update(more.pop("told", {}))
    acts = more.pop("acts", None)
    return report(f"SO-THPT-{i:03}", "NAM", "2027-06-05", thpt_autumn(i) + thpt_spring(i) if acts is None else acts, told, **more)


MODEL = "Mô hình do tổ chuyên môn xây dựng, áp dụng từ đầu năm học, có học liệu dùng chung và được nhiều lớp làm theo."


def commune_school(number, ky, link=None):
    code = f"XA-TR-{number:03}"
    base = 10 * number
    told = stocks(20 + number, 10 + number, 200 + base, base)
    if ky == "HK1":
        told.update({"CT08": base, "CT09": 2 * base})
        acts = [act("A1", "2026-11-20", "NV05", "HT2", "HOATDONG", "Tuần lễ kỹ năng số", nguoi=base)]
        return report(code, ky, "2027-01-19", acts, told)
    told.update({"CT08": 2 * base, "CT09": 5 * base})
    acts = [act("A1", "2026-11-20", "NV05", "HT2", "HOATDONG", "Tuần lễ kỹ năng số", nguoi=base),
            act("A2", "2027-04-15", "NV04", "HT3", "TRUCQUAN", "Bảng tin trường học số", n=3, chu_de=["BDHVS"])]
    return report(code, ky, "2027-06-08", acts, told)


VP_OLD = [
    act("KH1", "2026-06-20", "NV01", "HT1", "KEHOACH", "Kế hoạch truyền thông thực hiện Nghị quyết số 57-NQ/TW"),
    act("VB1", "2026-09-15", "NV02", "HT1", "VANBAN", "Công văn hướng dẫn truyền thông Nghị quyết số 57-NQ/TW", n=2),
    act("CM1", "2026-10-01", "NV03", "HT1", "CHUYENMUC", "Chuyên mục Nghị quyết số 57 trên Cổng thông tin điện tử", nd="ND1"),
]
VP_NEW = [
    act("VB2", "2027-02-22", "NV02", "HT1", "VANBAN", "Công văn đôn đốc truyền thông Nghị quyết số 57-NQ/TW", n=1),
    act("CM2", "2027-03-01", "NV03", "HT1", "TINBAI", "Loạt bài chuyển đổi số trong trường học", nd="ND2", n=10),
    act("BC1", "2027-04-10", "NV09", "HT4", "PHONGSU", "Phóng sự trường học số trên truyền hình tỉnh", nd="ND2", n=2),
    act("DL1", "2027-05-05", "NV02", "HT1", "TINBAI", "Thông tin chính thống về dạy học trực tuyến", nd="ND6", n=4),
]

PHONG_HK1 = {"CT21": 1, "CT22": 3}
PHONG_NAM = {"CT21": 1, "CT22": 8, "CT20": 20000000, "CT23": 20000000}

# ------------------------------------------------------------------------------------------------------- bundles by arrival

# (day, inbox folder or None, file name, [(path, form, options, report, verdict, codes)])
BUNDLES = []


def bundle(day, name, *parts, folder=None, extra=()):
    BUNDLES.append((day, folder, name, list(parts), list(extra)))


def part(path, rep, form="xml", verdict="accepted", codes=(), **style):
    return dict(path=path, report=rep, form=form, verdict=verdict, codes=list(codes), style=style)


# The call of December: what was done from 15 June to 14 December, told before semester I ends.
CALLED = "2026-12-15"


def thpt_call(i, **more):
    told = {"CT08": 6 * i, "CT09": 60 * i}
    told.update(stocks(40 + i, 18 + i, 400 + 100 * i, 30 * i, ct21=1))
    return report(f"SO-THPT-{i:03}", "CD", CALLED, thpt_autumn(i)[:1], told, **more)


bundle("2026-12-15", "vp-bc12.zip", part("bao-cao.xml", report("VP", "CD", CALLED, VP_OLD)))
bundle("2026-12-15", "p-gdtrh-bc12.zip", part("bao-cao.xml", report("P-GDTRH", "CD", CALLED, [
    act("T1", "2026-11-05", "NV05", "HT2", "HOINGHI", "Tập huấn dạy học STEM cấp trung học", nguoi=120)], {"CT21": 1})))
for i in (1, 2, 3):
    bundle("2026-12-15", f"thpt{i:03}-bc12.zip", part("bao-cao.xml" if i != 2 else "", thpt_call(i), form="xml" if i != 2 else "csv",
                                                     delimiter=";", bom=True, titles=True, vietnamese=True))
bundle("2026-12-16", "thpt004-bc12.zip", part("", thpt_call(4), form="csv", delimiter=",", bom=False, titles=False))
bundle("2026-12-16", "thpt005-bc12.zip", part("bao-cao.xml", thpt_call(5)))
bundle("2026-12-16", "gdtx002-bc12.zip", part("bao-cao.xml", report(
    "SO-GDTX-002", "CD", CALLED, told=stocks(12, 0, 80, 0, ct13=0, ct18=0, ct21=0), nil=True,
    texts={"KETQUA": "Trong thời gian này đơn vị không phát sinh hoạt động."}, ten="Trung tâm GDTX Mẫu 002")))
bundle("2026-12-17", "xa01-bc12.zip", *[part(f"truong-{n:03}/bao-cao.xml", report(
    f"XA-TR-{n:03}", "CD", CALLED, [act("A1", "2026-11-20", "NV05", "HT2", "HOATDONG", "Tuần lễ kỹ năng số", nguoi=10 * n)],
    dict(stocks(20 + n, 5 + n, 200 + 10 * n, 5 * n), CT09=5 * n))) for n in (1, 2)], folder="XA-01")
# A day after it was due (Thursday 17 December 2026).
bundle("2026-12-18", "thpt008-bc12.zip", part("bao-cao.xml", thpt_call(8), codes=["PERIOD-LATE"]))

# Semester I.
bundle("2027-01-20", "vp.zip", part("bao-cao.xml", report("VP", "HK1", "2027-01-19", VP_OLD, {"CT20": 2000000})))
bundle("2027-01-20", "p-gdtrh.zip", part("bao-cao.xml", report("P-GDTRH", "HK1", "2027-01-19", [
    act("T1", "2026-11-05", "NV05", "HT2", "HOINGHI", "Tập huấn dạy học STEM cấp trung học", nguoi=120),
    act("T2", "2026-12-20", "NV04", "HT1", "TINBAI", "Bài viết về trường học số", n=2)], PHONG_HK1)))
bundle("2027-01-20", "p-cttt.zip", part("", report("P-CTTT", "HK1", "2027-01-19", [
    act("D1", "2026-12-25", "NV06", "HT1", "TAILIEU", "Tài liệu đạo đức số cho học sinh", n=5, chu_de=["DDS"])], PHONG_HK1),
    form="csv", delimiter=";", bom=True, titles=True))
bundle("2027-01-20", "thpt001-hk1.zip", part("bao-cao.xml", thpt_hk1(1)))
bundle("2027-01-20", "thpt002-hk1.zip", part("", thpt_hk1(2), form="csv", delimiter=";", bom=True, titles=True, vietnamese=True))
bundle("2027-01-21", "Báo cáo học kỳ I - THPT 003.zip",
       part("HK1", thpt_hk1(3), form="csv", delimiter=",", bom=False, titles=False))
# Honest mistakes: a day that does not exist; mended and sent again in time.
wrong = thpt_autumn(4)
wrong[1] = dict(wrong[1], ngay_text="31/02/2027")
bundle("2027-01-22", "thpt004-hk1.zip", part("", thpt_hk1(4, acts=wrong), form="csv", delimiter=";", bom=True, titles=True,
                                             vietnamese=True, verdict="rejected", codes=["CSV-DATE"]))
bundle("2027-01-25", "thpt004-hk1-sua.zip",
       part("", thpt_hk1(4), form="csv", delimiter=";", bom=True, titles=True, vietnamese=True))
# Trained staff above all staff: two digits changed places; never mended.
bundle("2027-01-22", "thpt005-hk1.zip", part("bao-cao.xml", thpt_hk1(5, told={"CT14": 45, "CT15": 54}),
                                             verdict="rejected", codes=["RULE-R01"]))
# A unit code that the registry does not have.
unknown = thpt_hk1(6)
bundle("2027-01-22", "thpt06-hk1.zip", part("bao-cao.xml", dict(unknown, unit="SO-THPT-06"), verdict="rejected",
                                            codes=["UNIT-UNKNOWN"]))
# In one bundle an XML and a CSV submission of two units.
bundle("2027-01-26", "hai-don-vi.zip",
       part("gdtx1.xml", report("SO-GDTX-001", "HK1", "2027-01-20", [
           act("G1", "2026-12-16", "NV04", "HT2", "HOINGHI", "Sinh hoạt chuyên môn về học liệu số", nguoi=60)],
           dict(stocks(30, 10, 300, 30, ct21=0), CT08=30, CT09=60))),
       part("tt001", report("TT-001", "HK1", "2027-01-20", [
           act(None, "2026-12-18", "NV08", "HT2", "DUTHI", "Sản phẩm dự thi khoa học kỹ thuật", n=4)],
           dict(stocks(25, 5, 250, 25), CT09=100)), form="csv", delimiter="\t", bom=True, titles=True))
# Nothing arose.
bundle("2027-01-27", "gdtx002-hk1.zip", part("bao-cao.xml", report(
    "SO-GDTX-002", "HK1", "2027-01-20", told=stocks(12, 0, 80, 0, ct13=0, ct18=0, ct21=0), nil=True,
    texts={"KETQUA": "Trong kỳ đơn vị không phát sinh hoạt động."}, ten="Trung tâm GDTX - HN Mẫu 002")))
# A commune hands in five schools together, through its own folder.
bundle("2027-01-28", "xa01-hk1.zip",
       *[part(f"truong-{n:03}/bao-cao.xml" if n % 2 else f"truong-{n:03}", commune_school(n, "HK1"),
              form="xml" if n % 2 else "csv", delimiter=";", bom=True, titles=True, vietnamese=True) for n in range(1, 6)],
       folder="XA-01")
# After the due day (Monday 1 February 2027).
bundle("2027-02-03", "thpt007-hk1.zip", part("bao-cao.xml", thpt_hk1(7), codes=["PERIOD-LATE"]))

# The whole school year.
bundle("2027-06-08", "vp-nam.zip", part("bao-cao.xml", report(
    "VP", "NAM", "2027-06-07", VP_OLD + VP_NEW, {"CT20": 5000000, "CT23": 5000000, "CT12": 2},
    texts={"KETQUA": "Văn phòng Sở đã tham mưu, hướng dẫn và đôn đốc các đơn vị.",
           "DULUAN": "Đã phối hợp phản bác hai thông tin sai lệch về học bạ số."})))
bundle("2027-06-08", "p-gdtrh-nam.zip", part("bao-cao.xml", report("P-GDTRH", "NAM", "2027-06-07", [
    act("T1", "2026-11-05", "NV05", "HT2", "HOINGHI", "Tập huấn dạy học STEM cấp trung học", nguoi=120),
    act("T2", "2026-12-20", "NV04", "HT1", "TINBAI", "Bài viết về trường học số", n=2),
    act("T3", "2027-03-25", "NV08", "HT2", "KEHOACH", "Kế hoạch ngày hội sáng tạo cấp tỉnh")], PHONG_NAM)))
bundle("2027-06-08", "p-gdth-nam.zip", part("", report("P-GDTH", "NAM", "2027-06-07", [
    act("V1", "2027-02-24", "NV04", "HT1", "VIDEO", "Video lớp học số ở tiểu học", n=3)], {"CT21": 1, "CT22": 4}),
    form="csv", delimiter=",", bom=True, titles=True))
bundle("2027-06-08", "p-cttt-nam.zip", part("bao-cao.xml", report("P-CTTT", "NAM", "2027-06-07", [
    act("D1", "2026-12-25", "NV06", "HT1", "TAILIEU", "Tài liệu đạo đức số cho học sinh", n=5, chu_de=["DDS"]),
    act("D2", "2027-04-01", "NV06", "HT1", "INFOGRAPHIC", "Infographic an toàn trên không gian mạng", n=2, chu_de=["DDS"])],
    {"CT21": 1, "CT22": 5})))
for i in (1, 2, 3):
    exemplar = dict(ma="MH1", nd="ND5", ten=f"Câu lạc bộ STEM cùng tiến {i:03}", mo_ta=MODEL, minh_chung=["minh-chung/anh.png"]) if i == 1 \
        else dict(ma="MH1", nd="ND2", ten=f"Thư viện số mở {i:03}", mo_ta=MODEL, minh_chung=[])
    form = "xml" if i != 2 else "csv"
    acts = thpt_autumn(i) + thpt_spring(i) + [
        act("HD04", "2027-05-12", "NV07", "HT1", "MOHINH", f"Giới thiệu mô hình của Trường THPT Mẫu {i:03}")]
    bundle("2027-06-09", f"thpt{i:03}-nam.zip",
           part("bao-cao.xml" if form == "xml" else "", thpt_nam(i, acts=acts, exemplars=[exemplar]), form=form, delimiter=";",
                bom=True, titles=True, vietnamese=True),
           extra=[("minh-chung/anh.png", b"\x89PNG\r\n\x1a\nmau")] if i == 1 else [])
# Told less for the year than for the semester: a negative increment, warned of and explained.
bundle("2027-06-10", "thpt004-nam.zip", part("", thpt_nam(4, told={"CT09": 300}, explain={
    "R07": "Học kỳ I đã tính cả học sinh của trường bạn tham gia ngày hội; số cả năm là số đúng."}),
    form="csv", delimiter=";", bom=True, titles=True, vietnamese=True, codes=["RULE-R07"]))
bundle("2027-06-10", "thpt005-nam.zip", part("bao-cao.xml", thpt_nam(5)))
bundle("2027-06-10", "thpt006-nam.zip", part("bao-cao.xml", thpt_nam(6)))
# The first try misses a figure; corrected the next day as submission 2.
first = thpt_nam(8, told={"CT19": 5})
bundle("2027-06-10", "thpt008-nam.zip", part("bao-cao.xml", first))
bundle("2027-06-11", "thpt008-nam-lan2.zip", part("bao-cao.xml", dict(thpt_nam(8), lan=2)))
bundle("2027-06-11", "gdtx001-nam.zip", part("bao-cao.xml", report("SO-GDTX-001", "NAM", "2027-06-09", [
    act("G1", "2026-12-16", "NV04", "HT2", "HOINGHI", "Sinh hoạt chuyên môn về học liệu số", nguoi=60),
    act("G2", "2027-05-20", "NV04", "HT3", "TRUCQUAN", "Pano trường học số", n=2)],
    dict(stocks(30, 20, 300, 60, ct21=1), CT08=60, CT09=120, CT12=0))))
bundle("2027-06-11", "gdtx002-nam.zip", part("", report("SO-GDTX-002", "NAM", "2027-06-09", [
    act("K1", "2027-04-22", "NV05", "HT2", "NGOAIKHOA", "Trải nghiệm khởi nghiệp số", nd="ND4", nguoi=40, chu_de=["DN", "NQ71"])],
    dict(stocks(12, 6, 80, 8, ct21=1), CT08=10, CT09=40, CT19=1), ten="Trung tâm GDTX - HN Mẫu 002"),
    form="csv", delimiter=";", bom=True, titles=True))
bundle("2027-06-12", "xa01-nam.zip",
       *[part(f"truong-{n:03}/bao-cao.xml" if n % 2 else f"truong-{n:03}", commune_school(n, "NAM"),
              form="xml" if n % 2 else "csv", delimiter=";", bom=True, titles=True, vietnamese=True) for n in range(1, 5)],
       folder="XA-01")
for n in range(6, 14):
    bundle("2027-06-12", f"xa-tr-{n:03}-nam.zip",
           part("bao-cao.xml" if n % 2 else "", commune_school(n, "NAM"), form="xml" if n % 2 else "csv", delimiter=",",
                bom=False, titles=False))
bundle("2027-06-14", "xa02.zip", part("bao-cao.xml", report("XA-02", "NAM", "2027-06-10", [
    act("X1", "2027-05-19", "NV09", "HT4", "TINBAI", "Tin truyền thanh xã về chuyển đổi số trường học", nd="ND2", n=3)], {"CT12": 0})))
bundle("2027-06-14", "xa04.zip", part("", report("XA-04", "NAM", "2027-06-10", [
    act("X2", "2027-03-26", "NV02", "HT3", "TRUCQUAN", "Khẩu hiệu Nghị quyết số 57-NQ/TW tại trụ sở", n=6)], {"CT20": 1000000}),
    form="csv", delimiter=";", bom=True, titles=True))
bundle("2027-06-14", "tt001-nam.zip", part("bao-cao.xml", report("TT-001", "NAM", "2027-06-10", [
    act("HTT", "2027-03-18", "NV08", "HT2", "DUTHI", "Sản phẩm dự thi sáng tạo thanh thiếu niên", n=2)],
    dict(stocks(25, 10, 250, 50), CT09=150))))

# ----------------------------------------------------------------------------------------------------------------- encoding


def which(rep):
    return CALL if rep["ky"] == "CD" else YEAR


def write_xml(rep):
    out = ['<?xml version="1.0" encoding="UTF-8"?>', '<baoCao xmlns="urn:tonghop:bao-cao:1" phienBan="1.0">', "  <thongTin>"]
    out.append("    <cheDo>LD-NQ57</cheDo>")
    out.append(f"    <donVi>{rep['unit']}</donVi>")
    out.append(f"    <tenDonVi>{escape(rep['ten'])}</tenDonVi>")
    out.append(f'    <ky loai="{rep["ky"]}" {"yeuCau" if rep["ky"] == "CD" else "namHoc"}="{which(rep)}"/>')
    if rep["lan"]:
        out.append(f"    <lanNop>{rep['lan']}</lanNop>")
    if rep["nil"]:
        out.append("    <khongPhatSinh>true</khongPhatSinh>")
    out.append("    <nguoiLap>Nguyễn Văn Mẫu</nguoiLap>")
    out.append(f"    <ngayLap>{rep['ngay_lap']}</ngayLap>")
    out.append("  </thongTin>")
    if rep["acts"]:
        out.append("  <hoatDong>")
        for a in rep["acts"]:
            pairs = [("ma", a["ma"]), ("ngay", a["ngay"]), ("nhiemVu", a["nv"]), ("noiDung", a["nd"]), ("hinhThuc", a["ht"]),
                     ("sanPham", a["sp"]), ("chuDe", " ".join(a["chu_de"]) or None), ("soLuong", str(a["n"])),
                     ("soNguoi", str(a["nguoi"]))]
            attributes = "".join(f" {k}={quoteattr(v)}" for k, v in pairs if v is not None)
            link = f"<diaChi>{escape(a['link'])}</diaChi>" if a["link"] else ""
            out.append(f"    <muc{attributes}><ten>{escape(a['ten'])}</ten>{link}</muc>")
        out.append("  </hoatDong>")
    if rep["told"]:
        values = "".join(f'<muc ma="{code}">{value}</muc>' for code, value in sorted(rep["told"].items()))
        out.append(f"  <chiTieu>{values}</chiTieu>")
    if rep["exemplars"]:
        out.append("  <moHinh>")
        for e in rep["exemplars"]:
            proofs = "".join(f"<minhChung>{escape(p)}</minhChung>" for p in e["minh_chung"])
            out.append(f'    <muc ma="{e["ma"]}" noiDung="{e["nd"]}"><ten>{escape(e["ten"])}</ten>'
                       f"<moTa>{escape(e['mo_ta'])}</moTa>{proofs}</muc>")
        out.append("  </moHinh>")
    out.append("  <thuyetMinh>")
    out += [f'    <muc ma="{code}">{escape(text)}</muc>' for code, text in rep["texts"].items()]
    out.append("  </thuyetMinh>")
    if rep["explain"]:
        out.append("  <giaiTrinh>")
        out += [f'    <muc ma="{code}">{escape(text)}</muc>' for code, text in rep["explain"].items()]
        out.append("  </giaiTrinh>")
    out.append("</baoCao>")
    return ("\n".join(out) + "\n").encode()


TITLES = {
    "che_do": "Chế độ báo cáo", "don_vi": "Mã đơn vị", "ten_don_vi": "Tên đơn vị", "loai_ky": "Kỳ báo cáo", "nam_hoc": "Năm học", "yeu_cau": "Mã yêu cầu",
    "lan_nop": "Lần nộp", "khong_phat_sinh": "Không phát sinh", "nguoi_lap": "Người lập", "ngay_lap": "Ngày lập",
    "hoat-dong.ma": "Mã hoạt động", "ngay": "Ngày thực hiện", "nhiem_vu": "Nhiệm vụ", "hoat-dong.noi_dung": "Mã nội dung",
    "hinh_thuc": "Hình thức", "san_pham": "Sản phẩm", "chu_de": "Chủ đề lồng ghép", "so_luong": "Số lượng",
    "so_nguoi": "Số người tham gia", "hoat-dong.ten": "Tên hoạt động, sản phẩm", "dia_chi": "Đường dẫn (link)",
    "chi-tieu.ma": "Mã chỉ tiêu", "gia_tri": "Giá trị", "ghi_chu": "Ghi chú", "mo-hinh.ma": "Mã mô hình",
    "mo-hinh.noi_dung": "Mã nội dung", "mo-hinh.ten": "Tên mô hình", "mo_ta": "Mô tả", "minh_chung": "Minh chứng",
    "muc": "Mục", "noi_dung": "Nội dung", "quy_tac": "Quy tắc",
}
TASK_LABEL = {"NV05": "NV05 - STEM/STEAM, AI", "NV02": "NV02 - Tuyên truyền", "NV06": "nv6"}


def write_csv(rep, style):
    """The CSV files of a report as Excel would leave them."""
    delimiter, bom = style.get("delimiter", ";"), style.get("bom", True)
    vietnamese = style.get("vietnamese", False)

    def day(text):
        y, m, d = text.split("-")
        return f"{int(d)}/{int(m)}/{y}" if vietnamese else text

    def number(value):
        return f"{value:,}".replace(",", ".") if vietnamese else str(value)

    def cell(text):
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in delimiter + '"\n') else text

    def table(file, columns, rows):
        head = [TITLES.get(f"{file}.{c}", TITLES.get(c, c)) if style.get("titles") else c for c in columns]
        lines = [delimiter.join(cell(c) for c in row) for row in [head] + rows]
        text = "\r\n".join(lines) + "\r\n"
        return f"{file}.csv", ("\ufeff" if bom else "").encode() + text.encode()

    files = [table("thong-tin", ["che_do", "don_vi", "ten_don_vi", "loai_ky", "yeu_cau" if rep["ky"] == "CD" else "nam_hoc", "lan_nop", "khong_phat_sinh", "nguoi_lap", "ngay_lap"],
                   [["LD-NQ57", rep["unit"], rep["ten"], rep["ky"], which(rep), str(rep["lan"] or ""), "x" if rep["nil"] else "",
                     "Nguyễn Văn Mẫu", day(rep["ngay_lap"])]])]
    if rep["acts"]:
        files.append(table("hoat-dong", ["ma", "ngay", "nhiem_vu", "noi_dung", "hinh_thuc", "san_pham", "chu_de", "so_luong", "so_nguoi", "ten", "dia_chi"],
                           [[a["ma"] or "", a.get("ngay_text") or day(a["ngay"]), TASK_LABEL.get(a["nv"], a["nv"]) if vietnamese else a["nv"],
                             a["nd"] or "", a["ht"], a["sp"], "|".join(a["chu_de"]), number(a["n"]), number(a["nguoi"]), a["ten"], a["link"] or ""]
                            for a in rep["acts"]]))
    if rep["told"]:
        files.append(table("chi-tieu", ["ma", "gia_tri", "ghi_chu"], [[c, number(v), ""] for c, v in sorted(rep["told"].items())]))
    if rep["exemplars"]:
        files.append(table("mo-hinh", ["ma", "noi_dung", "ten", "mo_ta", "minh_chung"],
                           [[e["ma"], e["nd"], e["ten"], e["mo_ta"], "|".join(e["minh_chung"])] for e in rep["exemplars"]]))
    files.append(table("thuyet-minh", ["muc", "noi_dung"], [[c, t] for c, t in rep["texts"].items()]))
    if rep["explain"]:
        files.append(table("giai-trinh", ["quy_tac", "noi_dung"], [[c, t] for c, t in rep["explain"].items()]))
    return files


def write_zip(path, files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED if len(data) > 200 else zipfile.ZIP_STORED
            info.external_attr = 0o100644 << 16
            archive.writestr(info, data)


def main():
    with open(os.path.join(HERE, "units.csv"), "wb") as file:
        header = ["ma", "ten", "loai", "cap", "xa", "vung", "email", "tu_ngay", "den_ngay", "dau_moi", "thay_the"]
        lines = [",".join(f'"{c}"' if "," in c else c for c in row) for row in [header] + registry()]
        file.write(("\ufeff" + "\r\n".join(lines) + "\r\n").encode())
    target = os.path.join(HERE, "bundles")
    shutil.rmtree(target, ignore_errors=True)
    verdicts = []
    for day, folder, name, parts, extra in BUNDLES:
        place = os.path.join(target, day, folder) if folder else os.path.join(target, day)
        os.makedirs(place, exist_ok=True)
        files = []
        for item in parts:
            if item["form"] == "xml":
                path = item["path"]
                files.append((path, write_xml(item["report"])))
            else:
                prefix = item["path"] + "/" if item["path"] else ""
                path = prefix + "thong-tin.csv"
                files += [(prefix + n, data) for n, data in write_csv(item["report"], item["style"])]
            verdicts.append({"bundle": os.path.relpath(os.path.join(place, name), target), "path": path, "unit": item["report"]["unit"],
                             "period": f"{item['report']['ky']}/{which(item['report'])}", "verdict": item["verdict"], "codes": item["codes"]})
        write_zip(os.path.join(place, name), files + extra)
    with open(os.path.join(target, "verdicts.json"), "w", encoding="utf-8") as file:
        json.dump(verdicts, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
