"""XML as software of vendors writes it, and as it must not be."""

from .archives import of
from .forms import Report

REPORT = Report().xml()


def case(text):
    return {"goi.zip": of({"bao-cao.xml": text})}


def cases():
    yield "XML-SYNTAX", case(REPORT.replace("</ten></muc>", "</ten>", 1))
    yield "XML-ENCODING", case(REPORT.replace('encoding="UTF-8"', 'encoding="windows-1258"'))
    yield "XML-DOCTYPE", case(REPORT.replace("<baoCao ", '<!DOCTYPE baoCao [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<baoCao ', 1))
    yield "XML-LIMIT", case(REPORT.replace("<hoatDong>", "<hoatDong " + " ".join(f'a{n}="1"' for n in range(40)) + ">", 1))
    yield "XML-NAMESPACE", case(REPORT.replace("urn:tonghop:bao-cao:1", "urn:tonghop:bao-cao:2"))
    yield "XML-VERSION", case(REPORT.replace('phienBan="1.0"', 'phienBan="2.0"'))
    yield "XML-ELEMENT", case(REPORT.replace("<nguoiKy>", "<nguoiKi>").replace("</nguoiKy>", "</nguoiKi>"))
    yield "XML-ATTRIBUTE", case(REPORT.replace('soNguoi="120"', 'soNguoi="120" diaDiem="Sân trường"'))
    yield "XML-TWICE", case(REPORT.replace("<nguoiLap>", "<nguoiLap>Người lập Mẫu</nguoiLap><nguoiLap>", 1))
    yield "XML-SCHEMA", case(REPORT.replace("<hoatDong>", "<hoatDong>chưa có", 1))
