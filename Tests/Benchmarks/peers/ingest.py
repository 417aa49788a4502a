"""What a script would do with bundles: XML by lxml with the schema, CSV by csv and Decimal; the ten rules; rows into SQLite; a
JSON receipt a bundle. One process.

    ingest.py SCHEMA UNITS FOLDER OUT xml|csv      prints activities, soLuong and soNguoi of all bundles
"""
import csv
import datetime
import hashlib
import io
import json
import os
import sqlite3
import statistics
import sys
import zipfile
from decimal import Decimal

NAMESPACE = "{urn:tonghop:bao-cao:1}"


def read_xml(archive, schema):
    from lxml import etree

    root = etree.fromstring(archive.read("bao-cao.xml"), etree.XMLParser(resolve_entities=False, no_network=True))
    schema.assertValid(root)
    head = {child.tag[len(NAMESPACE):]: child for child in root.find(NAMESPACE + "thongTin")}
    period = head["ky"].get("loai") + "/" + head["ky"].get("namHoc")
    activities = [
        (m.get("ma"), datetime.date.fromisoformat(m.get("ngay")), m.get("nhiemVu"), m.get("noiDung"), m.get("hinhThuc"),
         m.get("sanPham"), int(m.get("soLuong") or 0), int(m.get("soNguoi") or 0), m.findtext(NAMESPACE + "ten"))
        for m in root.iterfind(f"{NAMESPACE}hoatDong/{NAMESPACE}muc")
    ]
    told = {m.get("ma"): Decimal(m.text) for m in root.iterfind(f"{NAMESPACE}chiTieu/{NAMESPACE}muc")}
    texts = {m.get("ma"): m.text for m in root.iterfind(f"{NAMESPACE}thuyetMinh/{NAMESPACE}muc")}
    return head["donVi"].text, period, activities, told, texts


def rows(archive, name):
    if name not in archive.namelist():
        return []
    text = archive.read(name).decode("utf-8-sig")
    first = text.split("\n", 1)[0]
    return list(csv.DictReader(io.StringIO(text), delimiter=max(";,\t", key=first.count)))


def date(text):
    day, month, year = text.split("/")
    return datetime.date(int(year), int(month), int(day))


def read_csv(archive, _):
    head = rows(archive, "thong-tin.csv")[0]
    activities = [
        (r["Mã hoạt động"], date(r["Ngày thực hiện"]), r["Nhiệm vụ"], r["Mã nội dung"], r["Hình thức"], r["Sản phẩm"],
         int(r["Số lượng"] or 0), int(r["Số người tham gia"] or 0), r["Tên hoạt động, sản phẩm"])
        for r in rows(archive, "hoat-dong.csv")
    ]
    told = {r["Mã chỉ tiêu"]: Decimal(r["Giá trị"]) for r in rows(archive, "chi-tieu.csv")}
    texts = {r["Mục"]: r["Nội dung"] for r in rows(archive, "thuyet-minh.csv")}
    return head["Mã đơn vị"], head["Kỳ báo cáo"] + "/" + head["Năm học"], activities, told, texts


def check(kind, activities, told, texts, parts, peers):
    found = []
    get = told.get

    def rule(code, holds):
        if not holds:
            found.append(code)

    if "CT15" in told and "CT14" in told:
        rule("R01", get("CT15") <= get("CT14"))
    if "CT17" in told and "CT16" in told:
        rule("R02", get("CT17") <= get("CT16"))
    if "CT23" in told and "CT20" in told:
        rule("R03", get("CT23") <= get("CT20"))
    if kind in ("CSGD_SO", "CSGD_XA", "CSGD_KHAC") and sum(a[7] for a in activities) > 0:
        rule("R04", get("CT08", 0) + get("CT09", 0) > 0)
    if get("CT17", 0) > 0:
        rule("R05", any(a[3] == "ND3" for a in activities))
    if get("CT20", 0) > 0:
        rule("R06", get("CT20") >= 100000)
    for code, value in told.items():
        if code in parts:
            rule("R07", value >= parts[code])
        if len(peers.get(code, ())) >= 5:
            rule("R08", value <= 10 * statistics.median(peers[code]))
        if code in ("CT18", "CT21"):
            rule("R10", value in (0, 1))
    if get("CT12", 0) > 0:
        rule("R09", bool(texts.get("DULUAN")))
    return found


def main():
    schema_file, units_file, folder, out, form = sys.argv[1:]
    schema = None
    if form == "xml":
        from lxml import etree

        schema = etree.XMLSchema(etree.parse(schema_file))
    with open(units_file, encoding="utf-8-sig") as file:
        units = {row["ma"]: row for row in csv.DictReader(file)}
    os.makedirs(out)
    database = sqlite3.connect(os.path.join(out, "ledger.sqlite"))
    database.execute("create table submission(id integer primary key, unit, period, sha256, findings)")
    database.execute("create table activity(submission, ma, ngay, nv, nd, ht, sp, quantity, people, ten)")
    database.execute("create table told(submission, code, value)")
    peers, totals = {}, [0, 0, 0]
    for number, name in enumerate(sorted(n for n in os.listdir(folder) if n.endswith(".zip")), 1):
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        unit, period, activities, told, texts = (read_xml if form == "xml" else read_csv)(
            zipfile.ZipFile(io.BytesIO(data)), schema)
        kind = units[unit]["loai"]
        mine = peers.setdefault((kind, units[unit]["cap"]), {})
        found = check(kind, activities, told, texts, {}, mine)
        for code, value in told.items():
            mine.setdefault(code, []).append(value)
        digest = hashlib.sha256(data).hexdigest()
        database.execute("insert into submission values(?,?,?,?,?)", (number, unit, period, digest, json.dumps(found)))
        database.executemany(
            "insert into activity values(?,?,?,?,?,?,?,?,?,?)", [(number, a[0], a[1].isoformat(), *a[2:]) for a in activities])
        database.executemany("insert into told values(?,?,?)", [(number, c, str(v)) for c, v in told.items()])
        with open(os.path.join(out, digest), "wb") as file:
            file.write(data)
        receipt = {
            "receipt": f"BN-{number:06}", "file": name, "sha256": digest, "unit": unit, "period": period,
            "counts": {"activities": len(activities), "indicators": len(told), "narratives": len(texts)}, "issues": found,
            "figures": {"indicators": {c: str(v) for c, v in told.items()}, "texts": texts}}
        with open(os.path.join(out, f"{name}.json"), "w", encoding="utf-8") as file:
            json.dump(receipt, file, ensure_ascii=False)
        totals[0] += len(activities)
        totals[1] += sum(a[6] for a in activities)
        totals[2] += sum(a[7] for a in activities)
    database.commit()
    os.sync()
    print(*totals)


main()
