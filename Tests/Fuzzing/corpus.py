#!/usr/bin/env python3
"""Writes the small corpora that fuzzing starts from: good reports in every encoding and every kind of archive.

Archives with a fault of their own are those of Samples/gallery, which the fuzzer reads as well.
"""

import html
import pathlib
import re
import struct
import sys
import unicodedata
import zlib

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Samples/gallery"))
from make import archives, encodings, forms  # noqa: E402

TCVN3 = dict(zip(
    "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđĂÂÊÔƠƯĐ",
    bytes.fromhex("b5b6b7b8b9bbbcbdbec6c7c8c9cacbcccecfd0d1d2d3d4d5d6d7d8dcdddedfe1e2e3e4e5e6e7e8e9eaebecedeeeff1f2f3f4"
                  "f5f6f7f8f9fafbfcfdfea8a9aaabacadaea1a2a3a4a5a6a7")))
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def windows1258(text):
    """Base letters composed, tones after them, as Windows' own keyboard types."""
    out = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in TONES)
        out.append(unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONES)) + tone)
    return "".join(out).encode("cp1258", "replace")


def tcvn3(text):
    return b"".join(bytes([TCVN3[letter]]) if letter in TCVN3 else letter.encode("ascii", "replace")
                    for letter in unicodedata.normalize("NFC", text))


CSV = {
    "utf-8": lambda text: text.encode(), "utf-8-bom": lambda text: text.encode("utf-8-sig"),
    "utf-16le": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16be": lambda text: b"\xfe\xff" + text.encode("utf-16-be"), "windows-1258": windows1258, "tcvn3": tcvn3,
    "vni": encodings.vni, "lost": encodings.lost, "mojibake": lambda text: encodings.mojibake(text).encode(),
}


def descriptor(name, data):
    """An entry whose sizes follow it."""
    packed = archives.Entry(name, data, 8)
    head = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0x0808, 8, 0, 0, 0, 0, 0, len(packed.name), 0) + packed.name
    tail = struct.pack("<IIII", 0x08074B50, packed.crc, len(packed.data), packed.size)
    packed.flags, packed.offset = 0x0808, 0
    return archives.archive([packed], before=head + packed.data + tail)


def unicode_path(name, data):
    """A name in CP437 with its Unicode Path beside it."""
    entry = archives.Entry(b"b\xa0o-c\xa0o.xml", data, flags=0)
    extra = struct.pack("<HHBI", 0x7075, 5 + len(name.encode()), 1, zlib.crc32(entry.name)) + name.encode()
    local = bytearray(archives.local(entry))
    local[28:30] = struct.pack("<H", len(extra))
    local[30 + len(entry.name):30 + len(entry.name)] = extra
    central = bytearray(archives.central(entry, 0))
    central[30:32] = struct.pack("<H", len(extra))
    central += extra
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(central), len(local), 0)
    return bytes(local + central) + end


def zip64(name, data):
    """An archive that tells its directory's place in 64 bits."""
    entry = archives.Entry(name, data)
    body, directory = archives.local(entry), archives.central(entry, 0)
    record = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 1, 1, len(directory), len(body))
    locator = struct.pack("<IIQI", 0x07064B50, 0, len(body) + len(directory), 1)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return body + directory + record + locator + end


def write(root):
    def put(target, name, data):
        (root / target).mkdir(parents=True, exist_ok=True)
        (root / target / name).write_bytes(data)

    report = forms.Report().exemplar()
    table, document = report.text("hoat-dong"), report.xml().encode()
    for name, encode in CSV.items():
        put("csv", f"{name}.csv", encode(table))
        files = {f"{file}.csv": encode(report.text(file)) for file in report.rows}
        put("check", f"csv-{name}.zip", archives.of(files))
    put("csv", "tab.csv", report.text("hoat-dong", "\t").encode())
    put("csv", "sep.csv", b"sep=,\r\n" + report.text("hoat-dong", ",").encode())
    put("csv", "quoted.csv", 'Mục;Nội dung\r\n"KETQUA";"Đã ""tổ chức""\r\nhai buổi"\r\n'.encode())
    put("xml", "utf-8.xml", document)
    put("xml", "utf-16.xml", document.decode().replace("UTF-8", "UTF-16").encode("utf-16"))
    put("xml", "entities.xml", document.replace(b"STEM", b"&#83;TEM &amp; <![CDATA[AI <1>]]><!-- x --><?y z?>", 1))
    kinds = {
        "stored.zip": archives.of({"bao-cao.xml": document}),
        "deflate.zip": archives.archive([archives.Entry("bao-cao.xml", document, 8)]),
        "descriptor.zip": descriptor("bao-cao.xml", document), "zip64.zip": zip64("bao-cao.xml", document),
        "unicode-path.zip": unicode_path("báo-cáo.xml", document),
    }
    plan = (ROOT / "Schemas/plans/LD-NQ57/regime.xml").read_text()
    for number, rule in enumerate(re.findall("<bieuThuc>(.*?)</bieuThuc>", plan), start=1):
        put("rule", f"{number:02}.txt", html.unescape(rule).encode())
    put("rule", "filters.txt", b"sum(people where product in (SUKIEN, TINBAI) and channel = HT2) / 2.5 >= -CT08 * (1 + 2)")
    put("rule", "words.txt", "not (text(DULUAN) and it ≠ parts(CT08)) or count(exemplars where area = ND3) < 2".encode())
    small = (ROOT / "Samples/NQ71/regime.xml").read_bytes()
    put("regime", "small.xml", small)
    put("regime", "no-rules.xml", re.sub(b"(?s)<quyTac>.*</quyTac>", b"<quyTac/>", small))
    put("regime", "unknown-code.xml", small.replace(b'tu="S5" mau="S4"', b'tu="S5" mau="S9"'))
    for name, data in kinds.items():
        put("zip", name, data)
        put("check", f"xml-{name}", data)


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "corpus")
