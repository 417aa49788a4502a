"""The question of `query --by nhiemVu,hinhThuc`, asked of DuckDB in a process of its own.

    query.py FILE FROM TO        prints the rows as JSON
    query.py FILE --load FOLDER  makes the file of the XML bundles in a folder"""
import csv
import json
import os
import sys
import zipfile
from xml.etree import ElementTree

import duckdb


def activities(folder):
    space = "{urn:tonghop:bao-cao:1}"
    for name in sorted(os.listdir(folder)):
        if name.endswith(".zip"):
            with zipfile.ZipFile(os.path.join(folder, name)) as bundle:
                root = ElementTree.fromstring(bundle.read("bao-cao.xml"))
            for row in root.iterfind(f"{space}hoatDong/{space}muc"):
                yield (name[:-4], row.get("ngay"), row.get("nhiemVu"), row.get("hinhThuc"), int(row.get("soLuong") or 0),
                       int(row.get("soNguoi") or 0))


def load(file, folder):
    base = duckdb.connect(file)
    base.execute("CREATE TABLE activity(unit VARCHAR, day DATE, task VARCHAR, channel VARCHAR, quantity BIGINT, people BIGINT)")
    path = file + ".csv"
    with open(path, "w", newline="") as out:
        csv.writer(out).writerows(activities(folder))
    base.execute(f"INSERT INTO activity SELECT * FROM read_csv('{path}', header=false, auto_detect=false, columns={{'u':'VARCHAR',"
                 "'d':'DATE','t':'VARCHAR','c':'VARCHAR','q':'BIGINT','p':'BIGINT'})")
    os.remove(path)


def ask(file, first, last):
    rows = duckdb.connect(file, read_only=True).execute(
        "SELECT task, channel, count(*), sum(quantity), sum(people), count(DISTINCT unit) FROM activity "
        "WHERE day BETWEEN ? AND ? GROUP BY 1, 2 ORDER BY 1, 2", [first, last]).fetchall()
    print(json.dumps([[*row[:2], *map(int, row[2:])] for row in rows]))


if sys.argv[2] == "--load":
    load(sys.argv[1], sys.argv[3])
else:
    ask(*sys.argv[1:])
