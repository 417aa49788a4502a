"""Registries and regimes with mistakes; they are given to `units import` and `regime check`."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[3]
HEAD = "ma,ten,loai,cap,xa,vung,email,tu_ngay,den_ngay,dau_moi,thay_the\n"
COMMUNE = "XA-01,UBND xã Mẫu 01,UBND_XA,,,Vùng 1,,,,,\n"


def units(*rows):
    return {"units.csv": (HEAD + COMMUNE + "".join(row + "\n" for row in rows)).encode()}


def plan(old, new):
    text = (ROOT / "Schemas/plans/LD-NQ57/regime.xml").read_text()
    assert text.count(old) >= 1, old
    return {"bad.xml": text.replace(old, new, 1).encode()}


def cases():
    yield "REG-ROW", units("SO-001,Trường THPT Mẫu 001,CSGD_SO,THPT,XA-01,Vùng 1,,2026-09-01,2026-08-31,,")
    yield "REG-CODE", units("SO-001,Trường THPT Mẫu 001,CSGD_SO,THPT,XA-09,Vùng 1,,,,,")
    yield "REG-TWICE", units("SO-001,Trường THPT Mẫu 001,CSGD_SO,THPT,XA-01,Vùng 1,,,,,",
                             "SO-001,Trường THPT Mẫu 001 (cơ sở 2),CSGD_SO,THPT,XA-01,Vùng 1,,,,,")
    yield "REG-USED", units("SO-002,Trường THPT Mẫu 002,CSGD_SO,THPT,XA-01,Vùng 1,,,,,"), {"after": "CSV-PERSONAL"}
    yield "REG-SCHEMA", plan('<quyTac>', '<quyTacs/>\n  <quyTac>')
    yield "REG-UNKNOWN", plan('noiDung="ND1"', 'noiDung="ND9"')
    yield "REG-RULE", plan("CT15 ≤ CT14", "CT15 ≤ CT41")
    yield "REG-SCHEDULE", plan('den="1/01-17"', 'den="1/02-30"')
