"""A report that is accepted as it is, as CSV files and as XML; cases change what they need."""

import copy

TITLES = {
    "thong-tin": ["Chế độ báo cáo", "Mã đơn vị", "Tên đơn vị", "Kỳ báo cáo", "Năm học", "Lần nộp", "Không phát sinh",
                  "Người lập", "Người ký", "Ngày lập"],
    "hoat-dong": ["Mã hoạt động", "Ngày thực hiện", "Nhiệm vụ", "Mã nội dung", "Hình thức", "Sản phẩm",
                  "Chủ đề lồng ghép", "Số lượng", "Số người tham gia", "Tên hoạt động, sản phẩm", "Đường dẫn (link)",
                  "Ghi chú"],
    "chi-tieu": ["Mã chỉ tiêu", "Giá trị", "Ghi chú"],
    "mo-hinh": ["Mã mô hình", "Mã nội dung", "Tên mô hình", "Mô tả", "Tác giả", "Đường dẫn (link)", "Minh chứng"],
    "thuyet-minh": ["Mục", "Nội dung"],
    "giai-trinh": ["Quy tắc", "Nội dung"],
}

VALUES = {"CT08": "45", "CT09": "1250", "CT12": "0", "CT13": "3", "CT14": "62", "CT15": "40", "CT16": "900",
          "CT17": "120", "CT18": "1", "CT19": "2", "CT20": "12500000", "CT21": "1", "CT23": "10000000"}

SUMMARY = ("Học sinh lập nhóm tự làm trạm đo mưa và nhiệt độ bằng vật liệu tái chế, ghi số liệu mỗi ngày và trình bày "
           "trong giờ sinh hoạt dưới cờ.")


class Report:
    """One report: rows by file, each row a list in the order of TITLES."""

    def __init__(self, unit="SO-001", name="Trường THPT Mẫu 001", period="HK1", year="2026-2027", number=""):
        self.titles = copy.deepcopy(TITLES)
        self.rows = {
            "thong-tin": [["LD-NQ57", unit, name, period, year, number, "", "Người lập Mẫu", "Người ký Mẫu",
                           "15/01/2027"]],
            "hoat-dong": [["HD01", "20/10/2026", "NV05", "ND3", "HT2", "NGOAIKHOA", "", "1", "120", "Ngày hội STEM Mẫu",
                           "", ""]],
            "chi-tieu": [[code, value, ""] for code, value in VALUES.items()],
            "thuyet-minh": [["KETQUA", "Trường đã tổ chức ngày hội STEM cho học sinh toàn trường."]],
        }

    def set(self, file, row, column, value):
        """Writes a cell; the row counts from 0 below the titles."""
        self.rows[file][row][self.titles[file].index(column)] = value
        return self

    def header(self, column, value):
        return self.set("thong-tin", 0, column, value)

    def activity(self, column, value, row=0):
        return self.set("hoat-dong", row, column, value)

    def indicator(self, code, value):
        """Tells another value; None takes the indicator out."""
        self.rows["chi-tieu"] = [[c, value if c == code else v, n] for c, v, n in self.rows["chi-tieu"]
                                 if c != code or value is not None]
        return self

    def add(self, file, *row):
        self.rows.setdefault(file, []).append(list(row) + [""] * (len(self.titles[file]) - len(row)))
        return self

    def exemplar(self, code="MH01", area="ND3", title="Trạm thời tiết của em", summary=SUMMARY, evidence=""):
        return self.add("mo-hinh", code, area, title, summary, "", "", evidence)

    def drop(self, file):
        self.rows.pop(file)
        return self

    def text(self, file, delimiter=";"):
        def cell(value):
            quoted = any(mark in value for mark in (delimiter, '"', "\n"))
            return '"' + value.replace('"', '""') + '"' if quoted else value
        lines = [self.titles[file]] + self.rows[file]
        return "".join(delimiter.join(cell(value) for value in line) + "\r\n" for line in lines)

    def csv(self, folder="", encoding="utf-8-sig", **texts):
        """The files of a CSV submission; a keyword replaces one file's text or bytes."""
        files = {}
        for file in TITLES:
            if file in self.rows or file.replace("-", "_") in texts:
                body = texts.get(file.replace("-", "_"))
                body = self.text(file) if body is None else body
                files[f"{folder}{file}.csv"] = body if isinstance(body, bytes) else body.encode(encoding)
        return files

    def xml(self):
        """The same as a document; the date is written as XML writes dates."""
        def escape(value):
            return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        head = dict(zip(TITLES["thong-tin"], self.rows["thong-tin"][0]))
        def date(text):
            day, month, year = text.split("/")
            return f"{year}-{month}-{day}"
        out = ['<?xml version="1.0" encoding="UTF-8"?>', '<baoCao xmlns="urn:tonghop:bao-cao:1" phienBan="1.0">',
               "  <thongTin>", f"    <cheDo>{head['Chế độ báo cáo']}</cheDo>", f"    <donVi>{head['Mã đơn vị']}</donVi>",
               f"    <ky loai=\"{head['Kỳ báo cáo']}\" namHoc=\"{head['Năm học']}\"/>",
               f"    <nguoiLap>{head['Người lập']}</nguoiLap>", f"    <nguoiKy>{head['Người ký']}</nguoiKy>",
               f"    <ngayLap>{date(head['Ngày lập'])}</ngayLap>", "  </thongTin>", "  <hoatDong>"]
        for row in self.rows["hoat-dong"]:
            code, day, task, area, channel, product, _, count, people, title, _, _ = row
            out.append(f'    <muc ma="{code}" ngay="{date(day)}" nhiemVu="{task}" noiDung="{area}" hinhThuc="{channel}" '
                       f'sanPham="{product}" soLuong="{count}" soNguoi="{people}"><ten>{escape(title)}</ten></muc>')
        out += ["  </hoatDong>", "  <chiTieu>"]
        out += [f'    <muc ma="{code}">{value}</muc>' for code, value, _ in self.rows["chi-tieu"]]
        out += ["  </chiTieu>", "  <thuyetMinh>"]
        out += [f'    <muc ma="{code}">{escape(text)}</muc>' for code, text in self.rows["thuyet-minh"]]
        out += ["  </thuyetMinh>", "</baoCao>", ""]
        return "\n".join(out)
