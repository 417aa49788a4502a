#!/usr/bin/env python3
"""What the program takes beside programs that do the same, on the same data, in one sitting; written to RESULTS.md.

    Tests/Benchmarks/all.py [--program P] [--units 1605] [--activities 60] [--runs 3] [--check]

Runs are taken in turns and their answers compared first: a result counts only if the totals are equal. A ratio is that of the
medians; beside it stand the least and the most. `--check` asks each row once of little data, for correctness alone, and
writes nothing. Needs gcc, libxml2-dev, zlib1g-dev and libxlsxwriter-dev; lxml, duckdb and docxtpl come into an environment of
the benchmark's own."""
import argparse
import json
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from xml.etree import ElementTree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from ingest import HERE, ROOT, SCHEMA, Bench, run  # noqa: E402

WINDOW = ("2026-12-15", "2027-06-14")
NOW = "2027-06-16T09:00:00+07:00"


def timed(command, **more):
    """Seconds, and what it printed."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **more)
    if done.returncode not in (0, 1):
        sys.exit(f"{command} ended with {done.returncode}")
    return time.perf_counter() - start, done.stdout


class Suite:
    def __init__(self, options, scratch):
        self.options, self.scratch, self.rows = options, scratch, []
        self.bench = Bench(options, scratch)
        self.program = self.bench.program
        self.python = f"{scratch}/peers/bin/python"
        run([sys.executable, "-m", "venv", f"{scratch}/peers"])
        run([self.python, "-m", "pip", "install", "-q", "lxml", "duckdb", "docxtpl"])
        self.bench.python = self.python
        run(["gcc", "-O2", "-o", f"{scratch}/sheet", os.path.join(HERE, "peers/sheet.c"), "-lxlsxwriter"])

    def say(self, job, beside, limit, own, other):
        """A row of the table: medians, their ratio, and least and most of both."""
        ratio = statistics.median(own) / statistics.median(other)
        # Seconds a unit are thousandths.
        digits = 2 if max(own + other) >= 0.1 else 5
        spread = " / ".join(f"{min(times):.{digits}f}–{max(times):.{digits}f}" for times in (own, other))
        self.rows.append(f"| {job} | {beside} | {limit} | {statistics.median(own):.{digits}f} s | {statistics.median(other):.{digits}f} s | {spread} "
                         f"| **{ratio:.2f}** | {'yes' if ratio <= limit else 'no'} |")
        print(self.rows[-1], flush=True)

    def turns(self, own, other):
        pairs = [(own(), other()) for _ in range(self.options.runs)]
        return [pair[0] for pair in pairs], [pair[1] for pair in pairs]

    def same(self, what, own, other):
        if own != other:
            sys.exit(f"{what}: {str(own)[:200]} is not {str(other)[:200]}")

    # Taking in.

    def intake(self):
        for form, name, limits in (("xml", "XML", {"C floor": 1.7, "Python, lxml": 1 / 6}), ("csv", "CSV", {"Python, csv": 1 / 6})):
            own, others = [], {}
            for _ in range(self.options.runs):
                elapsed, _, totals = self.bench.tonghop(form)
                own.append(elapsed)
                for peer, command in self.bench.peers(form).items():
                    elapsed, _, answer = self.bench.other(command)
                    self.same(peer, answer, totals)
                    others.setdefault(peer, []).append(elapsed)
            for peer, limit in limits.items():
                self.say(f"ingest of {self.options.units} {name} bundles of {self.options.activities} activities", peer, round(limit, 2),
                         own, others[peer])

    def damaged(self):
        """A fault in every row: days that are none, unknown codes, rows too long, quotes in the open."""
        clean, broken = self.bench.data["csv"], f"{self.scratch}/broken"
        os.makedirs(broken)
        shutil.copy(f"{clean}/units.csv", broken)
        for name in os.listdir(clean):
            if not name.endswith(".zip"):
                continue
            with zipfile.ZipFile(f"{clean}/{name}") as old, zipfile.ZipFile(f"{broken}/{name}", "w", zipfile.ZIP_DEFLATED) as new:
                for member in old.namelist():
                    data = old.read(member)
                    if member == "hoat-dong.csv":
                        head, *lines = data.split(b"\n")
                        wrong = [self.spoiled(line, number) for number, line in enumerate(lines) if line.strip()]
                        data = b"\n".join([head, *wrong, b""])
                    new.writestr(member, data)
        self.bench.data["broken"] = broken

        def take(form):
            folder = self.bench.workspace(form)
            return timed([self.program, "ingest", "--workspace", folder, "--now", "2027-01-20T08:00:00+07:00"])[0]

        self.say("ingest of bundles with a fault in every row", "the same without", 1.3, *self.turns(lambda: take("broken"), lambda: take("csv")))

    @staticmethod
    def spoiled(line, number):
        return [re.sub(rb"\d{1,2}/\d{1,2}/(\d{4})", rb"31/02/\1", line, count=1), line.replace(b"NV0", b"NV9", 1),
                line.rstrip() + b";;;;x;y", line.replace(b"HT", b"\"HT", 1)][number % 4]

    # Asking.

    def year(self):
        """A workspace with both semesters, what its ingest took, and DuckDB's file of the same activities."""
        self.folder = f"{self.scratch}/year"
        self.base = f"{self.scratch}/base.duckdb"
        data = {}
        for half in ("HK1", "HK2"):
            data[half] = f"{self.scratch}/{half}"
            run([self.program, "generate", "--units", str(self.options.units), "--activities", str(self.options.activities), "--seed",
                 "7", "--period", f"{half}/2026-2027", "--out", data[half]])
        run([self.program, "init", self.folder, "--units", f"{data['HK1']}/units.csv", "--now", "2026-12-01T08:00:00+07:00"])
        self.taken = 0
        for half, day in (("HK1", "2027-01-20"), ("HK2", "2027-06-10")):
            for name in os.listdir(data[half]):
                if name.endswith(".zip"):
                    shutil.copy(f"{data[half]}/{name}", f"{self.folder}/inbox/{half}-{name}")
            time.sleep(3)
            self.taken += timed([self.program, "ingest", "--workspace", self.folder, "--now", f"{day}T08:00:00+07:00"])[0]
        both = f"{self.scratch}/both"
        os.makedirs(both)
        for half, folder in data.items():
            for name in os.listdir(folder):
                if name.endswith(".zip"):
                    os.link(f"{folder}/{name}", f"{both}/{name[:-4]}.{half}.zip")
        run([self.python, os.path.join(HERE, "peers/query.py"), self.base, "--load", both])
        self.spare = f"{data['HK1']}/{next(name for name in sorted(os.listdir(data['HK1'])) if name.endswith('.zip'))}"

    def ask(self):
        return timed([self.python, os.path.join(HERE, "peers/query.py"), self.base, *WINDOW])

    def query(self, folder=None):
        return timed([self.program, "query", "--by", "nhiemVu,hinhThuc", "--from", WINDOW[0], "--to", WINDOW[1], "--format", "json",
                      "--workspace", folder or self.folder])

    def report(self, form="json"):
        out = f"{self.scratch}/reports"
        shutil.rmtree(out, ignore_errors=True)
        seconds = timed([self.program, "report", "half-year", "2027-1", "--to", "ubnd-tinh", "--format", form, "--out", out, "--workspace",
                         self.folder, "--now", NOW])[0]
        return seconds, os.path.join(out, os.listdir(out)[0])

    def asking(self):
        own = [[row["nhiemVu"], row["hinhThuc"], row["records"], row["soLuong"], row["soNguoi"]] for row in json.loads(self.query()[1])["rows"]]
        other = [row[:5] for row in json.loads(self.ask()[1])]
        self.same("query", sorted(own), sorted(other))
        count = f"{2 * self.options.units * self.options.activities} activities"
        self.say(f"query by two dimensions over {count}", "DuckDB", 0.25, *self.turns(lambda: self.query()[0], lambda: self.ask()[0]))
        self.say(f"half-year report (JSON) over {count}", "that DuckDB query", 1.0, *self.turns(lambda: self.report()[0], lambda: self.ask()[0]))

    def again(self):
        first, again = [], []
        for _ in range(self.options.runs):
            first.append(self.report()[0])
            shutil.copy(self.spare, f"{self.folder}/inbox/again-{len(again)}.zip")
            time.sleep(3)
            timed([self.program, "ingest", "--workspace", self.folder, "--now", "2027-06-16T08:00:00+07:00"])
            again.append(self.report()[0])
        self.say("report again after one more bundle", "the first time", 0.1, again, first)

    def growth(self):
        """One bundle, status and query on the year's ledger beside one of a tenth of it."""
        small = f"{self.scratch}/small"
        data = f"{self.scratch}/tenth"
        run([self.program, "generate", "--units", str(max(40, self.options.units // 10)), "--activities", str(self.options.activities),
             "--seed", "7", "--out", data])
        run([self.program, "init", small, "--units", f"{data}/units.csv", "--now", "2026-12-01T08:00:00+07:00"])
        for name in os.listdir(data):
            if name.endswith(".zip"):
                shutil.copy(f"{data}/{name}", f"{small}/inbox/{name}")
        time.sleep(3)
        seconds = timed([self.program, "ingest", "--workspace", small, "--now", "2027-01-20T08:00:00+07:00"])[0]
        units = len(os.listdir(data)) - 1
        self.say("ingest, seconds a unit, of ten times as many units", "of a tenth of them", 1.1, [self.taken / 2 / self.options.units], [seconds / units])
        spare = f"{data}/{next(name for name in sorted(os.listdir(data)) if name.endswith('.zip'))}"
        turn = 0

        def one(folder, bundle):
            nonlocal turn
            turn += 1
            copy = f"{self.scratch}/one-{turn}.zip"
            shutil.copy(bundle, copy)
            return timed([self.program, "ingest", copy, "--workspace", folder, "--now", "2027-06-16T08:00:00+07:00"])[0]

        self.say("one ingest of one bundle on a ledger of ten times as many", "on the smaller", 1.2,
                 *self.turns(lambda: one(self.folder, self.spare), lambda: one(small, spare)))
        self.say("query on it", "on the smaller", 1.2, *self.turns(lambda: self.query()[0], lambda: self.query(small)[0]))

    def rerun(self):
        texts, settings = f"{self.scratch}/texts.txt", f"{self.scratch}/settings.json"
        with open(texts, "w") as file:
            file.write("# UUDIEM\nx\n# HANCHE\nx\n# PHUONGHUONG\nx\n")
        with open(settings, "w") as file:
            file.write('{"office":{"plan":{"number":"1/KH-SGDĐT","date":"2026-06-26"}}}')
        more = ["--workspace", self.folder, "--now", NOW]
        run([self.program, "settings", "apply", settings, *more])
        draft = run([self.program, "report", "half-year", "2027-1", "--to", "ubnd-tinh", "--text", texts, "--save", *more]).split()[-1]
        report = run([self.program, "report", "issue", draft, "--number", "05/BC-SGDĐT", "--date", "2027-06-16", "--signer", "Người Ký Mẫu",
                      "--yes", *more]).split()[0]
        seconds, answer = timed([self.program, "audit", "rerun", report, "--workspace", self.folder])
        if "✗".encode() in answer:
            sys.exit(answer.decode())
        self.say("audit rerun of a year, all files of its report", "its ingest", 1.2, [seconds], [self.taken])

    # Writing.

    def sheets(self):
        own, other, cells = [], [], f"{self.scratch}/cells"
        for _ in range(self.options.runs):
            plain = self.report()[0]
            seconds, book = self.report("xlsx")
            own.append(seconds - plain)
            if not other:
                count = self.extract(book, cells)
            with open(cells) as source:
                seconds, answer = timed([f"{self.scratch}/sheet", f"{self.scratch}/peer.xlsx"], stdin=source)
            self.same("cells", int(answer), count)
            other.append(seconds)
        self.say(f"XLSX of {count} cells", "libxlsxwriter, constant memory, in C", 2.5, own, other)

    @staticmethod
    def extract(book, cells):
        """The cells of a workbook as the peer reads them; how many."""
        space, count = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}", 0
        with zipfile.ZipFile(book) as archive, open(cells, "w") as out:
            for part in sorted(name for name in archive.namelist() if name.startswith("xl/worksheets/")):
                with archive.open(part) as data:
                    for _, element in ElementTree.iterparse(data):
                        if element.tag != space + "row":
                            continue
                        row = []
                        for cell in element:
                            number, text = cell.find(space + "v"), cell.find(f"{space}is/{space}t")
                            value = "#" + number.text if number is not None else re.sub(r"[\t\n#]", " ", (text.text or "") if text is not None else "")
                            count += value != ""
                            row.append(value)
                        out.write("\t".join(row) + "\n")
                        element.clear()
        return count

    def letters(self):
        def own():
            out = f"{self.scratch}/letters"
            shutil.rmtree(out, ignore_errors=True)
            command = [self.program, "report", "ad-hoc", "--from", WINDOW[0], "--to", WINDOW[1], "--by", "donVi", "--to", "so-gddt", "--title",
                       "Kết quả", "--out", out, "--workspace", self.folder, "--now", NOW]
            return timed([*command, "--format", "docx"])[0] - timed([*command, "--format", "json"])[0]

        def other():
            letter = [self.python, os.path.join(HERE, "peers/letter.py")]
            return timed([*letter, str(self.options.units), f"{self.scratch}/peer.docx"])[0] - timed([*letter, "0", f"{self.scratch}/peer.docx"])[0]

        self.say(f"DOCX with a table of {self.options.units} rows and more", "docxtpl, its table alone", 0.2, *self.turns(own, other))

    def memory(self):
        folder = self.bench.workspace("xml")
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        code = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
        most = int(run([sys.executable, "-c", code, self.program, "ingest", "--workspace", folder, "--now", "2027-01-20T08:00:00+07:00"])) // 1024
        del before
        self.rows.append(f"| peak memory of ingest | | 200 MiB | {most} MiB | | | | {'yes' if most <= 200 else 'no'} |")
        print(self.rows[-1], flush=True)


HEAD = """# Results

Measured by `Tests/Benchmarks/all.py{options}` on {cores} cores ({system}). Each row beside a program that does the
same on the same data; answers were equal.

| job | beside it | at most | median | of the other | least–most of both | ratio | met |
|---|---|---|---|---|---|---|---|
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program")
    parser.add_argument("--units", type=int, default=1605)
    parser.add_argument("--activities", type=int, default=60)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.check:
        options.units, options.activities, options.runs = 40, 5, 1
    with tempfile.TemporaryDirectory(dir=os.environ.get("TONGHOP_SCRATCH")) as scratch:
        suite = Suite(options, scratch)
        for part in (suite.intake, suite.damaged, suite.memory, suite.year, suite.asking, suite.sheets, suite.letters, suite.again,
                     suite.growth, suite.rerun):
            part()
    if not options.check:
        words = f" --units {options.units} --activities {options.activities} --runs {options.runs}"
        with open(os.path.join(HERE, "RESULTS.md"), "w") as file:
            file.write(HEAD.format(options=words, cores=os.cpu_count(), system=f"{platform.system()}, {platform.machine()}") + "\n".join(suite.rows) + "\n")


if __name__ == "__main__":
    main()
