#!/usr/bin/env python3
"""Writes the bundles of the second plan's first quarter. The folder of a bundle is the day it arrives; running it again gives the
same bytes."""
import os
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "LD-NQ57"))
from make import write_zip  # noqa: E402


def xml(unit, activities, told, period='loai="Q1" nam="2027"'):
    rows = "".join(f'<muc ma="{ma}" ngay="{day}" nhiemVu="{task}" hinhThuc="{how}" sanPham="{what}" soLuong="{count}" '
                   f'soNguoi="{people}"><ten>{title}</ten></muc>' for ma, day, task, how, what, count, people, title in activities)
    values = "".join(f'<muc ma="{code}">{value}</muc>' for code, value in told.items())
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<baoCao xmlns="urn:tonghop:bao-cao:1" phienBan="1.0">'
            f"<thongTin><cheDo>LD-NQ71</cheDo><donVi>{unit}</donVi><ky {period}/><ngayLap>2027-03-15</ngayLap></thongTin>"
            f"<hoatDong>{rows}</hoatDong><chiTieu>{values}</chiTieu>"
            f'<thuyetMinh><muc ma="KETQUA">Đơn vị đã thực hiện theo kế hoạch.</muc></thuyetMinh></baoCao>\n').encode()


def csv(unit, activities, told):
    def table(rows):
        return ("\ufeff" + "\r\n".join(";".join(str(cell) for cell in row) for row in rows) + "\r\n").encode()
    return [
        ("thong-tin.csv", table([["Chế độ báo cáo", "Mã đơn vị", "Kỳ báo cáo", "Năm", "Ngày lập"],
                                 ["LD-NQ71", unit, "Q1", "2027", "15/3/2027"]])),
        ("hoat-dong.csv", table([["ma", "ngay", "nhiem_vu", "hinh_thuc", "san_pham", "so_luong", "so_nguoi", "ten"]] + activities)),
        ("chi-tieu.csv", table([["ma", "gia_tri"]] + [[code, str(value).replace(".", ",")] for code, value in told.items()])),
        ("thuyet-minh.csv", table([["muc", "noi_dung"], ["KETQUA", "Đơn vị đã thực hiện theo kế hoạch."]])),
    ]


def main():
    target = os.path.join(HERE, "bundles")
    shutil.rmtree(target, ignore_errors=True)

    def bundle(day, name, files):
        os.makedirs(os.path.join(target, day), exist_ok=True)
        write_zip(os.path.join(target, day, name), files)

    def session(day, people):
        return ("B1", day, "N1", "TR", "BUOI", 1, people, "Buổi phổ biến Nghị quyết số 71-NQ/TW")

    def material(day, count):
        return ("H1", day, "N2", "TT", "HOCLIEU", count, 0, "Học liệu số dùng chung của tổ chuyên môn")

    bundle("2027-03-16", "thpt001-q1.zip", [("bao-cao.xml", xml(
        "SO-THPT-001", [session("2027-01-12", 60), material("2027-02-20", 4)],
        {"S2": 60, "S3": 200, "S4": 20, "S5": 18, "S6": "1.5", "S7": 2000000}))])
    bundle("2027-03-16", "thpt002-q1.zip", csv(
        "SO-THPT-002", [session("2027-01-13", 70)], {"S2": 70, "S3": 0, "S4": 24, "S5": 24}))
    # Connected classrooms above all classrooms: refused, and sent again the next day.
    bundle("2027-03-17", "thpt003-q1.zip", [("bao-cao.xml", xml(
        "SO-THPT-003", [session("2027-01-14", 80)], {"S2": 80, "S4": 18, "S5": 20}))])
    bundle("2027-03-18", "thpt003-q1-sua.zip", [("bao-cao.xml", xml(
        "SO-THPT-003", [session("2027-01-14", 80)], {"S2": 80, "S4": 20, "S5": 18}))])
    # After the due day (Thursday 18 March 2027).
    bundle("2027-03-19", "gdtx001-q1.zip", csv(
        "SO-GDTX-001", [material("2027-03-01", 3)], {"S2": 0, "S4": 10, "S5": 5, "S6": 0.5}))
    # An office is invited.
    bundle("2027-03-16", "vp-q1.zip", [("bao-cao.xml", xml(
        "VP", [("V1", "2027-01-05", "N1", "TT", "TINBAI", 6, 0, "Loạt bài về Nghị quyết số 71-NQ/TW")], {"S7": 1500000}))])


if __name__ == "__main__":
    main()
