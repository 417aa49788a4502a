#!/usr/bin/env python3
"""A second opinion on the sample data: the half-year report 2027-1, counted anew from `units.csv` and the bundles.

It shares no line with the program or with `make.py`. Whether a submission is accepted is read from
`bundles/verdicts.json`; all else is counted by the rules of counting, plainly, and printed as JSON with the names of the
canonical report: `python3 expected.py [FROM TO ASOF]`, where ASOF is the day of the last delivery that is seen.
"""
import csv
import io
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import defaultdict
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
FROM, TO, AS_OF = (date.fromisoformat(text) for text in (sys.argv[1:4] or ["2026-12-15", "2027-06-14", "2027-06-14"]))

# What the plan says.
TASKS = [f"NV{n:02}" for n in range(1, 11)]
AREAS = [f"ND{n}" for n in range(1, 7)]
CHANNELS = [f"HT{n}" for n in range(1, 5)]
PRODUCTS = ("KEHOACH VANBAN TAILIEU TINBAI CHUYENMUC HINHANH VIDEO INFOGRAPHIC TRUCQUAN PHONGSU HOINGHI HOATDONG "
            "NGOAIKHOA SUKIEN DUTHI MOHINH BAOCAO KHAC").split()
TOPICS = "SHTT DDS DLCN BDHVS NQ71 DN".split()
DEFAULT_AREA = {"NV01": "ND1", "NV02": "ND1", "NV04": "ND2", "NV05": "ND3", "NV06": "ND1", "NV07": "ND5", "NV08": "ND3"}
SCHOOLS = {"CSGD_SO", "CSGD_XA", "CSGD_KHAC"}
ALL = SCHOOLS | {"VP", "PHONG", "UBND_XA"}
REQUIRED = {"PHONG", "CSGD_SO"}                 # in HK1, NAM and on request; nobody in HK2
DERIVED = {
    "CT01": lambda a: a["hinhThuc"] == "HT1" and a["sanPham"] == "TINBAI",
    "CT02": lambda a: a["sanPham"] in ("VIDEO", "INFOGRAPHIC"),
    "CT03": lambda a: a["sanPham"] == "HOINGHI",
    "CT04": lambda a: a["sanPham"] == "NGOAIKHOA",
    "CT05": lambda a: a["sanPham"] == "SUKIEN",
    "CT06": lambda a: a["sanPham"] == "TRUCQUAN",
    "CT07": lambda a: a["hinhThuc"] == "HT4",
    "CT10": lambda a: a["sanPham"] == "MOHINH",
    "CT11": lambda a: a["sanPham"] == "DUTHI",
}
FLOWS = {"CT08": SCHOOLS, "CT09": SCHOOLS, "CT12": ALL, "CT19": SCHOOLS, "CT20": ALL, "CT22": {"PHONG"}, "CT23": ALL}
STOCKS = {"CT13": SCHOOLS, "CT14": SCHOOLS, "CT15": SCHOOLS, "CT16": SCHOOLS, "CT17": SCHOOLS, "CT18": SCHOOLS,
          "CT21": {"CSGD_SO", "PHONG", "CSGD_XA"}}
INDICATORS = [f"CT{n:02}" for n in range(1, 24)]
RATIOS = {"TL01": ("CT15", "CT14"), "TL02": ("CT17", "CT16"), "TL03": ("CT18", None), "TL04": ("CT21", None)}
LEADS = {"NV01": "VP", "NV02": "VP", "NV03": "VP", "NV04": "GDTRH GDTH", "NV05": "GDTRH GDTH", "NV06": "CTTT",
         "NV09": "VP", "NV10": "VP"}            # NV07: any school, NV08: any PHONG
# Period: last day, due day, end of grace (the second working day after the due day).
PERIODS = {
    "CD/BC12-2026": (date(2026, 12, 14), date(2026, 12, 17), date(2026, 12, 21)),
    "HK1/2026-2027": (date(2027, 1, 17), date(2027, 2, 1), date(2027, 2, 3)),
    "HK2/2026-2027": (date(2027, 5, 31), date(2027, 6, 15), date(2027, 6, 17)),
    "NAM/2026-2027": (date(2027, 5, 31), date(2027, 6, 15), date(2027, 6, 17)),
}
PARTS = {"NAM/2026-2027": ["HK1/2026-2027", "HK2/2026-2027"], "HK1/2026-2027": ["CD/BC12-2026"]}


