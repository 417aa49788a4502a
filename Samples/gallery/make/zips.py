"""Bundles as archivers, and people with bad intent, make them."""

from .archives import Entry, archive, of
from .forms import Report

REPORT = Report().xml()


def one(name="bao-cao.xml", data=REPORT, **over):
    return archive([Entry(name, data.encode() if isinstance(data, str) else data, **over)])


def overlapping():
    first = Entry("bao-cao.xml", REPORT.encode())
    second = Entry("ban-sao.xml", REPORT.encode(), offset=0)
    return archive([first, second])


def workbook():
    return of({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})


def cases():
    small = Report().csv()
    yield "ZIP-NOTZIP", {"goi.zip": b"Rar!\x1a\x07\x01\x00" + bytes(64)}
    yield "ZIP-XLSX", {"goi.zip": workbook()}
    yield "ZIP-XLS", {"goi.zip": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)}
    yield "ZIP-EMPTY", {"goi.zip": archive([])}
    broken = bytearray(one(method=8))
    broken[0x2A + 6] ^= 0xFF
    yield "ZIP-BROKEN", {"goi.zip": bytes(broken)}
    yield "ZIP-TRUNCATED", {"goi.zip": one()[:-60]}
    yield "ZIP-SIZE", {"goi.zip": of(small)}, {"limits": {"archiveBytes": 1000}}
    pupils = of({"danh-sach-hoc-sinh.csv": "STT;Họ tên;Ngày sinh\n1;(họ tên);02/09/2012\n"})
    yield "ZIP-PURGED", {"1.zip": pupils, "2.zip": pupils}, {"purged": "1.zip"}
    yield "ZIP-UNREADABLE", {"goi.zip": one()}, {"tries": 3}
    yield "ZIP-ENTRIES", {"goi.zip": of(small)}, {"limits": {"entries": 3}}
    yield "ZIP-ENTRYSIZE", {"goi.zip": of(small)}, {"limits": {"parsedEntryBytes": 200}}
    yield "ZIP-TOTAL", {"goi.zip": of(small)}, {"limits": {"totalBytes": 500}}
    yield "ZIP-RATIO", {"goi.zip": archive([Entry("bao-cao.xml", bytes(4 << 20), 8)])}
    two = {**Report().csv("truong-1/"), **Report("SO-002", "Trường THPT Mẫu 002").csv("truong-2/")}
    yield "ZIP-SUBMISSIONS", {"goi.zip": of(two)}, {"limits": {"submissions": 1}}
    yield "ZIP-ENCRYPTED", {"goi.zip": one(flags=0x0801)}
    yield "ZIP-METHOD", {"goi.zip": one(method=14)}
    yield "ZIP-ABSOLUTE", {"goi.zip": one("/bao-cao.xml")}
    yield "ZIP-PARENT", {"goi.zip": one("../bao-cao.xml")}
    yield "ZIP-DRIVE", {"goi.zip": one("D:/bao-cao.xml")}
    yield "ZIP-BACKSLASH", {"goi.zip": one("hk1\\bao-cao.xml")}
    yield "ZIP-NUL", {"goi.zip": one("bao-cao.xml\0.txt")}
    yield "ZIP-NAME", {"goi.zip": one("")}
    yield "ZIP-SYMLINK", {"goi.zip": archive([("bao-cao.xml", REPORT.encode()),
                                              Entry("minh-chung/anh.jpg", b"/etc/passwd", mode=0o120777, made_by=0x0314)])}
    yield "ZIP-SPECIAL", {"goi.zip": archive([("bao-cao.xml", REPORT.encode()),
                                              Entry("minh-chung/ong", b"", mode=0o010644, made_by=0x0314)])}
    yield "ZIP-TWICE", {"goi.zip": archive([("bao-cao.xml", REPORT.encode()), ("BAO-CAO.xml", REPORT.encode())])}
    yield "ZIP-OVERLAP", {"goi.zip": overlapping()}
    yield "ZIP-MISMATCH", {"goi.zip": one(local_name=b"bao-cao.csv")}
    yield "ZIP-CRC", {"goi.zip": one(crc=0x12345678)}
    yield "ZIP-JUNK", {"goi.zip": archive([("bao-cao.xml", REPORT.encode())], before=b"MZ" + bytes(30))}
    yield "ZIP-MULTIDISK", {"goi.zip": archive([("bao-cao.xml", REPORT.encode())], disk=1)}
    yield "ZIP-NESTED", {"goi.zip": of({**small, "truong/hk1.zip": of(two)})}
    yield "ZIP-STRAY", {"goi.zip": of({**small, "ke-hoach.docx": "Kế hoạch truyền thông năm học 2026 - 2027"})}
