#!/usr/bin/env python3
"""Writes the inputs of every case of the gallery.   make.py [FOLDER]

The results (bien-nhan.json) and README.md are recorded by the tests, not here.
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True
from make import contents, plans, tables, xmls, zips  # noqa: E402


def write(root):
    groups = [zips.cases(), xmls.cases(), tables.cases(), tables.headers(), contents.cases(), plans.cases(), contents.rules()]
    for group in groups:
        for code, files, *more in group:
            folder = root / code
            folder.mkdir(parents=True, exist_ok=True)
            for name, data in files.items():
                (folder / name).write_bytes(data)
            if more:
                (folder / "case.json").write_text(json.dumps(more[0], ensure_ascii=False, sort_keys=True) + "\n")


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
