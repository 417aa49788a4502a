"""A Word file with a table of so many rows, by docxtpl: letter.py ROWS OUT; with 0 rows the rest of the work."""
import sys

import docx
from docxtpl import DocxTemplate

count, out = int(sys.argv[1]), sys.argv[2]
document = docx.Document()
table = document.add_table(3, 6)
table.cell(0, 0).text = "{%tr for r in rows %}"
for column in range(6):
    table.cell(1, column).text = "{{ r[%d] }}" % column
table.cell(2, 0).text = "{%tr endfor %}"
document.save(out + ".template")
template = DocxTemplate(out + ".template")
template.render({"rows": [(n + 1, f"Trường Mẫu {n + 1}", n * 7 % 90, n * 11 % 400, n * 13 % 5000, 1) for n in range(count)]}, autoescape=True)
template.save(out)