# ----- Units -----
def read_units():
    units = defaultdict(list)
    with open(HERE / "units.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            row["tu"] = date.fromisoformat(row["tu_ngay"]) if row["tu_ngay"] else date.min
            row["den"] = date.fromisoformat(row["den_ngay"]) if row["den_ngay"] else date.max
            units[row["ma"]].append(row)
    return dict(units)


UNITS = read_units()


def in_force(unit, day):
    return any(row["tu"] <= day <= row["den"] for row in UNITS[unit])


def described(unit, key):
    """What the registry said on the day of the last delivery."""
    rows = [row for row in UNITS[unit] if row["tu"] <= AS_OF <= row["den"]] or UNITS[unit][-1:]
    if key == "xa" and rows[0]["loai"] == "UBND_XA":
        return unit
    return rows[0][key] or "-"


def kind(unit):
    return described(unit, "loai")


# ----- Submissions -----
def folded(text):
    """Titles and file names: without case, accents, spaces, and signs."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum())


TITLES = {folded(title): name for name, titles in {
    "yeuCau": "yeu_cau|Mã yêu cầu", "cheDo": "che_do|Chế độ báo cáo", "donVi": "don_vi|Mã đơn vị", "loai": "loai_ky|Kỳ báo cáo", "namHoc": "nam_hoc|Năm học",
    "lanNop": "lan_nop|Lần nộp", "khongPhatSinh": "khong_phat_sinh|Không phát sinh", "ngayLap": "ngay_lap|Ngày lập",
    "ma": "ma|Mã hoạt động|Mã chỉ tiêu|Mã mô hình|muc|Mục|quy_tac|Quy tắc", "ngay": "ngay|Ngày thực hiện",
    "nhiemVu": "nhiem_vu|Nhiệm vụ", "noiDung": "noi_dung|Mã nội dung|Nội dung", "hinhThuc": "hinh_thuc|Hình thức",
    "sanPham": "san_pham|Sản phẩm", "chuDe": "chu_de|Chủ đề lồng ghép", "soLuong": "so_luong|Số lượng",
    "soNguoi": "so_nguoi|Số người tham gia", "ten": "ten|Tên hoạt động, sản phẩm|Tên mô hình", "giaTri": "gia_tri|Giá trị",
    "moTa": "mo_ta|Mô tả", "diaChi": "dia_chi|Đường dẫn (link)",
}.items() for title in titles.split("|")}


def csv_rows(data):
    text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    if text.startswith("sep="):
        text = text.split("\n", 1)[1]
    header = text.split("\n", 1)[0]
    separator = max(";,\t", key=header.count)
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=separator):
        yield {TITLES[folded(title)]: cell.strip() for title, cell in row.items() if folded(title) in TITLES}


def day(text):
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    d, m, y = map(int, re.split(r"[./-]", text))
    return date(y, m, d)


def integer(text):
    return int(re.sub(r"[., ]", "", text))


def code(text):
    """`NV05 - STEM` and `nv5` are `NV05`."""
    text = re.split(r"[ -]", text)[0].upper()
    task = re.fullmatch(r"NV0*(\d+)", text)
    return f"NV{int(task[1]):02}" if task else text


def read_csv(files):
    blocks = {folded(Path(name).stem): list(csv_rows(data)) for name, data in files.items()}
    header = blocks["thongtin"][0]
    return {
        "unit": header["donVi"], "period": f"{header['loai']}/{header.get('namHoc') or header['yeuCau']}",
        "nil": header.get("khongPhatSinh", "") == "x",
        "activities": blocks.get("hoatdong", []),
        "told": {code(row["ma"]): integer(row["giaTri"]) for row in blocks.get("chitieu", []) if row["giaTri"]},
        "exemplars": blocks.get("mohinh", []),
        "narratives": {code(row["ma"]): row["noiDung"] for row in blocks.get("thuyetminh", [])},
    }


def read_xml(data):
    root = ElementTree.fromstring(data)
    name = "{urn:tonghop:bao-cao:1}"

    def items(block):
        return root.findall(f"{name}{block}/{name}muc")

    def row(item):
        return {**item.attrib, **{child.tag.removeprefix(name): (child.text or "").strip() for child in item}}

    header = root.find(f"{name}thongTin")
    period = header.find(f"{name}ky").attrib
    return {
        "unit": header.findtext(f"{name}donVi").strip(), "period": f"{period['loai']}/{period.get('namHoc') or period['yeuCau']}",
        "nil": header.findtext(f"{name}khongPhatSinh") == "true",
        "activities": [row(item) for item in items("hoatDong")],
        "told": {item.get("ma"): int(item.text) for item in items("chiTieu") if item.text},
        "exemplars": [row(item) for item in items("moHinh")],
        "narratives": {item.get("ma"): item.text for item in items("thuyetMinh")},
    }


def read_submission(bundle, path):
    with zipfile.ZipFile(HERE / "bundles" / bundle) as archive:
        if path.endswith(".xml"):
            return read_xml(archive.read(path))
        folder = path.rpartition("/")[0]
        return read_csv({name: archive.read(name) for name in archive.namelist()
                         if name.rpartition("/")[0] == folder and name.endswith(".csv")})


def activity(submission, row):
    task = code(row["nhiemVu"])
    return {
        "unit": submission["unit"], "period": submission["period"], "ma": row.get("ma", ""), "ngay": day(row["ngay"]), "nhiemVu": task,
        "noiDung": code(row.get("noiDung", "")) or DEFAULT_AREA[task], "hinhThuc": code(row["hinhThuc"]),
        "sanPham": code(row["sanPham"]), "chuDe": [topic for topic in re.split(r"[ |]", row.get("chuDe", "")) if topic],
        "soLuong": integer(row.get("soLuong") or "1"), "soNguoi": integer(row.get("soNguoi") or "0"), "ten": row["ten"],
    }


def school_year(day):
    return day.year if day.month >= 8 else day.year - 1


INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
TONES = "\u0300\u0301\u0303\u0309\u0323"


def plain_title(text):
    """A title as titles are compared: one case, and the tone marks of each word behind it."""
    def word(letters):
        letters = unicodedata.normalize("NFD", letters)
        rest = "".join(letter for letter in letters if letter not in TONES)
        return unicodedata.normalize("NFC", rest) + "".join(letter for letter in letters if letter in TONES)

    return " ".join(map(word, unicodedata.normalize("NFC", text).lower().translate(INVISIBLE).split()))


def within(period):
    """The periods that contain one, from the innermost to the outermost."""
    wholes = [whole for whole, parts in PARTS.items() if period in parts]
    return wholes + [further for whole in wholes for further in within(whole)]


def nature(a):
    return a["ngay"], a["nhiemVu"], a["sanPham"], plain_title(a["ten"])


def same(a, b):
    """Whether two rows of one unit, told in two submissions, are the same activity."""
    if nature(a) == nature(b):
        return True
    if not a["ma"] or a["ma"].upper() != b["ma"].upper() or school_year(a["ngay"]) != school_year(b["ngay"]):
        return False
    titles = plain_title(a["ten"]) == plain_title(b["ten"])
    work = (a["nhiemVu"], a["sanPham"]) == (b["nhiemVu"], b["sanPham"])
    nested = a["period"] in within(b["period"]) or b["period"] in within(a["period"])
    return a["ngay"] == b["ngay"] and (titles or work) or titles and work and nested


def counting(submissions):
    """The rows of one unit that count, of all that it told."""
    found = []
    for submission in sorted(submissions, key=lambda s: (len(within(s["period"])), -s["sequence"])):
        own = []
        for row in reversed(submission["activities"]):
            a = activity(submission, row)
            again = not a["ma"] and any(not b["ma"] and nature(a) == nature(b) for b in own)
            if not again and not any(same(a, b) for b in found):
                own.append(a)
        found += own
    return found


VERDICTS = [verdict for verdict in json.loads((HERE / "bundles" / "verdicts.json").read_text(encoding="utf-8"))
            if date.fromisoformat(verdict["bundle"].split("/")[0]) <= AS_OF]

# What came for each unit and period: days of refusal and of acceptance; the last accepted one lives.
refused, accepted, live = defaultdict(list), defaultdict(list), {}
for sequence, verdict in enumerate(sorted(VERDICTS, key=lambda v: v["bundle"].split("/")[0])):
    key = verdict["unit"], verdict["period"]
    arrival = date.fromisoformat(verdict["bundle"].split("/")[0])
    if verdict["verdict"] == "rejected":
        refused[key].append(arrival)
    if verdict["verdict"] == "accepted":
        accepted[key].append(arrival)
        live[key] = read_submission(verdict["bundle"], verdict["path"])
        assert (live[key]["unit"], live[key]["period"]) == key
        live[key] |= {"sequence": sequence, "bundle": verdict["bundle"], "path": verdict["path"]}

by_sequence = sorted(live.values(), key=lambda submission: submission["sequence"])
activities = [a for unit in UNITS for a in counting(s for s in by_sequence if s["unit"] == unit)]
inside = [a for a in activities if FROM <= a["ngay"] <= TO]


# ----- Activities -----
def measures(some):
    some = list(some)
    return {"records": len(some), "soLuong": sum(a["soLuong"] for a in some), "soNguoi": sum(a["soNguoi"] for a in some),
            "units": len({a["unit"] for a in some})}


def listed(codes, matches):
    return [{"code": c, **measures(a for a in inside if matches(a, c))} for c in codes]


def grouped(key):
    groups = sorted({key(a) for a in inside}, key=lambda group: group.encode())
    return [{"code": group, **measures(a for a in inside if key(a) == group)} for group in groups]


def crossed(first, second):
    pairs = sorted({(a[first], a[second]) for a in inside})
    return [{first: x, second: y, **measures(a for a in inside if (a[first], a[second]) == (x, y))} for x, y in pairs]


# ----- Told indicators -----
def told(unit, period, indicator):
    """What the unit told for the period; else the sum of what it told for the parts of the period; with a nil return 0."""
    submission = live.get((unit, period))
    if submission and indicator in submission["told"]:
        return submission["told"][indicator]
    if submission and submission["nil"] and kind(unit) in FLOWS.get(indicator, ()):
        return 0
    return None


def parts(unit, period, indicator):
    """What the parts of a period told; a part that tells nothing stands for its own parts."""
    total = 0
    for part in PARTS.get(period, []):
        value = told(unit, part, indicator)
        total += parts(unit, part, indicator) if value is None else value
    return total


values = defaultdict(dict)      # indicator → unit → value
negative = []
for indicator, matches in DERIVED.items():
    for a in inside:
        if matches(a):
            values[indicator][a["unit"]] = values[indicator].get(a["unit"], 0) + a["soLuong"]
for (unit, period) in live:
    if FROM <= PERIODS[period][0] <= TO:
        for indicator in FLOWS:
            value = told(unit, period, indicator)
            if value is not None:
                increment = value - parts(unit, period, indicator)
                values[indicator][unit] = values[indicator].get(unit, 0) + increment
                if increment < 0:
                    negative.append({"unit": unit, "period": period, "code": indicator, "value": str(increment)})


def stock_source(unit):
    """The submission whose period ends last in the twelve months up to TO; NAM before HK2, which ends the same day."""
    year_ago = date(TO.year - 1, TO.month, min(TO.day, 28) if TO.month == 2 else TO.day)
    periods = [p for (u, p) in live if u == unit and year_ago < PERIODS[p][0] <= TO]
    return max(periods, key=lambda p: (PERIODS[p][0], p.startswith("NAM")), default=None)


for unit in UNITS:
    source = stock_source(unit)
    if source and in_force(unit, TO):
        for indicator in STOCKS:
            value = told(unit, source, indicator)
            if value is not None:
                values[indicator][unit] = value

closing = [p for p, (last, _, _) in sorted(PERIODS.items()) if FROM <= last <= TO]
owing = {unit for unit in UNITS for p in closing
         if not p.startswith("HK2") and kind(unit) in REQUIRED and in_force(unit, PERIODS[p][0]) and in_force(unit, TO)}


def indicator_row(indicator):
    asked = FLOWS.get(indicator) or STOCKS.get(indicator) or ALL
    expected = {unit for unit in owing if kind(unit) in asked}
    by_unit = values[indicator]
    return {"code": indicator, "value": str(sum(by_unit.values())) if by_unit else None, "units": len(by_unit),
            "expected": len(expected), "requiredUnits": len(expected & set(by_unit))}


def ratio_row(name):
    above, below = RATIOS[name]
    if below is None:
        top, bottom = sum(values[above].values()), len(values[above])
    else:
        both = values[above].keys() & values[below].keys()
        top, bottom = sum(values[above][unit] for unit in both), sum(values[below][unit] for unit in both)
    if bottom == 0:
        return {"code": name, "value": None}
    percent = (Decimal(100 * top) / Decimal(bottom)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return {"code": name, "value": f"{percent:f}".rstrip("0").rstrip(".")}


# ----- Completeness -----
def completeness(period):
    last, due, grace = PERIODS[period]
    counts = dict.fromkeys("required reported onTime late rejected missing invitedReported".split(), 0)
    lacking = []
    for unit in UNITS:
        if not in_force(unit, last):
            continue
        came, sent_back = accepted[unit, period], refused[unit, period]
        if kind(unit) not in REQUIRED or period.startswith("HK2"):
            counts["invitedReported"] += bool(came)
            continue
        counts["required"] += 1
        if came:
            in_time = came[0] <= due or (sent_back and sent_back[0] <= due and came[0] <= grace)
            status = "onTime" if in_time else "late"
            counts["reported"] += 1
        else:
            status = "rejected" if sent_back else "missing"
            lacking.append({"unit": unit, "period": period, "status": status})
        counts[status] += 1
    return {"period": period, **counts}, lacking


# ----- Tasks -----
def leads(task, unit):
    if task == "NV07":
        return kind(unit) in SCHOOLS
    if task == "NV08":
        return kind(unit) == "PHONG"
    return bool(set(described(unit, "dau_moi").split()) & set(LEADS[task].split()))


def status(task):
    def some(first, by=lambda unit: True):
        return any(a["nhiemVu"] == task and first <= a["ngay"] <= TO and by(a["unit"]) for a in activities)

    if task == "NV01":          # once, June 2026, by VP
        if some(date.min, lambda unit: kind(unit) == "VP"):
            return "done"
        return "overdue" if TO > date(2026, 6, 30) else "notDue"
    if task in ("NV04", "NV08"):    # yearly
        if some(date(TO.year - 1, 12, 15)):
            return "done"
        return "overdue" if (TO.month, TO.day) >= (12, 14) else "notDue"
    if task == "NV05":          # school year
        if some(date(school_year(TO), 8, 1)):
            return "done"
        return "overdue" if TO >= date(school_year(TO) + 1, 5, 31) else "notDue"
    return "done" if some(FROM) else "none"     # continuous; NV10 before any report is issued


def task_row(row):
    told_by_lead = any(a["nhiemVu"] == row["code"] and leads(row["code"], a["unit"]) for a in inside)
    return {**row, "status": status(row["code"]), "lead": "told" if told_by_lead else "silent"}


# ----- Exemplars: once a unit, school year and title; the later one wins, and belongs to the day its period ends -----
exemplars = {}
for submission in by_sequence:
    last = PERIODS[submission["period"]][0]
    for row in submission["exemplars"]:
        exemplars[submission["unit"], school_year(last), plain_title(row["ten"])] = last, {
            "unit": submission["unit"], "code": row.get("ma") or None, "noiDung": code(row["noiDung"]),
            "ten": row["ten"], "moTa": row["moTa"], "diaChi": row.get("diaChi") or None}
exemplars = [exemplar for last, exemplar in exemplars.values() if FROM <= last <= TO]

rates = [completeness(period) for period in closing]
report = {
    "window": {"from": str(FROM), "to": str(TO)},
    "total": measures(inside),
    "tasks": [task_row(row) for row in listed(TASKS, lambda a, c: a["nhiemVu"] == c)],
    "contentAreas": listed(AREAS, lambda a, c: a["noiDung"] == c),
    "channels": listed(CHANNELS, lambda a, c: a["hinhThuc"] == c),
    "products": listed(PRODUCTS, lambda a, c: a["sanPham"] == c),
    "topics": listed(TOPICS, lambda a, c: c in a["chuDe"]),
    "byKind": grouped(lambda a: kind(a["unit"])),
    "byLevel": grouped(lambda a: described(a["unit"], "cap")),
    "byRegion": grouped(lambda a: described(a["unit"], "vung")),
    "byCommune": grouped(lambda a: described(a["unit"], "xa")),
    "byMonth": grouped(lambda a: a["ngay"].strftime("%Y-%m")),
    "areaByChannel": crossed("noiDung", "hinhThuc"),
    "taskProducts": crossed("nhiemVu", "sanPham"),
    "indicators": [indicator_row(indicator) for indicator in INDICATORS],
    "ratios": [ratio_row(name) for name in RATIOS],
    "completeness": [counts for counts, _ in rates],
    "missingUnits": sorted((row for _, lacking in rates for row in lacking), key=lambda r: (r["unit"], r["period"])),
    "negativeIncrements": sorted(negative, key=lambda r: (r["unit"], r["period"], r["code"])),
    "exemplars": sorted(exemplars, key=lambda r: (r["unit"], r["code"] or "", r["noiDung"], r["ten"])),
    "narratives": sorted(
        ({"unit": s["unit"], "period": s["period"], "section": section, "text": text} for s in by_sequence
         if FROM <= PERIODS[s["period"]][0] <= TO for section, text in s["narratives"].items()),
        key=lambda r: (r["unit"], r["period"], r["section"])),
}
if __name__ == "__main__":
    json.dump(report, sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
    print()
